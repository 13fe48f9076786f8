import { useCallback, useRef, useState } from 'react';

/** The derivation that is open, and the way back up: closing returns the focus to the number it was opened from. */
export function useWhy(id: string | null, show: (id: string | null) => void) {
  const [trail, setTrail] = useState<readonly string[]>([]);
  const from = useRef<Element | null>(null);
  const latest = useRef(show);
  latest.current = show;
  const current = useRef(id);
  current.current = id;
  const open = useCallback((next: string): void => {
    if (current.current === null) from.current = document.activeElement;
    else if (current.current !== next) {
      const before = current.current;
      setTrail((old) => [...old, before]);
    }
    latest.current(next);
  }, []);
  const back = useCallback((): void => {
    setTrail((old) => {
      latest.current(old.at(-1) ?? null);
      return old.slice(0, -1);
    });
  }, []);
  const close = useCallback((): void => {
    setTrail([]);
    latest.current(null);
    if (from.current instanceof HTMLElement && from.current.isConnected) from.current.focus({ preventScroll: true });
  }, []);
  return { id, deep: trail.length > 0, open, back, close };
}
