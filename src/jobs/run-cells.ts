import { setImmediate } from 'node:timers/promises';
import type { Cell, CellFunction, CellResult, Task } from './cell.ts';

type Opened<V> = (input: unknown) => V | Promise<V>;

/** Milliseconds after which signals and timers get their turn. */
const BREATH = 50;

/** What the cells of a chunk came to, and the seconds they took. */
export interface Ran<V> {
  readonly results: readonly CellResult<V>[];
  readonly seconds: number;
}

/**
 * Loads a task's function and hands it what all cells share.
 * @returns runs cells one after the other; one that throws yields its message, and the others go on
 * @throws {RangeError} where the registry has no such function; what `open` throws
 */
export async function openTask<V>({ module, cell, shared }: Task): Promise<(cells: readonly Cell[], signal?: AbortSignal) => Promise<Ran<V>>> {
  const { cells: registry }: { readonly cells: Readonly<Record<string, () => Promise<CellFunction<unknown, unknown, V>>>> } = await import(
    /* @vite-ignore */ module
  );
  const load = Object.hasOwn(registry, cell) ? registry[cell] : undefined;
  if (load === undefined) throw new RangeError(`there is no cell function '${cell}'`);
  const run: Opened<V> = await (await load()).open(shared);
  return async (cells, signal) => {
    const results: CellResult<V>[] = [];
    const start = performance.now();
    let breath = start;
    for (const { id, input } of cells) {
      if (performance.now() - breath > BREATH) {
        await setImmediate();
        breath = performance.now();
      }
      if (signal?.aborted === true) break;
      try {
        results.push({ id, value: await run(input) });
      } catch (error) {
        results.push({ id, error: error instanceof Error ? error.message : String(error) });
      }
    }
    return { results, seconds: (performance.now() - start) / 1000 };
  };
}
