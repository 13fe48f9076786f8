import { expect, it } from 'vitest';
import { createLaw } from '../../../src/core/law/law.ts';
import { parseTreaty } from '../../../src/core/treaty/parse.ts';
import { catalogWorld } from '../../support/catalog-world.ts';
import { eventOf } from '../../support/small-world.ts';

/** Every key written out, empty lists and defaults too, as people do who start from a complete example. */
const SKETCH = `language: 1 # version of this language; newer ones are refused, older ones upgraded by fmt
id: nato
atop: 3180 # cross-references, where they exist
name: North Atlantic Treaty
signed: 1949-04-04
in_force: 1949-08-24
secrecy: public # public | secret | secret-articles
sources:
  # where the text can be read; every article cited below is in one of them
  - {title: The North Atlantic Treaty, publisher: NATO, year: 1949}
parties:
  - {state: USA, from: 1949-08-24, region: north-america}
  - {state: FIN, from: 2023-04-04}
  - {state: FRA, from: 1949-08-24} # intervals may have several parts; a suspension is an interval too
purposes:
  # measurable outcomes: what the alliance is for, and how one would know
  - id: deter
    article: "5"
    text: deter armed attack on any party
    metric: armed-attacks
    target: 0
    review: yearly
obligations:
  - id: collective-defense
    article: "5"
    kind: defense # defense | offense | neutrality | nonaggression | consultation | assistance
    bound: all # which parties owe it ...
    to: all # ... and to whom (each to each other, a list, or a role)
    trigger:
      event: armed-attack # armed-attack | threat | war | any-hostility | cyber-attack | ...
      domains: [land, sea, air] # later practice adds domains as amendments with their own dates
      area: {article: "6", include: [europe, north-america, north-atlantic], exclude: [hawaii]}
      against: any # any | states | great-power, european, communist | not-party | not-at-war-at-signing (1940) |
      attackers_at_least: 1 # Anglo-Japanese 1902: defense only against two or more powers
      unprovoked: false # true: owed only where the beneficiary did not begin it or provoke it
      on_request: false # true: only when asked, or with consent
      requires: [] # e.g. Czechoslovak-Soviet 1935: only if France acts first
    response: {automaticity: discretionary, force: not-required, consult_first: false}
    precision: such action as it deems necessary, including the use of armed force # paraphrase is enough
  - id: consultation
    article: "4"
    kind: consultation
    bound: all
    to: all
    trigger: {event: threat}
amendments:
  - date: 2014-09-05
    change: {obligation: collective-defense, add_domains: [cyber]}
    source: Wales Summit Declaration
  - date: 2021-06-14
    change: {obligation: collective-defense, add_domains: [space]}
    source: Brussels Summit Communique
reservations: [] # {state, obligation, narrows: {...}}: SEATO's US understanding (against: communist)
decisions: {body: North Atlantic Council, rule: consensus, silence_procedure: true}
institutions: {integrated_command: true, permanent_staff: true, exercises: yearly, bases: true}
burden:
  pledges:
    - {id: two-percent, metric: defense-share-of-gdp, at_least: 0.02, agreed: 2014-09-05, by: 2024-12-31}
    - {id: hague-core, metric: core-defense-share-of-gdp, at_least: 0.035, agreed: 2025-06-25, by: 2035-12-31}
  common_funding: {formula: agreed-shares, source: x}
interoperability: {standards: stanag, level: 3}
conditionality: [] # reforms, values, procurement or command ties demanded of a party
term: {kind: indefinite, review: {article: "12", after: P10Y}} # also: if at war at expiry, lasts to the peace (1902)
exit: {article: "13", earliest: P20Y, notice: P1Y}
`;

it('a treaty with every condition written out, most of them idle, parses and is executed', () => {
  const result = parseTreaty(SKETCH, 'sketch.yaml');
  expect(result.diagnostics).toEqual([]);
  if (!result.ok) return;
  const world = catalogWorld();
  const { duties } = createLaw([result.parsed.treaty], world).trigger(eventOf(world, { attackers: ['RUS'], target: 'FIN', date: '2024-01-01' }));
  expect(duties.map(({ state, action }) => `${state} ${action}`)).toEqual(['USA defend', 'FRA defend', 'USA consult', 'FRA consult']);
});
