import { useCallback, useEffect, useState } from 'react';
import { useInterrupt } from '../shell/useInterrupt.ts';
import { addYears } from '../fight/dates.ts';

/** Two years a second and a half: a century in a little over a minute. */
const YEAR = 600;

/** Plays on year by year up to the last, and stops there, at a key or at a press anywhere else. */
export function usePlay(
  date: string,
  until: number,
  onYear: (date: string) => void,
): { readonly playing: boolean; readonly toggle: () => void; readonly stop: () => void } {
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    const next = addYears(date, 1);
    const isLast = Number(next.slice(0, 4)) > until;
    const timer = setTimeout(() => (isLast ? setPlaying(false) : onYear(next)), isLast ? 0 : YEAR);
    return () => clearTimeout(timer);
  }, [playing, date, until, onYear]);
  const stop = useCallback(() => setPlaying(false), []);
  useInterrupt(playing, stop);
  return { playing, toggle: useCallback(() => setPlaying((was) => !was), []), stop };
}
