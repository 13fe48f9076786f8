/** A closed interval of values. */
export type Interval = readonly [low: number, high: number];

/** Values in both of two unions of intervals in ascending order. */
export function shared(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  const found = a.flatMap(([low, high]) =>
    b.flatMap(([from, to]): Interval[] => {
      const start = Math.max(low, from);
      const end = Math.min(high, to);
      return start <= end ? [[start, end]] : [];
    }),
  );
  return merged(found);
}

/** The same values in ascending intervals that do not touch. */
export function merged(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = [...intervals].sort((a, b) => a[0] - b[0]);
  const found: Interval[] = [];
  for (const [low, high] of sorted) {
    const last = found.at(-1);
    if (last !== undefined && low <= last[1]) found[found.length - 1] = [last[0], Math.max(last[1], high)];
    else found.push([low, high]);
  }
  return found;
}

/** Length of the whole. */
export const lengthOf = (intervals: readonly Interval[]): number => intervals.reduce((sum, [low, high]) => sum + high - low, 0);
