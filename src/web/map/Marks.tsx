import type { Action } from '../../core/law/types.ts';

/** The geometric mark of a kind of duty, in a 12 by 12 box. */
export function Mark({ action }: { readonly action: Action }) {
  switch (action) {
    case 'defend':
      return <rect x="2" y="2" width="8" height="8" />;
    case 'join-offense':
      return <path d="M6 1.6 11 10.4H1Z" />;
    case 'assist':
      return <path d="M4.5 1.5h3v3h3v3h-3v3h-3v-3h-3v-3h3z" />;
    case 'consult':
      return <path d="M6 1 11 6 6 11 1 6Z" />;
    case 'stay-neutral':
      return <rect x="1" y="4.4" width="10" height="3.2" />;
    case 'not-attack':
      return (
        <>
          <rect x="2.2" y="1.5" width="2.8" height="9" />
          <rect x="7" y="1.5" width="2.8" height="9" />
        </>
      );
  }
}

/** A swatch with its mark, as in legend and panel. */
export function Swatch({ action }: { readonly action: Action }) {
  return (
    <span className={`sw ${action}`} aria-hidden="true">
      <svg viewBox="0 0 12 12" fill="currentColor">
        <Mark action={action} />
      </svg>
    </span>
  );
}
