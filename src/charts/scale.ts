/** From a quantity to pixels. */
export type Scale = (value: number) => number;

/** A straight scale; a domain of no width maps to the start of the range. */
export function linear([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  return (value) => (to === from ? start : start + ((value - from) / (to - from)) * (end - start));
}

/** Round values from 0 up to the first at or above `most`, about `count` steps of 1, 2 or 5 times a power of ten. */
export function ticksTo(most: number, count: number): number[] {
  if (!(most > 0)) return [0, 1];
  const raw = most / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= raw * 0.999) ?? 10) * power;
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}
