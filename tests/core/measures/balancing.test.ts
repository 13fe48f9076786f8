import { describe, expect, it } from 'vitest';
import { alignmentOf, countAlignments, type Threats } from '../../../src/core/measures/balancing.ts';

/** State 1 is threatened by 2, which has a pact with 3 from 1900 on; 4 is threatened by nobody. */
const threats: Threats = {
  threatTo: (state) => (state === 1 ? 2 : undefined),
  allied: (a, b, year) => year >= 1900 && new Set([a, b]).size === 2 && [a, b].every((state) => state === 2 || state === 3),
};

describe('balancing and bandwagoning (Walt 1987)', () => {
  it.each([
    [1, 2, 1890, 'bandwagoning'],
    [1, 3, 1890, 'balancing'],
    [1, 3, 1900, 'bandwagoning'],
    [1, 5, 1900, 'balancing'],
    [4, 2, 1900, 'neither'],
  ])('a pact of %d with %d in %d is %s', (state, partner, year, expected) => {
    expect(alignmentOf({ state, partner, year }, threats)).toBe(expected);
  });

  it('the leading power has no threat of its own', () => {
    const leader: Threats = { threatTo: () => 7, allied: () => false };
    expect(alignmentOf({ state: 7, partner: 8, year: 1900 }, leader)).toBe('neither');
  });

  it('counts every choice once, by year', () => {
    const choices = [
      { state: 1, partner: 5, year: 1901 },
      { state: 1, partner: 2, year: 1890 },
      { state: 1, partner: 3, year: 1901 },
      { state: 4, partner: 1, year: 1901 },
    ];
    expect(countAlignments(choices, threats)).toEqual([
      { year: 1890, balancing: 0, bandwagoning: 1, neither: 0 },
      { year: 1901, balancing: 1, bandwagoning: 1, neither: 1 },
    ]);
  });
});
