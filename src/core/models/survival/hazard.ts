import { logistic } from '../../math/logistic.ts';

/** What moves the yearly chance that a treaty ends or a member leaves. Its kind (multilateral, ...) sets the baseline instead. */
export const HAZARD_TERMS = [
  /** Change of the members' relative power since the treaty was made, as an absolute log ratio. */
  'capability-change',
  /** A member's regime changed within three years. */
  'regime-change',
  /** A member made a new alliance with an outsider. */
  'outside-alliance',
  /** No great power among the members. */
  'minor-minor',
  /** The promise hangs on the adversary, the place or a war under way. */
  'conditional',
  /** Holds a promise to join an attack. */
  'offense',
  /** Members owe different things. */
  'asymmetric',
  /** The term runs out this year. */
  'term-expiring',
  /** A member is at war. */
  'member-at-war',
  /** The year is 1946 or later. */
  'after-1945',
  /** Value out − value in − penalty: by how much leaving pays, % of own GDP a year. */
  'value',
] as const;

export type HazardTerm = (typeof HAZARD_TERMS)[number];

/** A number per term; 0 where it is left out. */
export type HazardTerms = Readonly<Partial<Record<HazardTerm, number>>>;

/**
 * The yearly hazard in discrete time: logit h = α + β·x.
 * @param intercept α: see `interceptFor`
 * @param coefficients β, log odds
 */
export function yearlyHazard(intercept: number, coefficients: HazardTerms, terms: HazardTerms): number {
  return logistic(HAZARD_TERMS.reduce((sum, term) => sum + (coefficients[term] ?? 0) * (terms[term] ?? 0), intercept));
}

/**
 * The intercept at which treaties of a reference population end at an observed yearly rate: the mean of Λ(α + β·x) over all profiles of
 * terms that hold or not, independent of each other, each with its share of the years. At the mean profile alone the rate would come out
 * too low, as the logit is convex there.
 * @param rate observed ends a year, above 0 and below 1
 * @param shares of the years in which each term holds, 0 to 1
 * @throws {RangeError} for a rate that no intercept gives
 */
export function interceptFor(rate: number, coefficients: HazardTerms, shares: HazardTerms): number {
  if (!(rate > 0 && rate < 1)) throw new RangeError('a yearly rate lies between 0 and 1');
  let profiles: readonly { readonly weight: number; readonly sum: number }[] = [{ weight: 1, sum: 0 }];
  for (const term of HAZARD_TERMS) {
    const share = shares[term] ?? 0;
    const coefficient = coefficients[term] ?? 0;
    if (share === 0 || coefficient === 0) continue;
    profiles = profiles.flatMap(({ weight, sum }) => [
      { weight: weight * (1 - share), sum },
      { weight: weight * share, sum: sum + coefficient },
    ]);
  }
  // Newton on a monotone function, kept inside brackets that hold the root.
  const sums = profiles.map(({ sum }) => sum);
  const log = Math.log(rate / (1 - rate));
  let low = log - Math.max(...sums);
  let high = log - Math.min(...sums);
  let alpha = (low + high) / 2;
  for (let iteration = 0; iteration < 100; iteration++) {
    let mean = 0;
    let slope = 0;
    for (const { weight, sum } of profiles) {
      const h = logistic(alpha + sum);
      mean += weight * h;
      slope += weight * h * (1 - h);
    }
    const gap = mean - rate;
    if (gap > 0) high = alpha;
    else low = alpha;
    const next = alpha - gap / slope;
    const inside = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(inside - alpha) < 1e-14 * (1 + Math.abs(alpha))) return inside;
    alpha = inside;
  }
  return alpha;
}

/** The hazard of a year ahead: the last one given holds on. */
const hazardIn = (hazards: readonly number[], year: number): number => hazards[Math.min(year, hazards.length - 1)] ?? 0;

/**
 * The chance to be in force a number of years from now, S = ∏ (1 − h); within a year the hazard is constant. 1 before now.
 * @param hazards of the first, second, ... year ahead; the last one holds on
 * @param time years from now
 */
export function survivalAt(hazards: readonly number[], time: number): number {
  if (time <= 0) return 1;
  const last = Math.max(0, hazards.length - 1);
  let survival = 1;
  let year = 0;
  for (; year + 1 <= time && year < last; year++) survival *= 1 - hazardIn(hazards, year);
  return survival * (1 - hazardIn(hazards, year)) ** (time - year);
}

/** S(0), S(1), ... S(years). */
export function survivalCurve(hazards: readonly number[], years: number): number[] {
  return Array.from({ length: years + 1 }, (_, year) => survivalAt(hazards, year));
}

/** Expected number of the year in which it ends, the first being 1: Σ S(t), 1/h where the hazard is constant. Infinity where it may last for ever. */
export function expectedLife(hazards: readonly number[]): number {
  const last = Math.max(0, hazards.length - 1);
  let survival = 1;
  let life = 0;
  for (let year = 0; year < last; year++) {
    life += survival;
    survival *= 1 - hazardIn(hazards, year);
  }
  return survival === 0 ? life : life + survival / hazardIn(hazards, last);
}
