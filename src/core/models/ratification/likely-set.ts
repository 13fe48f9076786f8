import { merged, type Interval } from './intervals.ts';

/** Bisection stops at this share of the range. */
const TOLERANCE = 1e-9;

/**
 * The win-set by probability: values of a clause at which ratification is at least so likely. Ends are found by bisection between points of an
 * even grid; a stretch narrower than its step may be missed.
 * @param ratifies P(ratified) at a value; at several states, P(all ratify)
 */
export function likelySet(ratifies: (value: number) => number, [low, high]: Interval, floor = 0.5, points = 101): readonly Interval[] {
  const at = (k: number): number => low + ((high - low) * k) / (points - 1);
  const passes = (value: number): boolean => ratifies(value) >= floor;
  /** The last value on the side of `inside` before the edge. */
  const edge = (inside: number, outside: number): number => {
    let [yes, no] = [inside, outside];
    while (Math.abs(yes - no) > TOLERANCE * (high - low)) {
      const middle = (yes + no) / 2;
      if (passes(middle)) yes = middle;
      else no = middle;
    }
    return yes;
  };
  const held = Array.from({ length: points }, (_, k) => passes(at(k)));
  const found = held.flatMap((holds, k): Interval[] => {
    if (!holds) return [];
    const from = k > 0 && held[k - 1] === false ? edge(at(k), at(k - 1)) : at(k);
    const to = k === points - 1 ? at(k) : held[k + 1] === false ? edge(at(k), at(k + 1)) : at(k + 1);
    return [[from, to]];
  });
  return merged(found);
}
