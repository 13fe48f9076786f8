import { useEffect, useRef, useState } from 'react';
import type { Asked, Held } from './portfolio-worker.ts';

/** Milliseconds of rest before a text is held against other treaties. */
const REST = 500;

/** What the linter finds in a draft among the treaties in force on a day, once the text rests; of an older text while it does not. */
export function usePortfolio({ file, text, date }: Asked): Held | null {
  const [held, setHeld] = useState<Held | null>(null);
  const worker = useRef<Worker | null>(null);
  useEffect(() => {
    const own = new Worker(new URL('./portfolio-worker.ts', import.meta.url), { type: 'module', name: 'portfolio' });
    own.addEventListener('message', ({ data }: MessageEvent<Held>) => setHeld(data));
    worker.current = own;
    return () => own.terminate();
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      const asked: Asked = { file, text, date };
      // A worker has no origin to name.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.current?.postMessage(asked);
    }, REST);
    return () => clearTimeout(timer);
  }, [file, text, date]);
  return held;
}
