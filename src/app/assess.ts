import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Capabilities } from '../core/assess/capability.ts';
import type { Assessment } from '../core/assess/assessment.ts';
import { concludeAssessment } from '../core/assess/conclude.ts';
import { drawAssessment, joinSamples, type Samples } from '../core/assess/draws.ts';
import { prepareAssessment, type AssessOptions, type PreparedAssessment } from '../core/assess/prepare.ts';
import type { Form } from '../core/assess/forms.ts';
import type { Treaty } from '../core/treaty/schema.ts';
import { didYouMean, idsNear } from './did-you-mean.ts';
import { findContingency } from './find-contingency.ts';
import { selectTreaties } from './find-treaty.ts';
import { loadCatalog, loadFacts } from './load-catalog.ts';
import { UserError } from './user-error.ts';
import { worldOf } from './world.ts';

/** What `foedus assess` asks. */
export interface AssessRequest {
  readonly treaty: Treaty;
  readonly date: string;
  readonly draws: number;
  readonly seed: number;
  readonly contingencies?: readonly string[];
  readonly form?: Form;
  readonly gone?: string;
  /** Whether to move every assumption to the ends of its range. */
  readonly influence?: boolean;
  /** The workspace whose store may know more of power in the past. */
  readonly workspace?: string;
  readonly capabilities?: Capabilities;
  /** Parameters of the crisis game set by hand. */
  readonly set?: Readonly<Record<string, number>>;
  /** Threads the draws are shared out to; the numbers do not depend on it. */
  readonly threads?: number;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Compiled beside this file; from sources there is none, and draws are made here. */
const WORKER = new URL('./assess-worker.js', import.meta.url);

/** Draws below this number are not worth the start of a thread. */
const WORTH_A_THREAD = 100;

function optionsOf({ date, draws, seed, contingencies, form, gone, influence, set, capabilities }: AssessRequest): AssessOptions {
  return {
    date,
    draws,
    seed,
    ...(contingencies !== undefined && { contingencies }),
    ...(form !== undefined && { form }),
    ...(gone !== undefined && { gone }),
    ...(influence !== undefined && { influence }),
    ...(set !== undefined && { set }),
    ...(capabilities !== undefined && { capabilities }),
  };
}

/** Everything named must exist; @throws {UserError} with the nearest that does. */
function checkNames({ contingencies = [], set = {}, gone, treaty }: AssessRequest): void {
  const facts = loadFacts();
  for (const id of contingencies) findContingency(facts.contingencies, id, '--contingency');
  const names = Object.keys(facts.parameters.find(({ id }) => id === 'crisis')?.parameters ?? {});
  for (const name of Object.keys(set)) {
    if (names.includes(name)) continue;
    const near = idsNear(
      name,
      names.map((id) => [id] as const),
    );
    throw new UserError(`--set: there is no parameter or clause '${name}'. ${didYouMean(near, 'Parameters are named in catalog/parameters/crisis.json.')}`);
  }
  if (gone !== undefined && !treaty.parties.some(({ state }) => state === gone)) throw new UserError(`--without: ${gone} is no party of ${treaty.id}.`);
}

/**
 * Assesses a treaty of the catalog or a draft: deterrence, credibility, abandonment and entrapment with it and without it.
 * @throws {UserError} where something named does not exist, or nothing can be assessed on the date
 */
export async function assessTreaty(given: AssessRequest): Promise<Assessment> {
  const { prepared, request } = await prepareRequest(given);
  if (request.draws === 0 || prepared.asked.length === 0) return concludeAssessment(prepared);
  const threads = existsSync(WORKER) ? Math.max(1, Math.min(request.threads ?? 1, Math.floor(request.draws / WORTH_A_THREAD))) : 1;
  const samples = threads === 1 ? drawHere(prepared, request) : await drawInThreads(request, threads);
  return concludeAssessment(prepared, samples);
}

/**
 * The question looked up, and asked at the central values; the request with what the store knows of power.
 * @throws {UserError} as `assessTreaty`
 */
export async function prepareRequest(given: AssessRequest): Promise<{ readonly prepared: PreparedAssessment; readonly request: AssessRequest }> {
  checkNames(given);
  const capabilities = given.workspace === undefined ? undefined : await (await import('./store-power.ts')).powerFromStore(given.workspace, given.date);
  const request = { ...given, ...(capabilities !== undefined && { capabilities }) };
  const catalog = loadCatalog();
  const subject = {
    facts: loadFacts(),
    world: worldOf(catalog, { shapes: true }),
    treaties: selectTreaties(catalog, [request.treaty], []),
    treaty: request.treaty,
  };
  try {
    return { prepared: prepareAssessment(subject, optionsOf(request)), request };
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(`${request.treaty.id}: ${error.message}.`, [], { cause: error });
    throw error;
  }
}

function drawHere(prepared: PreparedAssessment, { draws, onProgress, signal }: AssessRequest): Samples {
  const options = { ...prepared.options, ...(onProgress !== undefined && { onProgress }), ...(signal !== undefined && { cancel: signal }) };
  return drawAssessment({ ...prepared, options }, 0, draws);
}

/** What a thread is told. */
export interface DrawTask {
  readonly request: Omit<AssessRequest, 'onProgress' | 'signal'>;
  readonly from: number;
  readonly to: number;
}

export type DrawMessage = { readonly done: number } | { readonly samples: Samples };

/** The part of a thread: the question again, and its share of the draws. */
export function drawTask({ request, from, to }: DrawTask, post: (message: DrawMessage) => void): void {
  const catalog = loadCatalog();
  const subject = {
    facts: loadFacts(),
    world: worldOf(catalog, { shapes: true }),
    treaties: selectTreaties(catalog, [request.treaty], []),
    treaty: request.treaty,
  };
  const prepared = prepareAssessment(subject, { ...optionsOf(request), onProgress: (done) => void (done % 20 === 0 && post({ done })) });
  post({ samples: drawAssessment(prepared, from, to) });
}

async function drawInThreads({ onProgress, signal, ...request }: AssessRequest, threads: number): Promise<Samples> {
  const { draws } = request;
  const edges = Array.from({ length: threads + 1 }, (_, index) => Math.round((draws * index) / threads));
  const done = edges.slice(1).map(() => 0);
  const workers: Worker[] = [];
  const stop = (): void => workers.forEach((worker) => void worker.terminate());
  signal?.addEventListener('abort', stop);
  try {
    const parts = done.map(
      (_, index) =>
        new Promise<Samples>((resolve, reject) => {
          const task: DrawTask = { request, from: edges[index] ?? 0, to: edges[index + 1] ?? draws };
          const worker = new Worker(fileURLToPath(WORKER), { workerData: task });
          workers.push(worker);
          worker.on('message', (message: DrawMessage) => {
            if ('samples' in message) return resolve(message.samples);
            done[index] = message.done;
            onProgress?.(
              done.reduce((sum, one) => sum + one, 0),
              draws,
            );
          });
          worker.on('error', reject);
          worker.on('exit', (code) => reject(new UserError(`the assessment was stopped${code === 0 || code === 1 ? '' : ` (${code})`}.`)));
        }),
    );
    return joinSamples(await Promise.all(parts));
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}
