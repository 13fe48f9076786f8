import { describe, expect, it } from 'vitest';
import { lint, over, placed } from './linting.ts';

/** Bad treaties: what each is found to be wrong with, by rule, line and column, and nothing else. */

const BASE = `language: 1
id: sample
name: Sample Treaty
form: alliance
signed: 1949-04-04
in_force: 1949-08-24
secrecy: public
sources: [{title: Sample Treaty, citation: "UNTS 1, 1"}]
parties:
  - {state: BEL, from: 1949-08-24}
  - {state: NLD, from: 1949-08-24, role: host}
purposes: [{id: deter, text: Deter attack, metric: armed-attacks, target: 0, review: yearly}]
obligations:
  - id: defend
    article: "1"
    kind: defense
    bound: all
    to: all
    trigger: {event: armed-attack, against: not-party, area: {include: [europe]}}
    response: {automaticity: discretionary}
  - {id: consult, article: "2", kind: consultation, bound: all, to: all, trigger: {event: threat}}
burden:
  pledges:
    - {id: two, metric: defense-share-of-gdp, at_least: 0.02, agreed: 1949-04-04, by: 1955-01-01, reading: Report, incentive: Staff}
term: {kind: indefinite, review: {after: P10Y}}
exit: {notice: P1Y}
`;

/** The base with words changed; each must stand in it. */
function changed(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, BASE);
}

function found(text: string): readonly string[] {
  const sources = [{ file: 'f', text }];
  return placed(lint(sources).diagnostics, sources, true).map((line) => line.slice(2));
}

const OBLIGATION = (rest: string): string => `obligations:\n  - {id: defend, article: "1", ${rest}}\n`;

describe('a bad treaty', () => {
  it('the base itself is good', () => {
    expect(found(BASE)).toEqual([]);
  });

  it.each<[string, readonly (readonly [string, string])[], readonly string[]]>([
    ['a COW code for a state', [['{state: NLD, from', '{state: GMY, from']], ['11:13 party/unknown-state']],
    ['a state that never was', [['{state: NLD, from', '{state: XQZ, from']], ['11:13 party/unknown-state']],
    ['an unknown adversary', [['against: not-party', 'against: [not-party, XQZ]']], ['19:57 party/unknown-state']],
    ['an unknown state beside a known one', [['against: not-party', 'against: {state: ITA, with: XQZ}']], ['19:64 party/unknown-state']],
    ['an unknown region', [['include: [europe]', 'include: [europe, atlantis]']], ['19:81 reference/unknown-region']],
    ['an unknown region taken out', [['include: [europe]', 'include: [europe], exclude: [atlantis]']], ['19:92 reference/unknown-region']],
    ['a state before its time', [['{state: NLD, from', '{state: UKR, from']], ['11:24 party/not-a-state-then']],
    ['in force before signed', [['signed: 1949-04-04', 'signed: 1950-01-01']], ['6:11 date/in-force-before-signed']],
    ['ended before in force', [['secrecy:', 'ended: {date: 1949-01-01, how: lapsed}\nsecrecy:']], ['7:15 date/ended-before-in-force']],
    ['a year that is a slip', [['signed: 1949-04-04', 'signed: 1349-04-04']], ['5:9 date/impossible']],
    [
      'a condition until 30 February',
      [['term:', 'conditionality: [{id: c, demands: D, verified_by: V, until: 1914-02-30}]\nterm:']],
      ['25:61 date/impossible'],
    ],
    ['a party that leaves before it joins', [['NLD, from: 1949-08-24,', 'NLD, from: 1950-08-24, to: 1949-09-01,']], ['11:40 party/interval-reversed']],
    ['a party twice at once', [['role: host}', 'role: host}\n  - {state: NLD, from: 1955-01-01}']], ['12:13 party/interval-overlap']],
    ['a party bound before entry into force', [['{state: BEL, from: 1949-08-24}', '{state: BEL, from: 1949-04-04}']], ['10:24 party/outside-treaty']],
    [
      'a party that outlives the treaty',
      [
        ['secrecy:', 'ended: {date: 1955-01-01, how: expired}\nsecrecy:'],
        ['NLD, from: 1949-08-24,', 'NLD, from: 1949-08-24, to: 1956-01-01,'],
      ],
      ['12:40 party/outside-treaty'],
    ],
    ['two obligations of one id', [['{id: consult,', '{id: defend,']], ['21:10 reference/duplicate-id']],
    [
      'two pledges of one id',
      [['incentive: Staff}', 'incentive: Staff}\n    - {id: two, metric: troops, at_least: 1, by: 1955-01-01, reading: R, incentive: I}']],
      ['25:12 reference/duplicate-id'],
    ],
    [
      'an amendment to nothing',
      [['term:', 'amendments: [{date: 1955-01-01, source: S, change: {obligation: defense, ends: true}}]\nterm:']],
      ['25:65 reference/unknown-obligation'],
    ],
    [
      'an amendment before signature',
      [['term:', 'amendments: [{date: 1945-01-01, source: S, change: {obligation: defend, ends: true}}]\nterm:']],
      ['25:21 date/amendment-outside-life'],
    ],
    [
      'a reservation to nothing',
      [['term:', 'reservations: [{state: BEL, obligation: defense, narrows: {}, source: S}]\nterm:']],
      ['25:41 reference/unknown-obligation'],
    ],
    [
      'a reservation of a stranger',
      [['term:', 'reservations: [{state: FRA, obligation: defend, narrows: {}, source: S}]\nterm:']],
      ['25:24 reference/not-a-party'],
    ],
    [
      'a reservation that ends before it begins',
      [['term:', 'reservations: [{state: BEL, obligation: defend, narrows: {}, from: 1955-01-01, until: 1950-01-01, source: S}]\nterm:']],
      ['25:87 date/span-reversed'],
    ],
    ['a suspension of a stranger', [['term:', 'suspensions: [{bound: [FRA], from: 1955-01-01, source: S}]\nterm:']], ['25:24 reference/not-a-party']],
    ['an unknown role', [['    bound: all', '    bound: {role: guest}']], ['17:19 reference/unknown-role']],
    ['a stranger bound', [['    bound: all', '    bound: [BEL, FRA]']], ['17:18 reference/not-a-party']],
    ['an obligation to itself', [['    bound: all\n    to: all', '    bound: [BEL]\n    to: [BEL]']], ['18:9 obligation/to-itself']],
    ['a clause that ends before it begins', [['    to: all', '    to: all\n    from: 1955-01-01\n    until: 1954']], ['20:12 date/span-reversed']],
    ['obligations denied', [['term:', 'no_obligation: None at all\nterm:']], ['25:1 obligation/denied']],
    ['defense that excludes force', [['{automaticity: discretionary}', '{automaticity: discretionary, force: excluded}']], ['20:52 obligation/force-excluded']],
    ['a condition on nobody', [['event: armed-attack', 'event: [armed-attack, other-party-acts]']], ['19:22 obligation/waits-for-nobody']],
    ['a list of wars that is missing', [['against: not-party', 'against: not-at-war-at-signing']], ['19:45 scope/at-war-missing']],
    [
      'notice longer than the term',
      [['term: {kind: indefinite, review: {after: P10Y}}', 'term: {kind: fixed, length: P11M, renewal: none}']],
      ['26:16 exit/notice-exceeds-term'],
    ],
    ['leaving forbidden and arranged', [['exit: {notice: P1Y}', 'exit: {allowed: false, earliest: P5Y}']], ['26:24 exit/forbidden-with-terms']],
    ['a fixed term of no length', [['kind: indefinite', 'kind: fixed, renewal: none']], ['25:14 term/incomplete']],
    ['a condition that is not said', [['kind: indefinite', 'kind: until-condition']], ['25:14 term/incomplete']],
    ['a pledge due before it was agreed', [['by: 1955-01-01', 'by: 1949-01-01']], ['24:87 burden/due-before-agreed']],
    [
      'a weak pledge: three findings in one place',
      [
        [', at_least: 0.02', ''],
        [', by: 1955-01-01', ''],
        [', reading: Report', ''],
      ],
      ['24:12 burden/no-reading', '24:12 burden/pledge-undated', '24:12 burden/pledge-unmeasured'],
    ],
    ['no exit and no term', [['term: {kind: indefinite, review: {after: P10Y}}\nexit: {notice: P1Y}\n', '']], ['2:5 exit/missing', '2:5 term/missing']],
    ['no review', [[', review: {after: P10Y}', '']], ['25:1 term/no-review']],
    ['no notice', [['{notice: P1Y}', '{article: "3"}']], ['26:1 exit/no-notice']],
    ['a duty without a trigger', [[', trigger: {event: threat}', '']], ['21:10 obligation/no-trigger']],
    ['a domain twice', [['area: {include: [europe]}', 'domains: [land, sea, land]']], ['19:77 reference/duplicate-entry']],
    ['a parser fault ends it', [['kind: defense', 'kind: defence']], ['16:11 parse/value']],
  ])('%s', (_name, changes, expected) => {
    expect(found(changed(...changes))).toEqual(expected);
  });

  it('contradicts itself: war for one, neutrality toward the other', () => {
    const text = over(
      BASE,
      OBLIGATION(
        'kind: defense, bound: [BEL], to: [NLD], trigger: {event: war, against: FRA, area: {include: [europe]}}, response: {automaticity: discretionary}',
      ) + '  - {id: aside, article: "2", kind: neutrality, bound: [BEL], to: [FRA], trigger: {event: war}}\n',
    );
    expect(found(text)).toEqual(['14:38 obligation/contradiction']);
  });

  it('joins an attack on a state it promised not to attack', () => {
    const text = over(
      BASE,
      OBLIGATION(
        'kind: offense, bound: [BEL], to: [NLD], trigger: {event: war, against: [AUH, FRA], area: {include: [europe]}}, response: {automaticity: discretionary}',
      ) + '  - {id: peace, article: "2", kind: nonaggression, bound: [BEL], to: [FRA]}\n',
    );
    expect(found(text)).toEqual(['14:38 obligation/contradiction']);
  });

  it.each([
    [
      'neutrality only where the adversary is attacked',
      '{event: armed-attack, against: FRA, area: {include: [europe]}}',
      '{id: aside, article: "2", kind: neutrality, bound: [BEL], to: [FRA], trigger: {event: armed-attack}}',
    ],
    [
      'neutrality that excepts the ally',
      '{event: war, against: FRA, area: {include: [europe]}}',
      '{id: aside, article: "2", kind: neutrality, bound: [BEL], to: [FRA], trigger: {event: war, except: {states: [NLD], when: always}}}',
    ],
    [
      'promises that do not overlap in time',
      '{event: war, against: FRA, area: {include: [europe]}}',
      '{id: aside, article: "2", kind: neutrality, bound: [BEL], to: [FRA], until: 1948-01-01, trigger: {event: war}}',
    ],
    [
      'non-aggression beside defense',
      '{event: war, against: FRA, area: {include: [europe]}}',
      '{id: aside, article: "2", kind: nonaggression, bound: [BEL], to: [FRA]}',
    ],
  ])('does not contradict itself: %s', (_name, trigger, restraint) => {
    const from = restraint.includes('until') ? ', from: 1950-01-01' : '';
    const text = over(
      BASE,
      OBLIGATION(`kind: defense, bound: [BEL], to: [NLD]${from}, trigger: ${trigger}, response: {automaticity: discretionary}`) + `  - ${restraint}\n`,
    );
    expect(found(text)).toEqual([]);
  });

  it('says one thing once where an alias repeats it', () => {
    const text = over(
      BASE,
      'obligations:\n  - {id: a, article: "1", kind: defense, bound: [BEL], to: [NLD], trigger: &t {event: armed-attack, against: XQZ, area: {include: [europe]}}, response: {automaticity: discretionary}}\n  - {id: b, article: "2", kind: defense, bound: [NLD], to: [BEL], trigger: *t, response: {automaticity: discretionary}}\n',
    );
    expect(found(text)).toEqual(['14:110 party/unknown-state']);
  });
});
