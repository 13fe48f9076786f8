import { useEffect, useState } from 'react';

/** True once the page's type is there to be measured, or will not come. */
export function useFontsReady(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let alive = true;
    const done = (): void => {
      if (alive) setReady(true);
    };
    document.fonts.load('550 13px "Source Sans 3 Variable"').then(done, done);
    return () => {
      alive = false;
    };
  }, []);
  return ready;
}
