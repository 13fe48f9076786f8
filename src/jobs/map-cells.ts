import type { CellResult, Task } from './cell.ts';
import type { Chunk, Executor, Parts } from './executor.ts';

export interface MapOptions {
  /** Inputs handed out together; 1 suits cells of more than some milliseconds. */
  readonly chunk?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Runs a function on every input, and holds what it finds in memory: for some thousands of cells. More belong in parts on disk.
 * @param executor `inline`, `threads(2)` or `localExecutor(n)`
 * @returns values in the order of the inputs; undefined only where the signal came first
 * @throws {RangeError} with the message of a cell that failed
 */
export async function mapCells<V>(executor: Executor, task: Task, inputs: readonly unknown[], options: MapOptions = {}): Promise<(V | undefined)[]> {
  const { chunk: size = 1, signal, onProgress } = options;
  const values: (V | undefined)[] = inputs.map(() => undefined);
  let done = 0;
  const parts: Parts<V> = {
    has: () => false,
    put: (_, results: readonly CellResult<V>[]) => {
      for (const result of results) {
        if ('error' in result) throw new RangeError(result.error);
        values[Number(result.id)] = result.value;
      }
      done += results.length;
      onProgress?.(done, inputs.length);
    },
  };
  await executor.run({ task, chunks: slices(inputs, size), parts, ...(signal !== undefined && { signal }) });
  return values;
}

function* slices(inputs: readonly unknown[], size: number): Generator<Chunk> {
  for (let from = 0; from < inputs.length; from += size) {
    yield { name: String(from), cells: inputs.slice(from, from + size).map((input, index) => ({ id: String(from + index), input })) };
  }
}
