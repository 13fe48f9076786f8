import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDuration,
  compareDates,
  dateOfDay,
  dayNumber,
  daysBetween,
  inSpan,
  isRealDate,
  normalizeDate,
  spansOverlap,
  subtractDuration,
} from '../../../src/core/states/dates.ts';

const DAY = 86_400_000;
const FIRST = Date.UTC(1600, 0, 1) / DAY;
const LAST = Date.UTC(2400, 11, 31) / DAY;
const iso = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
const day = fc.integer({ min: FIRST, max: LAST });

describe('the calendar', () => {
  it('agrees with the platform on every day from 1600 to 2400', () => {
    const origin = dayNumber(iso(0));
    for (let number = FIRST; number <= LAST; number++) {
      const date = iso(number);
      if (dayNumber(date) - origin !== number || dateOfDay(number + origin) !== date || !isRealDate(date)) {
        expect.unreachable(`${date} is counted wrongly`);
      }
    }
    expect(dayNumber(iso(LAST)) - dayNumber(iso(FIRST))).toBe(LAST - FIRST);
  });

  it('knows no date that the platform does not', () => {
    const two = (value: number) => String(value).padStart(2, '0');
    fc.assert(
      fc.property(fc.integer({ min: 1600, max: 2400 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 27, max: 32 }), (year, month, date) => {
        const text = `${year}-${two(month)}-${two(date)}`;
        const known = month >= 1 && month <= 12 && iso(Date.UTC(year, month - 1, date) / DAY) === text;
        expect(isRealDate(text)).toBe(known);
      }),
      { numRuns: 1000 },
    );
  });

  it('lets spans overlap exactly where a day lies in both', () => {
    const days = Array.from({ length: 8 }, (_, i) => iso(i));
    const bound = fc.option(fc.constantFrom(...days), { nil: undefined });
    const span = fc
      .record({ from: bound, to: bound })
      .filter(({ from, to }) => from === undefined || to === undefined || from < to)
      .map(({ from, to }) => ({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) }));
    const around = [iso(-1), ...days];
    fc.assert(
      fc.property(span, span, (a, b) => {
        expect(spansOverlap(a, b)).toBe(around.some((date) => inSpan(a, date) && inSpan(b, date)));
      }),
      { numRuns: 1000 },
    );
  });

  it('orders dates as days', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(Math.sign(compareDates(iso(a), iso(b)))).toBe(Math.sign(a - b));
        expect(daysBetween(iso(a), iso(b))).toBe(b - a);
      }),
    );
  });

  it('takes back the days it adds', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 50_000 }), (a, days) => {
        const later = addDuration(iso(a), `P${days}D`);
        expect(later).toBe(iso(a + days));
        expect(subtractDuration(later, `P${days}D`)).toBe(iso(a));
      }),
    );
  });

  it('adds twelve months as a year, and never passes the month it is due in', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 200 }), (a, years) => {
        expect(addDuration(iso(a), `P${12 * years}M`)).toBe(addDuration(iso(a), `P${years}Y`));
        expect(addDuration(iso(a), `P${years}Y`).slice(0, 7)).toBe(`${String(Number(iso(a).slice(0, 4)) + years).padStart(4, '0')}${iso(a).slice(4, 7)}`);
      }),
    );
  });

  it('leaves a full date as it is', () => {
    fc.assert(fc.property(day, (a) => normalizeDate(iso(a)) === iso(a)));
  });
});
