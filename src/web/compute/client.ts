import type { BurdenLedger } from '../../core/assess/burden.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import type { AssessQuestion, FromWorker, ToWorker } from './messages.ts';

/** A question under way. */
export interface Asking {
  /** Ends the draws; what is known stays. */
  readonly stop: () => void;
  /** Listens no longer. */
  readonly leave: () => void;
  /** Asks how long a member stays, once the whole is known. */
  readonly survival: (state: string) => void;
}

let worker: Worker | undefined;
let last = 0;
const listeners = new Map<number, (message: FromWorker) => void>();

function theWorker(): Worker {
  if (worker === undefined) {
    worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'models' });
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => listeners.get(data.id)?.(data));
    worker.addEventListener('error', (event) => {
      for (const [id, listen] of listeners) listen({ id, kind: 'failed', message: `The models could not start: ${event.message || 'the browser did not run them'}.` });
      worker?.terminate();
      worker = undefined;
    });
  }
  return worker;
}

/** Puts a question to the models; the one before is given up. */
export function ask(question: AssessQuestion, listen: (message: FromWorker) => void): Asking {
  const id = ++last;
  const post = (message: ToWorker): void => theWorker().postMessage(message);
  listeners.set(id, listen);
  post({ kind: 'assess', id, question });
  return {
    stop: () => post({ kind: 'stop', id }),
    leave: () => {
      listeners.delete(id);
      post({ kind: 'stop', id });
    },
    survival: (state) => post({ kind: 'survival', id, state }),
  };
}

/** Who pays and who rides under a treaty on a day. Rejects with a sentence where the catalog has no figures for it. */
export function askBurden(treaty: Treaty, date: string): Promise<BurdenLedger> {
  const id = ++last;
  return new Promise((resolve, reject) => {
    listeners.set(id, (message) => {
      listeners.delete(id);
      if (message.kind === 'burden') resolve(message.ledger);
      else reject(new Error(message.kind === 'failed' ? message.message : 'The models answered another question.'));
    });
    theWorker().postMessage({ kind: 'burden', id, treaty, date } satisfies ToWorker);
  });
}
