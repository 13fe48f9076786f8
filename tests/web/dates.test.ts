import { describe, expect, it } from 'vitest';
import { addDays, addYears, clampDate, dayAndMonth, fromYears, isDate, parseDate, toYears } from '../../src/web/fight/dates.ts';

describe('parseDate', () => {
  it.each([
    ['1914-07-28', '1914-07-28'],
    ['28 July 1914', '1914-07-28'],
    ['28 Jul 1914', '1914-07-28'],
    ['July 28, 1914', '1914-07-28'],
    ['july 28th 1914', '1914-07-28'],
    ['28. July 1914', '1914-07-28'],
    ['28-Jul-1914', '1914-07-28'],
    ['28.7.1914', '1914-07-28'],
    ['28. 7. 1914', '1914-07-28'],
    ['7/28/1914', '1914-07-28'],
    ['28/7/1914', '1914-07-28'],
    ['1914/7/28', '1914-07-28'],
    ['4/8/1914', '1914-04-08'],
    ['July 1914', '1914-07-01'],
    ['1914-07', '1914-07-01'],
    ['1914', '1914-01-01'],
    ['Sept 1939', '1939-09-01'],
    ['  1 sept. 1939 ', '1939-09-01'],
    ['today', '2026-11-22'],
  ])('reads %j as %s', (text, date) => {
    expect(parseDate(text, '2026-11-22')).toBe(date);
  });

  it.each(['', 'soon', '31 February 1914', '1914-13-01', '32/1/1914', 'Jly 1914', '28 1914', 'today'])('does not read %j', (text) => {
    expect(parseDate(text)).toBeNull();
  });
});

describe('moving a date', () => {
  it.each([
    ['1914-07-31', 1, '1914-08-01'],
    ['1900-02-28', 1, '1900-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['1815-01-01', -1, '1814-12-31'],
  ])('%s by %d days is %s', (date, days, moved) => {
    expect(addDays(date, days)).toBe(moved);
  });

  it('keeps the day of the month, and the 28th for a leap day', () => {
    expect(addYears('1914-07-28', 10)).toBe('1924-07-28');
    expect(addYears('2000-02-29', 1)).toBe('2001-02-28');
  });

  it('stays within what the page covers', () => {
    expect(clampDate('1800-01-01')).toBe('1815-01-01');
    expect(clampDate('2100-01-01')).toBe('2026-12-31');
  });

  it.each(['1815-01-01', '1914-07-28', '1999-12-31', '2000-02-29', '2026-12-31'])('%s comes back from the time line', (date) => {
    expect(fromYears(toYears(date) + 1e-6)).toBe(date);
  });
});

it('knows the days of the calendar', () => {
  expect(dayAndMonth('1914-08-04')).toBe('4 August');
  expect([isDate('1900-02-29'), isDate('2000-02-29'), isDate('1914-7-28')]).toEqual([false, true, false]);
});
