import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDuration, compareDates, dateOfDay, dayNumber, daysBetween, isRealDate, normalizeDate, subtractDuration } from '../../../src/core/states/dates.ts';

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
