import { describe, expect, it } from 'vitest';
import { influences } from '../../../src/core/assess/influence.ts';
import { prepareAssessment } from '../../../src/core/assess/prepare.ts';
import { catalogWithFacts } from '../../support/facts.ts';

const { catalog, facts, world } = catalogWithFacts();
const treaty = catalog.treaties.find(({ id }) => id === 'us-japan-1960');
if (treaty === undefined) throw new Error('no treaty');
const subject = { facts, world, treaties: catalog.treaties, treaty };
const options = { date: '2025-06-01', draws: 0, seed: 1, contingencies: ['china-japan-senkaku'] };

describe('what an assessment hangs on', () => {
  const found = influences(prepareAssessment(subject, options));
  const of = (name: string) => found.find(({ parameter }) => parameter === name);

  it('ranks every assumption that has a range by what it does to honoring', () => {
    expect(found.map(({ swing }) => swing)).toEqual(found.map(({ swing }) => swing).toSorted((a, b) => b - a));
    expect(found[0]?.swing).toBeGreaterThan(0.05);
    for (const { basis, meaning } of found) expect([basis, meaning].every((text) => text.length > 0)).toBe(true);
  });

  it('a dearer promise raises honoring; the share that is promise moves only what is due to the treaty', () => {
    expect(of('join.promise')?.at.high.honors).toBeGreaterThan(of('join.promise')?.at.low.honors ?? Infinity);
    expect(of('join.kappa')?.swing).toBeLessThan(1e-9);
    expect(of('join.kappa')?.at.high.difference).toBeGreaterThan(of('join.kappa')?.at.low.difference ?? Infinity);
  });

  it('the worth of winning to the challenger moves what the treaty spares, and nothing else', () => {
    const worth = of('challenge.win-since-1946');
    expect(worth?.swing).toBeLessThan(1e-12);
    expect(worth?.at.high.spared).toBeGreaterThan(worth?.at.low.spared ?? Infinity);
    expect(worth?.at.low.spared).toBeLessThan(0);
  });

  it('an assumption set by hand is none', () => {
    const set = influences(prepareAssessment(subject, { ...options, set: { 'join.kappa': 1 } }));
    expect(set.some(({ parameter }) => parameter === 'join.kappa')).toBe(false);
  });
});
