import { describe, expect, it } from 'vitest';
import { BACKING, DEFENSE, type PairLists, type YearCoverage } from '../../../src/core/casus/coverage.ts';
import { BOND } from '../../../src/core/record/bonds.ts';
import { pointOf, predictPairs, unpromised, type PairSources } from '../../../src/core/stages/pair-odds.ts';
import { ODDS_PARAMETERS } from '../../../src/core/stages/predicted-odds.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';
import { madeUpYears } from '../record/made-up-record.ts';
import { roundsOf } from '../../../src/core/stages/join-stage.ts';
import { equationOf } from './made-up-crises.ts';

const YEAR = 1895;
const states = madeUpYears();
const { codes } = states.of(YEAR);
const n = codes.length;

/** State 3 has promised everybody else help, which it owes; nobody else has promised anything. */
const toEverybody = (bit: number): PairLists => {
  const [start, found] = [new Int32Array(n * n + 1), [] as number[]];
  for (let pair = 0; pair < n * n; pair++) {
    start[pair] = found.length;
    if (Math.floor(pair / n) !== 2 && pair % n !== 2) found.push(3);
  }
  start[n * n] = found.length;
  return { start, states: Int16Array.from(found), bits: new Uint8Array(found.length).fill(bit) };
};
const coverage: YearCoverage = {
  year: YEAR,
  members: codes,
  pledged: new Uint8Array(n * n),
  defense: toEverybody(DEFENSE.owed),
  backing: toEverybody(BACKING.neutrality),
};
const bonds = Uint8Array.from({ length: n * n }, (_, at) => (Math.floor(at / n) === 2 ? BOND.help | BOND.bilateral : 0));
const sources: PairSources = { states, bonds: { of: () => bonds }, coverage: new Map([[YEAR, coverage]]) };
const pairs = tableFromRows(
  { ccode1: 'int16', ccode2: 'int16', year: 'int16' },
  [1, 2, 4].flatMap((ccode1) => [1, 2, 4].filter((other) => other !== ccode1).map((ccode2) => ({ ccode1, ccode2, year: YEAR }))),
);
const rows = Int32Array.from({ length: pairs.rows }, (_, row) => row);
const first = equationOf({ 'join.intercept': -3, 'join.war': 1, 'join.promise': 1, 'join.rivalry': 0.5 }, 1, 0);
const second = equationOf(
  { 'join.intercept': -2, 'join.war': 1, 'join.promise': 1.5, 'join.bilateral': 0.5, 'join.border-target': 0.4, 'join.company': 0.8 },
  2,
  -0.3,
);

describe('odds of war of pairs, over who is predicted to join', () => {
  const odds = predictPairs(sources, pairs, rows, [first, second, second], true);

  it('have the derivatives they say in the last equation, what it expects held', () => {
    const step = 1e-5;
    for (let k = 0; k < ODDS_PARAMETERS; k++) {
      const at = (by: number): Float64Array => {
        const point = pointOf(second);
        point[k] = (point[k] ?? 0) + by;
        const moved = { beta: point.slice(0, ODDS_PARAMETERS - 1), challengerSide: point[ODDS_PARAMETERS - 1] ?? 0 };
        return predictPairs(sources, pairs, rows, [first, second, moved], false).prevail;
      };
      const [up, down] = [at(step), at(-step)];
      rows.forEach((row) => {
        const slope = ((up[row] ?? 0) - (down[row] ?? 0)) / (2 * step);
        expect(Math.abs((odds.slopes[row * ODDS_PARAMETERS + k] ?? 0) - slope)).toBeLessThan(1e-5);
      });
    }
  });

  it('are better for a target to whom help is owed than were nothing promised', () => {
    const alone = predictPairs(sources, pairs, rows, roundsOf({ first: unpromised(first), second: unpromised(second) }), false).prevail;
    odds.prevail.forEach((p, row) => expect(p).toBeGreaterThan(alone[row] ?? 1));
    expect(unpromised(unpromised(second))).toEqual(unpromised(second));
  });

  it('needs to know who covers whom', () => {
    expect(() => predictPairs({ ...sources, coverage: new Map() }, pairs, rows, [first, second], false)).toThrow('nothing is known');
  });
});
