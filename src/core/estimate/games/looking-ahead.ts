import type { DecisionNode } from './tree.ts';

/** Errors on actions (`agent`), or on payoffs that their owner alone knows (`private`): Signorino 2003, Political Analysis 11. */
export const ERROR_TYPES = ['agent', 'private'] as const;
export type ErrorType = (typeof ERROR_TYPES)[number];

/**
 * What moving right is worth more than moving left, in standard deviations of its error, as a function of the utilities and of
 * the chances q that later moves go right: z = Σ w(q) u / S(q). The weights w are chances of outcomes, negative on the left. S is √2 with
 * agent error, and √Σw² with private information, as every payoff has an error of its own, those worth 0 too.
 */
export interface LookAhead {
  /** z, at 0. */
  readonly z: Float64Array;
  /** w/S by path: ∂z/∂u. */
  readonly slopes: Float64Array;
  /** ∂z/∂q. */
  readonly byLater: Float64Array;
  /** ∂²z/∂u∂q, path by path. */
  readonly slopesByLater: Float64Array;
  /** ∂²z/∂q∂q', row by row. */
  readonly byLaterTwice: Float64Array;
  /** Computes all of it: the derivatives in q from order 1 on, the second ones from order 2 on. `utilities` by path. */
  readonly look: (utilities: Float64Array, q: Float64Array, order: 0 | 1 | 2) => void;
}

/** The view of one move. Its arrays are overwritten by every call of `look`. */
export function lookAhead({ paths, later }: DecisionNode, type: ErrorType): LookAhead {
  const M = later.length;
  const P = paths.length;
  const sign = Float64Array.from(paths, ({ right }) => (right ? 1 : -1));
  /** By path and later move: 1 where the path goes right there, −1 left, 0 where it does not come there. */
  const turns = new Float64Array(P * M);
  paths.forEach(({ steps }, path) => steps.forEach(({ later: m, right }) => (turns[path * M + m] = right ? 1 : -1)));
  const w = new Float64Array(P);
  const dw = new Float64Array(P * M);
  const ddw = new Float64Array(P * M * M);
  const sOne = new Float64Array(M);
  const z = new Float64Array(1);
  const slopes = new Float64Array(P);
  const byLater = new Float64Array(M);
  const slopesByLater = new Float64Array(P * M);
  const byLaterTwice = new Float64Array(M * M);

  const factor = (turn: number, q: number): number => (turn > 0 ? q : turn < 0 ? 1 - q : 1);

  function weigh(q: Float64Array, order: 0 | 1 | 2): void {
    for (let path = 0; path < P; path++) {
      let product = sign[path] ?? 0;
      for (let m = 0; m < M; m++) product *= factor(turns[path * M + m] ?? 0, q[m] ?? 0);
      w[path] = product;
      if (order === 0) continue;
      for (let m = 0; m < M; m++) {
        let one = (sign[path] ?? 0) * (turns[path * M + m] ?? 0);
        for (let other = 0; other < M; other++) if (other !== m) one *= factor(turns[path * M + other] ?? 0, q[other] ?? 0);
        dw[path * M + m] = one;
        if (order === 1) continue;
        for (let n = 0; n < m; n++) {
          let two = (sign[path] ?? 0) * (turns[path * M + m] ?? 0) * (turns[path * M + n] ?? 0);
          for (let other = 0; other < M; other++) if (other !== m && other !== n) two *= factor(turns[path * M + other] ?? 0, q[other] ?? 0);
          ddw[(path * M + m) * M + n] = two;
          ddw[(path * M + n) * M + m] = two;
        }
      }
    }
  }

  function look(u: Float64Array, q: Float64Array, order: 0 | 1 | 2): void {
    weigh(q, order);
    let N = 0;
    let V = 0;
    for (let path = 0; path < P; path++) {
      const weight = w[path] ?? 0;
      N += weight * (u[path] ?? 0);
      V += weight * weight;
    }
    const S = type === 'agent' ? Math.SQRT2 : Math.sqrt(V);
    const worth = N / S;
    z[0] = worth;
    for (let path = 0; path < P; path++) slopes[path] = (w[path] ?? 0) / S;
    if (order === 0) return;
    for (let m = 0; m < M; m++) {
      let slope = 0;
      let spread = 0;
      for (let path = 0; path < P; path++) {
        const one = dw[path * M + m] ?? 0;
        slope += one * (u[path] ?? 0);
        spread += (w[path] ?? 0) * one;
      }
      const s = type === 'agent' ? 0 : spread / S;
      sOne[m] = s;
      byLater[m] = (slope - worth * s) / S;
    }
    if (order === 1) return;
    for (let m = 0; m < M; m++) {
      const sm = sOne[m] ?? 0;
      for (let path = 0; path < P; path++) slopesByLater[path * M + m] = ((dw[path * M + m] ?? 0) - (slopes[path] ?? 0) * sm) / S;
      for (let n = 0; n <= m; n++) {
        let slope = 0;
        let spread = 0;
        for (let path = 0; path < P; path++) {
          const two = ddw[(path * M + m) * M + n] ?? 0;
          slope += two * (u[path] ?? 0);
          spread += (dw[path * M + m] ?? 0) * (dw[path * M + n] ?? 0) + (w[path] ?? 0) * two;
        }
        const sn = sOne[n] ?? 0;
        const s = type === 'agent' ? 0 : (spread - sm * sn) / S;
        const second = (slope - (byLater[n] ?? 0) * sm - (byLater[m] ?? 0) * sn - worth * s) / S;
        byLaterTwice[m * M + n] = second;
        byLaterTwice[n * M + m] = second;
      }
    }
  }

  return { z, slopes, byLater, slopesByLater, byLaterTwice, look };
}
