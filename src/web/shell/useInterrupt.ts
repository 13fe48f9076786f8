import { useEffect } from 'react';

/** While something plays: any key or press interrupts it. What carries `data-play`, and the space bar, pause by themselves. */
export function useInterrupt(playing: boolean, onInterrupt: () => void): void {
  useEffect(() => {
    if (!playing) return;
    const stop = (event: Event): void => {
      const onButton = event.target instanceof Element && event.target.closest('[data-play]') !== null;
      const key = event instanceof KeyboardEvent ? event.key : null;
      if (key === ' ' || (onButton && (key === null || key === 'Enter'))) return;
      onInterrupt();
    };
    document.addEventListener('pointerdown', stop);
    document.addEventListener('keydown', stop);
    return () => {
      document.removeEventListener('pointerdown', stop);
      document.removeEventListener('keydown', stop);
    };
  }, [playing, onInterrupt]);
}
