import { normalDensity } from '../../math/normal.ts';

/**
 * The national shock, standard normal, on an even grid with positive weights that sum to 1. The trapezoidal rule converges faster than any
 * power on smooth integrands that vanish at both ends (Trefethen and Weideman 2014, SIAM Review 56); as its weights are positive, what is
 * lower at every shock is lower in the mean, without error.
 */
export interface ShockGrid {
  readonly points: Float64Array;
  readonly weights: Float64Array;
}

const REACH = 6;
const STEP = 0.1;

function makeGrid(): ShockGrid {
  const count = Math.round((2 * REACH) / STEP) + 1;
  const points = Float64Array.from({ length: count }, (_, k) => -REACH + k * STEP);
  const weights = points.map(normalDensity);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return { points, weights: weights.map((weight) => weight / sum) };
}

export const SHOCKS: ShockGrid = makeGrid();

/** Largest error of a mean over the grid, for bodies up to 800 members and shocks up to 2 logits (held by a test). */
export const GRID_ERROR = 1e-3;

/** Mean over the shocks of a function given at the grid's points. */
export function overShocks(curve: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < SHOCKS.weights.length; k++) sum += (SHOCKS.weights[k] ?? 0) * (curve[k] ?? 0);
  return Math.min(1, sum);
}

/**
 * Weights over the grid of z = √ρ c + √(1 − ρ) ε given the common part c; ε standard normal.
 * @param correlation ρ, 0 to .98
 */
export function shocksGiven(common: number, correlation: number): Float64Array {
  const spread = Math.sqrt(1 - correlation);
  const center = Math.sqrt(correlation) * common;
  const weights = SHOCKS.points.map((z) => normalDensity((z - center) / spread));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
