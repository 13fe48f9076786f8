import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Estimate } from '../../../src/core/facts/estimate.ts';
import { commonForcesOf, deliberationOn, readinessClassOf, readinessSchema, type Readiness } from '../../../src/core/facts/readiness.ts';
import { readyBy } from '../../../src/core/models/response/readiness.ts';

/** The declared readiness and commonality of forces: whole, sane, and in the order that histories and plans give. */

const readiness: Readiness = readinessSchema.parse(parse(readFileSync(new URL('../../../catalog/indicators/readiness.yaml', import.meta.url), 'utf8')));

const classOf = (state: string, date: string): Readiness['classes'][number] => {
  const found = readinessClassOf(readiness, state, date);
  if (found === undefined) throw new Error(`no class for ${state} on ${date}`);
  return found;
};
/** Share in place by a day at the central values. */
const inPlace = (state: string, date: string, days: number): number =>
  readyBy(
    classOf(state, date).tiers.map((tier) => ({ share: tier.share.value, days: tier.days.value })),
    days,
  );

/** Interoperability at the central values: the mean of the four parts. */
const common = (a: string, b: string, date: string, treaties: readonly string[] = []): number => {
  const found = commonForcesOf(readiness, a, b, date, (treaty) => treaties.includes(treaty));
  const parts = [found?.standards, found?.equipment, found?.exercises, found?.command].flatMap((part) => (part === undefined ? [] : [part.value]));
  return parts.reduce((sum, value) => sum + value, 0) / parts.length;
};

describe('tiers', () => {
  it.each(readiness.classes.map((one) => [one.id, one] as const))('%s: shares sum to at most 1, days rise', (_, { tiers }) => {
    expect(tiers.reduce((sum, { share }) => sum + share.value, 0)).toBeLessThan(1);
    const ends: readonly Estimate[] = tiers.map(({ share }) => share);
    expect(ends.every(({ low, high }) => low >= 0 && high <= 1)).toBe(true);
    const days = tiers.map(({ days: { value } }) => value);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(new Set(days).size).toBe(days.length);
  });

  it('have ids of their own, and none is hidden behind an earlier one', () => {
    expect(new Set(readiness.classes.map(({ id }) => id)).size).toBe(readiness.classes.length);
    for (const one of readiness.classes) {
      const states = one.states === 'any' ? ['HUN', 'SRB', 'ESP'] : one.states;
      const dates = [one.from ?? '1815-11-20', '1889-06-01', '1913-12-31', '1938-12-31'].filter(
        (date) => (one.from ?? '') <= date && (one.until === undefined || date < one.until),
      );
      expect(states.some((state) => dates.some((date) => classOf(state, date).id === one.id)), one.id).toBe(true);
    }
  });

  it.each(['1815-12-31', '1879-12-31', '1913-12-31', '1938-12-31', '1949-12-31', '1962-12-31', '1985-12-31', '2003-12-31', '2024-12-31'])(
    'every state has a class on %s',
    (date) => {
      for (const state of ['USA', 'GBR', 'FRA', 'DEU', 'RUS', 'CHN', 'JPN', 'SRB', 'MLT', 'THA']) expect(classOf(state, date).tiers.length).toBeGreaterThan(0);
    },
  );

  it('follow the schedules of 1914: most of the German and French armies by the third week, Russia behind Austria-Hungary', () => {
    const date = '1913-12-31';
    expect(inPlace('DEU', date, 21)).toBeGreaterThan(0.7);
    expect(inPlace('FRA', date, 21)).toBeGreaterThan(0.7);
    expect(inPlace('RUS', date, 21)).toBeLessThan(0.5);
    expect(inPlace('RUS', date, 42)).toBeGreaterThan(0.6);
    expect(inPlace('AUH', date, 21)).toBeGreaterThan(inPlace('RUS', date, 21));
  });

  it("rest on NATO's Force Model of 2022: 100,000 in 10 days, 200,000 more in 30, 500,000 more in 180, of about two million", () => {
    const { tiers } = classOf('ITA', '2024-12-31');
    const published = [0.1 / 2, 0.2 / 2, 0.5 / 2];
    published.forEach((share, index) => {
      const tier = tiers[index];
      expect(tier !== undefined && tier.share.low <= share && share <= tier.share.high, String(share)).toBe(true);
    });
  });
});

describe('commonality', () => {
  it.each(readiness.commonality.map((one) => [one.id, one] as const))('%s: shares between 0 and 1', (_, row) => {
    const parts = [row.standards, row.equipment, row.exercises, row.command].filter((part) => part !== undefined);
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.every(({ low, high }) => low >= 0 && high <= 1)).toBe(true);
  });

  it('orders alliances as practice does', () => {
    const nato = common('FRA', 'ITA', '2024-12-31', ['nato']);
    expect(common('USA', 'AUS', '2024-12-31', ['anzus'])).toBeGreaterThan(nato);
    expect(common('USA', 'KOR', '2024-12-31')).toBeGreaterThan(common('USA', 'JPN', '2024-12-31'));
    expect(common('USA', 'JPN', '2024-12-31')).toBeGreaterThan(common('USA', 'PHL', '2024-12-31'));
    expect(nato).toBeGreaterThan(common('AUT', 'IRL', '2024-12-31', ['eu-42-7']));
    expect(common('POL', 'DDR', '1985-12-31', ['warsaw-pact'])).toBeGreaterThan(common('DEU', 'BEL', '1985-12-31', ['nato']));
    expect(common('FRA', 'RUS', '1913-12-31')).toBeLessThan(0.15);
    expect(common('BRA', 'THA', '2024-12-31')).toBeLessThan(common('RUS', 'PRK', '2024-12-31'));
  });

  it('leaves no two states out', () => {
    for (const date of ['1815-12-31', '1913-12-31', '1949-12-31', '2024-12-31']) expect(commonForcesOf(readiness, 'SWE', 'PRT', date, () => false)).toBeDefined();
  });
});

describe('deliberation', () => {
  it('was slower by courier than by telegraph, and slower then than now', () => {
    const days = ['1815-12-31', '1913-12-31', '2024-12-31'].map((date) => deliberationOn(readiness, date).value);
    expect(days).toEqual(days.toSorted((a, b) => b - a));
    expect(new Set(days).size).toBe(3);
  });
});
