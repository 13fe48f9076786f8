import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { readCompare, writeCompare, type CompareSearch } from './search.ts';

/** The page's state, read from its address and written back to it. */
export function useCompareSearch(): { readonly search: CompareSearch; readonly go: (changes: Partial<CompareSearch>, replace?: boolean) => void } {
  const raw = useSearch({ from: '/compare' });
  const navigate = useNavigate();
  const search = useMemo(() => readCompare(raw), [raw]);
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  }, [search]);
  const go = useCallback(
    (changes: Partial<CompareSearch>, replace = false) => {
      const next = { ...latest.current, ...changes };
      latest.current = next;
      void navigate({ to: '/compare', search: writeCompare(next), replace, resetScroll: false });
    },
    [navigate],
  );
  return { search, go };
}
