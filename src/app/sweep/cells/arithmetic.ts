import { createRng } from '../../../core/math/rng.ts';
import { defineCell } from '../../../jobs/cell.ts';
import type { CellInput } from './input.ts';

interface Arithmetic {
  readonly n?: number;
  readonly shift?: number;
}

/** Mean of `n` uniform draws, plus `shift`: costs what it is told to, to try out threads and machines. */
export const cell = defineCell({
  open:
    (shared: Arithmetic) =>
    ({ parameters, seed }: CellInput<Arithmetic>) => {
      const { n = 1, shift = 0 } = { ...shared, ...parameters };
      if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`n is ${n}: it must be a whole number from 1`);
      const rng = createRng(seed, 'arithmetic');
      let sum = 0;
      for (let draw = 0; draw < n; draw++) sum += rng.next();
      return { mean: sum / n + shift };
    },
});
