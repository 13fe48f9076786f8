import { describe, expect, it } from 'vitest';
import { regimesAndWars } from '../../../src/core/record/regimes-and-wars.ts';
import { numbersTable } from './made-up-record.ts';

const MISSING = -32768;

const record = regimesAndWars({
  nmc: numbersTable(['ccode', 'year', 'cinc'], [[1, 1900, 0.25]], { cinc: 'float64' }),
  polity: numbersTable(
    ['cown', 'year', 'polity'],
    [
      [1, 1900, 5],
      [1, 1901, 8],
      [1, 1902, 6],
      [1, 1903, -77],
      [1, 1904, 6],
      [1, 1905, -88],
      [1, 1906, -66],
      [1, 1907, MISSING],
      [2, 1900, -7],
      [2, 1901, -10],
    ],
  ),
  wars: numbersTable(
    ['ccode', 'startyear1', 'endyear1', 'startyear2', 'endyear2'],
    [
      [1, 1904, 1905, 1908, 1908],
      [2, 2003, MISSING, MISSING, MISSING],
    ],
  ),
  majors: numbersTable(
    ['ccode', 'styear', 'endyear'],
    [
      [1, 1816, 1918],
      [1, 1925, 1945],
    ],
  ),
});

describe('what is known of a state', () => {
  it('has its power and its regime, where they are known', () => {
    expect(record.power(1, 1900)).toBe(0.25);
    expect(record.power(1, 1901)).toBeNaN();
    expect(record.polity(1, 1902)).toBe(6);
    for (const year of [1903, 1905, 1906, 1907]) expect(record.polity(1, year)).toBeNaN();
  });

  it.each([
    [1900, false],
    [1901, true],
    [1902, false],
    [1903, true],
    [1904, false],
    [1905, true],
    [1906, false],
    [1907, undefined],
  ])('in %i its regime changed: %s', (year, changed) => {
    expect(record.regimeChanged(1, year)).toBe(changed);
  });

  it('changed down to the lowest score of the scale, too', () => {
    expect(record.polity(2, 1901)).toBe(-10);
    expect(record.regimeChanged(2, 1901)).toBe(true);
  });

  it('was at war in every year of both its spells, and not known to be outside the list', () => {
    expect([1903, 1904, 1905, 1906, 1908, 1909].map((year) => record.atWar(1, year))).toEqual([false, true, true, false, true, false]);
    expect([1815, 2008].map((year) => record.atWar(1, year))).toEqual([undefined, undefined]);
    expect([2002, 2003, 2007].map((year) => record.atWar(2, year))).toEqual([false, true, true]);
  });

  it('was a great power in its spells', () => {
    expect([1815, 1816, 1918, 1920, 1925, 1946].map((year) => record.isMajor(1, year))).toEqual([false, true, true, false, true, false]);
    expect(record.isMajor(2, 1900)).toBe(false);
  });
});
