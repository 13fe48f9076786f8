import { describe, expect, it } from 'vitest';
import { madeUpYears } from './made-up-record.ts';

describe('states and pairs by year', () => {
  const states = madeUpYears();

  it('takes in the members of a year, in the order of their numbers', () => {
    expect(Array.from(states.of(1900).codes)).toEqual([1, 2, 3, 4]);
    expect(states.of(1900).position(3)).toBe(2);
    expect(states.of(1900).position(9)).toBe(-1);
  });

  it.each([
    ['touching by land, before distances begin', 1850, 1, 2, 0],
    ['the first distance on record, before distances begin', 1850, 1, 3, 800],
    ['the distance on record', 1900, 1, 3, 700],
  ])('%s', (_, year, a, b, km) => {
    const one = states.of(year);
    expect(one.km[one.position(a) * one.codes.length + one.position(b)]).toBe(km);
    expect(one.km[one.position(b) * one.codes.length + one.position(a)]).toBe(km);
  });

  it('puts the capitals less 650 km where no distance is known, at least half of theirs', () => {
    const one = states.of(1900);
    const [a, b] = [one.position(2), one.position(4)];
    const capitals = one.capitalKm[a * one.codes.length + b] ?? 0;
    expect(capitals).toBeCloseTo((((2 * 6371.0088 * Math.PI) / 180) * 10) / 2, -1);
    expect(one.km[a * one.codes.length + b]).toBeCloseTo(Math.max(capitals / 2, capitals - 650), 3);
  });

  it('carries lists on that end as they stand', () => {
    expect(states.of(1910).major[0]).toBe(1);
    expect(states.of(1910).codes.length).toBe(4);
  });

  it('knows no other year', () => {
    expect(() => states.of(1700)).toThrow(RangeError);
  });
});
