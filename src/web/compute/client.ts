import type { BurdenLedger } from '../../core/assess/burden.ts';
import type { Cascade } from '../../core/law/types.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import type { AssessQuestion, CompareQuestion, ExpectedQuestion, FromWorker, SensitivityQuestion, ToWorker } from './messages.ts';

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
      for (const [id, listen] of listeners)
        listen({ id, kind: 'failed', message: `The models could not start: ${event.message || 'the browser did not run them'}.` });
      worker?.terminate();
      worker = undefined;
    });
  }
  return worker;
}

function post(message: ToWorker): void {
  // A worker has no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  theWorker().postMessage(message);
}

/** Puts a question to the models; the one before is given up. */
export function ask(question: AssessQuestion, listen: (message: FromWorker) => void): Asking {
  const id = ++last;
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

/** A question that is explored: told piece by piece, and stopped with what is known. */
export type Exploration =
  | { readonly kind: 'compare'; readonly question: CompareQuestion }
  | { readonly kind: 'sensitivity'; readonly question: SensitivityQuestion };

/** Explores a question; another of its kind gives it up. */
export function explore(exploration: Exploration, listen: (message: FromWorker) => void): Pick<Asking, 'stop' | 'leave'> {
  const id = ++last;
  listeners.set(id, listen);
  post({ ...exploration, id });
  return {
    stop: () => post({ kind: 'stop', id }),
    leave: () => {
      listeners.delete(id);
      post({ kind: 'stop', id });
    },
  };
}

/** A question with one answer. Rejects with a sentence where the catalog has no figures for it. */
function askOnce<K extends FromWorker['kind']>(kind: K, message: (id: number) => ToWorker): Promise<Extract<FromWorker, { readonly kind: K }>> {
  const id = ++last;
  return new Promise((resolve, reject) => {
    const is = (one: FromWorker): one is Extract<FromWorker, { readonly kind: K }> => one.kind === kind;
    listeners.set(id, (answer) => {
      listeners.delete(id);
      if (is(answer)) resolve(answer);
      else reject(new Error(answer.kind === 'failed' ? answer.message : 'The models answered another question.'));
    });
    post(message(id));
  });
}

/** Who pays and who rides under a treaty on a day. Rejects with a sentence where the catalog has no figures for it. */
export async function askBurden(treaty: Treaty, date: string): Promise<BurdenLedger> {
  return (await askOnce('burden', (id) => ({ kind: 'burden', id, treaty, date }))).ledger;
}

/** Who is likely to come into a war. Rejects with a sentence where the catalog does not know the power of both sides. */
export async function askExpected(question: ExpectedQuestion): Promise<Cascade> {
  return (await askOnce('expected', (id) => ({ kind: 'expected', id, question }))).cascade;
}
