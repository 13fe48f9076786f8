import { describe, expect, it } from 'vitest';
import { reviewTreaty } from '../../../src/core/assess/review.ts';
import type { Facts } from '../../../src/core/facts/facts.ts';
import type { Indicator } from '../../../src/core/facts/indicators.ts';
import { catalogTreaty } from '../../support/catalog-files.ts';

const nato = catalogTreaty('nato');
const share = (state: string, year: number, value: number): Indicator => ({ state, year, indicator: 'defense-share', value, source: 'made-up' });
const facts: Facts = {
  format: 1,
  version: 'made-up',
  indicators: [share('USA', 2024, 3), share('ESP', 2023, 1.2), share('ESP', 2024, 1.3), share('DEU', 2022, 1.5), share('DEU', 2024, 2)],
  indicatorSources: {},
  snapshots: [],
  institutions: [],
  contingencies: [],
  rivalries: [],
  nuclear: [],
  presence: [],
  borders: [],
  readiness: { classes: [], commonality: [], deliberation: { days: { value: 1, low: 1, high: 1 }, basis: 'made up' } },
  parameters: [],
};

const standings = (date: string, id: string): Record<string, string> => {
  const pledge = reviewTreaty(nato, facts, date).pledges.find((one) => one.id === id);
  return Object.fromEntries(pledge?.readings.map(({ state, standing }) => [state, standing]) ?? []);
};

describe('the review of pledges', () => {
  it('before the day a member below the floor is at risk, after it has missed', () => {
    expect(standings('2024-06-01', 'two-percent')).toMatchObject({ USA: 'met', DEU: 'met', ESP: 'at-risk', FRA: 'no-reading' });
    expect(standings('2025-06-01', 'two-percent')).toMatchObject({ USA: 'met', DEU: 'met', ESP: 'missed', FRA: 'no-reading' });
  });

  it('a pledge agreed later is not held against anybody', () => {
    const { pledges, notYet } = reviewTreaty(nato, facts, '2014-01-01');
    expect(pledges).toEqual([]);
    expect(notYet).toContain('two-percent');
  });

  it('tells value, year and trend, and never takes a missing figure for zero', () => {
    const pledge = reviewTreaty(nato, facts, '2025-06-01').pledges.find(({ id }) => id === 'two-percent');
    const spain = pledge?.readings.find(({ state }) => state === 'ESP');
    expect(spain).toMatchObject({ value: expect.closeTo(0.013, 12), year: 2024, source: 'made-up' });
    expect(spain?.trend).toBeCloseTo(0.001, 12);
    expect(pledge?.counts).toEqual({ met: 2, 'at-risk': 0, missed: 1, 'no-reading': 29 });
  });

  it('a purpose without a figure says where its reading comes from', () => {
    const { purposes } = reviewTreaty(nato, facts, '2025-06-01');
    expect(purposes.find(({ id }) => id === 'deter-attack')).toMatchObject({ standing: 'no-reading', how: expect.stringContaining('disputes') });
    expect(purposes.find(({ id }) => id === 'capacity-to-resist')).toMatchObject({ standing: 'at-risk', value: expect.closeTo(0.021, 12) });
  });
});
