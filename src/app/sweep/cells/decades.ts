import type { DecadesInput } from '../../../core/explore/decades/options.ts';
import { simulateWorld } from '../../../core/explore/decades/simulate.ts';
import { SERIES } from '../../../core/explore/decades/types.ts';
import { defineCell } from '../../../jobs/cell.ts';
import type { CellInput } from './input.ts';

/** One world, the seed being its number, under parameters that are varied: sums over the years, and the numbers of the last year. */
export const cell = defineCell({
  open:
    (input: DecadesInput) =>
    ({ parameters, seed }: CellInput<Readonly<Record<string, number>>>) => {
      const { series, wrong } = simulateWorld({ ...input, set: { ...input.set, ...parameters } }, seed, { events: false });
      const told: Record<string, number> = { wrong };
      for (const name of SERIES) {
        const values = series[name];
        if (values === undefined) continue;
        told[`${name}.last`] = values.at(-1) ?? 0;
        told[`${name}.mean`] = values.reduce((sum, one) => sum + one, 0) / values.length;
      }
      return told;
    },
});
