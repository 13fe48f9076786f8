import { describe, expect, it } from 'vitest';
import { clausesIn, withdrawalOf } from '../../../src/core/record/exit-terms.ts';

describe('a right to leave', () => {
  it.each([
    [0, 0],
    [1, 1],
    [2, 0],
    [3, 1],
  ])('renounce %i counts as %i', (renounce, counted) => {
    expect(withdrawalOf({ renounce })).toBe(counted);
  });

  it('is not known without a text', () => {
    expect(withdrawalOf({})).toBeNull();
  });
});

describe('clauses', () => {
  it('are 1 from any code above none, and missing where there is no text', () => {
    const found = clausesIn({ defense: 2, offense: 0, conditio: 5, pubsecr: 1, organ1: 3, base: 0 }, 1950);
    expect(found).toMatchObject({ defense: 1, offense: 0, conditional: 1, secret: 1, organized: 1, bases: 0, neutral: null, wartime: null });
  });
});

/** Years from 1900 to 1930 in which a term runs out. */
function runsOut(row: Readonly<Record<string, number>>): number[] {
  const years = Array.from({ length: 31 }, (_, i) => 1900 + i);
  return years.filter((year) => clausesIn({ speclgth: 1, begyr: 1900, begmo: 3, ...row }, year).expiring === 1);
}

describe('a term', () => {
  it('runs out in its last month, once where it is not renewed', () => {
    expect(runsOut({ length: 60 })).toEqual([1905]);
    expect(runsOut({ length: 118 })).toEqual([1910]);
    expect(runsOut({ length: 117 })).toEqual([1909]);
  });

  it('runs out again with every renewal of more than a year', () => {
    expect(runsOut({ length: 120, renewlgt: 60 })).toEqual([1910, 1915, 1920, 1925, 1930]);
    expect(runsOut({ length: 120, renewlgt: 12 })).toEqual([1910]);
  });

  it('does not where none was set, and is not known without a text', () => {
    expect(clausesIn({ speclgth: 0, length: 60, begyr: 1900 }, 1905)).toMatchObject({ expiring: 0, fixed_term: 0 });
    expect(runsOut({ length: 0 })).toEqual([]);
    expect(clausesIn({}, 1905)).toMatchObject({ expiring: null, fixed_term: null });
  });
});
