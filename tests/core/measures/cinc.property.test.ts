import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cinc, COMPONENTS } from '../../../src/core/measures/cinc.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';

const amount = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }), { freq: 4 });
const state = fc.record({ year: fc.integer({ min: 1900, max: 1902 }), milex: amount, milper: amount, irst: amount, pec: amount, tpop: amount, upop: amount });
const kinds = { year: 'int16', ...Object.fromEntries(COMPONENTS.map((name) => [name, 'float64' as const])) } as const;

describe('CINC', () => {
  it('is a share; a year of complete components sums to 1, with gaps to 1 at least where every component is known to some', () => {
    fc.assert(
      fc.property(fc.array(state, { minLength: 1, maxLength: 12 }), (rows) => {
        const scores = cinc(tableFromRows(kinds, rows));
        for (const score of scores) if (!Number.isNaN(score)) expect(score >= 0 && score <= 1 + 1e-12).toBe(true);
        for (const year of new Set(rows.map((row) => row.year))) {
          const of = rows.filter((row) => row.year === year);
          const total = rows.reduce(
            (sum, row, index) => (row.year === year && !Number.isNaN(scores[index] ?? Number.NaN) ? sum + (scores[index] ?? 0) : sum),
            0,
          );
          const everyKnown = COMPONENTS.every((name) => of.some((row) => (row[name] ?? 0) > 0));
          const complete = of.every((row) => COMPONENTS.every((name) => row[name] !== null));
          if (everyKnown && complete) expect(total).toBeCloseTo(1, 9);
          else if (everyKnown) expect(total).toBeGreaterThan(1 - 1e-9);
        }
      }),
    );
  });
});
