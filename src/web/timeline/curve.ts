import type { IsoDate } from '../../core/states/types.ts';
import { normalizeDate } from '../../core/states/dates.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import { FIRST_DAY, LAST_DAY, toYears } from '../fight/dates.ts';

/** How many treaties are in force from a day on. */
export interface Count {
  readonly years: number;
  readonly count: number;
}

/** The number of treaties in force through time, as steps: one entry a day on which it changes. */
export function treatiesInForce(treaties: readonly Treaty[]): readonly Count[] {
  const changes = new Map<IsoDate, number>();
  const add = (date: IsoDate, by: number): void => void changes.set(date, (changes.get(date) ?? 0) + by);
  for (const treaty of treaties) {
    if (!treaty.in_force) continue;
    const from = normalizeDate(treaty.in_force);
    add(from < FIRST_DAY ? FIRST_DAY : from, 1);
    if (treaty.ended) add(normalizeDate(treaty.ended.date), -1);
  }
  let count = 0;
  const steps = [...changes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, by]): Count => ({ years: toYears(date), count: (count += by) }));
  return [{ years: toYears(FIRST_DAY), count: 0 }, ...steps.filter(({ years }) => years <= toYears(LAST_DAY))];
}

/** The curve as an area path: x of a year, y of a count, down to the base line. */
export function curvePath(counts: readonly Count[], x: (years: number) => number, y: (count: number) => number, base: number, end: number): string {
  let path = `M${x(counts[0]?.years ?? 0).toFixed(1)} ${base}`;
  for (const { years, count } of counts) path += `H${x(years).toFixed(1)}V${y(count).toFixed(1)}`;
  return `${path}H${end}V${base}Z`;
}
