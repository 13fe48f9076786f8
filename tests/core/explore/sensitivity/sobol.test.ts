import { describe, expect, it } from 'vitest';
import { finish } from '../../../../src/core/explore/progress.ts';
import { saltelli, type Design, type Source } from '../../../../src/core/explore/sensitivity/saltelli.ts';
import { sobolIndices } from '../../../../src/core/explore/sensitivity/sobol.ts';
import { sobolPoints } from '../../../../src/core/math/sobol-sequence.ts';

/** A function of uniform inputs as a design on a Sobol sequence. */
function designOf(rows: number, inputs: number, seed: number | undefined, f: (x: readonly number[]) => number): Design {
  const points = sobolPoints(rows, 2 * inputs, seed);
  const at = (row: number, input: number, source: Source): number => points[row * 2 * inputs + (source === 'A' ? input : inputs + input)] ?? NaN;
  return { rows, groups: inputs, evaluate: (row, from) => f(Array.from({ length: inputs }, (_, input) => at(row, input, from(input)))) };
}

const ishigami = ([x = 0, y = 0, z = 0]: readonly number[]): number => {
  const [u = 0, v = 0, w = 0] = [x, y, z].map((one) => Math.PI * (2 * one - 1));
  return Math.sin(u) + 7 * Math.sin(v) ** 2 + 0.1 * w ** 4 * Math.sin(u);
};

describe('Sobol indices', () => {
  // Ishigami and Homma (1990), a = 7, b = 0.1: V = 13.8446 in closed form (Saltelli and others 2008, Global Sensitivity Analysis, ch. 4).
  const published = { first: [0.3139, 0.4424, 0], total: [0.5576, 0.4424, 0.2437] };

  it.each([undefined, 1])('of the Ishigami function are within .01 of the published at 4096 rows, seed %s', (seed) => {
    const { indices, variance, together } = sobolIndices(finish(saltelli(designOf(4096, 3, seed, ishigami))), 1);
    indices.forEach(({ first, total }, i) => {
      expect(Math.abs(first.value - (published.first[i] ?? NaN)), `S${i + 1}`).toBeLessThan(0.01);
      expect(Math.abs(total.value - (published.total[i] ?? NaN)), `ST${i + 1}`).toBeLessThan(0.01);
      expect(first.low).toBeLessThanOrEqual(published.first[i] ?? NaN);
      expect(first.high).toBeGreaterThanOrEqual(published.first[i] ?? NaN);
    });
    expect(variance).toBeCloseTo(13.8446, 0);
    expect(together).toBeCloseTo(0.2437, 1);
  });

  it('of a sum are its shares, first and total alike', () => {
    const { indices } = sobolIndices(finish(saltelli(designOf(1024, 3, 1, ([x = 0, y = 0]) => x + 2 * y))), 1);
    [0.2, 0.8, 0].forEach((share, i) => {
      expect(indices[i]?.first.value).toBeCloseTo(share, 2);
      expect(indices[i]?.total.value).toBeCloseTo(share, 2);
    });
  });

  it('of what moves nothing are 0, and cost no more than a look', () => {
    const found = finish(saltelli(designOf(64, 3, 1, ([x = 0]) => x)));
    expect(found.mixed.map((values) => values === undefined)).toEqual([false, true, true]);
    expect(found.evaluations).toBe(64 * 3 + 2 * 8);
    expect(sobolIndices(found, 1).indices[1]?.total).toEqual({ value: 0, low: 0, high: 0 });
  });

  it('stopped, rest on the rows that were finished', () => {
    const cancel = { aborted: false };
    const steps = saltelli(designOf(64, 3, 1, ishigami), cancel);
    for (let i = 0; i < 20; i++) steps.next();
    cancel.aborted = true;
    const { value } = steps.next();
    if (!('a' in value)) throw new Error('not ended');
    const whole = finish(saltelli(designOf(64, 3, 1, ishigami)));
    expect([...value.a]).toEqual([...whole.a.slice(0, 20)]);
    expect(sobolIndices(value, 1).rows).toBe(20);
  });
});
