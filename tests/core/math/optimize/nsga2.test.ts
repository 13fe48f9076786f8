import { describe, expect, it } from 'vitest';
import { allChoices, choiceGenes, countChoices } from '../../../../src/core/math/optimize/choice-genes.ts';
import { nsga2 } from '../../../../src/core/math/optimize/nsga2.ts';
import { realGenes } from '../../../../src/core/math/optimize/real-genes.ts';
import { createRng } from '../../../../src/core/math/rng.ts';

describe('choices', () => {
  const sizes = [2, 1, 3];
  const genes = choiceGenes(sizes);

  it('are all counted and listed, each once', () => {
    const all = [...allChoices(sizes)];
    expect(all).toHaveLength(countChoices(sizes));
    expect(new Set(all.map(genes.key)).size).toBe(6);
  });

  it('stay within their sizes; children take each answer from a parent; mutation changes answers to others', () => {
    const rng = createRng(3, 'choices');
    for (let k = 0; k < 200; k++) {
      const [a, b] = [genes.random(rng), genes.random(rng)];
      for (const child of genes.cross(a, b, rng)) child.forEach((value, i) => expect([a[i], b[i]]).toContain(value));
      genes.mutate(a, rng).forEach((value, i) => expect(value).toBeLessThan(sizes[i] ?? 0));
    }
  });
});

describe('real numbers', () => {
  it('stay within their bounds, and children lie about their parents', () => {
    const genes = realGenes({ lower: [0, -1], upper: [1, 3] });
    const rng = createRng(5, 'real');
    const within = ([x = 9, y = 9]: readonly number[]): void => {
      expect(x >= 0 && x <= 1 && y >= -1 && y <= 3).toBe(true);
    };
    let [sum, count] = [0, 0];
    for (let k = 0; k < 2000; k++) {
      const children = genes.cross([0.3, 0], [0.5, 2], rng);
      children.forEach(within);
      within(genes.mutate([0.99, -0.99], rng));
      sum += children[0][0] ?? 0;
      sum += children[1][0] ?? 0;
      count += 2;
    }
    expect(Math.abs(sum / count - 0.4)).toBeLessThan(0.005);
  });
});

describe('NSGA-II', () => {
  // Few ones and many ones at once, and no two neighbors alike: a front that is known.
  const sizes = Array.from({ length: 8 }, () => 2);
  const genes = choiceGenes(sizes);
  const ones = (x: readonly number[]): number => x.reduce((sum, value) => sum + value, 0);
  const first = (x: readonly number[]): number => x.findIndex((value) => value === 1) + 1 || 9;
  const evaluate = (x: readonly number[]) => ({
    objectives: [ones(x), -x.reduce((sum, value, i) => sum + value * (8 - i), 0)],
    violation: Math.max(0, 2 - first(x)),
  });
  const problem = { ...genes, evaluate };
  const run = (seed: number, generations: number) => {
    const steps = nsga2(problem, { rng: createRng(seed, 'nsga2'), population: 24 });
    let last = steps.next().value;
    for (let age = 1; age < generations; age++) last = steps.next().value;
    return last;
  };

  it('the same seed gives the same generations', () => {
    expect(run(1, 5)).toEqual(run(1, 5));
    expect(run(1, 5)).not.toEqual(run(2, 5));
  });

  it('finds a front that is known, the infeasible left behind', () => {
    const found = run(1, 40);
    // With the first place forbidden, k ones do best in the places 2 to k + 1.
    for (let k = 0; k <= 7; k++) {
      const best = -Array.from({ length: k }, (_, i) => 7 - i).reduce((sum, value) => sum + value, 0);
      expect(found.some(({ score }) => score.violation === 0 && score.objectives[0] === k && score.objectives[1] === best)).toBe(true);
    }
  });
});
