import { describe, expect, it } from 'vitest';
import { accession, allRatify, enoughRatify } from '../../../../src/core/models/ratification/all-members.ts';
import type { RatificationGate } from '../../../../src/core/models/ratification/gate.ts';
import { GRID_ERROR } from '../../../../src/core/models/ratification/shock-grid.ts';
import { ratification, type RatifyingState } from '../../../../src/core/models/ratification/state.ts';
import { CENTRAL_WEIGHTS, DECLARED_WEIGHTS } from '../../../../src/core/models/ratification/weights.ts';

const president: RatificationGate = { id: 'president', kind: 'executive' };
const senate: RatificationGate = {
  id: 'senate',
  kind: 'chamber',
  seats: 100,
  quota: { of: 'present', share: '2/3' },
  parties: [
    { seats: 53, government: true, stance: 0.3 },
    { seats: 47, stance: 0.6 },
  ],
};
const chamber: RatificationGate = { id: 'chamber', kind: 'chamber' };
const vote: RatificationGate = { id: 'vote', kind: 'referendum' };
const state = (gates: readonly RatificationGate[], value = 0): RatifyingState => ({ gates, value });
const p = (gates: readonly RatificationGate[], value = 0): number => ratification(state(gates, value)).p;

describe('the chance that a state ratifies', () => {
  it('is near 1 where a treaty costs nothing and the parties like alliances, and falls with its cost', () => {
    const values = [0, -1, -2, -3, -4].map((value) => p([president, senate], value));
    expect(values[0]).toBeGreaterThan(0.97);
    values.slice(1).forEach((chance, k) => expect(chance).toBeLessThan(values[k] ?? 0));
  });

  it('with one shock for all gates is more than the product of their chances, and at most the least of them', () => {
    const { p: all, gates, independent, hardest } = ratification(state([president, senate, vote], -1.5));
    expect(all).toBeGreaterThan(independent);
    expect(all).toBeLessThanOrEqual(Math.min(...gates.map((gate) => gate.p)));
    expect(hardest).toBe('vote');
  });

  it('carries about three referendums in four where nothing else moves the people', () => {
    expect(p([vote])).toBeCloseTo(0.77, 2);
  });

  it('of a referendum is that of a normal variable in closed form', () => {
    // Φ((people + w·value)/√(σ² + campaign²)) at .8, 1, .4: Φ(.742781) = .771195.
    expect(Math.abs(p([vote]) - 0.771195)).toBeLessThan(1e-5);
  });

  it('passes a negative procedure more easily than a vote of the same body', () => {
    const commons: RatificationGate = { ...chamber, seats: 650 };
    expect(p([{ ...commons, negative: true }], -3)).toBeGreaterThan(p([commons], -3));
    expect(p([{ ...commons, negative: true }], -30)).toBeCloseTo(1 - CENTRAL_WEIGHTS.heard, 3);
  });

  it('takes a court at its declared chance', () => {
    expect(p([{ id: 'court', kind: 'court' }])).toBeCloseTo(CENTRAL_WEIGHTS.review, 12);
  });

  it('says how it was counted', () => {
    expect(ratification(state([senate]))).toMatchObject({ error: GRID_ERROR, method: expect.stringContaining('exactly') });
    expect(ratification(state([{ ...chamber, seats: 630 }])).method).toContain('normal approximation');
  });

  it('refuses a state without gates and a body with more seats of parties than its own', () => {
    expect(() => p([])).toThrow(RangeError);
    expect(() => p([{ ...senate, seats: 90 }])).toThrow(/100 seats of parties in a body of 90/);
  });

  it('gives bodies without parties to the government by one seat', () => {
    const even: RatificationGate = { ...chamber, seats: 100, parties: [{ seats: 51, government: true }, { seats: 49 }] };
    expect(p([chamber], -2)).toBeCloseTo(p([even], -2), 12);
  });

  it('rests on weights that lie in their declared ranges', () => {
    const out = Object.entries(DECLARED_WEIGHTS).filter(([, { value, low, high }]) => !(low <= value && value <= high));
    expect(out).toEqual([]);
  });
});

describe('all members', () => {
  const members = [state([president, senate], -1), state([president, chamber], -1.5), state([president, chamber, vote])];

  it('ratify together likelier the more their publics move as one', () => {
    const at = (correlation: number): number => allRatify(members, { weights: { ...CENTRAL_WEIGHTS, correlation } }).all;
    const chances = [0, 0.3, 0.6, 0.9, 1].map(at);
    chances.slice(1).forEach((chance, k) => expect(chance).toBeGreaterThan(chances[k] ?? 1));
  });

  it('are independent at ρ = 0, and each keeps its own chance at any ρ', () => {
    const none = allRatify(members, { weights: { ...CENTRAL_WEIGHTS, correlation: 0 } });
    expect(none.all).toBeCloseTo(none.independent, 12);
    for (const correlation of [0.2, 0.7, 0.98]) {
      const { count, each } = allRatify(members, { weights: { ...CENTRAL_WEIGHTS, correlation } });
      const expected = count.reduce((sum, chance, k) => sum + k * chance, 0);
      expect(Math.abs(expected - each.reduce((sum, chance) => sum + chance, 0))).toBeLessThan(1e-4);
    }
  });

  it('enter into force at any number of ratifications', () => {
    const reading = allRatify(members);
    expect(reading.count.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 10);
    expect(enoughRatify(reading, 3)).toBeCloseTo(reading.all, 12);
    expect(enoughRatify(reading, 2)).toBeGreaterThan(reading.all);
    expect(enoughRatify(reading, 0)).toBeCloseTo(1, 12);
  });

  it('agree to an accession each by its own rule', () => {
    const reading = accession(state([president, vote]), members);
    expect(reading.weakest).toBe(2);
    expect(reading.applicant).toBeCloseTo(p([president, vote]), 12);
    expect(reading.all).toBeLessThan(allRatify(members).all);
    expect(accession(state([president]), []).weakest).toBeUndefined();
  });
});
