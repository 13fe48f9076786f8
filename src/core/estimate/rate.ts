/** Events a period, with an interval robust to dependence within groups. */
export interface Rate {
  readonly value: number;
  /** Ends of the interval; NaN where there were no events. */
  readonly low: number;
  readonly high: number;
  /** Periods at risk. */
  readonly n: number;
  readonly events: number;
}

/** Periods at risk of one group, and what happened in them. */
interface Group {
  n: number;
  events: number;
}

const Z95 = 1.959_963_984_540_054;

/**
 * The rate of events among rows, with an interval on the log scale: the standard error of a ratio of sums over groups drawn whole (Cochran 1977,
 * Sampling Techniques, 6.3).
 * @param happened 0 or 1, by row
 * @param groups the group of each row
 * @param chosen which rows are meant; all when left out
 * @param z standard errors to either side; 1.96 when left out, for 95 %
 */
export function rateOf(happened: ArrayLike<number>, groups: ArrayLike<number>, chosen: (row: number) => boolean = () => true, z = Z95): Rate {
  const found = new Map<number, Group>();
  const all: Group = { n: 0, events: 0 };
  for (let row = 0; row < happened.length; row++) {
    if (!chosen(row)) continue;
    const number = groups[row] ?? 0;
    const group = found.get(number) ?? { n: 0, events: 0 };
    found.set(number, group);
    for (const one of [group, all]) {
      one.n++;
      one.events += happened[row] ?? 0;
    }
  }
  const value = all.events / all.n;
  let squares = 0;
  for (const { n, events } of found.values()) squares += (events - value * n) ** 2;
  const error = Math.sqrt((squares * found.size) / Math.max(1, found.size - 1)) / all.events;
  return { value, low: value * Math.exp(-z * error), high: Math.min(1, value * Math.exp(z * error)), n: all.n, events: all.events };
}
