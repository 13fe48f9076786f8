import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { addressFaults } from './faults.ts';
import { readSearch, writeSearch } from './search.ts';
import type { FightSearch } from './search.ts';

export interface Fight {
  readonly search: FightSearch;
  /** What of the address could not be read, in sentences. */
  readonly faults: readonly string[];
  /** A new question or date: a step one can go back from. */
  readonly push: (changes: Partial<FightSearch>) => void;
  /** A step or a toggle: the address follows without a new entry. */
  readonly replace: (changes: Partial<FightSearch>) => void;
}

/** The page's state, read from its address and written back to it. */
export function useFight(): Fight {
  const raw = useSearch({ from: '/fight' });
  const navigate = useNavigate();
  const search = useMemo(() => readSearch(raw), [raw]);
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  }, [search]);
  const go = useCallback(
    (changes: Partial<FightSearch>, replace: boolean) => {
      const next = { ...latest.current, ...changes };
      latest.current = next;
      void navigate({ to: '/fight', search: writeSearch(next), replace, resetScroll: false });
    },
    [navigate],
  );
  return {
    search,
    faults: useMemo(() => addressFaults(raw), [raw]),
    push: useCallback((changes) => go(changes, false), [go]),
    replace: useCallback((changes) => go(changes, true), [go]),
  };
}
