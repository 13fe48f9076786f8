import type { Contender, WarOddsAt, WarOddsOf } from './war-odds.ts';

/** Points of the grid on which the joiners' strength is laid. */
const POINTS = 2048;

/**
 * Expectations for any decisiveness m and any number of the target's allies, on a grid of strength: each ally's strength is split between the two
 * points around it so that its mean stays. Distributions are built from the front and the value from the back, so that what one ally
 * adds costs no further convolution.
 *
 * The split adds at most h²/4 to the variance of each, so that the error of the expectation is at most n h²/8 · max |φ″|, φ the chance of
 * the challenger as a function of the joiners' strength.
 * @throws {RangeError} where somebody may join the challenger: two sides take two grids
 */
export function convolvedOdds(
  target: number,
  challenger: number,
  contenders: readonly Contender[],
  decisiveness: number,
): WarOddsOf & { readonly error: number } {
  if (contenders.some(({ forTarget }) => !forTarget)) throw new RangeError('with many joiners on both sides only a decisiveness of 1 can be solved');
  const n = contenders.length;
  const total = contenders.reduce((sum, { strength }) => sum + strength, 0);
  const step = total / (POINTS - 1) || 1;
  const loses = (joined: number): number => 1 / (1 + ((target + joined) / challenger) ** decisiveness);
  // One point more, so that the last strength can be split like the others.
  const size = POINTS + 1;
  const end = Float64Array.from({ length: size }, (_, k) => loses(k * step));
  const places = contenders.map(({ strength }) => {
    const at = Math.floor(strength / step + 1e-12);
    return { at, above: Math.max(0, strength / step - at) };
  });
  let curvature = 0;
  for (let k = 1; k + 1 < size; k++) {
    const bend = ((end[k + 1] ?? 0) - 2 * (end[k] ?? 0) + (end[k - 1] ?? 0)) / (step * step);
    curvature = Math.max(curvature, Math.abs(bend));
  }

  /** The value with one ally's coming added: (1 − q) V(k) + q [(1 − a) V(k + s) + a V(k + s + 1)]. */
  const joined = (value: Float64Array, i: number, k: number): number => {
    const { at, above } = places[i] ?? { at: 0, above: 0 };
    const low = Math.min(size - 1, k + at);
    const high = Math.min(size - 1, k + at + 1);
    return (1 - above) * (value[low] ?? 0) + above * (value[high] ?? 0);
  };

  const values = Array.from({ length: n + 1 }, () => new Float64Array(size));
  const mass = new Float64Array(size);
  const next = new Float64Array(size);
  const gradientAt = (q: Float64Array, gradient: Float64Array): number => {
    values[n]?.set(end);
    for (let i = n - 1; i >= 0; i--) {
      const [value, after] = [values[i] ?? end, values[i + 1] ?? end];
      const qi = q[i] ?? 0;
      for (let k = 0; k < size; k++) value[k] = (1 - qi) * (after[k] ?? 0) + qi * joined(after, i, k);
    }
    mass.fill(0);
    mass[0] = 1;
    for (let i = 0; i < n; i++) {
      const after = values[i + 1] ?? end;
      const qi = q[i] ?? 0;
      const { at, above } = places[i] ?? { at: 0, above: 0 };
      let slope = 0;
      next.fill(0);
      for (let k = 0; k < size; k++) {
        const weight = mass[k] ?? 0;
        if (weight === 0) continue;
        slope += weight * (joined(after, i, k) - (after[k] ?? 0));
        next[k] = (next[k] ?? 0) + (1 - qi) * weight;
        const low = Math.min(size - 1, k + at);
        const high = Math.min(size - 1, k + at + 1);
        next[low] = (next[low] ?? 0) + qi * (1 - above) * weight;
        next[high] = (next[high] ?? 0) + qi * above * weight;
      }
      gradient[i] = slope;
      mass.set(next);
    }
    return values[0]?.[0] ?? end[0] ?? 0;
  };

  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  const [with_, without] = [new Float64Array(n), new Float64Array(n)];
  const at: WarOddsAt = (q, second) => {
    const pairs = second ? n : 0;
    for (let j = 0; j < pairs; j++) {
      // The expectation is linear in every single chance: the difference between its ends is the derivative.
      const ends = q.slice();
      ends[j] = 1;
      gradientAt(ends, with_);
      ends[j] = 0;
      gradientAt(ends, without);
      for (let i = 0; i < n; i++) hessian[i * n + j] = i === j ? 0 : (with_[i] ?? 0) - (without[i] ?? 0);
    }
    const value = gradientAt(q, gradient);
    return { value, gradient, hessian };
  };
  return { at, coupling: undefined, error: (n * step * step * curvature) / 8 };
}
