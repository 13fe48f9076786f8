/** A root with how it was found. */
export interface Root {
  readonly value: number;
  /** f at the root. */
  readonly residual: number;
  readonly converged: boolean;
  readonly iterations: number;
}

/** Beside the tolerance asked for, the digits a number has. */
const EPSILON = Number.EPSILON;

/**
 * A root of f between two points at which its signs differ: bisection, the secant or inverse quadratic interpolation, whichever can be trusted
 * (Brent 1973, Algorithms for Minimization without Derivatives, ch. 4, zero).
 * @param tolerance on the root, beside the precision of numbers
 * @throws {RangeError} where the signs do not differ
 */
export function findRoot(f: (x: number) => number, from: number, to: number, tolerance = 1e-10, most = 200): Root {
  let [a, b] = [from, to];
  let [fa, fb] = [f(a), f(b)];
  if (Number.isNaN(fa) || Number.isNaN(fb) || fa * fb > 0) throw new RangeError(`no change of sign between ${from} and ${to}`);
  let [c, fc] = [a, fa];
  let step = b - a;
  let before = step;
  for (let iterations = 0; iterations < most; iterations++) {
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const near = 2 * EPSILON * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= near || fb === 0) return { value: b, residual: fb, converged: true, iterations };
    if (Math.abs(before) < near || Math.abs(fa) <= Math.abs(fb)) {
      step = half;
      before = half;
    } else {
      const s = fb / fa;
      let p: number;
      let q: number;
      if (a === c) {
        p = 2 * half * s;
        q = 1 - s;
      } else {
        const [u, r] = [fa / fc, fb / fc];
        p = s * (2 * half * u * (u - r) - (b - a) * (r - 1));
        q = (u - 1) * (r - 1) * (s - 1);
      }
      if (p > 0) q = -q;
      else p = -p;
      const trusted = 2 * p < 3 * half * q - Math.abs(near * q) && p < Math.abs((before * q) / 2);
      before = trusted ? step : half;
      step = trusted ? p / q : half;
    }
    [a, fa] = [b, fb];
    b += Math.abs(step) > near ? step : half > 0 ? near : -near;
    fb = f(b);
    if (fb > 0 === fc > 0) {
      [c, fc] = [a, fa];
      step = b - a;
      before = step;
    }
  }
  return { value: b, residual: fb, converged: false, iterations: most };
}
