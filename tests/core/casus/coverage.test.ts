import { describe, expect, it } from 'vitest';
import { BACKING, createCoverage, DEFENSE, isWorldWarYear, textsOver, type PairLists } from '../../../src/core/casus/coverage.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import type { Obligation } from '../../../src/core/treaty/obligation-schema.ts';
import { pact, smallWorld } from '../../support/small-world.ts';

const IDS = ['AAA', 'BBB', 'CCC', 'DDD'];
const MEMBERS = Int16Array.from([1, 2, 3, 4]);
const world = smallWorld(IDS, { traits: Object.fromEntries(IDS.map((id, i) => [id, { cow: [{ number: i + 1, abbr: id }] }])) });

const DEFEND: Partial<Obligation> = { kind: 'defense', trigger: { event: 'armed-attack' } };
const against = (state: string): Partial<Obligation> => ({ ...DEFEND, trigger: { event: 'armed-attack', against: state } });
const open: Partial<Obligation> = { ...DEFEND, contested: 'a condition is not known' };

type Bits = Readonly<Record<string, number>>;
const wordsOf = (names: Bits, bits: number): string =>
  Object.entries(names)
    .filter(([, bit]) => (bits & bit) !== 0)
    .map(([name]) => name)
    .join(' ');

/** "CCC: owed certain ...": what is said of each state listed for a challenger and a target. */
function listed({ start, states, bits }: PairLists, names: Bits, challenger: string, target: string): string[] {
  const pair = IDS.indexOf(challenger) * IDS.length + IDS.indexOf(target);
  return Array.from(
    states.subarray(start[pair], start[pair + 1]),
    (state, at) => `${IDS[state - 1] ?? ''}: ${wordsOf(names, bits[(start[pair] ?? 0) + at] ?? 0)}`,
  );
}

const defenders = (treaties: Parameters<typeof createCoverage>[0], pair: readonly [string, string], year = 1910): string[] =>
  listed(createCoverage(treaties, world).of(year, MEMBERS).defense, DEFENSE, ...pair);

describe('who defends a target against a challenger', () => {
  it.each<[string, readonly Treaty[], readonly [string, string], readonly string[]]>([
    ['a promise without conditions', [pact('p', ['BBB', 'CCC'], [DEFEND])], ['AAA', 'BBB'], ['CCC: owed certain peace owedPeace certainPeace']],
    ['nobody where nothing was promised', [pact('p', ['BBB', 'CCC'], [DEFEND])], ['BBB', 'AAA'], []],
    ['an ally that is itself the challenger is left out', [pact('p', ['BBB', 'CCC'], [DEFEND])], ['CCC', 'BBB'], []],
    ['the adversary named', [pact('p', ['BBB', 'CCC'], [against('AAA')])], ['AAA', 'BBB'], ['CCC: owed certain peace owedPeace certainPeace']],
    ['... another', [pact('p', ['BBB', 'CCC'], [against('AAA')])], ['DDD', 'BBB'], ['CCC: peace']],
    ['a condition left open', [pact('p', ['BBB', 'CCC'], [open])], ['AAA', 'BBB'], ['CCC: owed peace owedPeace']],
    [
      'an ally of both',
      [pact('p', ['BBB', 'CCC'], [DEFEND]), pact('q', ['AAA', 'CCC'], [DEFEND])],
      ['AAA', 'BBB'],
      ['CCC: owed certain peace owedPeace shared certainPeace'],
    ],
    ['a promise made by a state at war', [pact('p', ['BBB', 'CCC'], [DEFEND], { at_war_at_signing: ['CCC'] })], ['AAA', 'BBB'], ['CCC: owed certain']],
    [
      'two promises, that in peace against another',
      [pact('p', ['BBB', 'CCC'], [DEFEND], { at_war_at_signing: ['CCC'] }), pact('q', ['BBB', 'CCC'], [against('DDD')])],
      ['AAA', 'BBB'],
      ['CCC: owed certain peace'],
    ],
    [
      'two promises, that in peace with an open condition',
      [pact('p', ['BBB', 'CCC'], [DEFEND], { at_war_at_signing: ['CCC'] }), pact('q', ['BBB', 'CCC'], [open])],
      ['AAA', 'BBB'],
      ['CCC: owed certain peace owedPeace'],
    ],
    [
      'a promise of the year itself does not count',
      [pact('p', ['BBB', 'CCC'], [DEFEND], { signed: '1910-03-01', in_force: '1910-03-01' })],
      ['AAA', 'BBB'],
      [],
    ],
  ])('%s', (_, treaties, pair, expected) => {
    expect(defenders(treaties, pair)).toEqual(expected);
  });

  it('counts as made in peace only what was not made, or joined, in a world war', () => {
    const dated = (date: string, rest: Partial<Treaty> = {}): Treaty =>
      pact('p', ['BBB', 'CCC'], [DEFEND], { signed: date, in_force: date, parties: ['BBB', 'CCC'].map((state) => ({ state, from: date })), ...rest });
    expect(defenders([dated('1913-05-01')], ['AAA', 'BBB'], 1917)).toEqual(['CCC: owed certain peace owedPeace certainPeace']);
    expect(defenders([dated('1915-05-01')], ['AAA', 'BBB'], 1917)).toEqual(['CCC: owed certain']);
    const late = dated('1913-05-01', {
      parties: [
        { state: 'BBB', from: '1913-05-01' },
        { state: 'CCC', from: '1915-05-01' },
      ],
    });
    expect(defenders([late], ['AAA', 'BBB'], 1917)).toEqual(['CCC: owed certain']);
    expect([1913, 1914, 1918, 1919, 1938, 1939, 1945, 1946].map(isWorldWarYear)).toEqual([false, true, true, false, false, true, true, false]);
  });

  it('lets its caller say what is open', () => {
    const coverage = createCoverage([pact('p', ['BBB', 'CCC'], [open])], world, { isOpen: () => false, on: (year) => `${year}-07-01` });
    expect(listed(coverage.of(1910, MEMBERS).defense, DEFENSE, 'AAA', 'BBB')).toEqual(['CCC: owed certain peace owedPeace certainPeace']);
  });

  it('says who promised whom, and leaves states without a number on the day out', () => {
    const { pledged, members } = createCoverage([pact('p', ['BBB', 'CCC'], [{ ...DEFEND, bound: ['CCC'], to: ['BBB'] }])], world).of(
      1910,
      Int16Array.from([2, 3, 9]),
    );
    expect([...members]).toEqual([2, 3, 9]);
    expect([...pledged]).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 0]);
  });
});

describe('who backs a challenger', () => {
  const backers = (treaties: readonly Treaty[], pair: readonly [string, string]): string[] =>
    listed(createCoverage(treaties, world).of(1910, MEMBERS).backing, BACKING, ...pair);
  const OFFEND: Partial<Obligation> = { kind: 'offense', trigger: { event: 'war' } };
  const NEUTRAL: Partial<Obligation> = { kind: 'neutrality', trigger: { event: 'war' } };

  it.each<[string, readonly Treaty[], readonly string[]]>([
    ['help in an offensive', [pact('p', ['AAA', 'CCC'], [OFFEND])], ['CCC: offense offenseOwed']],
    ['... against another', [pact('p', ['AAA', 'CCC'], [{ ...OFFEND, trigger: { event: 'war', against: 'DDD' } }])], ['CCC: offense']],
    ['neutrality', [pact('p', ['AAA', 'CCC'], [NEUTRAL])], ['CCC: neutrality neutralityOwed']],
    [
      'neutrality of a defender of the target',
      [pact('p', ['AAA', 'CCC'], [NEUTRAL]), pact('q', ['BBB', 'CCC'], [DEFEND])],
      ['CCC: neutrality neutralityOwed shared'],
    ],
    ['no defender of the challenger', [pact('p', ['AAA', 'CCC'], [DEFEND])], []],
  ])('%s', (_, treaties, expected) => {
    expect(backers(treaties, ['AAA', 'BBB'])).toEqual(expected);
  });
});

describe('texts in the place of codes', () => {
  const coded = pact('coded', ['BBB', 'CCC'], [DEFEND], { atop: 7 });
  const other = pact('other', ['BBB', 'DDD'], [DEFEND], { atop: 8 });
  const text = pact('text', ['BBB', 'CCC'], [against('DDD')], { atop: 7, in_force: '1905-01-01' });
  const without = pact('none', ['AAA', 'DDD'], [DEFEND]);

  it.each([
    ['1904-01-01', ['coded', 'other']],
    ['1910-01-01', ['other', 'text']],
  ])('on %s', (date, expected) => {
    expect(textsOver([coded, other], [text, without])(date).map(({ id }) => id)).toEqual(expected);
  });

  it('change who is covered', () => {
    const years = [1904, 1910].map((year) => defenders(textsOver([coded], [text]), ['AAA', 'BBB'], year));
    expect(years).toEqual([['CCC: owed certain peace owedPeace certainPeace'], ['CCC: peace']]);
  });
});
