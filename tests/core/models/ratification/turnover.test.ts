import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { credibilityUnderTurnover, type Turnover } from '../../../../src/core/models/ratification/turnover.ts';

const firm = { name: 'firm', honors: 0.8, next: [0.5, 0.5] };
const cool = { name: 'cool', honors: 0.4, next: [0.5, 0.5] };
const chain: Turnover = { dispositions: [firm, cool], now: 0, firstElection: 2, term: 4 };

describe('credibility as governments change', () => {
  it('is today’s until the first election, then that of the chain', () => {
    const { path, mean, haircut, last } = credibilityUnderTurnover(chain);
    expect(path[0]).toBe(0.8);
    expect(path[1]).toBe(0.8);
    expect(path[2]).toBeCloseTo(0.6, 12);
    expect(path).toHaveLength(11);
    // Two years at .8, eight at .6.
    expect(mean).toBeCloseTo(0.64, 12);
    expect(haircut).toBeCloseTo(0.2, 12);
    expect(last).toEqual([0.5, 0.5]);
  });

  it('loses nothing where all governments are alike, or none falls', () => {
    const alike = credibilityUnderTurnover({ ...chain, dispositions: [firm, { ...cool, honors: 0.8 }] });
    const stays = credibilityUnderTurnover({ ...chain, dispositions: [{ ...firm, next: [1, 0] }, cool] });
    expect(alike.haircut).toBeCloseTo(0, 12);
    expect(stays.haircut).toBeCloseTo(0, 12);
  });

  it('is a gain where successors are more willing', () => {
    expect(credibilityUnderTurnover({ ...chain, now: 1 }).haircut).toBeLessThan(0);
  });

  it('takes elections between years, and an early one', () => {
    const { path, mean } = credibilityUnderTurnover({ ...chain, firstElection: 0.5, years: 2, term: 4 });
    expect(path).toHaveLength(3);
    expect(mean).toBeCloseTo(0.25 * 0.8 + 0.75 * 0.6, 12);
    expect(credibilityUnderTurnover({ ...chain, firstElection: 0 }).path[1]).toBeCloseTo(0.6, 12);
  });

  it('lies between the least and the most willing', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        chance,
        chance,
        chance,
        chance,
        fc.double({ min: 0, max: 6, noNaN: true }),
        fc.integer({ min: 1, max: 7 }),
        (a, b, p, q, firstElection, term) => {
          const dispositions = [
            { name: 'a', honors: a, next: [p, 1 - p] },
            { name: 'b', honors: b, next: [q, 1 - q] },
          ];
          const { path, mean } = credibilityUnderTurnover({ dispositions, now: 0, firstElection, term });
          for (const at of [...path, mean]) {
            expect(at).toBeGreaterThanOrEqual(Math.min(a, b) - 1e-12);
            expect(at).toBeLessThanOrEqual(Math.max(a, b) + 1e-12);
          }
        },
      ),
    );
  });

  it('refuses chances that do not sum to 1 and times that are none', () => {
    expect(() => credibilityUnderTurnover({ ...chain, dispositions: [{ ...firm, next: [0.5, 0.6] }, cool] })).toThrow(/firm/);
    expect(() => credibilityUnderTurnover({ ...chain, term: 0 })).toThrow(RangeError);
    expect(() => credibilityUnderTurnover({ ...chain, now: 2 })).toThrow(RangeError);
  });
});
