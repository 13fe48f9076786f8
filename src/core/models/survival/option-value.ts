import { annuity } from './lock-in.ts';
import { valueLattice, type ValueLattice, type ValueProcess } from './value-process.ts';

/** A right that a clause gives a member, in whole years from now where it says when. */
export type ExitRight =
  | {
      readonly kind: 'exit';
      /** First year in which notice may be given. */
      readonly earliest: number;
      /** Years from notice to exit; may be a fraction. */
      readonly notice: number;
      /** What leaving costs, once, at exit. */
      readonly penalty: number;
      /** Years from one occasion to the next; 1 unless given. */
      readonly every?: number;
    }
  | {
      /** To ask for better terms: at a review, or every year under a clause on renegotiation. */
      readonly kind: 'review';
      readonly first: number;
      /** Years from one review to the next; only once where left out. */
      readonly every?: number;
      /** Chance that the others agree, 0 to 1. */
      readonly success: number;
      /** The yearly value that success restores where it had fallen lower. */
      readonly floor: number;
      /** What asking costs, once. */
      readonly cost: number;
    };

export interface OptionSettings {
  /** Whole years looked ahead; the treaty is worth nothing to the member after them. */
  readonly horizon: number;
  /** Yearly discount rate. */
  readonly rate: number;
  /** Nodes of the lattice; 129 unless given. */
  readonly points?: number;
}

/** What the rights of a member are worth to it. Present worth, in the unit of the process. */
export interface OptionValues {
  /** Of the treaty with nobody free to leave or to ask. */
  readonly bound: number;
  /** Of the treaty with every right. */
  readonly value: number;
  /** Of all rights together, `value` less `bound`: never negative. */
  readonly option: number;
  /** The same spread evenly over the horizon. */
  readonly yearly: number;
  /** Each by itself, and added to the others. */
  readonly rights: readonly { readonly alone: number; readonly added: number }[];
  /** Chances that notice was given, and that the member is out, by the end of each year, if it acts on this worth alone. */
  readonly leaves: readonly { readonly year: number; readonly noticed: number; readonly out: number }[];
  readonly points: number;
  /** What `option` changed by from a lattice of half as many nodes: the error is about a third of it. */
  readonly change: number;
}

const isOccasion = (year: number, first: number, every: number | undefined): boolean => {
  const since = year - Math.max(0, Math.ceil(first));
  return since === 0 || (since > 0 && every !== undefined && since % every === 0);
};

/** Σ_{k < notice} δ^k E[V_k], node by node, a part of a year in part. */
function worthUntil(lattice: ValueLattice, notice: number, discount: number): Float64Array {
  const worth = new Float64Array(lattice.values.length);
  let flow: Float64Array = lattice.values;
  for (let year = 0; year < notice; year++) {
    const part = discount ** year * Math.min(1, notice - year);
    for (let i = 0; i < worth.length; i++) worth[i] = (worth[i] ?? 0) + part * (flow[i] ?? 0);
    flow = lattice.expect(flow);
  }
  return worth;
}

/** The node below a value and the share of the way to the next. */
function placeOf({ values }: ValueLattice, value: number): { readonly below: number; readonly part: number } {
  const [first = 0, second = 0] = values;
  const at = Math.min(values.length - 1, Math.max(0, (value - first) / (second - first)));
  const below = Math.min(values.length - 2, Math.floor(at));
  return { below, part: at - below };
}

/** What is done at a node in a year: where to leave, with which notice; where to ask, with which review. */
interface Policy {
  readonly leave: Float64Array;
  readonly ask: Int16Array;
}

interface Solved {
  readonly worth: number;
  readonly policies: readonly Policy[];
}

/** Backward induction over the years: each year the member stays, leaves, or asks and then stays or leaves. */
function solve(lattice: ValueLattice, rights: readonly ExitRight[], { horizon, rate }: OptionSettings): Solved {
  const discount = 1 / (1 + rate);
  const size = lattice.values.length;
  const exits = rights.flatMap((right) => (right.kind === 'exit' ? [{ ...right, worth: worthUntil(lattice, right.notice, discount) }] : []));
  const reviews = rights.flatMap((right) => (right.kind === 'review' ? [{ ...right, at: placeOf(lattice, right.floor) }] : []));
  const policies: Policy[] = [];
  let next: Float64Array = new Float64Array(size);
  for (let year = horizon - 1; year >= 0; year--) {
    const ahead = lattice.expect(next);
    const best = ahead.map((value, i) => (lattice.values[i] ?? 0) + discount * value);
    const leave = new Float64Array(size).fill(Number.NaN);
    for (const { earliest, every = 1, notice, penalty, worth } of exits) {
      if (!isOccasion(year, earliest, every) || year + notice >= horizon) continue;
      for (let i = 0; i < size; i++) {
        const value = (worth[i] ?? 0) - discount ** notice * penalty;
        if (value <= (best[i] ?? 0)) continue;
        best[i] = value;
        leave[i] = notice;
      }
    }
    const asked = best.slice();
    const ask = new Int16Array(size).fill(-1);
    reviews.forEach(({ first, every, success, floor, cost, at }, index) => {
      if (!isOccasion(year, first, every)) return;
      const restored = (1 - at.part) * (best[at.below] ?? 0) + at.part * (best[at.below + 1] ?? 0);
      for (let i = 0; i < size; i++) {
        if ((lattice.values[i] ?? 0) >= floor) continue;
        const value = success * restored + (1 - success) * (best[i] ?? 0) - cost;
        if (value <= (asked[i] ?? 0)) continue;
        asked[i] = value;
        ask[i] = index;
      }
    });
    policies[year] = { leave, ask };
    next = asked;
  }
  return { worth: next[lattice.start] ?? 0, policies };
}

/** Follows the chances forward under the policies. */
function departures(lattice: ValueLattice, rights: readonly ExitRight[], policies: readonly Policy[]): OptionValues['leaves'] {
  const reviews = rights.flatMap((right) => (right.kind === 'review' ? [{ ...right, at: placeOf(lattice, right.floor) }] : []));
  let chances: Float64Array = Float64Array.from(lattice.values, (_, i) => Number(i === lattice.start));
  const exits: { readonly at: number; readonly chance: number }[] = [];
  let noticed = 0;
  return policies.map(({ leave, ask }, year) => {
    const after = chances.slice();
    chances.forEach((chance, i) => {
      const review = reviews[ask[i] ?? -1];
      if (chance === 0 || review === undefined) return;
      const { below, part } = review.at;
      after[i] = (after[i] ?? 0) - chance * review.success;
      after[below] = (after[below] ?? 0) + chance * review.success * (1 - part);
      after[below + 1] = (after[below + 1] ?? 0) + chance * review.success * part;
    });
    after.forEach((chance, i) => {
      const notice = leave[i] ?? Number.NaN;
      if (chance === 0 || Number.isNaN(notice)) return;
      noticed += chance;
      exits.push({ at: year + notice, chance });
      after[i] = 0;
    });
    chances = lattice.forward(after);
    return { year: year + 1, noticed, out: exits.reduce((sum, { at, chance }) => sum + (at <= year + 1 ? chance : 0), 0) };
  });
}

/** The lattice's nodes with each second one left out: the same ends, twice the step. */
const halved = (points: number): number => Math.max(3, Math.ceil(points / 2));

/**
 * Option value of a member's rights to leave, to have the treaty reviewed and to renegotiate it: backward induction over years and values
 * (Dixit and Pindyck 1994). Never negative; never smaller for more rights; never smaller for a shorter notice, in whole years, where notice may
 * be given every year.
 */
export function optionValues(process: ValueProcess, rights: readonly ExitRight[], settings: OptionSettings): OptionValues {
  const { horizon, rate, points = 129 } = settings;
  const lattice = valueLattice(process, horizon, points);
  const bound = solve(lattice, [], settings).worth;
  const full = solve(lattice, rights, settings);
  const coarse = valueLattice(process, horizon, halved(points));
  const option = full.worth - bound;
  return {
    bound,
    value: full.worth,
    option,
    yearly: horizon > 0 ? option / annuity(horizon, rate) : 0,
    rights: rights.map((right) => ({
      alone: solve(lattice, [right], settings).worth - bound,
      added:
        full.worth -
        solve(
          lattice,
          rights.filter((other) => other !== right),
          settings,
        ).worth,
    })),
    leaves: departures(lattice, rights, full.policies),
    points,
    change: Math.abs(option - (solve(coarse, rights, settings).worth - solve(coarse, [], settings).worth)),
  };
}
