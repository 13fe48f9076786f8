import { setTimeout } from 'node:timers/promises';
import { defineCell } from '../../../jobs/cell.ts';

/** Waits `ms` milliseconds: to try out queues and clusters without work. */
export const cell = defineCell({
  open:
    () =>
    async ({ seed, ms = 0 }: { readonly seed: number; readonly ms?: number }) => {
      await setTimeout(ms);
      return { slept: ms, seed };
    },
});
