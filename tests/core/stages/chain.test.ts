import { describe, expect, it } from 'vitest';
import { logistic } from '../../../src/core/math/logistic.ts';
import { createRng } from '../../../src/core/math/rng.ts';
import { fitChain } from '../../../src/core/stages/chain.ts';
import { drawChain, drawnCovariance } from '../../../src/core/stages/chain-bootstrap.ts';
import { chainData, type ChainData } from '../../../src/core/stages/chain-data.ts';
import { chainNames, chainValues } from '../../../src/core/stages/chain-values.ts';
import { fitJoin, joinData } from '../../../src/core/stages/join-stage.ts';
import { JOIN_NAMES } from '../../../src/core/stages/join-terms.ts';
import { movedOdds, pointOf, type PairOdds, type PromisedOdds } from '../../../src/core/stages/pair-odds.ts';
import { ODDS_PARAMETERS } from '../../../src/core/stages/predicted-odds.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';
import type { Row, Table } from '../../../src/core/table/table.ts';
import { equationOf, madeUpJoining } from './made-up-crises.ts';

const TRUE = {
  'join.intercept': -3,
  'join.war': 0.8,
  'join.distance-target': -0.2,
  'join.major': 0.5,
  'join.border-target': 0.6,
  'join.rivalry': 0.9,
  'join.neutrality': -0.7,
  'join.promise': 1.5,
  'join.promise-short-of-war': 0.8,
  'join.unmet': 0.4,
  'join.bilateral': 0.5,
  'join.log-capability': 0.1,
  'join.company': 6,
};
const GAIN = 2.5;
const SIDE = -0.6;
const joining = madeUpJoining(2500, equationOf(TRUE, GAIN, SIDE));

describe('joining at once', () => {
  const fitted = fitJoin(joinData(joining));

  it('recovers the equation that made the data', () => {
    expect(fitted.converged).toBe(true);
    JOIN_NAMES.forEach((name, at) => {
      const wide = name.startsWith('join.distance') || name === 'join.log-capability' ? 0.12 : 0.35;
      expect(Math.abs((fitted.second.beta[at] ?? 0) - (new Map(Object.entries(TRUE)).get(name) ?? 0)), name).toBeLessThan(wide);
    });
    expect(Math.abs((fitted.second.beta[JOIN_NAMES.length] ?? 0) - GAIN)).toBeLessThan(0.9);
    expect(Math.abs((fitted.second.beta.at(-1) ?? 0) - TRUE['join.company'])).toBeLessThan(1);
    expect(Math.abs(fitted.second.challengerSide - SIDE)).toBeLessThan(0.15);
  });

  it('begun at its own end, and with every dispute counted twice, stays there', () => {
    const data = joinData(joining);
    const again = fitJoin(data, fitted, new Float64Array(data.disputes.length).fill(2));
    again.second.beta.forEach((value, at) => expect(value).toBeCloseTo(fitted.second.beta[at] ?? Number.NaN, 2));
    expect(Math.abs(again.logLik / 2 - fitted.logLik)).toBeLessThan(0.5);
  });
});

const STATUS_QUO = [
  ...['peace1', 'peace2', 'peace3', 'land', 'contiguous', 'lnkm', 'lncinc1', 'lncinc2', 'relative', 'major1', 'major2', 'rivalry'],
  ...['democracy1', 'democracy2', 'democracy_missing', 's', 'pact', 'pact_other', 'worldwar'],
];
const KEYS = ['year', 'dyad', 'dispnum', 'relevant', 'at_risk', 'initiated', 'reciprocated', 'applies', 'applies_peace'];

/** Made-up directed dyad-years, whose challenges and resistance are made by a chain with known worths of prevailing. */
function madeUpPairs(
  rows: number,
  worth: { resist: number; before: number; since: number },
): { readonly table: Table; readonly odds: PromisedOdds<Float64Array> } {
  const rng = createRng('made-up pairs', rows);
  const promised = new Float64Array(rows);
  const alone = new Float64Array(rows);
  let disputes = 0;
  const made = Array.from({ length: rows }, (_, row): Row => {
    const one: Record<string, number> = Object.fromEntries(
      STATUS_QUO.map((name) => [name, ['lnkm', 'lncinc1', 'lncinc2', 's', 'relative'].includes(name) ? rng.normal() : Number(rng.next() < 0.4)]),
    );
    const year = rng.next() < 0.5 ? 1900 : 1980;
    alone[row] = 0.1 + 0.6 * rng.next();
    promised[row] = (alone[row] ?? 0) + (rng.next() < 0.5 ? 0.3 * rng.next() : 0);
    const [p, p0] = [promised[row] ?? 0, alone[row] ?? 0];
    const r = logistic(0.3 + 0.5 * (one['rivalry'] ?? 0) - worth.resist * (1 - p));
    const initiated = rng.next() < logistic(-1.5 + 0.8 * (one['rivalry'] ?? 0) + (year < 1946 ? worth.before : worth.since) * r * (p0 - p)) ? 1 : 0;
    if (initiated === 1) disputes++;
    return {
      ...one,
      year,
      dyad: rng.int(300),
      dispnum: initiated === 1 ? ((disputes - 1) % 2500) + 1 : 0,
      relevant: 1,
      at_risk: 1,
      initiated,
      reciprocated: initiated === 1 && rng.next() < r ? 1 : 0,
      applies: rng.next() < 0.3 ? 1 : 0,
      applies_peace: rng.next() < 0.5 ? 1 : 0,
    };
  });
  return { table: tableFromRows(Object.fromEntries([...STATUS_QUO, ...KEYS].map((name) => [name, 'float64'] as const)), made), odds: { promised, alone } };
}

describe('the chain', () => {
  const worth = { resist: 1.2, before: 6, since: -2 };
  const pairs = madeUpPairs(30_000, worth);
  const data: ChainData = chainData(joining, pairs.table);
  const fit = fitChain(data, () => pairs.odds);
  const of = (name: string): number => chainValues(fit)[chainNames(data).indexOf(name)] ?? Number.NaN;

  it('recovers what prevailing is worth to the target, and to the challenger by era', () => {
    expect(fit.resist.converged && fit.challenge.converged).toBe(true);
    expect(Math.abs(of('resist.win') - worth.resist)).toBeLessThan(0.45);
    expect(Math.abs(of('resist.rivalry') - 0.5)).toBeLessThan(0.15);
    expect(Math.abs(of('challenge.win-before-1946') - worth.before)).toBeLessThan(1.6);
    expect(Math.abs(of('challenge.win-since-1946') - worth.since)).toBeLessThan(1.6);
    expect(Math.abs(of('challenge: rivalry') - 0.8)).toBeLessThan(0.15);
  });

  const flat = (prevail: Float64Array): PairOdds => ({ prevail, slopes: new Float64Array(prevail.length * ODDS_PARAMETERS), point: pointOf(fit.join.second) });
  const odds = { promised: flat(pairs.odds.promised), alone: flat(pairs.odds.alone) };

  it('draws the same however draws are shared out, and about the estimates', () => {
    const whole = drawChain(data, odds, fit, { seed: 3, from: 0, to: 3 });
    const parts = [drawChain(data, odds, fit, { seed: 3, from: 0, to: 1 }), drawChain(data, odds, fit, { seed: 3, from: 1, to: 3 })];
    expect(parts.flatMap(({ values }) => values)).toEqual(whole.values);
    expect(whole.failed).toBe(0);
    const at = chainNames(data).indexOf('join.promise');
    for (const draw of whole.values) {
      expect(draw[at]).not.toBe(of('join.promise'));
      expect(Math.abs((draw[at] ?? Number.NaN) - of('join.promise'))).toBeLessThan(0.8);
    }
  });
});

describe('the covariance of draws', () => {
  it('is that of the values named, with one degree of freedom lost', () => {
    const draws = [Float64Array.of(1, 9, 2), Float64Array.of(3, 9, 1), Float64Array.of(5, 9, 0)];
    expect([...drawnCovariance(draws, [0, 2])]).toEqual([4, -2, -2, 1]);
  });
});

describe('odds moved along their slopes', () => {
  it('stay where they are at the same equation, and follow the slope near it', () => {
    const equation = equationOf(TRUE, GAIN, SIDE);
    const slopes = new Float64Array(2 * ODDS_PARAMETERS);
    slopes[ODDS_PARAMETERS - 1] = 0.2;
    const odds = { prevail: Float64Array.of(0.4, 0.7), slopes, point: pointOf(equation) };
    expect([...movedOdds(odds, equation)]).toEqual([expect.closeTo(0.4, 12), expect.closeTo(0.7, 12)]);
    const moved = movedOdds(odds, { ...equation, challengerSide: SIDE + 0.01 });
    expect(moved[0]).toBeCloseTo(0.402, 5);
    expect(moved[1]).toBeCloseTo(0.7, 12);
  });
});
