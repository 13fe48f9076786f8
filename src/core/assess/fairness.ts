import type { Facts } from '../facts/facts.ts';
import { indicatorAt } from '../facts/indicators.ts';
import { holdsOn } from '../facts/relations.ts';
import { quantile } from '../math/quantile.ts';
import type { Rng } from '../math/rng.ts';
import { midranks } from '../models/spending/ranks.ts';

/** What a member may be said to carry, with its unit. Which of them counts for how much is a judgment, so it is asked of the reader. */
export const CRITERIA = {
  effort: { title: 'Effort', unit: '% of GDP', meaning: 'defense expenditure, of GDP' },
  rise: { title: 'Rise', unit: 'points of GDP', meaning: 'what that share has risen by since the pledge, or in ten years' },
  people: { title: 'People', unit: 'per 1,000 inhabitants', meaning: 'active armed forces, of the population' },
  abroad: { title: 'Forces forward', unit: 'per 1,000 inhabitants', meaning: "forces that stand on other members' land, of the population" },
  equipment: { title: 'Equipment', unit: '% of defense expenditure', meaning: 'major equipment, of defense expenditure, where it is published' },
} as const;
export type Criterion = keyof typeof CRITERIA;
export const CRITERION_IDS = ['effort', 'rise', 'people', 'abroad', 'equipment'] as const satisfies readonly Criterion[];

/** How much each criterion counts; any numbers of 0 or more, not all 0. */
export type Weights = Readonly<Record<Criterion, number>>;

/** Equal weights. */
export const EVEN: Weights = { effort: 1, rise: 1, people: 1, abroad: 1, equipment: 1 };

export interface Contribution {
  readonly state: string;
  /** In the unit of the criterion; left out where there is no figure. */
  readonly values: Readonly<Partial<Record<Criterion, number>>>;
}

/** What each member carries on a date, by the catalog's figures. @param since the year that the rise is counted from */
export function contributionsOf(facts: Facts, members: readonly string[], date: string, since: number): Contribution[] {
  const year = Number(date.slice(0, 4));
  return members.map((state) => {
    const at = (name: Parameters<typeof indicatorAt>[2], when = year, within?: number): number | undefined =>
      indicatorAt(facts.indicators, state, name, when, within)?.value;
    const [effort, before, population, personnel, equipment] = [
      at('defense-share'),
      at('defense-share', since, 1),
      at('population'),
      at('personnel'),
      at('equipment-share'),
    ];
    const forward = facts.presence.filter((one) => one.guest === state && members.includes(one.host) && holdsOn(one, date));
    const troops = forward.reduce((sum, one) => sum + (one.troops ?? 0), 0);
    const values: Partial<Record<Criterion, number>> = {};
    if (effort !== undefined) values.effort = effort;
    if (effort !== undefined && before !== undefined) values.rise = effort - before;
    if (personnel !== undefined && population !== undefined) values.people = personnel / population;
    // The catalog lists forces forward and no state without: a state it has no entry of keeps none that it knows.
    if (population !== undefined) values.abroad = troops / population;
    if (equipment !== undefined) values.equipment = equipment;
    return { state, values };
  });
}

export interface MemberRank {
  readonly state: string;
  /** Mean of what it exceeds the other members by, 0 to 1, weighted. */
  readonly score: number;
  /** 1 carries most; members alike share the mean of their ranks. */
  readonly rank: number;
  /** Of the ranks over weights near the chosen ones: the middle half, and 90 %. */
  readonly half: readonly [number, number];
  readonly most: readonly [number, number];
  /** Criteria of some weight without a figure: its ranks are as wide as what the figure might be. */
  readonly lacks: readonly Criterion[];
}

export interface FairnessOptions {
  readonly rng: Rng;
  /** Sets of weights drawn. */
  readonly draws: number;
  /** How near the drawn weights are to the chosen: the shares of a Dirichlet distribution count together as so many votes. */
  readonly closeness: number;
}

/** Half of the room that judgments leave: declared, not estimated. At 12 a criterion of weight one in three is drawn between .13 and .56 in nine of ten. */
export const CLOSENESS = 12;

/**
 * Ranks members by what they carry, and says whether the order holds where weights are not quite those chosen.
 *
 * A criterion counts by the share of members exceeded in it, so that one large figure does not rule (the mean of ranks, Borda's count).
 * Weights are drawn from a Dirichlet distribution about the chosen ones (stochastic multicriteria acceptability analysis: Lahdelma, Hokkanen
 * and Salminen 1998, European Journal of Operational Research 106). A figure that is not known is drawn between none and all exceeded.
 *
 * @throws {RangeError} where no weight is above 0
 */
export function fairnessRanks(contributions: readonly Contribution[], weights: Weights, { rng, draws, closeness }: FairnessOptions): MemberRank[] {
  const total = CRITERION_IDS.reduce((sum, id) => sum + weights[id], 0);
  if (!(total > 0)) throw new RangeError('one criterion at least needs a weight above 0');
  const used = CRITERION_IDS.filter((id) => weights[id] > 0);
  const exceeded = used.map((id) => shareExceeded(contributions.map(({ values }) => values[id])));
  const n = contributions.length;
  const central = used.map((id) => weights[id] / total);
  const scoreOf = (shares: readonly number[], member: number, fill: (criterion: number) => number): number => {
    let sum = 0;
    shares.forEach((share, c) => (sum += share * (exceeded[c]?.[member] ?? fill(c))));
    return sum;
  };
  const known = contributions.map((_, i) => used.flatMap((__, c) => (exceeded[c]?.[i] === undefined ? [] : [c])));
  const scores = contributions.map((_, i) => {
    const mine = known[i] ?? [];
    const sum = mine.reduce((all, c) => all + (central[c] ?? 0), 0);
    return sum === 0 ? Number.NaN : mine.reduce((all, c) => all + ((central[c] ?? 0) / sum) * (exceeded[c]?.[i] ?? 0), 0);
  });
  const ranks = ranksOf(scores);
  const drawn = contributions.map(() => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw++) {
    const shares = dirichlet(
      central.map((share) => share * closeness),
      rng,
    );
    const filled = contributions.map((_, i) => scoreOf(shares, i, () => rng.next()));
    ranksOf(filled).forEach((rank, i) => {
      const of = drawn[i];
      if (of !== undefined) of[draw] = rank;
    });
  }
  return contributions.map(({ state, values }, i) => {
    const sorted = (drawn[i] ?? new Float64Array(0)).sort();
    const ends = (low: number, high: number): readonly [number, number] =>
      draws === 0 ? [ranks[i] ?? n, ranks[i] ?? n] : [quantile(sorted, low), quantile(sorted, high)];
    return {
      state,
      score: scores[i] ?? Number.NaN,
      rank: ranks[i] ?? Number.NaN,
      half: ends(0.25, 0.75),
      most: ends(0.05, 0.95),
      lacks: used.filter((id) => values[id] === undefined),
    };
  });
}

/** Of the other members with a figure, the share that each exceeds; those equal count half. */
function shareExceeded(values: readonly (number | undefined)[]): (number | undefined)[] {
  const known = values.flatMap((value) => (value === undefined ? [] : [value]));
  const ranks = midranks(known);
  let next = 0;
  return values.map((value) => {
    if (value === undefined) return undefined;
    const rank = ranks[next++] ?? 1;
    return known.length < 2 ? 0.5 : (rank - 1) / (known.length - 1);
  });
}

/** 1 for the highest; without a score, last. */
function ranksOf(scores: readonly number[]): number[] {
  return midranks(scores.map((score) => (Number.isNaN(score) ? Number.POSITIVE_INFINITY : -score)));
}

/** Shares drawn from a Dirichlet distribution, as gamma variates over their sum. */
function dirichlet(shapes: readonly number[], rng: Rng): number[] {
  const drawn = shapes.map((shape) => gamma(shape, rng));
  const sum = drawn.reduce((all, one) => all + one, 0);
  return sum > 0 ? drawn.map((one) => one / sum) : shapes.map(() => 1 / shapes.length);
}

/** A gamma variate of scale 1 (Marsaglia and Tsang 2000, ACM Transactions on Mathematical Software 26). */
function gamma(shape: number, rng: Rng): number {
  if (shape < 1) return gamma(shape + 1, rng) * (1 - rng.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = rng.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - rng.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
