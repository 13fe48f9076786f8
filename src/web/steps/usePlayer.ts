import { useCallback, useEffect, useState } from 'react';
import { useInterrupt } from '../shell/useInterrupt.ts';

/** An arc of 0.9 s and a hold of 1.4 s: seven steps in about sixteen seconds. */
const STEP = 2300;

/** Plays steps one after the other and stops at the last, or at any key or press. */
export function usePlayer(
  step: number,
  count: number,
  onStep: (step: number) => void,
): { readonly playing: boolean; readonly toggle: () => void; readonly stop: () => void } {
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => (step < count ? onStep(step + 1) : setPlaying(false)), step < count ? STEP : 0);
    return () => clearTimeout(timer);
  }, [playing, step, count, onStep]);
  const stop = useCallback(() => setPlaying(false), []);
  useInterrupt(playing, stop);
  const toggle = useCallback(() => {
    if (!playing && step >= count) onStep(1);
    setPlaying(!playing);
  }, [playing, step, count, onStep]);
  return { playing, toggle, stop };
}
