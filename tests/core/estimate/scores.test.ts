import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aucIntervals, calibration, scoresOf, type Scored } from '../../../src/core/estimate/scores.ts';
import { createRng } from '../../../src/core/math/rng.ts';

/** Five rows by hand: 6 pairs of an event and none; the event at .4 ties with one without. */
const FIVE: Scored = { chances: [0.9, 0.4, 0.4, 0.2, 0.1], happened: [1, 1, 0, 0, 0] };

describe('scores by hand', () => {
  it('of five rows', () => {
    const { n, events, auc, averagePrecision, brier, logScore } = scoresOf(FIVE);
    expect([n, events]).toEqual([5, 2]);
    expect(auc).toBeCloseTo(5.5 / 6, 12);
    // The first event at precision 1, the second found with the row tied to it: 2 of 3.
    expect(averagePrecision).toBeCloseTo((1 + 2 / 3) / 2, 12);
    expect(brier).toBeCloseTo((0.01 + 0.36 + 0.16 + 0.04 + 0.01) / 5, 12);
    expect(logScore).toBeCloseTo(-(Math.log(0.9) + Math.log(0.4) + Math.log(0.6) + Math.log(0.8) + Math.log(0.9)) / 5, 12);
  });

  it('of rows that are all alike: an area there is none', () => {
    expect(scoresOf({ chances: [0.3, 0.2], happened: [0, 0] }).auc).toBeNaN();
  });

  it('of a certainty that fails: finite', () => {
    expect(scoresOf({ chances: [1, 0.5], happened: [0, 1] }).logScore).toBeCloseTo((15 * Math.log(10) + Math.log(2)) / 2, 1);
  });
});

const scored = fc
  .array(fc.record({ chance: fc.integer({ min: 0, max: 12 }).map((value) => value / 12), happened: fc.boolean() }), { minLength: 2, maxLength: 60 })
  .map((rows) => ({
    chances: rows.map(({ chance }) => chance),
    happened: rows.map(({ happened }) => (happened ? 1 : 0)),
  }));

describe('scores of any rows', () => {
  it('the area counts pairs, ties half', () => {
    fc.assert(
      fc.property(scored, ({ chances, happened }) => {
        let [won, pairs] = [0, 0];
        happened.forEach((event, one) =>
          happened.forEach((other, two) => {
            if (event !== 1 || other !== 0) return;
            pairs++;
            won += Math.sign((chances[one] ?? 0) - (chances[two] ?? 0)) / 2 + 0.5;
          }),
        );
        if (pairs > 0) expect(scoresOf({ chances, happened }).auc).toBeCloseTo(won / pairs, 10);
      }),
    );
  });

  it('the area and the precision hang on the order alone', () => {
    fc.assert(
      fc.property(scored, ({ chances, happened }) => {
        const [plain, bent] = [chances, chances.map((chance) => Math.exp(3 * chance) - 5)].map((those) => scoresOf({ chances: those, happened }));
        expect(bent?.auc).toEqual(plain?.auc);
        expect(bent?.averagePrecision).toEqual(plain?.averagePrecision);
      }),
    );
  });

  it('bins hold every row once, in rising order', () => {
    fc.assert(
      fc.property(scored, ({ chances, happened }) => {
        const bins = calibration({ chances, happened }, 5);
        expect(bins.reduce((sum, { n }) => sum + n, 0)).toBe(chances.length);
        expect(bins.reduce((sum, { events }) => sum + events, 0)).toBe(happened.reduce((sum: number, one) => sum + one, 0));
        expect(bins.length).toBeLessThanOrEqual(5);
        bins.forEach(({ meanChance, share, low, high }, at) => {
          if (at > 0) expect(meanChance).toBeGreaterThan(bins[at - 1]?.meanChance ?? 0);
          expect(low).toBeLessThanOrEqual(share + 1e-12);
          expect(high).toBeGreaterThanOrEqual(share - 1e-12);
        });
      }),
    );
  });
});

it('Wilson: 1 of 10 is between 1.8 and 40.4 %', () => {
  const [bin] = calibration({ chances: new Array<number>(10).fill(0.1), happened: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0] });
  expect(bin?.low).toBeCloseTo(0.0179, 4);
  expect(bin?.high).toBeCloseTo(0.4042, 4);
});

it('many rows are ranked as few are', () => {
  const rng = createRng(9);
  const chances = Array.from({ length: 30_000 }, () => Math.floor(rng.next() * 200) / 100 - 1);
  const happened = chances.map((chance) => (rng.next() < (chance + 1) / 2 ? 1 : 0));
  const [byFunction, byBits] = [
    scoresOf({ chances: chances.slice(0, 15_000), happened: happened.slice(0, 15_000) }),
    scoresOf({ chances: [...chances.slice(0, 15_000), ...chances.slice(0, 15_000)], happened: [...happened.slice(0, 15_000), ...happened.slice(0, 15_000)] }),
  ];
  expect(byBits.auc).toBeCloseTo(byFunction.auc, 12);
  expect(byBits.averagePrecision).toBeCloseTo(byFunction.averagePrecision, 12);
});

describe('intervals of the area', () => {
  const rng = createRng(3);
  const happened = Array.from({ length: 400 }, () => (rng.next() < 0.3 ? 1 : 0));
  const good = happened.map((one) => one + rng.next());
  const worse = good.map((value) => value + 3 * rng.next());
  const groups = Int32Array.from(happened, (_, row) => row % 40);

  it('hold the value, and of the difference the same draws', () => {
    const { aucs, differences } = aucIntervals([good, worse, good], happened, { draws: 100, rng: createRng(1), groups });
    for (const { value, low, high } of aucs) expect(low <= value && value <= high).toBe(true);
    expect(differences[1]?.high).toBeLessThan(0);
    expect(differences[2]).toEqual({ value: 0, low: 0, high: 0 });
    expect(aucs[0]?.value).toBe(scoresOf({ chances: good, happened }).auc);
  });

  it('are wider where rows of a group are alike', () => {
    const twice = (values: readonly number[]): number[] => values.flatMap((value) => [value, value, value, value]);
    const width = (each: Int32Array): number => {
      const [one] = aucIntervals([twice(worse)], twice(happened), { draws: 200, rng: createRng(1), groups: each }).aucs;
      return (one?.high ?? 0) - (one?.low ?? 0);
    };
    const alone = width(Int32Array.from({ length: 1600 }, (_, row) => row));
    const together = width(Int32Array.from({ length: 1600 }, (_, row) => Math.floor(row / 4)));
    expect(together / alone).toBeGreaterThan(1.5);
  });
});
