import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef } from 'react';

type Page = '/burden' | '/compare' | '/decades' | '/design' | '/history';

export interface Address<S> {
  readonly search: S;
  /** A step one can go back from; with `replace` the address follows without one. */
  readonly go: (changes: Partial<S>, replace?: boolean) => void;
}

/** A page's state, read from its address and written back to it. @param read, write functions that stay the same */
export function useAddress<S extends object>(
  page: Page,
  read: (raw: Readonly<Record<string, string>>) => S,
  write: (search: S) => Record<string, string>,
): Address<S> {
  const raw = useSearch({ from: page });
  const navigate = useNavigate();
  const search = useMemo(() => read(raw), [read, raw]);
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  }, [search]);
  const go = useCallback(
    (changes: Partial<S>, replace = false) => {
      const next = { ...latest.current, ...changes };
      latest.current = next;
      void navigate({ to: page, search: write(next), replace, resetScroll: false });
    },
    [navigate, page, write],
  );
  return { search, go };
}
