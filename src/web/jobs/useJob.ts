import { useCallback, useEffect, useRef, useState } from 'react';
import { answerOf, ask, startJob, stopJob, watchJob, type JobView } from './jobs.ts';

export interface JobRun<A> {
  readonly status: 'idle' | 'running' | 'concluding' | 'done' | 'failed';
  readonly job: JobView | null;
  readonly found: A | null;
  readonly fault: string | null;
  readonly stop: () => void;
}

export interface JobQuestion<A> {
  readonly verb: string;
  readonly question: object;
  /** What is asked instead once it was stopped: an answer from what there is. */
  readonly concluding: object;
  readonly isAnswer: (value: unknown) => value is A;
  /** Whether it runs at all. */
  readonly run: boolean;
}

type State<A> = Omit<JobRun<A>, 'stop'>;

const SILENT = 'The workbench does not answer.';

/** Has a question answered as a job of the server; stopped, it answers with what was found so far. */
export function useJob<A>({ verb, question, concluding, isAnswer, run }: JobQuestion<A>): JobRun<A> {
  const key = JSON.stringify([verb, question, concluding]);
  const [state, setState] = useState<State<A> & { readonly key: string }>({ key: '', ...idle<A>() });
  const job = useRef<string | null>(null);
  const stopping = useRef(false);
  useEffect(() => {
    if (!run) return;
    let alive = true;
    let leave: () => void = () => undefined;
    stopping.current = false;
    const [name, asked, rest]: [string, object, object] = JSON.parse(key);
    const tell = (changes: Partial<State<A>>): void => {
      if (alive) setState((before) => ({ ...(before.key === key ? before : { key, ...idle<A>() }), ...changes, key }));
    };
    const fail = (error: unknown): void => tell({ status: 'failed', fault: error instanceof Error ? error.message : String(error) });
    const take = (found: unknown): void => (isAnswer(found) ? tell({ status: 'done', found, fault: null }) : fail(new Error(SILENT)));
    const begin = async (): Promise<void> => {
      tell({ status: 'running', job: null, fault: null });
      const id = await startJob(name, asked);
      if (!alive) return void stopJob(id);
      job.current = id;
      leave = watchJob(id, (view) => {
        tell({ job: view });
        if (view.state === 'done') answerOf(id).then(take, fail);
        else if (view.state === 'stopped') {
          tell({ status: 'concluding' });
          ask(name, rest).then(take, fail);
        } else if (view.state === 'failed') fail(new Error(view.fault ?? 'It failed.'));
      });
    };
    begin().catch(fail);
    return () => {
      alive = false;
      leave();
      if (job.current !== null) void stopJob(job.current);
      job.current = null;
    };
  }, [key, run, isAnswer]);
  const stop = useCallback(() => {
    if (job.current === null || stopping.current) return;
    stopping.current = true;
    void stopJob(job.current);
  }, []);
  const { key: of, ...rest } = state;
  return run && of === key ? { ...rest, stop } : { ...idle<A>(), status: run ? 'running' : 'idle', stop };
}

function idle<A>(): State<A> {
  return { status: 'idle', job: null, found: null, fault: null };
}
