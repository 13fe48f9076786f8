import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { hastened, withForwardForces } from '../../../../src/core/models/signals/forward-readiness.ts';
import { signalEffect } from '../../../../src/core/models/signals/signal.ts';
import { parametersSchema } from '../../../../src/core/facts/parameters.ts';
import { ROOT } from '../../../house/sources.ts';

const weights = { troops: 1, troopScale: 10, bases: 0.25, nuclear: 0.25, exercises: 0.1, visits: 0.25, most: 3 };
const nothing = { troops: 0, bases: false, nuclear: false, exercises: 0, visits: 0 };

describe('what a posture adds to the price of standing aside', () => {
  it('in the catalog is declared with ranges: from nothing to at most three logits for any part', () => {
    const { parameters } = parametersSchema.parse(JSON.parse(readFileSync(path.join(ROOT, 'catalog/parameters/signals.json'), 'utf8')));
    expect(Object.values(parameters).every(({ kind }) => kind === 'declared')).toBe(true);
    for (const signal of ['troops', 'bases', 'nuclear', 'exercises', 'visits']) {
      expect(parameters[`signal.${signal}`]).toMatchObject({ low: 0 });
      expect(parameters[`signal.${signal}`]?.high).toBeLessThanOrEqual(parameters['signal.most']?.high ?? 0);
    }
  });

  it('is nothing for nothing, and the sum of its parts', () => {
    expect(signalEffect(nothing, weights)).toEqual({ logits: 0, parts: [] });
    const effect = signalEffect({ troops: 10, bases: true, nuclear: true, exercises: 3, visits: 0.5 }, weights);
    expect(effect.logits).toBeCloseTo(1 - Math.exp(-1) + 0.25 + 0.25 + 0.1 + 0.125, 12);
    expect(effect.parts.map(({ signal }) => signal)).toEqual(['troops', 'bases', 'nuclear', 'exercises', 'visits']);
  });
});

describe('readiness of a posture', () => {
  const tiers = [
    { share: 0.1, days: 5 },
    { share: 0.3, days: 30 },
    { share: 0.6, days: 120 },
  ];

  it('forces forward come out of the slowest tiers', () => {
    expect(withForwardForces(tiers, 0.2)).toEqual([
      { share: 0.2, days: 0 },
      { share: 0.1, days: 5 },
      { share: 0.3, days: 30 },
      { share: expect.closeTo(0.4, 12), days: 120 },
    ]);
    expect(withForwardForces(tiers, 0)).toEqual(tiers);
  });

  it('cuts follow one another', () => {
    expect(hastened(tiers, 0.5, 0.2).map(({ days }) => days)).toEqual([2, 12, 48]);
  });
});
