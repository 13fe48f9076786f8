import { gaussLegendre } from '../../math/gauss-legendre.ts';
import { logistic } from '../../math/logistic.ts';
import { rowByRow, type Kernel } from '../kernel.ts';

/**
 * The ultimatum game of Ramsay and Signorino (2009, "A Statistical Model of the Ultimatum Game"): 1 offers y of Q and keeps Q − y, or gets
 * its reservation value R1 + ε1 where 2 refuses; 2 accepts what exceeds R2 + ε2. Errors are logistic with scales s1 and s2. 1 offers what solves
 * Q − y = R1 + ε1 + s2 (1 + exp((y − R2)/s2)), or the nearest of 0 and Q.
 */
export interface Offers {
  readonly offer: Float64Array;
  /** Whether it was accepted, 1 or 0; left out where only the offers are modeled. */
  readonly accepted?: Int32Array;
  /** Q, the most that can be offered. */
  readonly most: number;
}

/** Offers nearer to 0 or Q than this are counted as at the bound. */
const TOLERANCE = 1e-8;

/** The game as a likelihood of the indices R1, R2, log s1, log s2. */
export function ultimatumKernel({ offer, accepted, most }: Offers): Kernel {
  return rowByRow(4, (eta, row, order, gradient, hessian) => {
    const [r1, r2] = [eta[0] ?? 0, eta[1] ?? 0];
    const [s1, s2] = [Math.exp(eta[2] ?? 0), Math.exp(eta[3] ?? 0)];
    const given = offer[row] ?? 0;
    const low = Math.abs(given) < TOLERANCE;
    const high = Math.abs(given - most) < TOLERANCE;
    const y = low ? 0 : high ? most : given;
    const a = (y - r2) / s2;
    // Beyond e^500 the offer is impossible anyway; its derivatives stay finite.
    const e = Math.exp(Math.min(a, 500));
    const t = (y - most + r1 + s2 * (1 + e)) / s1;
    const up = logistic(-t);
    const bend = up * (1 - up);
    const logUp = t > 0 ? -Math.log1p(Math.exp(-t)) : t - Math.log1p(Math.exp(t));
    // Offers are distributed as Λ(t(y)); inside the bounds the density is Λ(1 − Λ) t′, and t′ = (1 + e)/s1.
    const inside = !low && !high;
    let value: number;
    let byT: number;
    let byTT: number;
    if (low) [value, byT, byTT] = [logUp, up, -bend];
    else if (high) [value, byT, byTT] = [logUp - t, up - 1, -bend];
    else [value, byT, byTT] = [2 * logUp - t, 2 * up - 1, -2 * bend];
    const m = e / (1 + e);
    let byA = 0;
    let byAA = 0;
    if (inside) {
      value += Math.log1p(e) - (eta[2] ?? 0);
      byA = m;
      byAA = m * (1 - m);
    }
    if (accepted !== undefined) {
      const yes = accepted[row] === 1;
      const b = yes ? a : -a;
      value += b > 0 ? -Math.log1p(Math.exp(-b)) : b - Math.log1p(Math.exp(b));
      byA += yes ? 1 - logistic(a) : -logistic(a);
      byAA -= logistic(a) * logistic(-a);
    }
    if (order === 0) return value;
    const t1 = 1 / s1;
    const t2 = -e / s1;
    const t4 = (s2 * (1 + e - e * a)) / s1;
    const a2 = -1 / s2;
    gradient[0] = byT * t1;
    gradient[1] = byT * t2 + byA * a2;
    gradient[2] = -byT * t - (inside ? 1 : 0);
    gradient[3] = byT * t4 - byA * a;
    if (order === 1) return value;
    const set = (i: number, j: number, second: number): void => {
      hessian[i * 4 + j] = second;
      hessian[j * 4 + i] = second;
    };
    set(0, 0, byTT * t1 * t1);
    set(0, 1, byTT * t1 * t2);
    set(0, 2, -byTT * t1 * t - byT * t1);
    set(0, 3, byTT * t1 * t4);
    set(1, 1, byTT * t2 * t2 + (byT * e) / (s1 * s2) + byAA * a2 * a2);
    set(1, 2, -byTT * t2 * t - byT * t2);
    set(1, 3, byTT * t2 * t4 + (byT * e * a) / s1 - byAA * a2 * a - byA * a2);
    set(2, 2, byTT * t * t + byT * t);
    set(2, 3, -byTT * t * t4 - byT * t4);
    set(3, 3, byTT * t4 * t4 + (byT * s2 * (1 + e - e * a + e * a * a)) / s1 + byAA * a * a + byA * a);
    return value;
  });
}

const POINTS = 128;
const { nodes, weights } = gaussLegendre(POINTS);

/** The expected offer and the chance that it is accepted, over 1's error, the bounds counted in: by quadrature over offers from 0 to Q. */
export function expectedOffer(eta: Float64Array, most: number): readonly [offer: number, accepted: number] {
  const [r1, r2] = [eta[0] ?? 0, eta[1] ?? 0];
  const [s1, s2] = [Math.exp(eta[2] ?? 0), Math.exp(eta[3] ?? 0)];
  let offer = 0;
  let accepted = logistic(-r2 / s2);
  for (let i = 0; i < POINTS; i++) {
    const y = most * (nodes[i] ?? 0);
    const weight = most * (weights[i] ?? 0);
    const a = (y - r2) / s2;
    // The chance that more than y is offered.
    const more = logistic(-(y - most + r1 + s2 * (1 + Math.exp(Math.min(a, 500)))) / s1);
    offer += weight * more;
    accepted += (weight * more * logistic(a) * logistic(-a)) / s2;
  }
  return [offer, accepted];
}
