import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort, Worker, workerData } from 'node:worker_threads';

type Message<Answer> = { readonly done: number } | { readonly answer: Answer };

/** All of a worker's file: works on the task it was started with, and sends how far it is, then its answer. */
export async function answerTask<Task, Answer>(work: (task: Task, onProgress: (done: number) => void) => Answer | Promise<Answer>): Promise<void> {
  const task: Task = workerData;
  const send = (message: Message<Answer>): void => parentPort?.postMessage(message, []);
  send({ answer: await work(task, (done) => send({ done })) });
}

/** Whether there is a worker to start: scripts stand beside the compiled program alone. */
export const isCompiled = (script: URL): boolean => existsSync(fileURLToPath(script));

export interface Shared {
  /** How much is done in all threads together. */
  readonly onProgress?: ((done: number) => void) | undefined;
  /** Ends the threads, and with them the promise. */
  readonly signal?: AbortSignal | undefined;
}

/** Works on each task in a thread of its own. @param script a file that calls `answerTask` @throws what a thread throws, or that it ended before its answer */
export async function inThreads<Task, Answer>(script: URL, tasks: readonly Task[], { onProgress, signal }: Shared = {}): Promise<Answer[]> {
  const done = tasks.map(() => 0);
  const workers: Worker[] = [];
  const stop = (): void => workers.forEach((worker) => void worker.terminate());
  signal?.addEventListener('abort', stop);
  try {
    return await Promise.all(
      tasks.map(
        (task, index) =>
          new Promise<Answer>((resolve, reject) => {
            const worker = new Worker(fileURLToPath(script), { workerData: task });
            workers.push(worker);
            worker.on('message', (message: Message<Answer>) => {
              if ('answer' in message) return resolve(message.answer);
              done[index] = message.done;
              onProgress?.(done.reduce((sum, one) => sum + one, 0));
            });
            worker.on('error', reject);
            worker.on('exit', (code) => reject(new Error(`a thread ended with status ${code} before its answer was there.`)));
          }),
      ),
    );
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

/** From a number up to the one before another. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Cuts 0 to `count` into so many runs, as even as they can be. */
export function evenRuns(count: number, parts: number): Run[] {
  const edge = (index: number): number => Math.round((count * index) / parts);
  return Array.from({ length: parts }, (_, index) => ({ from: edge(index), to: edge(index + 1) }));
}
