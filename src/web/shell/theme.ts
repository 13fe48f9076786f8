import { useEffect, useState } from 'react';

export type Theme = 'light' | 'dark';
const KEY = 'foedus-theme';

const systemDark = (): boolean => matchMedia('(prefers-color-scheme: dark)').matches;

function current(): Theme {
  const set = document.documentElement.dataset['theme'];
  return set === 'light' || set === 'dark' ? set : systemDark() ? 'dark' : 'light';
}

/** The theme shown, and a switch that remembers; the system's choice holds until it is used. */
export function useTheme(): [Theme, () => void] {
  const [theme, setTheme] = useState<Theme>(current);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => setTheme(current());
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  const toggle = (): void => {
    const next = current() === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset['theme'] = next;
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // Storage is closed to us: the choice lasts as long as the page.
    }
    setTheme(next);
  };
  return [theme, toggle];
}
