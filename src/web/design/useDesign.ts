import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DesignResult } from '../../core/explore/design/result.ts';
import { isRecord } from '../data/problem.ts';
import { answerOf, ask, startJob, stopJob, watchJob, type JobView } from '../jobs/jobs.ts';
import { readDesign, writeDesign, type DesignSearch } from './search.ts';

/** The page's state, read from its address and written back to it. */
export function useDesignSearch(): { readonly search: DesignSearch; readonly go: (changes: Partial<DesignSearch>, replace?: boolean) => void } {
  const raw = useSearch({ from: '/design' });
  const navigate = useNavigate();
  const search = useMemo(() => readDesign(raw), [raw]);
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  }, [search]);
  const go = useCallback(
    (changes: Partial<DesignSearch>, replace = false) => {
      const next = { ...latest.current, ...changes };
      latest.current = next;
      void navigate({ to: '/design', search: writeDesign(next), replace, resetScroll: false });
    },
    [navigate],
  );
  return { search, go };
}

const isDesign = (value: unknown): value is DesignResult =>
  isRecord(value) && Array.isArray(value['points']) && Array.isArray(value['front']) && Array.isArray(value['clauses']) && isRecord(value['given']);

type Subject = Pick<DesignSearch, 'treaty' | 'between' | 'date'>;

const subjectOf = ({ treaty, between, date }: Subject): object => ({ ...(between.length > 0 ? { between } : { treaty }), date });

/** The clauses of a text, with what each does by itself; null while they are read. */
export function useClauses({ treaty, between, date }: Subject): { readonly read: DesignResult | null; readonly fault: string | null } {
  const key = JSON.stringify(subjectOf({ treaty, between, date }));
  const [state, setState] = useState<{ readonly key: string; readonly read: DesignResult | null; readonly fault: string | null }>({
    key: '',
    read: null,
    fault: null,
  });
  useEffect(() => {
    let alive = true;
    const subject: object = JSON.parse(key);
    ask('design', { ...subject, method: 'random', budget: 1, draws: 0, points: 1 }).then(
      (read) => alive && setState({ key, read: isDesign(read) ? read : null, fault: isDesign(read) ? null : 'The workbench does not answer.' }),
      (error: unknown) => alive && setState({ key, read: null, fault: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      alive = false;
    };
  }, [key]);
  return state.key === key ? state : { read: null, fault: null };
}

export interface DesignRun {
  readonly status: 'idle' | 'running' | 'concluding' | 'done' | 'failed';
  readonly job: JobView | null;
  readonly found: DesignResult | null;
  readonly fault: string | null;
  readonly stop: () => void;
}

const IDLE: Omit<DesignRun, 'stop'> = { status: 'idle', job: null, found: null, fault: null };

/** The points that are told in full. */
const POINTS = 12;
const DRAWS = 40;

/** Looks for better ways to write the text, as a job of the server; stopped, it answers with what was found so far. */
export function useDesignRun({ treaty, between, date, fix, floor, require, budget, run }: DesignSearch): DesignRun {
  const question = { ...subjectOf({ treaty, between, date }), fix, floor, ...(require.length > 0 && { require }), points: POINTS, keep: true };
  const key = JSON.stringify({ ...question, budget });
  const [state, setState] = useState<Omit<DesignRun, 'stop'> & { readonly key: string }>({ key: '', ...IDLE });
  const job = useRef<string | null>(null);
  const stopping = useRef(false);
  useEffect(() => {
    if (!run) return;
    let alive = true;
    let leave: () => void = () => undefined;
    stopping.current = false;
    const asked: Record<string, unknown> = JSON.parse(key);
    const tell = (changes: Partial<Omit<DesignRun, 'stop'>>): void => {
      if (alive) setState((before) => ({ ...(before.key === key ? before : { key, ...IDLE }), ...changes, key }));
    };
    const fail = (error: unknown): void => tell({ status: 'failed', fault: error instanceof Error ? error.message : String(error) });
    const take = (found: unknown): void => (isDesign(found) ? tell({ status: 'done', found, fault: null }) : fail(new Error('The workbench does not answer.')));
    const conclude = (): void => {
      tell({ status: 'concluding' });
      ask('design', { ...asked, draws: 0, conclude: true }).then(take, fail);
    };
    const begin = async (): Promise<void> => {
      tell({ status: 'running', job: null, fault: null });
      const id = await startJob('design', { ...asked, draws: DRAWS });
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
    if (job.current === null || stopping.current) return;
    stopping.current = true;
    void stopJob(job.current);
  }, []);
  const { key: of, ...rest } = state;
  return run && of === key ? { ...rest, stop } : { ...IDLE, status: run ? 'running' : 'idle', stop };
}
