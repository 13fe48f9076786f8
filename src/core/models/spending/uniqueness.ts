import { principal, type Complementarity } from './complementarity.ts';

/** Members up to whom every principal minor is looked at, and every support tried. */
export const EXACT_MEMBERS = 12;

/** Whether a game has one Nash equilibrium, and how that is known. */
export interface Uniqueness {
  /** True: one, whatever the incomes of those who may spend. False: M is no P-matrix, so that some incomes have several. Undefined: not decided. */
  readonly unique: boolean | undefined;
  readonly by: 'positive definite' | 'diagonally dominant' | 'principal minors' | 'undecided';
}

/**
 * Whether M, on those who might spend, is a P-matrix: then there is one equilibrium (Cottle, Pang and Stone 1992, theorem 3.3.7).
 * Two sufficient conditions first, at any size: a positive-definite symmetric part after scaling the rows, which a uniform pact always
 * has, and diagonal dominance. Up to twelve members all principal minors decide.
 */
export function uniqueness(problem: Complementarity): Uniqueness {
  const spenders = mightSpend(problem);
  const n = spenders.length;
  const m = principal(problem.matrix, problem.n, spenders);
  if (isScaledPositiveDefinite(m, n)) return { unique: true, by: 'positive definite' };
  if (isDominant(m, n)) return { unique: true, by: 'diagonally dominant' };
  if (n > EXACT_MEMBERS) return { unique: undefined, by: 'undecided' };
  return { unique: isPMatrix(m, n), by: 'principal minors' };
}

/** Members who would spend alone. Nobody else ever does, as spill-ins are not negative. */
export function mightSpend({ constant }: Complementarity): number[] {
  return Array.from(constant.keys()).filter((i) => (constant[i] ?? 0) < 0);
}

/** All principal minors positive, by the recursion of Tsatsomeros and Li (2000, BIT 40): the first pivot, what is left without it, and its Schur complement. */
export function isPMatrix(m: Float64Array, n: number): boolean {
  if (n === 0) return true;
  const pivot = m[0] ?? 0;
  if (!(pivot > 1e-12)) return false;
  const size = n - 1;
  const rest = new Float64Array(size * size);
  const complement = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const value = m[(i + 1) * n + j + 1] ?? 0;
      rest[i * size + j] = value;
      complement[i * size + j] = value - ((m[(i + 1) * n] ?? 0) * (m[j + 1] ?? 0)) / pivot;
    }
  }
  return isPMatrix(rest, size) && isPMatrix(complement, size);
}

function isDominant(m: Float64Array, n: number): boolean {
  const indices = Array.from({ length: n }, (_, i) => i);
  const off = (i: number, at: (j: number) => number): number => indices.reduce((sum, j) => sum + (j === i ? 0 : Math.abs(m[at(j)] ?? 0)), 0);
  return indices.every((i) => off(i, (j) => i * n + j) < 1) || indices.every((j) => off(j, (i) => i * n + j) < 1);
}

/** Whether D M + M′ D is positive definite for D = I, or for the D that makes M most nearly symmetric, row against column. */
function isScaledPositiveDefinite(m: Float64Array, n: number): boolean {
  const ones = new Float64Array(n).fill(1);
  const balanced = Float64Array.from({ length: n }, (_, i) => {
    let row = 0;
    let column = 0;
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      row += m[i * n + j] ?? 0;
      column += m[j * n + i] ?? 0;
    }
    return row > 0 && column > 0 ? Math.sqrt(column / row) : 1;
  });
  return [symmetrizer(m, n), balanced, ones].some((scale) => scale !== undefined && isPositiveDefinite(symmetricPart(m, scale, n), n));
}

/** d with d_i M_ij = d_j M_ji along the first row, which is exact where spill-ins are symmetric; undefined where the row has zeros. */
function symmetrizer(m: Float64Array, n: number): Float64Array | undefined {
  const scale = Float64Array.from({ length: n }, (_, i) => (i === 0 ? 1 : (m[i] ?? 0) / (m[i * n] ?? 0)));
  return scale.every((value) => value > 0 && value < Infinity) ? scale : undefined;
}

function symmetricPart(m: Float64Array, scale: Float64Array, n: number): Float64Array {
  const part = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) part[i * n + j] = ((scale[i] ?? 1) * (m[i * n + j] ?? 0) + (scale[j] ?? 1) * (m[j * n + i] ?? 0)) / 2;
  }
  return part;
}

/** By Cholesky's factorization, in place. */
function isPositiveDefinite(a: Float64Array, n: number): boolean {
  for (let k = 0; k < n; k++) {
    const first = a[k * n + k] ?? 0;
    let pivot = first;
    for (let l = 0; l < k; l++) pivot -= (a[k * n + l] ?? 0) ** 2;
    if (!(pivot > 1e-12 * first)) return false;
    a[k * n + k] = Math.sqrt(pivot);
    for (let i = k + 1; i < n; i++) {
      let sum = a[i * n + k] ?? 0;
      for (let l = 0; l < k; l++) sum -= (a[i * n + l] ?? 0) * (a[k * n + l] ?? 0);
      a[i * n + k] = sum / (a[k * n + k] ?? 1);
    }
  }
  return true;
}
