import { setTimeout } from 'node:timers/promises';
import { defineCell } from '../../../jobs/cell.ts';
import type { CellInput } from './input.ts';

interface Sleep {
  readonly ms?: number;
}

/** Waits `ms` milliseconds: to try out queues and clusters without work. */
export const cell = defineCell({
  open:
    (shared: Sleep) =>
    async ({ parameters }: CellInput<Sleep>) => {
      const { ms = 0 } = { ...shared, ...parameters };
      await setTimeout(ms);
      return { slept: ms };
    },
});
