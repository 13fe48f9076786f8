import { useEffect, useState } from 'react';
import { COPY } from '../fight/words.ts';

const EVERY = 20_000;

/** Says when the server is gone or the link is old, and takes it back by itself. The page goes on answering meanwhile. */
export function ConnectionBanner() {
  const [trouble, setTrouble] = useState<'gone' | 'expired' | null>(null);
  useEffect(() => {
    let alive = true;
    const ask = async (): Promise<void> => {
      if (document.visibilityState === 'hidden') return;
      try {
        const response = await fetch('/api/version', { cache: 'no-store' });
        if (alive) setTrouble(response.status === 401 || response.status === 403 ? 'expired' : null);
      } catch {
        if (alive) setTrouble('gone');
      }
    };
    const timer = setInterval(() => void ask(), EVERY);
    const back = (): void => void ask();
    document.addEventListener('visibilitychange', back);
    window.addEventListener('online', back);
    return () => {
      alive = false;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', back);
      window.removeEventListener('online', back);
    };
  }, []);
  if (!trouble) return null;
  return (
    <p className="banner" role="alert">
      {trouble === 'gone' ? COPY.serverGone : COPY.oldToken}
    </p>
  );
}
