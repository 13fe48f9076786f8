import { describe, expect, it } from 'vitest';
import { createCoverage } from '../../../src/core/casus/coverage.ts';
import { OBLIGATION_COLUMNS, pledgesByYear } from '../../../src/core/measures/record/pledges.ts';
import { initiationFrame } from '../../../src/core/record/initiation.ts';
import { rowsOf, type Row } from '../../../src/core/table/table.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import { pact, smallWorld } from '../../support/small-world.ts';
import { madeUpYears, numbersTable } from './made-up-record.ts';

const IDS = ['AAA', 'BBB', 'CCC', 'DDD'];
const world = smallWorld(IDS, { traits: Object.fromEntries(IDS.map((id, i) => [id, { cow: [{ number: i + 1, abbr: id }] }])) });
const YEARS = [1906, 1907, 1908];

/** A dispute of 1907: number, challenger, target, hostility; the target answers. */
type Begun = readonly [number, number, number, number];

/** Both directions of disputes of 1907; onset in that year, ongoing in the next without a new one. */
function frame(treaties: readonly Treaty[], begun: readonly Begun[] = [], rest: { texts?: readonly Treaty[]; turned?: readonly number[] } = {}): Row[] {
  const touches = (a: number, b: number): boolean => begun.some(([, one, two]) => (one === a && two === b) || (one === b && two === a));
  const states = [1, 2, 3, 4];
  const panel = numbersTable(
    ['ccode1', 'ccode2', 'year', 'gmlmidonset', 'gmlmidongoing', 'gmlmidspell'],
    states.flatMap((a) =>
      states
        .filter((b) => b !== a)
        .flatMap((b) =>
          YEARS.map((year) => [a, b, year, touches(a, b) && year === 1907 ? 1 : 0, touches(a, b) && year >= 1907 ? 1 : 0, year < 1908 ? year - 1816 : 0]),
        ),
    ),
  );
  const columns = ['dispnum', 'ccode1', 'ccode2', 'year', 'midonset', 'sidea1', 'sidea2', 'orig1', 'orig2', 'hostlev', 'recip'];
  const disputes = numbersTable(
    columns,
    begun.flatMap(([dispute, a, b, hostility]) => [
      [dispute, a, b, 1907, 1, 1, 0, 1, 1, hostility, 1],
      [dispute, b, a, 1907, 1, 0, 1, 1, 1, hostility, 1],
    ]),
  );
  const promised = Object.values(OBLIGATION_COLUMNS);
  // 2 and 3 have promised each other neutrality in 1906 and 1907.
  const pledges = pledgesByYear(
    numbersTable(
      ['ccode1', 'ccode2', 'year', ...promised],
      [1906, 1907].flatMap((year) => [
        [2, 3, year, ...promised.map((name) => (name === OBLIGATION_COLUMNS.neutrality ? 1 : 0))],
        [3, 2, year, ...promised.map((name) => (name === OBLIGATION_COLUMNS.neutrality ? 1 : 0))],
      ]),
    ),
  );
  return rowsOf(
    initiationFrame({
      panel,
      disputes,
      turned: new Set(rest.turned),
      states: madeUpYears(),
      pledges,
      democracy: numbersTable(['ccode', 'year', 'v2x_polyarchy'], [[1, 1907, 0.5]], { v2x_polyarchy: 'float64' }),
      coverage: createCoverage(treaties, world),
      texts: createCoverage(rest.texts ?? treaties, world),
    }).table,
  );
}

const row = (rows: readonly Row[], a: number, b: number, year = 1907): Row => {
  const found = rows.find((one) => one['ccode1'] === a && one['ccode2'] === b && one['year'] === year);
  if (found === undefined) throw new Error(`no row of ${a}, ${b} in ${year}`);
  return found;
};

const DEFEND = { kind: 'defense', trigger: { event: 'armed-attack' } } as const;
const BILATERAL = pact('p', ['BBB', 'CCC'], [DEFEND]);

describe('the initiation frame', () => {
  it('holds every ordered pair, marks the relevant, and says what lies between them', () => {
    const rows = frame([]);
    expect(rows).toHaveLength(4 * 3 * 3);
    // 2 and 3 do not touch, and neither is a major power.
    expect([row(rows, 1, 2), row(rows, 2, 1), row(rows, 3, 4), row(rows, 2, 3), row(rows, 1, 4)].map(({ relevant }) => relevant)).toEqual([1, 1, 1, 0, 1]);
    expect(row(rows, 1, 2)).toMatchObject({
      dyad: 1002,
      land: 1,
      contiguous: 1,
      major1: 1,
      major2: 0,
      rivalry: 0,
      lnkm: 0,
      cinc1: 0.3,
      cinc2: 0.05,
      peace: 91,
      peace1: 9.1,
    });
    expect(row(rows, 3, 4)).toMatchObject({ land: 0, contiguous: 1, contiguity: 5 });
    expect(row(rows, 1, 4)).toMatchObject({ rivalry: 1 });
    expect(row(rows, 1, 2)).toMatchObject({ democracy1: 0.5, democracy2: 0, democracy_missing: 1 });
    expect(row(rows, 1, 2)['relative']).toBeCloseTo(0.3 / 0.35, 2);
  });

  it('counts a pledge between the two that holds in this year and the year before', () => {
    const rows = frame([BILATERAL]);
    expect([row(rows, 2, 3, 1906), row(rows, 2, 3, 1907), row(rows, 2, 3, 1908)].map((one) => one['pact_other'])).toEqual([0, 1, 0]);
    expect([row(rows, 2, 3), row(rows, 3, 2), row(rows, 1, 2)].map(({ pact: own }) => own)).toEqual([1, 1, 0]);
  });

  it('marks who begins, and the rest of the dispute', () => {
    const rows = frame([], [[8, 4, 3, 4]]);
    expect(row(rows, 4, 3)).toMatchObject({ initiated: 1, initiated_gml: 1, dispnum: 8, hostlev: 4, reciprocated: 1, onset: 1, at_risk: 1 });
    expect(row(rows, 3, 4)).toMatchObject({ initiated: 0, initiated_gml: 0, dispnum: 0, onset: 1, at_risk: 1 });
    expect(row(rows, 4, 3, 1908)).toMatchObject({ onset: 0, ongoing: 1, at_risk: 0 });
    expect([row(rows, 4, 3, 1907), row(rows, 4, 3, 1908)].map(({ past }) => past)).toEqual([0, Math.log1p(0.5 ** (1 / 10))]);
    expect(row(rows, 4, 1, 1908)['activity1']).toBeCloseTo(Math.log1p(0.5 ** (1 / 5)), 12);
  });

  it('takes the beginner of a war from the wars, and the most hostile of several disputes', () => {
    const turned = frame([], [[8, 4, 3, 5]], { turned: [8] });
    expect([row(turned, 4, 3), row(turned, 3, 4)].map(({ initiated, initiated_gml: gml }) => [initiated, gml])).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(
      row(
        frame(
          [],
          [
            [8, 4, 3, 2],
            [9, 4, 3, 4],
            [10, 4, 3, 3],
          ],
        ),
        4,
        3,
      ),
    ).toMatchObject({ dispnum: 9, hostlev: 4 });
  });

  it('says who is covered against whom, and by how much that lowers the chance to win', () => {
    const one = row(frame([BILATERAL]), 1, 2);
    expect(one).toMatchObject({
      ally_any: 1,
      ally_unshared: 1,
      ally_peace: 1,
      applies: 1,
      applies_certain: 1,
      applies_peace: 1,
      applies_certain_peace: 1,
      placebo: 0,
    });
    expect(one['strength_filtered']).toBeGreaterThan(0);
    expect(one['strength_filtered']).toBe(one['strength_unfiltered']);
    expect(row(frame([BILATERAL]), 2, 1)).toMatchObject({ ally_any: 0, applies: 0, strength_unfiltered: 0 });
  });

  it('a promise against another is a placebo', () => {
    const other = pact('p', ['BBB', 'CCC'], [{ ...DEFEND, trigger: { event: 'armed-attack', against: 'DDD' } }]);
    const one = row(frame([other]), 1, 2);
    expect(one).toMatchObject({ ally_any: 1, ally_unshared: 1, applies: 0, placebo: 1, placebo_peace: 1, strength_filtered: 0 });
    expect(one['strength_unfiltered']).toBeGreaterThan(0);
  });

  it('an ally of both, and a promise made at war', () => {
    const shared = frame([BILATERAL, pact('q', ['AAA', 'CCC'], [DEFEND])]);
    expect(row(shared, 1, 2)).toMatchObject({ ally_any: 1, ally_unshared: 0, applies: 0, placebo: 0 });
    const atWar = pact('p', ['BBB', 'CCC'], [DEFEND], { at_war_at_signing: ['BBB'] });
    expect(row(frame([atWar]), 1, 2)).toMatchObject({ applies: 1, applies_peace: 0, placebo_peace: 0, ally_peace: 0 });
  });

  it('reads texts apart from codes', () => {
    const text = pact('text', ['BBB', 'CCC'], [{ ...DEFEND, trigger: { event: 'armed-attack', against: 'DDD' } }]);
    expect(row(frame([BILATERAL], [], { texts: [text] }), 1, 2)).toMatchObject({ applies: 1, applies_text: 0, applies_text_peace: 0, placebo_text: 1 });
    expect(row(frame([BILATERAL], [], { texts: [BILATERAL] }), 1, 2)).toMatchObject({ applies_text: 1, applies_text_peace: 1, placebo_text: 0 });
  });

  it('says who backs the challenger', () => {
    const backing = pact(
      'b',
      ['AAA', 'CCC'],
      [
        { kind: 'offense', trigger: { event: 'war' } },
        { kind: 'neutrality', trigger: { event: 'war' } },
      ],
    );
    expect(row(frame([backing]), 1, 2)).toMatchObject({ offense_any: 1, offense: 1, neutral_any: 1 });
    expect(row(frame([backing, BILATERAL]), 1, 2)).toMatchObject({ offense_any: 1, offense: 0, neutral_any: 1, neutral: 0 });
    expect(row(frame([backing]), 2, 1)).toMatchObject({ offense_any: 0, offense: 0, neutral_any: 0 });
  });
});
