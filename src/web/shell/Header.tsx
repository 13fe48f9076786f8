import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useLoaded } from '../data/EngineProvider.tsx';
import { StudiesButton } from '../studies/StudiesButton.tsx';
import { Find } from './Find.tsx';
import { FindIcon, HelpIcon, Mark, ThemeIcon } from './icons.tsx';
import { useShortcuts } from './keys.ts';
import { KeysHelp } from './KeysHelp.tsx';
import { Nav } from './Nav.tsx';
import { PAGES } from './pages.ts';
import { useTheme } from './theme.ts';

/** Mark, pages, find, light or dark. Only pages that exist are named. */
export function Header() {
  const { engine } = useLoaded();
  const [theme, toggleTheme] = useTheme();
  const [open, setOpen] = useState<'find' | 'keys' | null>(null);
  const navigate = useNavigate();
  useShortcuts({
    '/': () => setOpen('find'),
    '?': () => setOpen('keys'),
    ...Object.fromEntries(PAGES.map(({ key, to, search }) => [`g ${key}`, () => void navigate({ to, search: { ...search } })])),
  });
  return (
    <header className="top">
      <Link className="brand" to="/" aria-label="Foedus, start page">
        <Mark />
        <span>Foedus</span>
      </Link>
      <Nav />
      <span className="grow" />
      <span className="status" title="Everything on this page is computed in your browser from the catalog; nothing is sent anywhere">
        Offline, catalog {engine.catalog.version.slice(0, 7)}
      </span>
      <button type="button" className="find" onClick={() => setOpen('find')}>
        <FindIcon />
        <span>Find state, treaty, article</span>
        <kbd aria-hidden="true">/</kbd>
      </button>
      <StudiesButton />
      <button type="button" className="icon keys" aria-label="Keyboard shortcuts" title="Keyboard shortcuts (?)" onClick={() => setOpen('keys')}>
        <HelpIcon />
      </button>
      <button type="button" className="icon" aria-label={theme === 'dark' ? 'Switch to light' : 'Switch to dark'} onClick={toggleTheme}>
        <ThemeIcon />
      </button>
      {open === 'find' ? <Find onClose={() => setOpen(null)} /> : null}
      {open === 'keys' ? <KeysHelp onClose={() => setOpen(null)} /> : null}
    </header>
  );
}
