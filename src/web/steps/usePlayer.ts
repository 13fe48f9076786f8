import { useCallback, useEffect, useState } from 'react';

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
  useEffect(() => {
    if (!playing) return;
    const stop = (event: Event): void => {
      const onButton = event.target instanceof Element && event.target.closest('[data-play]') !== null;
      const key = event instanceof KeyboardEvent ? event.key : null;
      // The button and the space bar pause by themselves.
      if (key === ' ' || (onButton && (key === null || key === 'Enter'))) return;
      setPlaying(false);
    };
    document.addEventListener('pointerdown', stop);
    document.addEventListener('keydown', stop);
    return () => {
      document.removeEventListener('pointerdown', stop);
      document.removeEventListener('keydown', stop);
    };
  }, [playing]);
  const toggle = useCallback(() => {
    if (!playing && step >= count) onStep(1);
    setPlaying(!playing);
  }, [playing, step, count, onStep]);
  return { playing, toggle, stop: useCallback(() => setPlaying(false), []) };
}
