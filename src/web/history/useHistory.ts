import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { readHistory, writeHistory, type HistorySearch } from './search.ts';

export interface HistoryState {
  readonly search: HistorySearch;
  /** A step one can go back from; with `replace` the address follows without one. */
  readonly go: (changes: Partial<HistorySearch>, replace?: boolean) => void;
}

/** The page's state, read from its address and written back to it. */
export function useHistory(): HistoryState {
  const raw = useSearch({ from: '/history' });
  const navigate = useNavigate();
  const search = useMemo(() => readHistory(raw), [raw]);
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  }, [search]);
  const go = useCallback(
    (changes: Partial<HistorySearch>, replace = false) => {
      const next = { ...latest.current, ...changes };
      latest.current = next;
      void navigate({ to: '/history', search: writeHistory(next), replace, resetScroll: false });
    },
    [navigate],
  );
  return { search, go };
}
