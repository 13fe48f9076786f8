import { workerData } from 'node:worker_threads';
import type { Cell, CellResult, Task } from './cell.ts';
import { openTask } from './run-cells.ts';

const task: Task = workerData;
const opened = openTask(task);
// What `open` throws is told by the first chunk.
opened.catch(() => undefined);

/** The part of a thread: the cells of a chunk. */
export async function runChunk(cells: readonly Cell[]): Promise<CellResult[]> {
  return (await opened)(cells);
}
