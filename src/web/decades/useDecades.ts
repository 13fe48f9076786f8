import { useEffect, useState } from 'react';
import type { DecadesAnswer } from '../../core/explore/decades/answer.ts';
import { isRecord } from '../data/problem.ts';
import { ask } from '../jobs/jobs.ts';
import { useJob, type JobRun } from '../jobs/useJob.ts';
import { useAddress, type Address } from '../shell/useAddress.ts';
import { questionOf, readDecades, writeDecades, type DecadesSearch } from './search.ts';

/** The page's state, read from its address and written back to it. */
export const useDecadesSearch = (): Address<DecadesSearch> => useAddress('/decades', readDecades, writeDecades);

const isAnswer = (value: unknown): value is DecadesAnswer =>
  isRecord(value) && Array.isArray(value['fans']) && Array.isArray(value['chronicles']) && isRecord(value['audit']);

const STORIES = 10;

/** Runs the worlds as a job of the server; stopped, it answers with the worlds that are done. */
export function useDecadesRun(search: DecadesSearch): JobRun<DecadesAnswer> {
  const asked = { ...questionOf(search), chronicles: STORIES };
  return useJob({ verb: 'decades', question: { ...asked, keep: true }, concluding: { ...asked, conclude: true }, isAnswer, run: search.run });
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
