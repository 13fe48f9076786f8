import { detailOf, isRecord } from '../data/problem.ts';

/** Long work that the server does: asked once, watched, and stopped. */

/** How far it is. */
export interface JobView {
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped';
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
  readonly secondsLeft: number | null;
  readonly fault: string | null;
}

const STATES: readonly JobView['state'][] = ['waiting', 'running', 'done', 'failed', 'stopped'];
const EXPIRED = 'Link expired. Open the newest link printed by foedus serve.';

function viewOf(value: unknown): JobView | null {
  if (!isRecord(value)) return null;
  const state = STATES.find((one) => one === value['state']);
  if (state === undefined) return null;
  const number = (key: string): number => (typeof value[key] === 'number' ? value[key] : 0);
  return {
    state,
    done: number('done'),
    total: number('total'),
    secondsLeft: typeof value['seconds_left'] === 'number' ? value['seconds_left'] : null,
    fault: state === 'failed' ? (detailOf(value['problem']) ?? 'It failed.') : null,
  };
}

async function faultOf(response: Response): Promise<string> {
  if (response.status === 401 || response.status === 403) return EXPIRED;
  return detailOf(await response.json().catch(() => null)) ?? `The workbench does not answer (${response.status}).`;
}

async function post(verb: string, question: object, headers: Readonly<Record<string, string>>): Promise<unknown> {
  const response = await fetch(`/api/${verb}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(question) });
  if (!response.ok) throw new Error(await faultOf(response));
  return response.json();
}

/** Puts a question and waits for the answer. Rejects with a sentence where there is none. */
export const ask = (verb: string, question: object): Promise<unknown> => post(verb, question, {});

/** Begins a job and gives its name. Rejects with a sentence where it does not begin. */
export async function startJob(verb: string, question: object): Promise<string> {
  const job = await post(verb, question, { prefer: 'respond-async' });
  if (!isRecord(job) || typeof job['id'] !== 'string') throw new Error('The workbench does not answer.');
  return job['id'];
}

/** Hears of a job until it is over; returns what ends the hearing. */
export function watchJob(id: string, onChange: (job: JobView) => void): () => void {
  const events = new EventSource(`/api/jobs/${id}/events`);
  const hear = ({ data }: MessageEvent<string>): void => {
    const view = viewOf(JSON.parse(data));
    if (view === null) return;
    onChange(view);
    if (view.state !== 'waiting' && view.state !== 'running') events.close();
  };
  for (const state of STATES) events.addEventListener(state, hear);
  events.addEventListener('error', () => {
    if (events.readyState === EventSource.CLOSED)
      onChange({ state: 'failed', done: 0, total: 0, secondsLeft: null, fault: 'The workbench does not answer any more.' });
  });
  return () => events.close();
}

/** What a job found. Rejects with a sentence where there is nothing. */
export async function answerOf(id: string): Promise<unknown> {
  const response = await fetch(`/api/jobs/${id}/answer`, { cache: 'no-store' });
  if (!response.ok) throw new Error(await faultOf(response));
  return response.json();
}

/** Stops a job, or forgets one that is over. */
export async function stopJob(id: string): Promise<void> {
  await fetch(`/api/jobs/${id}`, { method: 'DELETE' }).catch(() => undefined);
}
