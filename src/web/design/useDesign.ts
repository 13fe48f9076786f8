import { useEffect, useState } from 'react';
import type { DesignResult } from '../../core/explore/design/result.ts';
import { isRecord } from '../data/problem.ts';
import { ask } from '../jobs/jobs.ts';
import { useJob, type JobRun } from '../jobs/useJob.ts';
import { useAddress, type Address } from '../shell/useAddress.ts';
import { readDesign, writeDesign, type DesignSearch } from './search.ts';

/** The page's state, read from its address and written back to it. */
export const useDesignSearch = (): Address<DesignSearch> => useAddress('/design', readDesign, writeDesign);

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

/** The points that are told in full. */
const POINTS = 12;
const DRAWS = 40;

/** Looks for better ways to write the text, as a job of the server; stopped, it answers with what was found so far. */
export function useDesignRun({ treaty, between, date, fix, floor, require, budget, run }: DesignSearch): JobRun<DesignResult> {
  const asked = { ...subjectOf({ treaty, between, date }), fix, floor, ...(require.length > 0 && { require }), points: POINTS, keep: true, budget };
  return useJob({ verb: 'design', question: { ...asked, draws: DRAWS }, concluding: { ...asked, draws: 0, conclude: true }, isAnswer: isDesign, run });
}
