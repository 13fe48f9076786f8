import { shared, type Interval } from './intervals.ts';
import { winSet } from './win-set.ts';

/** Two negotiators on one issue, and a body at home that must ratify. Losses are squared distances from an ideal. */
export interface Bargain {
  /** Ideal of the negotiator whose hands may be tied. */
  readonly home: number;
  readonly foreign: number;
  readonly statusQuo: number;
  /** Bargaining power of home, 0 to 1; ½ unless given. */
  readonly power?: number | undefined;
  /** Chance that a proposal is ratified at home; 1 unless given. */
  readonly ratifies?: ((proposal: number) => number) | undefined;
}

export interface BargainOutcome {
  /** What is proposed; undefined where nothing is better for both than the status quo. */
  readonly proposal: number | undefined;
  /** P(it is ratified). */
  readonly p: number;
  /** Expected gains over the status quo. */
  readonly home: number;
  readonly foreign: number;
}

const GRID = 400;
const NONE: BargainOutcome = { proposal: undefined, p: 0, home: 0, foreign: 0 };

/** Where a function with one top near the best of a grid is greatest, to 1e−12 of the range; its ends count. */
function greatest(worth: (x: number) => number, [low, high]: Interval): number {
  const at = (k: number): number => low + ((high - low) * k) / GRID;
  let best = 0;
  for (let k = 1; k <= GRID; k++) if (worth(at(k)) > worth(at(best))) best = k;
  let [a, b] = [at(Math.max(0, best - 1)), at(Math.min(GRID, best + 1))];
  for (let turn = 0; turn < 50; turn++) {
    const [left, right] = [a + (b - a) / 3, b - (b - a) / 3];
    if (worth(left) < worth(right)) a = left;
    else b = right;
  }
  return [low, high, at(best)].reduce((top, x) => (worth(x) > worth(top) ? x : top), (a + b) / 2);
}

/**
 * The Nash bargaining solution over lotteries "this proposal if ratified, else the status quo": the proposal that maximizes
 * (P g_H)^w (P g_F)^(1−w) = P g_H^w g_F^(1−w), g the gains over the status quo (Milner and Rosendorff 1997, Journal of Conflict Resolution 41).
 * On a grid of 400 steps, refined by thirds.
 * @param within proposals that may be made; all, unless given
 */
export function bargain(
  { home, foreign, statusQuo, power = 0.5, ratifies = () => 1 }: Bargain,
  within: readonly Interval[] = [[-Infinity, Infinity]],
): BargainOutcome {
  const gain = (ideal: number, x: number): number => (statusQuo - ideal) ** 2 - (x - ideal) ** 2;
  const worth = (x: number): number => {
    const [h, f] = [gain(home, x), gain(foreign, x)];
    return h <= 0 || f <= 0 ? 0 : ratifies(x) * h ** power * f ** (1 - power);
  };
  const all: Interval = [Math.min(home, foreign, statusQuo), Math.max(home, foreign, statusQuo)];
  const tops = shared([all], within).map((interval) => greatest(worth, interval));
  const [first, ...others] = tops;
  if (first === undefined) return NONE;
  const proposal = others.reduce((top, x) => (worth(x) > worth(top) ? x : top), first);
  if (worth(proposal) <= 0) return NONE;
  const p = ratifies(proposal);
  return { proposal, p, home: p * gain(home, proposal), foreign: p * gain(foreign, proposal) };
}

/** What a body at home does to the one who negotiates for it. */
export interface ConstraintReading {
  readonly free: BargainOutcome;
  readonly bound: BargainOutcome;
  /** Change of the negotiator's expected gain. */
  readonly gain: number;
  /** `slack`: the body would ratify the free outcome; `helps`, `hurts`: it moves it; `breaks`: nothing is agreed. */
  readonly effect: 'slack' | 'helps' | 'hurts' | 'breaks';
}

/**
 * Schelling's conjecture (1960, The Strategy of Conflict): hands tied at home are strength abroad. On one issue it holds just where the body's
 * point of indifference, 2m − q with m its pivot's ideal, lies nearer to the negotiator's ideal than the free outcome does: the body must be
 * more reluctant than the negotiator, but not so reluctant that it forgoes what the negotiator wants, and never so that nothing passes
 * (Milner and Rosendorff 1997).
 * @param pivot ideal of the voter whose consent carries the body
 */
export function constraintEffect(game: Bargain, pivot: number): ConstraintReading {
  const free = bargain(game);
  const accepted = winSet([{ ideals: [pivot], needed: 1 }], game.statusQuo);
  const bound = bargain(game, accepted);
  const gain = bound.home - free.home;
  const { proposal } = free;
  const inside = proposal === undefined || accepted.some(([low, high]) => proposal >= low && proposal <= high);
  if (inside) return { free, bound, gain: 0, effect: 'slack' };
  if (bound.proposal === undefined) return { free, bound, gain, effect: 'breaks' };
  return { free, bound, gain, effect: gain > 0 ? 'helps' : 'hurts' };
}

/** The condition in closed form: whether a binding pivot helps the negotiator, given the free outcome. */
export function schellingHolds({ home, statusQuo }: Pick<Bargain, 'home' | 'statusQuo'>, pivot: number, free: number): boolean {
  const limit = 2 * pivot - statusQuo;
  const [low, high] = [Math.min(statusQuo, limit), Math.max(statusQuo, limit)];
  const binds = free < low || free > high;
  return binds && limit !== statusQuo && Math.abs(limit - home) < Math.abs(free - home);
}
