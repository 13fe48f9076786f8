import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/core/assess/assess.ts';
import { catalogWithFacts } from '../../support/facts.ts';

const { catalog, facts, world } = catalogWithFacts();

describe('common random numbers', () => {
  it('a treaty that changes nothing changes nothing in any draw: both worlds see the same tripwires', () => {
    const quad = catalog.treaties.find(({ id }) => id === 'quad');
    if (quad === undefined) throw new Error('no quad');
    const found = assess({ facts, world, treaties: catalog.treaties, treaty: quad }, { date: '2025-06-01', draws: 20, seed: 3 });
    for (const { allies, war } of found.contingencies) {
      for (const { difference } of [war, ...allies.map(({ honors }) => honors)]) {
        expect(Math.abs(difference.low ?? Number.NaN)).toBeLessThan(1e-9);
        expect(Math.abs(difference.high ?? Number.NaN)).toBeLessThan(1e-9);
      }
    }
  });
});
