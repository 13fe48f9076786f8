import type { Answer, Work } from './messages.ts';
import { NotDone } from './not-done.ts';
import { startWorker, type WorkerProcess } from './worker-process.ts';

export interface QueueOptions {
  /** The worker's compiled file; the build's own when left out. */
  readonly script?: URL;
  /** How long one question may take, in milliseconds; two minutes when left out. */
  readonly limit?: number;
  /** How many may wait while one is answered; 4 when left out. */
  readonly places?: number;
  /** How long the worker is kept without work, in milliseconds; a minute when left out. */
  readonly idle?: number;
}

export interface Wish {
  /** Where it aborts, the work is left at once. */
  readonly signal: AbortSignal;
  /** Hears that its turn came (0 of 0), and how far it is. */
  readonly onProgress?: (done: number, total: number) => void;
  /** How long it may take, in milliseconds; as the queue's when left out. */
  readonly limit?: number;
}

export interface Queue {
  /**
   * Has work done when its turn comes.
   * @throws {NotDone} as said there
   * @throws {UserError} for a mistake in the question
   */
  readonly answer: (work: Work, wish: Wish) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly work: Work;
  readonly wish: Wish;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
}

/** Does one piece of work at a time, in the order they come, in a process of its own that starts with the first. */
export function createQueue({ script = new URL('./worker.js', import.meta.url), limit = 120_000, places = 4, idle = 60_000 }: QueueOptions = {}): Queue {
  const line: Waiting[] = [];
  let worker: WorkerProcess | undefined;
  let busy = false;
  let rest: NodeJS.Timeout | undefined;

  async function endWorker(): Promise<void> {
    const ending = worker;
    worker = undefined;
    await ending?.end();
  }

  async function done({ work, wish }: Waiting): Promise<Answer> {
    const { signal, onProgress } = wish;
    if (worker?.isAlive() !== true) worker = startWorker(script);
    let stop: (why: 'slow' | 'gone') => void = () => undefined;
    const stopped = new Promise<never>((_, reject) => (stop = (why) => reject(new NotDone(why))));
    const leave = (): void => stop('gone');
    const clock = setTimeout(() => stop('slow'), wish.limit ?? limit);
    signal.addEventListener('abort', leave);
    if (signal.aborted) leave();
    try {
      onProgress?.(0, 0);
      return await Promise.race([worker.answer(work, onProgress), stopped]);
    } catch (error) {
      if (error instanceof NotDone) await endWorker();
      throw error;
    } finally {
      clearTimeout(clock);
      signal.removeEventListener('abort', leave);
    }
  }

  async function next(): Promise<void> {
    if (busy) return;
    const one = line.shift();
    if (one === undefined) return;
    clearTimeout(rest);
    busy = true;
    try {
      one.resolve(await done(one));
    } catch (error) {
      one.reject(error);
    }
    busy = false;
    rest = setTimeout(() => void endWorker(), idle).unref();
    void next();
  }

  return {
    answer: (work, wish) => {
      const { signal } = wish;
      let leave = (): void => undefined;
      const answered = new Promise<Answer>((resolve, reject) => {
        if (line.length >= places) return void reject(new NotDone('busy'));
        const one: Waiting = { work, wish, resolve, reject };
        leave = () => {
          const at = line.indexOf(one);
          if (at === -1) return;
          line.splice(at, 1);
          reject(new NotDone('gone'));
        };
        line.push(one);
        signal.addEventListener('abort', leave);
        void next();
      });
      return answered.finally(() => signal.removeEventListener('abort', leave));
    },
    close: async () => {
      clearTimeout(rest);
      for (const { reject } of line.splice(0)) reject(new NotDone('gone'));
      await endWorker();
    },
  };
}
