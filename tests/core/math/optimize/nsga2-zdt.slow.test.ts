import { describe, expect, it } from 'vitest';
import { nsga2 } from '../../../../src/core/math/optimize/nsga2.ts';
import { realGenes } from '../../../../src/core/math/optimize/real-genes.ts';
import type { Scored } from '../../../../src/core/math/pareto/dominance.ts';
import { hypervolume } from '../../../../src/core/math/pareto/hypervolume.ts';
import { frontOf } from '../../../../src/core/math/pareto/sort.ts';
import { createRng } from '../../../../src/core/math/rng.ts';
import { trueVolume, ZDT, ZDT_SIZE } from './zdt.ts';

/** Deb and others (2002): a hundred solutions, 250 generations, 25,000 evaluations. */
const POPULATION = 100;
const GENERATIONS = 250;

describe('NSGA-II comes within 1 % of the true front of ZDT1-3 in 25,000 evaluations', () => {
  it('knows the true volumes', () => {
    expect(trueVolume('zdt1')).toBeCloseTo(0.1 + 2 / 3 + 0.11, 5);
    expect(trueVolume('zdt2')).toBeCloseTo(0.1 + 1 / 3 + 0.11, 5);
  });

  it.each(['zdt1', 'zdt2', 'zdt3'] as const)('%s, three seeds', (name) => {
    const genes = realGenes({ lower: Array.from({ length: ZDT_SIZE }, () => 0), upper: Array.from({ length: ZDT_SIZE }, () => 1) });
    const whole = trueVolume(name);
    const shares = [1, 2, 3].map((seed) => {
      // The front of all that was looked at, as a search for treaties keeps it; a hundred points alone leave 1 % between them.
      let front: Scored[] = [];
      let recent: Scored[] = [];
      const gather = (): void => {
        const all = [...front, ...recent];
        front = frontOf(all).flatMap((i) => all[i] ?? []);
        recent = [];
      };
      const evaluate = (x: readonly number[]): Scored => {
        const score = { objectives: ZDT[name](x), violation: 0 };
        recent.push(score);
        if (recent.length === 500) gather();
        return score;
      };
      const generations = nsga2({ ...genes, evaluate }, { rng: createRng(seed, name), population: POPULATION });
      for (let age = 0; age < GENERATIONS; age++) generations.next();
      gather();
      return (
        hypervolume(
          front.map(({ objectives }) => objectives),
          [1.1, 1.1],
        ) / whole
      );
    });
    expect(Math.min(...shares), `shares of the true volume: ${shares.map((one) => one.toFixed(5)).join(', ')}`).toBeGreaterThan(0.99);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  });
});
