import type { Assumption } from '../../assess/assumptions.ts';
import { findRoot } from '../../math/brent.ts';
import type { Cancel, Steps } from '../progress.ts';
import type { Question } from './question.ts';

/** A value of an assumption at which the answer passes the threshold. */
export interface Crossing {
  readonly value: number;
  /** The answer there less the threshold: evaluated anew, not read off the search. */
  readonly residual: number;
  /** Whether the answer rises through the threshold, or falls, as the assumption rises. */
  readonly as: 'rises' | 'falls';
  /** Whether it lies in the 90 % range of the assumption. */
  readonly within: boolean;
}

/** Where one assumption turns the answer, all others at their central values. */
export interface BreakEven extends Assumption {
  /** The values looked at: twice as far from the central one as the range goes, as far as they mean something. */
  readonly from: number;
  readonly to: number;
  /** The nearest to the central value first; none where the answer keeps its side. */
  readonly crossings: readonly Crossing[];
}

export interface Turns {
  readonly threshold: number;
  /** The side of the threshold that the answer is on at the central values. */
  readonly side: 'above' | 'below' | 'at';
  readonly assumptions: readonly BreakEven[];
}

/** Spans between two looks. Two crossings closer than a span are not seen. */
const SPANS = 16;

/** Whether an assumption is looked at on the scale of its logarithm. */
const isRatio = ({ least, low }: Assumption): boolean => least > 0 && low > 0;

function lookedAt(assumption: Assumption): readonly number[] {
  const { value, low, high, least, most } = assumption;
  const ratio = isRatio(assumption) && value > 0;
  const [far, near] = ratio ? [(low / value) * low, (high / value) * high] : [2 * low - value, 2 * high - value];
  const [from, to] = [Math.max(least, far), Math.min(most, near)];
  return Array.from({ length: SPANS + 1 }, (_, i) => (ratio ? from * (to / from) ** (i / SPANS) : from + ((to - from) * i) / SPANS));
}

/**
 * "The answer turns when …": for each assumption the values at which the answer passes a threshold, bracketed on a grid and found by Brent's method.
 * Canceled, it holds the assumptions looked at so far.
 */
export function* breakEven({ assumptions, at }: Question, threshold: number, cancel?: Cancel): Steps<Turns> {
  const central = at({}) - threshold;
  const found: BreakEven[] = [];
  for (const assumption of assumptions) {
    if (cancel?.aborted === true) break;
    const { id, value, low, high } = assumption;
    const f = (x: number): number => at({ [id]: x }) - threshold;
    const points = lookedAt(assumption);
    // What moves the answer at neither end is taken to move it nowhere.
    const isStill = f(low) === central && f(high) === central;
    const values = isStill ? [] : points.map(f);
    const crossings = points.slice(1).flatMap((to, i): Crossing[] => {
      const from = points[i] ?? to;
      const [before = Number.NaN, after = Number.NaN] = [values[i], values[i + 1]];
      if (!(before < 0 && after >= 0) && !(before > 0 && after <= 0)) return [];
      const root = findRoot(f, from, to, 1e-9 * Math.max(1e-3, Math.abs(to)));
      return [{ value: root.value, residual: f(root.value), as: before < after ? 'rises' : 'falls', within: root.value >= low && root.value <= high }];
    });
    found.push({
      ...assumption,
      from: points[0] ?? low,
      to: points.at(-1) ?? high,
      crossings: crossings.toSorted((a, b) => Math.abs(a.value - value) - Math.abs(b.value - value)),
    });
    yield { part: 'break-even', done: found.length, total: assumptions.length };
  }
  return { threshold, side: central > 0 ? 'above' : central < 0 ? 'below' : 'at', assumptions: found };
}
