import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLOSENESS, fairnessRanks, type Contribution, type Weights } from '../../../src/core/assess/fairness.ts';
import { createRng } from '../../../src/core/math/rng.ts';

const NONE: Weights = { effort: 0, rise: 0, people: 0, abroad: 0, equipment: 0 };
const options = (draws = 400, seed = 1): { rng: ReturnType<typeof createRng>; draws: number; closeness: number } => ({
  rng: createRng(seed, 'fairness'),
  draws,
  closeness: CLOSENESS,
});
const member = (state: string, values: Contribution['values']): Contribution => ({ state, values });

describe('ranks by what members carry', () => {
  const three = [member('AAA', { effort: 3, people: 1 }), member('BBB', { effort: 2, people: 5 }), member('CCC', { effort: 1, people: 3 })];

  it('follows the only criterion that counts, whatever the draws', () => {
    const standings = fairnessRanks(three, { ...NONE, effort: 1 }, options());
    expect(standings.map(({ rank, most }) => [rank, ...most])).toEqual([
      [1, 1, 1],
      [2, 2, 2],
      [3, 3, 3],
    ]);
  });

  it('turns the order as weight moves, and says where it hangs on weights', () => {
    const byPeople = fairnessRanks(three, { ...NONE, people: 1 }, options());
    expect(byPeople.map(({ rank }) => rank)).toEqual([3, 1, 2]);
    const both = fairnessRanks(three, { ...NONE, effort: 1, people: 1 }, options());
    // B exceeds half in effort and all in people: .75; A all and none: .5; C none and half: .25.
    expect(both.map(({ score }) => score)).toEqual([0.5, 0.75, 0.25]);
    expect(both[0]?.most[0]).toBeLessThan(both[0]?.most[1] ?? 0);
  });

  it('leaves a figure that is not known open: it counts as anything between the least and the most', () => {
    const lacking = [...three.slice(0, 2), member('CCC', { effort: 1 })];
    const standing = fairnessRanks(lacking, { ...NONE, effort: 1, people: 2 }, options()).at(-1);
    expect(standing?.lacks).toEqual(['people']);
    expect(standing?.rank).toBe(3);
    expect(standing?.most[0]).toBeLessThan(3);
  });

  it('has members alike share a rank', () => {
    const alike = fairnessRanks([member('AAA', { effort: 2 }), member('BBB', { effort: 2 })], { ...NONE, effort: 1 }, options(0));
    expect(alike.map(({ rank }) => rank)).toEqual([1.5, 1.5]);
  });

  it('needs a weight', () => {
    expect(() => fairnessRanks(three, NONE, options())).toThrow('one criterion at least needs a weight above 0');
  });

  it('never ranks a member below one that it exceeds in everything', () => {
    const value = fc.integer({ min: 0, max: 50 });
    const weight = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ effort: value, rise: value, people: value, abroad: value, equipment: value }), { minLength: 2, maxLength: 8 }),
        fc.record({ effort: weight, rise: weight, people: weight, abroad: weight, equipment: weight }),
        (all, weights) => {
          const [first] = all;
          if (first === undefined) return;
          const better = Object.fromEntries(Object.entries(first).map(([id, one]) => [id, one + 1]));
          const standings = fairnessRanks([...all.map((values, i) => member(`M${i}`, values)), member('TOP', better)], weights, options(20));
          const [of, top] = [standings[0], standings.at(-1)];
          expect(top?.rank).toBeLessThan(of?.rank ?? 0);
          expect(top?.most[1]).toBeLessThanOrEqual(of?.most[1] ?? 0);
        },
      ),
      { numRuns: 60 },
    );
  });
});
