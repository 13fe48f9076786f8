import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DecadesAnswer } from '../../core/explore/decades/answer.ts';
import { isRecord } from '../data/problem.ts';
import { answerOf, ask, startJob, stopJob, watchJob, type JobView } from '../jobs/jobs.ts';
import { questionOf, readDecades, writeDecades, type DecadesSearch } from './search.ts';

/** The page's state, read from its address and written back to it. */
export function useDecadesSearch(): { readonly search: DecadesSearch; readonly go: (changes: Partial<DecadesSearch>, replace?: boolean) => void } {
  const raw = useSearch({ from: '/decades' });
  const navigate = useNavigate();
  const search = useMemo(() => readDecades(raw), [raw]);
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  }, [search]);
  const go = useCallback(
    (changes: Partial<DecadesSearch>, replace = false) => {
      const next = { ...latest.current, ...changes };
      latest.current = next;
      void navigate({ to: '/decades', search: writeDecades(next), replace, resetScroll: false });
    },
    [navigate],
  );
  return { search, go };
}

const isAnswer = (value: unknown): value is DecadesAnswer =>
  isRecord(value) && Array.isArray(value['fans']) && Array.isArray(value['chronicles']) && isRecord(value['audit']);

export interface DecadesRun {
  readonly status: 'idle' | 'running' | 'concluding' | 'done' | 'failed';
  readonly job: JobView | null;
  readonly found: DecadesAnswer | null;
  readonly fault: string | null;
  readonly stop: () => void;
}

const IDLE: Omit<DecadesRun, 'stop'> = { status: 'idle', job: null, found: null, fault: null };
const STORIES = 10;

/** Runs the worlds as a job of the server. */
export function useDecadesRun(search: DecadesSearch): DecadesRun {
  const key = JSON.stringify(questionOf(search));
  const { run } = search;
  const [state, setState] = useState<Omit<DecadesRun, 'stop'> & { readonly key: string }>({ key: '', ...IDLE });
  const job = useRef<string | null>(null);
  useEffect(() => {
    if (!run) return;
    let alive = true;
    let leave: () => void = () => undefined;
    const asked: Record<string, unknown> = JSON.parse(key);
    const tell = (changes: Partial<Omit<DecadesRun, 'stop'>>): void => {
      if (alive) setState((before) => ({ ...(before.key === key ? before : { key, ...IDLE }), ...changes, key }));
    };
    const fail = (error: unknown): void => tell({ status: 'failed', fault: error instanceof Error ? error.message : String(error) });
    const take = (found: unknown): void => (isAnswer(found) ? tell({ status: 'done', found, fault: null }) : fail(new Error('The workbench does not answer.')));
    const conclude = (): void => {
      tell({ status: 'concluding' });
      ask('decades', { ...asked, chronicles: STORIES, conclude: true }).then(take, fail);
    };
    const begin = async (): Promise<void> => {
      tell({ status: 'running', job: null, found: null, fault: null });
      const id = await startJob('decades', { ...asked, chronicles: STORIES, keep: true });
      if (!alive) return void stopJob(id);
      job.current = id;
      leave = watchJob(id, (view) => {
        tell({ job: view });
        if (view.state === 'done') answerOf(id).then(take, fail);
        else if (view.state === 'stopped') conclude();
        else if (view.state === 'failed') fail(new Error(view.fault ?? 'It failed.'));
      });
    };
    begin().catch(fail);
    return () => {
      alive = false;
      leave();
      if (job.current !== null) void stopJob(job.current);
      job.current = null;
    };
  }, [key, run]);
  const stop = useCallback(() => {
    if (job.current !== null) void stopJob(job.current);
  }, []);
  const { key: of, ...rest } = state;
  return run && of === key ? { ...rest, stop } : { ...IDLE, status: run ? 'running' : 'idle', stop };
}

/** One world year by year. */
export interface Replayed {
  readonly world: number;
  readonly wrong: number;
  readonly from: number;
  readonly lines: readonly { readonly year: number; readonly kind: string; readonly text: string; readonly why: string; readonly main: boolean }[];
  readonly series: Readonly<Record<string, readonly number[]>>;
}

const isReplayed = (value: unknown): value is Replayed => isRecord(value) && Array.isArray(value['lines']) && isRecord(value['series']);

/** The world that is replayed; null while it is on its way. */
export function useReplay(search: DecadesSearch): { readonly world: Replayed | null; readonly fault: string | null } {
  const { world: number, run } = search;
  const { worlds: _, ...question } = questionOf(search);
  const key = number === null || !run ? '' : JSON.stringify({ ...question, world: number });
  const [state, setState] = useState<{ readonly key: string; readonly world: Replayed | null; readonly fault: string | null }>({
    key: '',
    world: null,
    fault: null,
  });
  useEffect(() => {
    if (key === '') return;
    let alive = true;
    const asked: object = JSON.parse(key);
    ask('decades/world', asked).then(
      (found) => alive && setState({ key, world: isReplayed(found) ? found : null, fault: isReplayed(found) ? null : 'The workbench does not answer.' }),
      (error: unknown) => alive && setState({ key, world: null, fault: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      alive = false;
    };
  }, [key]);
  return state.key === key && key !== '' ? state : { world: null, fault: null };
}
