import { workerData } from 'node:worker_threads';
import type { Cell, Task } from './cell.ts';
import { openTask, type Ran } from './run-cells.ts';

const task: Task = workerData;
const opened = openTask(task);
// What `open` throws is told by the first chunk.
opened.catch(() => undefined);

/** The part of a thread: the cells of a chunk. */
export async function runChunk(cells: readonly Cell[]): Promise<Ran<unknown>> {
  return (await opened)(cells);
}
