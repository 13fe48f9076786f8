import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightedIndex, type IndexComponent } from '../../../../src/core/models/spending/weights.ts';

const cash: IndexComponent = { name: 'cash', values: [60, 30, 10], weight: { value: 0.6, low: 0.4, high: 0.8 } };
const troops: IndexComponent = { name: 'troops', values: [20, 20, 60], weight: { value: 0.4, low: 0.2, high: 0.6 } };

describe('an index under movable weights', () => {
  const found = weightedIndex([cash, troops]);

  it('is a weighted mean of shares, ranked', () => {
    expect(found.members.map(({ index }) => index)).toEqual([0.44, 0.26, 0.3].map((value) => expect.closeTo(value, 12)));
    expect(found.members.map(({ rank }) => rank)).toEqual([1, 3, 2]);
    expect(found).toMatchObject({ method: 'corner weights', converged: true, iterations: 7, warnings: [] });
  });

  it('gives each rank the interval that the weights leave open', () => {
    // At .4/.6: .36, .24, .40; at .8/.2: .52, .28, .20.
    expect(found.members.map(({ reached }) => reached)).toEqual([
      [1, 2],
      [2, 3],
      [1, 3],
    ]);
    expect(found.members.map(({ bounds }) => bounds)).toEqual(found.members.map(({ reached }) => reached));
  });

  it('has fixed ranks under fixed weights', () => {
    const fixed = weightedIndex([cash, troops].map((one) => ({ ...one, weight: { value: one.weight.value, low: one.weight.value, high: one.weight.value } })));
    fixed.members.forEach(({ rank, reached, bounds }) => expect([...reached, ...bounds]).toEqual([rank, rank, rank, rank]));
  });

  it('says where central weights leave their ranges', () => {
    expect(weightedIndex([cash, { ...troops, weight: { value: 3, low: 0.2, high: 0.6 } }]).warnings).toHaveLength(1);
  });

  it.each([
    ['nothing', []],
    ['a short component', [cash, { ...troops, values: [1] }]],
    ['weights that cannot add up to 1', [cash, { ...troops, weight: { value: 0.1, low: 0, high: 0.1 } }]],
  ])('is refused for %s', (_name, components) => {
    expect(() => weightedIndex(components)).toThrow(RangeError);
  });

  it('no weights within the ranges give a rank outside the bounds, and reached lies within', () => {
    const row = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 5 });
    const weight = fc.record({
      value: fc.constant(1 / 3),
      low: fc.double({ min: 0, max: 1 / 3, noNaN: true }),
      high: fc.double({ min: 1 / 3, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: fc.constant('x'), values: row, weight }), { minLength: 3, maxLength: 3 }),
        fc.nat(2),
        fc.nat(2),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (components, up, down, share) => {
          const { members } = weightedIndex(components);
          const [more, less] = [components[up], components[down]];
          const moved = Math.min((more?.weight.high ?? 0) - 1 / 3, 1 / 3 - (less?.weight.low ?? 0)) * share;
          const at = components.map((_, k) => 1 / 3 + (k === up ? moved : 0) - (k === down ? moved : 0));
          const index = members.map((_, i) =>
            components.reduce((sum, { values }, k) => sum + ((at[k] ?? 0) * (values[i] ?? 0)) / values.reduce((a, b) => a + b, 0), 0),
          );
          members.forEach(({ rank, reached, bounds }, i) => {
            const there = 1 + index.filter((value) => value > (index[i] ?? 0) + 1e-9).length;
            expect(there).toBeGreaterThanOrEqual(bounds[0]);
            expect(there).toBeLessThanOrEqual(bounds[1]);
            expect([rank, ...reached].every((one) => one >= bounds[0] && one <= bounds[1])).toBe(true);
          });
        },
      ),
    );
  });
});
