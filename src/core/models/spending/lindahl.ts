import { solveInPlace } from '../../math/linear.ts';
import { baseSecurity, checkGame, ownEffect, type SpendingGame } from './game.ts';
import { sumOf } from './nash.ts';

/** An efficient allocation, in which each member pays for what it gains. */
export interface Lindahl {
  /** What each member pays in all, to itself and to others. Unique. */
  readonly payments: readonly number[];
  /** What is spent in each member. Several ways may do equally well (a pure public good: any); then one in their middle. */
  readonly spending: readonly number[];
  readonly total: number;
  /** Personalized prices: in row i, what i pays of each unit of each other's spending; a column adds up to 1 where there is spending. */
  readonly prices: readonly (readonly number[])[];
  /** ω_i g_i + Σ_j π_ij g_j + b_i. Unique. */
  readonly security: readonly number[];
  readonly method: 'interior-point';
  readonly converged: boolean;
  readonly iterations: number;
  /** Largest violation of a column's price of 1, spending or not. */
  readonly residual: number;
  readonly warnings: readonly string[];
}

const TOLERANCE = 1e-11;
const MAX_ITERATIONS = 100;

/**
 * The Lindahl equilibrium (Lindahl 1919; for joint products Sandler 1977). At prices p_ij = a_ij m_i, with a_ii = ω_i, a_ij = π_ij and
 * m_i = α_i y_i / (Σ_j a_ij g_j + (1 − α_i) b_i), all want the same spending, and Σ_i p_ij ≤ 1, with equality where g_j > 0. These are
 * the conditions of the concave program
 *
 *     max Σ_i α_i y_i ln(Σ_j a_ij g_j + (1 − α_i) b_i) − Σ_j g_j,  g ≥ 0
 *
 * (Eisenberg and Gale 1959), solved by a primal-dual interior point. Without base security each pays α_i y_i, and the total is their sum.
 * @throws {RangeError} for a game that is none
 */
export function lindahl(game: SpendingGame): Lindahl {
  checkGame(game);
  const { members, spillins } = game;
  const n = members.length;
  const scale = sumOf(members.map(({ security_weight, income }) => security_weight * income)) || 1;
  const a = new Float64Array(n * n);
  members.forEach((member, i) => spillins[i]?.forEach((value, j) => (a[i * n + j] = i === j ? ownEffect(member) : value)));
  // Budgets for security, and base security, in shares of all the budgets.
  const budgets = Float64Array.from(members, ({ security_weight, income }) => (security_weight * income) / scale);
  const offsets = Float64Array.from(members, (member) => ((1 - member.security_weight) * baseSecurity(member)) / scale);
  const solved = maximize(a, budgets, offsets, n);

  const gained = product(a, solved.point, n);
  const values = gained.map((gain, i) => ((budgets[i] ?? 0) === 0 ? 0 : (budgets[i] ?? 0) / (gain + (offsets[i] ?? 0))));
  const spending = Array.from(solved.point, (share) => share * scale);
  const payments = Array.from(gained, (gain, i) => gain * (values[i] ?? 0) * scale);
  const security = members.map((member, i) => (gained[i] ?? 0) * scale + baseSecurity(member));
  const insolvent = members.flatMap(({ income, security_weight: alpha }, i) =>
    (payments[i] ?? 0) < income && (alpha === 0 || (security[i] ?? 0) > 0)
      ? []
      : [`Member ${i + 1}: what the threat requires is more than its income can buy at these prices; the model does not hold for it.`],
  );
  return {
    payments,
    spending,
    total: sumOf(spending),
    prices: members.map((_, i) => Array.from({ length: n }, (__, j) => (a[i * n + j] ?? 0) * (values[i] ?? 0))),
    security,
    method: 'interior-point',
    converged: solved.converged,
    iterations: solved.iterations,
    residual: solved.residual,
    warnings: [...(solved.converged ? [] : ['The efficient allocation was not found to the tolerance; the last point is shown.']), ...insolvent],
  };
}

function product(a: Float64Array, g: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += (a[i * n + j] ?? 0) * (g[j] ?? 0);
    return sum;
  });
}

interface Maximum {
  readonly point: Float64Array;
  readonly converged: boolean;
  readonly iterations: number;
  readonly residual: number;
}

/** max Σ t_i ln(A g + c)_i − Σ g over g ≥ 0. With F = 1 − A′(t / (A g + c)), the conditions F = w ≥ 0, g w = 0 are followed to μ → 0. */
function maximize(a: Float64Array, t: Float64Array, c: Float64Array, n: number): Maximum {
  const g = new Float64Array(n).fill(1);
  while (product(a, g, n).some((gain, i) => (t[i] ?? 0) > 0 && gain + (c[i] ?? 0) <= 0)) for (let j = 0; j < n; j++) g[j] = 2 * (g[j] ?? 0);
  const w = new Float64Array(n).fill(1);
  const hessian = new Float64Array(n * n);
  const step = new Float64Array(n);
  for (let iterations = 1; ; iterations++) {
    const inside = product(a, g, n).map((gain, i) => gain + (c[i] ?? 0));
    const slope = new Float64Array(n).fill(1);
    hessian.fill(0);
    for (let i = 0; i < n; i++) {
      if ((t[i] ?? 0) === 0) continue;
      const value = (t[i] ?? 0) / (inside[i] ?? 1);
      const curve = value / (inside[i] ?? 1);
      for (let j = 0; j < n; j++) {
        const aij = a[i * n + j] ?? 0;
        if (aij === 0) continue;
        slope[j] = (slope[j] ?? 0) - aij * value;
        for (let k = 0; k <= j; k++) hessian[j * n + k] = (hessian[j * n + k] ?? 0) + curve * aij * (a[i * n + k] ?? 0);
      }
    }
    for (let j = 0; j < n; j++) for (let k = 0; k < j; k++) hessian[k * n + j] = hessian[j * n + k] ?? 0;
    let gap = 0;
    let off = 0;
    let residual = 0;
    for (let j = 0; j < n; j++) {
      gap += (g[j] ?? 0) * (w[j] ?? 0);
      off = Math.max(off, Math.abs((slope[j] ?? 0) - (w[j] ?? 0)));
      residual = Math.max(residual, -(slope[j] ?? 0), Math.min(g[j] ?? 0, Math.abs(slope[j] ?? 0)));
    }
    if ((off <= TOLERANCE && gap <= TOLERANCE) || iterations > MAX_ITERATIONS) {
      return { point: g, converged: residual <= 1e-7, iterations: iterations - 1, residual };
    }
    const mu = ((off > 0.1 ? 0.5 : 0.05) * gap) / n;
    for (let j = 0; j < n; j++) {
      step[j] = mu / (g[j] ?? 1) - (slope[j] ?? 0);
      hessian[j * n + j] = (hessian[j * n + j] ?? 0) + (w[j] ?? 0) / (g[j] ?? 1);
    }
    if (solveInPlace(hessian, step, n) === 0) return { point: g, converged: false, iterations, residual };
    // Nothing may lose more than nine tenths of its distance to zero in one step.
    let length = 1;
    const keep = (value: number, change: number): void => {
      if (change < 0) length = Math.min(length, (-0.9 * value) / change);
    };
    const dual = w.map((value, j) => mu / (g[j] ?? 1) - value - (value / (g[j] ?? 1)) * (step[j] ?? 0));
    const change = product(a, step, n);
    for (let j = 0; j < n; j++) {
      keep(g[j] ?? 0, step[j] ?? 0);
      keep(w[j] ?? 0, dual[j] ?? 0);
      if ((t[j] ?? 0) > 0) keep(inside[j] ?? 0, change[j] ?? 0);
    }
    for (let j = 0; j < n; j++) {
      g[j] = (g[j] ?? 0) + length * (step[j] ?? 0);
      w[j] = (w[j] ?? 0) + length * (dual[j] ?? 0);
    }
  }
}
