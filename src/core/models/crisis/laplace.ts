import { gaussLegendre, type Quadrature } from '../../math/gauss-legendre.ts';
import type { Contender, WarOddsAt, WarOddsOf } from './war-odds.ts';

/**
 * Expectations for decisiveness m = 1, exact in time linear in the joiners (the Hessian quadratic).
 *
 * With φ_D, φ_C the Laplace transforms of the two sides' strengths, E[S_C / (S_D + S_C)] = −∫₀^∞ φ_D(t) φ_C′(t) dt, where
 * φ_D = e^(−t S_T) ∏ (1 − q_i + q_i e^(−t s_i)). Substituting x = e^(−t S₀), S₀ the strength of the two principals, and x = y^4 gives a
 * smooth integrand on [0, 1], on which Gauss-Legendre converges quickly. The stronger the joiners against the principals, the more
 * points it takes: as many as agree with enumeration to 1e−10.
 */
const POWER = 4;
const TINY = 1e-300;

/** Points, by the joiners' strength over the principals'. */
const POINTS: readonly (readonly [ratio: number, points: number])[] = [
  [10, 20],
  [25, 40],
  [75, 64],
  [250, 96],
  [750, 192],
  [Infinity, 256],
];
const rules = new Map<number, Quadrature>();

function ruleFor(ratio: number): Quadrature {
  const points = POINTS.find(([most]) => ratio <= most)?.[1] ?? 256;
  const known = rules.get(points);
  if (known !== undefined) return known;
  const rule = gaussLegendre(points);
  rules.set(points, rule);
  return rule;
}

/** The last game made ready: the same strengths are often asked about twice, with a promise and without. */
let last: { readonly target: number; readonly challenger: number; readonly contenders: readonly Contender[]; readonly odds: WarOddsOf } | undefined;

const alike = (a: readonly Contender[], b: readonly Contender[]): boolean =>
  a.length === b.length && a.every((one, i) => one.strength === b[i]?.strength && one.forTarget === b[i]?.forTarget);

/** @throws {RangeError} where the principals have no strength */
export function laplaceOdds(target: number, challenger: number, contenders: readonly Contender[]): WarOddsOf {
  if (last?.target === target && last.challenger === challenger && alike(last.contenders, contenders)) return last.odds;
  const odds = prepareOdds(target, challenger, contenders);
  last = { target, challenger, contenders, odds };
  return odds;
}

function prepareOdds(target: number, challenger: number, contenders: readonly Contender[]): WarOddsOf {
  const principals = target + challenger;
  if (!(principals > 0)) throw new RangeError('challenger and target need some strength');
  const n = contenders.length;
  const strengths = Float64Array.from(contenders, ({ strength }) => strength);
  const { nodes, weights } = ruleFor(strengths.reduce((sum, strength) => sum + strength, 0) / principals);
  const points = nodes.length;
  const forTarget = contenders.map((contender) => contender.forTarget);
  // z_i(y) = e^(−t s_i), node by node.
  const z = new Float64Array(points * n);
  const measure = new Float64Array(points);
  for (let point = 0; point < points; point++) {
    const y = nodes[point] ?? 0;
    measure[point] = ((weights[point] ?? 0) * POWER * y ** (POWER - 1)) / principals;
    const logX = POWER * Math.log(y);
    for (let i = 0; i < n; i++) z[point * n + i] = Math.exp((logX * (strengths[i] ?? 0)) / principals);
  }
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  const slope = new Float64Array(n);
  const turn = new Float64Array(n);
  const factor = new Float64Array(n);

  const at: WarOddsAt = (q, second) => {
    gradient.fill(0);
    if (second) hessian.fill(0);
    let value = 0;
    for (let point = 0; point < points; point++) {
      const from = point * n;
      let product = measure[point] ?? 0;
      // Expected strength of the challenger's side, tilted by e^(−t S): −φ_C′/φ_C.
      let rate = challenger;
      for (let i = 0; i < n; i++) {
        const zi = z[from + i] ?? 0;
        const qi = q[i] ?? 0;
        // Certain to come and overwhelming: the factor is zero, and only what divides it again must stay finite.
        const f = Math.max(TINY, 1 - qi + qi * zi);
        factor[i] = f;
        product *= f;
        if (forTarget[i] === false) rate += (qi * (strengths[i] ?? 0) * zi) / f;
      }
      const whole = product * rate;
      value += whole;
      // Derivatives of log f_i and of the rate in q_i; both depend on q_i alone.
      for (let i = 0; i < n; i++) {
        const zi = z[from + i] ?? 0;
        const f = factor[i] ?? 1;
        slope[i] = (zi - 1) / f;
        // Divided twice: the square of a tiny factor would be zero.
        turn[i] = forTarget[i] === true ? 0 : ((strengths[i] ?? 0) * zi) / f / f;
        gradient[i] = (gradient[i] ?? 0) + whole * (slope[i] ?? 0) + product * (turn[i] ?? 0);
      }
      if (!second) continue;
      for (let i = 1; i < n; i++) {
        const row = i * n;
        const outer = whole * (slope[i] ?? 0) + product * (turn[i] ?? 0);
        const inner = product * (slope[i] ?? 0);
        for (let j = 0; j < i; j++) hessian[row + j] = (hessian[row + j] ?? 0) + outer * (slope[j] ?? 0) + inner * (turn[j] ?? 0);
      }
    }
    if (second) for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) hessian[j * n + i] = hessian[i * n + j] ?? 0;
    return { value, gradient, hessian };
  };
  return { at, coupling: forTarget.every(Boolean) ? couplingOf(z, measure, challenger, n) : undefined };
}

/** With allies of one side every second derivative is largest where nobody joins, Σ_t (1 − z_i)(1 − z_j): summed over j at once. */
function couplingOf(z: Float64Array, measure: Float64Array, challenger: number, n: number): Float64Array {
  const sums = new Float64Array(n);
  for (let point = 0; point < measure.length; point++) {
    const from = point * n;
    let all = 0;
    for (let i = 0; i < n; i++) all += 1 - (z[from + i] ?? 0);
    const weight = (measure[point] ?? 0) * challenger;
    for (let i = 0; i < n; i++) {
      const own = 1 - (z[from + i] ?? 0);
      sums[i] = (sums[i] ?? 0) + weight * own * (all - own);
    }
  }
  return sums;
}
