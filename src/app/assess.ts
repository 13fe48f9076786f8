import { setImmediate } from 'node:timers/promises';
import type { Capabilities } from '../core/assess/capability.ts';
import type { Assessment } from '../core/assess/assessment.ts';
import { concludeAssessment } from '../core/assess/conclude.ts';
import { drawAssessment, joinSamples, type Samples } from '../core/assess/draws.ts';
import { prepareAssessment, type AssessOptions, type PreparedAssessment } from '../core/assess/prepare.ts';
import type { Form } from '../core/assess/forms.ts';
import type { Treaty } from '../core/treaty/schema.ts';
import { evenRuns, inThreads, isCompiled, type Run, type Shared } from '../jobs/in-threads.ts';
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

/** Draws times states that may join: as many as are drawn while a thread starts. */
const WORTH_A_THREAD = 40_000;

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
  const joiners = prepared.asked.reduce((sum, { prepared: { allies, supporters } }) => sum + allies.length + supporters.length, 0);
  const worth = Math.floor((request.draws * joiners) / WORTH_A_THREAD);
  const threads = isCompiled(WORKER) ? Math.max(1, Math.min(request.threads ?? 1, worth)) : 1;
  return concludeAssessment(prepared, await drawShared(prepared, request, threads));
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

/** Draws made at once: between them signals are heard. */
const AT_ONCE = 20;

/** This thread's part of the draws. @throws the signal's reason where it is stopped */
async function drawHere(prepared: PreparedAssessment, { from, to }: Run, { onProgress, signal }: Shared): Promise<Samples> {
  const parts: Samples[] = [];
  for (let at = from; at < to; at += AT_ONCE) {
    const until = Math.min(at + AT_ONCE, to);
    parts.push(drawAssessment(prepared, at, until));
    onProgress?.(until - from);
    await setImmediate();
    signal?.throwIfAborted();
  }
  return joinSamples(parts);
}

/** What a thread is told. */
export interface DrawTask extends Run {
  /** With what the store knows of power in it: no thread reads the store. */
  readonly request: Omit<AssessRequest, 'onProgress' | 'signal' | 'workspace'>;
}

/** The part of a thread: the question again, and its share of the draws. */
export async function drawTask({ request, ...run }: DrawTask, onProgress: (done: number) => void): Promise<Samples> {
  const { prepared } = await prepareRequest(request);
  return drawHere(prepared, run, { onProgress });
}

/** The draws shared out, the first part drawn by this thread while the others start. @throws {UserError} where it is stopped */
async function drawShared(prepared: PreparedAssessment, asked: AssessRequest, threads: number): Promise<Samples> {
  const { onProgress, signal, workspace: _, ...request } = asked;
  const [own, ...others] = evenRuns(request.draws, threads);
  if (own === undefined) return [];
  const done = { here: 0, there: 0 };
  const told = (more: Partial<typeof done>): void => {
    Object.assign(done, more);
    onProgress?.(done.here + done.there, request.draws);
  };
  const ended = new AbortController();
  const shared = { signal: signal === undefined ? ended.signal : AbortSignal.any([signal, ended.signal]) };
  const tasks = others.map((run): DrawTask => ({ request, ...run }));
  const waiting = inThreads<DrawTask, Samples>(WORKER, tasks, { ...shared, onProgress: (there) => told({ there }) });
  waiting.catch(() => {});
  try {
    const first = await drawHere(prepared, own, { ...shared, onProgress: (here) => told({ here }) });
    return joinSamples([first, ...(await waiting)]);
  } catch (error) {
    if (signal?.aborted === true) throw new UserError('the assessment was stopped.', [], { cause: error });
    throw error;
  } finally {
    ended.abort();
  }
}
