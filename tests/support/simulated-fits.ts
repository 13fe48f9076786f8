import { egame12 } from '../../src/core/estimate/games/egame12.ts';
import { egame122 } from '../../src/core/estimate/games/egame122.ts';
import { egame123 } from '../../src/core/estimate/games/egame123.ts';
import type { FitRequest } from '../../src/core/estimate/request.ts';
import { createRng, type Rng } from '../../src/core/math/rng.ts';
import { tableFromRows } from '../../src/core/table/from-rows.ts';
import type { Table } from '../../src/core/table/table.ts';
import { logisticDraw, play } from './simulated-games.ts';

/** Rows with standard normal regressors x1 ... and what `outcome` makes of them. */
export function simulated(
  rows: number,
  regressors: number,
  seed: string,
  outcome: (x: readonly number[], rng: Rng) => Readonly<Record<string, number>>,
): Table {
  const rng = createRng(seed);
  const names = Array.from({ length: regressors }, (_, index) => `x${index + 1}`);
  const records = Array.from({ length: rows }, () => {
    const x = names.map(() => rng.normal());
    return { ...Object.fromEntries(names.map((name, index) => [name, x[index] ?? 0])), ...outcome(x, rng) };
  });
  return tableFromRows(Object.fromEntries(Object.keys(records[0] ?? {}).map((name) => [name, 'float64'])), records);
}

/** The offer that player 1 makes, by bisection of Q − y − R1 − s2 (1 + exp((y − R2)/s2)), which falls in y; and whether 2 accepts it. */
function bargain(most: number, r1: number, r2: number, s2: number, rng: Rng): { readonly offer: number; readonly accept: number } {
  let [low, high] = [-200, 200];
  for (let step = 0; step < 80; step++) {
    const y = (low + high) / 2;
    if (most - y - r1 - s2 * (1 + Math.exp((y - r2) / s2)) > 0) low = y;
    else high = y;
  }
  const offer = Math.min(most, Math.max(0, low));
  return { offer, accept: offer > r2 + s2 * logisticDraw(rng) ? 1 : 0 };
}

/** A model, the parameters of its plays in the order of its coefficients, and plays. */
export interface SimulatedFit {
  readonly request: FitRequest;
  readonly truth: readonly number[];
  readonly table: (rows: number, seed: string) => Table;
}

type Errors = { readonly link: 'probit' | 'logit'; readonly type: 'agent' | 'private' };

export const play12 = (errors: Errors): SimulatedFit => ({
  request: { model: 'egame12', ...errors, formula: 'y ~ x1 | 0 | x2 + x3 | x4' },
  truth: [0.5, -1, 0.8, 1, -1, -0.3, 1],
  table: (rows, seed) =>
    simulated(rows, 4, seed, ([x1 = 0, x2 = 0, x3 = 0, x4 = 0], rng) => ({ y: play(egame12, [0.5 - x1, 0, 0.8 + x2 - x3, -0.3 + x4], { ...errors, rng }) })),
});

export const play122 = (errors: Errors): SimulatedFit => ({
  request: { model: 'egame122', ...errors, formula: 'y ~ x1 | x2 | 0 | x3 + x4 | x5 | x6' },
  truth: [0.5, -1, -0.5, 1, 0.5, 1, -1, 0.7, -1, -0.6, 1],
  table: (rows, seed) =>
    simulated(rows, 6, seed, ([x1 = 0, x2 = 0, x3 = 0, x4 = 0, x5 = 0, x6 = 0], rng) => ({
      y: play(egame122, [0.5 - x1, -0.5 + x2, 0, 0.5 + x3 - x4, 0.7 - x5, -0.6 + x6], { ...errors, rng }),
    })),
});

export const play123 = (errors: Errors): SimulatedFit => ({
  request: { model: 'egame123', ...errors, formula: 'y ~ x1 | 0 | x2 - 1 | x3 | 0 | x4 - 1 | x5 | x6' },
  truth: [-0.4, 1, 1, 0.5, 1, -1, 0.6, 1, 0.3, -1],
  table: (rows, seed) =>
    simulated(rows, 6, seed, ([x1 = 0, x2 = 0, x3 = 0, x4 = 0, x5 = 0, x6 = 0], rng) => ({
      y: play(egame123, [-0.4 + x1, 0, x2, 0.5 + x3, 0, -x4, 0.6 + x5, 0.3 - x6], { ...errors, rng }),
    })),
});

export const bargains = (): SimulatedFit => ({
  request: { model: 'ultimatum', maxOffer: 15, formula: 'offer + accept ~ x1 | x2' },
  truth: [5, -2, 8, 2, Math.log(3), 0],
  table: (rows, seed) => simulated(rows, 2, seed, ([x1 = 0, x2 = 0], rng) => bargain(15, 5 - 2 * x1 + 3 * logisticDraw(rng), 8 + 2 * x2, 1, rng)),
});
