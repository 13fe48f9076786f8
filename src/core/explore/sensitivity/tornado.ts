import type { Assumption } from '../../assess/assumptions.ts';
import type { Cancel, Steps } from '../progress.ts';
import { ALWAYS, type Question } from './question.ts';

/** What one assumption makes of the answer at the ends of its 90 % range, all others at their central values. */
export interface Bar extends Assumption {
  readonly at: { readonly low: number; readonly high: number };
  /** |at high − at low|. */
  readonly swing: number;
  /** Shown whatever it does. */
  readonly always: boolean;
}

/**
 * One assumption at a time: each moved to the ends of its range, the weightiest first. What moves together is not seen: a first look, not a
 * decomposition. Canceled, it holds the bars computed so far.
 */
export function* tornado({ assumptions, at }: Question, cancel?: Cancel): Steps<readonly Bar[]> {
  const bars: Bar[] = [];
  for (const assumption of assumptions) {
    if (cancel?.aborted === true) break;
    const { id, low, high } = assumption;
    const ends = { low: at({ [id]: low }), high: at({ [id]: high }) };
    bars.push({ ...assumption, at: ends, swing: Math.abs(ends.high - ends.low), always: ALWAYS.includes(id) });
    yield { part: 'tornado', done: bars.length, total: assumptions.length };
  }
  return bars.toSorted((a, b) => b.swing - a.swing);
}
