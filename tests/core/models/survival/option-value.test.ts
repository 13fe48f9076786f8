import { describe, expect, it } from 'vitest';
import { expectedPositivePart } from '../../../../src/core/math/positive-part.ts';
import { createRng } from '../../../../src/core/math/rng.ts';
import { optionValues, type ExitRight } from '../../../../src/core/models/survival/option-value.ts';
import { expectedValueIn, spreadIn, valueLattice, type ValueProcess } from '../../../../src/core/models/survival/value-process.ts';

const process: ValueProcess = { now: 0.5, mean: 0.5, persistence: 0.9, shock: 0.4 };
const settings = { horizon: 15, rate: 0.04 };
const leave = (notice: number, earliest = 0): ExitRight => ({ kind: 'exit', earliest, notice, penalty: 0 });
const review: ExitRight = { kind: 'review', first: 5, every: 5, success: 0.5, floor: 0.5, cost: 0 };

describe('the value of a treaty to a member', () => {
  it('has the mean and the spread of an autoregressive process', () => {
    expect(expectedValueIn({ now: 2, mean: 0, persistence: 0.5, shock: 1 }, 3)).toBeCloseTo(0.25, 12);
    expect(spreadIn({ now: 0, mean: 0, persistence: 1, shock: 2 }, 9)).toBeCloseTo(6, 12);
    expect(spreadIn({ now: 0, mean: 0, persistence: 0.5, shock: 1 }, 2)).toBeCloseTo(Math.sqrt(1.25), 12);
  });

  it('on the lattice keeps both', () => {
    const lattice = valueLattice(process, 8, 257);
    let mean: Float64Array = lattice.values;
    let square: Float64Array = lattice.values.map((value) => value * value);
    for (let year = 0; year < 8; year++) [mean, square] = [lattice.expect(mean), lattice.expect(square)];
    const at = mean[lattice.start] ?? Number.NaN;
    expect(at).toBeCloseTo(expectedValueIn(process, 8), 5);
    expect(Math.sqrt((square[lattice.start] ?? Number.NaN) - at * at)).toBeCloseTo(spreadIn(process, 8), 2);
  });

  it('bound to the end is the sum of expected values', () => {
    const falling = { ...process, now: 1, mean: -0.5 };
    let sum = 0;
    for (let year = 0; year < 15; year++) sum += 1.04 ** -year * expectedValueIn(falling, year);
    expect(optionValues(falling, [], settings).bound).toBeCloseTo(sum, 4);
  });
});

describe('the value of an exit', () => {
  it.each([0, 0.5, -0.5])('on one occasion, before the last year, is in closed form (Bachelier): value now %f', (now) => {
    const walk = { now, mean: 0, persistence: 1, shock: 0.4 };
    const right: ExitRight = { kind: 'exit', earliest: 9, notice: 0, penalty: 0.2, every: 100 };
    const { option, change } = optionValues(walk, [right], { horizon: 10, rate: 0.04, points: 513 });
    const exact = 1.04 ** -9 * expectedPositivePart(-now - 0.2, 0.4 * 3);
    expect(option).toBeCloseTo(exact, 3);
    expect(Math.abs(option - exact)).toBeLessThan(change);
  });

  it('without news is that of leaving when value turns out negative', () => {
    const certain = { now: -1, mean: -1, persistence: 0.9, shock: 0 };
    const { option, leaves } = optionValues(certain, [leave(1)], { horizon: 10, rate: 0 });
    expect(option).toBeCloseTo(9, 10);
    expect(leaves[0]).toEqual({ year: 1, noticed: 1, out: 1 });
  });

  it('is nothing where next to nothing can happen', () => {
    const still = { now: 6e-92, mean: 2e-106, persistence: 0.9999999999999999, shock: 0 };
    expect(optionValues(still, [leave(0), review], settings).rights[0]?.alone).toBeCloseTo(0, 7);
  });

  it('agrees with simulated lives under the same rule', () => {
    const rights = [leave(1)];
    const values = optionValues(process, rights, { ...settings, points: 257 });
    // The rule, year by year: notice is given below the value at which the shorter game ahead says so.
    const thresholds = Array.from({ length: settings.horizon }, (_, year) => {
      const ahead = { ...settings, horizon: settings.horizon - year };
      const pays = (value: number): boolean => optionValues({ ...process, now: value }, rights, ahead).leaves[0]?.noticed === 1;
      let [low, high] = [-4, 1];
      for (let step = 0; step < 14; step++) {
        const middle = (low + high) / 2;
        if (pays(middle)) low = middle;
        else high = middle;
      }
      return low;
    });
    const rng = createRng(1, 'exit');
    const lives = 20_000;
    let [sum, squares, out] = [0, 0, 0];
    for (let life = 0; life < lives; life++) {
      let value = process.now;
      let gain = 0;
      let gone = Infinity;
      for (let year = 0; year < settings.horizon; year++) {
        if (gone === Infinity && value < (thresholds[year] ?? Number.NaN)) gone = year + 1;
        // The gain over being bound: what is not lost once out.
        if (year >= gone) gain -= 1.04 ** -year * value;
        value = process.mean + process.persistence * (value - process.mean) + process.shock * rng.normal();
      }
      sum += gain;
      squares += gain * gain;
      if (gone <= 10) out++;
    }
    const mean = sum / lives;
    const error = Math.sqrt((squares / lives - mean * mean) / lives);
    expect(Math.abs(mean - values.option)).toBeLessThan(4 * error);
    expect(Math.abs(out / lives - (values.leaves[9]?.out ?? Number.NaN))).toBeLessThan(0.02);
  });

  it('converges with the square of the step', () => {
    const change = (points: number): number => optionValues(process, [leave(1), review], { ...settings, points }).change;
    expect(change(257)).toBeLessThan(0.4 * change(129));
    expect(change(257)).toBeLessThan(0.005);
  });

  it('the rights of a menu overlap: added to the others each is worth no more than all, and no less than nothing', () => {
    const { option, rights } = optionValues(process, [leave(1), review], settings);
    for (const { alone, added } of rights) {
      expect(added).toBeGreaterThan(0);
      expect(alone).toBeGreaterThan(0);
      expect(added).toBeLessThanOrEqual(option);
    }
    expect((rights[0]?.added ?? 0) + (rights[1]?.alone ?? 0)).toBeCloseTo(option, 10);
  });
});
