import { treatyText } from '../../core/treaty/write.ts';
import type { Engine } from '../data/engine.ts';

/** An invented draft that binds too much: what the linter and the models find in it, to learn by. */
const HARBOR_PACT = `# An invented draft with faults, to learn by: it binds its parties to fight at once, anywhere, against anybody.
language: 1
id: harbor-pact
name: Harbor Pact
form: alliance
signed: 2026-01-01
in_force: 2026-07-01
secrecy: public
sources:
  - title: Harbor Pact
    citation: Invented draft
parties:
  - {state: JPN, from: 2026-07-01}
  - {state: PHI, from: 2026-07-01}
  - {state: AUS, from: 2026-07-01}
purposes:
  - id: deter-attack
    article: "1"
    text: Deter armed attack on any party
    metric: armed-attacks
    target: 0
    review: yearly
obligations:
  - id: all-for-one
    article: "2"
    kind: defense
    bound: all
    to: all
    trigger:
      event: armed-attack
      against: any
    response: {automaticity: automatic, force: required}
    precision: Each party shall go to war beside the party attacked, with all its forces and at once
  - id: consultation
    article: "3"
    kind: consultation
    bound: all
    to: all
    trigger: {event: threat}
burden:
  pledges:
    - id: spending
      article: "4"
      metric: defense-share-of-gdp
      at_least: 0.02
      bound: all
      agreed: 2026-01-01
      by: 2030-12-31
      reading: National budget reports
      incentive: A party that misses it gives the others its reasons
term: {kind: indefinite, review: {article: "5", after: P5Y}}
`;

export const FAULTY = 'harbor-pact';

/** What a draft of a name begins from: a treaty of the catalog of that name, the faulty draft, or nothing. */
export function beginningOf(name: string, engine: Engine): { readonly text: string; readonly base: string | null } | null {
  if (name === FAULTY) return { text: HARBOR_PACT, base: null };
  const treaty = engine.treaty(name);
  return treaty === undefined ? null : { text: treatyText(treaty), base: name };
}
