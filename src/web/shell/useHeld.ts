import { useRef } from 'react';

/** The value, or while `hold` is set the last one before. */
export function useHeld<T>(value: T, hold: boolean): T {
  const last = useRef(value);
  if (!hold) last.current = value;
  return last.current;
}
