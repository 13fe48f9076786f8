import { describe, expect, it } from 'vitest';
import {
  addDuration,
  compareDates,
  daysBetween,
  formatDate,
  inSpan,
  inSpans,
  isDuration,
  isInRange,
  isPartialDate,
  isRealDate,
  normalizeDate,
  spansOverlap,
  subtractDuration,
} from '../../../src/core/states/dates.ts';

describe('dates', () => {
  it.each([
    ['1914-07-28', true],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['1904-02-29', true],
    ['1914-02-30', false],
    ['1914-04-31', false],
    ['1914-13-01', false],
    ['1914-00-01', false],
    ['1914-01-00', false],
    ['1914-07', false],
    ['1914', false],
    ['14-07-28', false],
    ['1914-7-28', false],
    ['1914-07-28T00:00', false],
    ['', false],
  ])('%s is a real date: %s', (text, real) => {
    expect(isRealDate(text)).toBe(real);
  });

  it('knows dates of which only the year or month is given', () => {
    expect(['1894', '1894-01', '1894-01-04'].filter(isPartialDate)).toEqual(['1894', '1894-01', '1894-01-04']);
    expect(['1894-13', '1894-02-30', '94', '11894', '1894-01-04T00:00', 'in 1894'].filter(isPartialDate)).toEqual([]);
  });

  it.each([
    ['1894', '1894-01-01'],
    ['1894-01', '1894-01-01'],
    ['1894-01-04', '1894-01-04'],
  ])('%s stands for %s', (text, date) => {
    expect(normalizeDate(text)).toBe(date);
  });

  it.each(['1914-02-30', 'yesterday', ''])('refuses %j with a reason', (text) => {
    expect(() => normalizeDate(text)).toThrow(`'${text}' is not a date of the calendar; expected YYYY-MM-DD`);
  });

  it.each([
    ['1914-07-28', '28 July 1914'],
    ['1894-01', 'January 1894'],
    ['1894', '1894'],
  ])('%s is written %s', (text, words) => {
    expect(formatDate(text)).toBe(words);
  });

  it.each([
    ['1949-08-24', 'P20Y', '1969-08-24'],
    ['1949-08-24', 'P1Y6M', '1951-02-24'],
    ['1900-01-31', 'P1M', '1900-02-28'],
    ['2000-02-29', 'P1Y', '2001-02-28'],
    ['1999-12-31', 'P1D', '2000-01-01'],
    ['2024-02-22', 'P1W', '2024-02-29'],
    ['1939-01-01', 'P10W', '1939-03-12'],
    ['2024-01-31', 'P1M1D', '2024-03-01'],
  ])('%s and %s is %s', (date, duration, later) => {
    expect(addDuration(date, duration)).toBe(later);
  });

  it.each([
    ['1969-08-24', 'P1Y', '1968-08-24'],
    ['2000-03-31', 'P1M', '2000-02-29'],
    ['2000-01-01', 'P1D', '1999-12-31'],
    ['1900-01-15', 'P13M', '1898-12-15'],
  ])('%s less %s is %s', (date, duration, earlier) => {
    expect(subtractDuration(date, duration)).toBe(earlier);
  });

  it('refuses what is no duration, and years past four digits', () => {
    expect(['P', 'P1', '1Y', 'PT1H', 'P1M1Y', 'P1Y6M'].map(isDuration)).toEqual([false, false, false, false, false, true]);
    expect(() => addDuration('1949-08-24', 'P1')).toThrow("'P1' is not a duration");
    expect(isDuration('in P1Y')).toBe(false);
  });

  it('reaches from the year 0 to the year 9999 and no further', () => {
    expect(addDuration('9998-06-01', 'P1Y')).toBe('9999-06-01');
    expect(() => addDuration('1949-08-24', 'P9000Y')).toThrow('the year 10949 lies outside 0000 to 9999');
    expect(subtractDuration('0001-01-01', 'P1Y')).toBe('0000-01-01');
    expect(() => subtractDuration('0001-01-01', 'P2Y')).toThrow('the year -1 lies outside 0000 to 9999');
  });

  it('counts days', () => {
    expect(daysBetween('1914-06-28', '1914-08-04')).toBe(37);
    expect(daysBetween('1900-01-01', '1901-01-01')).toBe(365);
    expect(daysBetween('2001-01-01', '2000-01-01')).toBe(-366);
  });

  it('holds the first day of a span and not the last', () => {
    const span = { from: '1949-08-24', to: '1966-07-01' };
    expect(['1949-08-23', '1949-08-24', '1966-06-30', '1966-07-01'].map((date) => inSpan(span, date))).toEqual([false, true, true, false]);
    expect(inSpan({}, '1815-01-01')).toBe(true);
    expect(inSpans([{ to: '1900-01-01' }, span], '1950-01-01')).toBe(true);
    expect(inSpans([{ to: '1900-01-01' }, span], '1920-01-01')).toBe(false);
    expect(inSpans(undefined, '1920-01-01')).toBe(false);
  });

  it('tells spans that share a day from spans that only touch', () => {
    expect(spansOverlap({ to: '1918-12-01' }, { from: '1918-12-01' })).toBe(false);
    expect(spansOverlap({ to: '1918-12-02' }, { from: '1918-12-01' })).toBe(true);
    expect(spansOverlap({}, { from: '1918-12-01', to: '1919-01-01' })).toBe(true);
  });

  it('compares dates of every precision, and knows the range of the program', () => {
    expect(Math.sign(compareDates('1894', '1894-02'))).toBe(-1);
    expect(compareDates('1894', '1894-01-01')).toBe(0);
    expect(compareDates('1894-02', '1894-01-31')).toBeGreaterThan(0);
    expect(['1814-12-31', '1815-01-01', '2100-12-31', '2101-01-01'].map(isInRange)).toEqual([false, true, true, false]);
  });
});
