import { setImmediate } from 'node:timers/promises';
import type { Progress } from '../core/explore/progress.ts';

/** Milliseconds of computing between two looks at signals and timers. */
const LOOK = 40;

/** Runs a computation piece by piece, so that an interrupt is heard between two of them; it then ends by itself with what it has. */
export async function runSteps<P extends Progress, T>(steps: Generator<P, T>, onProgress?: (done: number, total: number, part: string) => void): Promise<T> {
  let looked = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    onProgress?.(step.value.done, step.value.total, step.value.part);
    if (performance.now() - looked < LOOK) continue;
    await setImmediate();
    looked = performance.now();
  }
}
