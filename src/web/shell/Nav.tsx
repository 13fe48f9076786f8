import { Link, useRouterState } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Caret } from './icons.tsx';
import { PAGES, type PageEntry } from './pages.ts';
import { Popover } from './Popover.tsx';

/** The pages: all of them where there is room, else behind a menu that is named for the page shown. */
export function Nav() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const here = PAGES.find((page) => isHere(page, path));
  return (
    <nav aria-label="Pages">
      <span className="wideonly">
        {PAGES.map((page) => (
          <PageLink key={page.to} page={page} path={path} />
        ))}
      </span>
      <span className="slotbox menu">
        <button ref={button} type="button" className="menubtn" aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(!open)}>
          {here?.words ?? 'Pages'}
          <Caret />
        </button>
        {open ? (
          <Popover anchor={button} label="Pages" className="pagemenu" onClose={() => setOpen(false)}>
            {PAGES.map((page) => (
              <PageLink key={page.to} page={page} path={path} onGo={() => setOpen(false)} />
            ))}
          </Popover>
        ) : null}
      </span>
    </nav>
  );
}

const isHere = ({ under }: PageEntry, path: string): boolean => under.some((start) => path.startsWith(start));

function PageLink({ page, path, onGo }: { readonly page: PageEntry; readonly path: string; readonly onGo?: () => void }) {
  return (
    <Link to={page.to} search={{ ...page.search }} aria-current={isHere(page, path) ? 'page' : undefined} {...(onGo !== undefined && { onClick: onGo })}>
      {page.words}
    </Link>
  );
}
