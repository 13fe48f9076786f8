/** Icons are inline: the bundled type has no arrows. Each is drawn in the color of its text and hidden from readers. */

/** A leaf with a fold and lines. */
export function StudyIcon() {
  return (
    <svg viewBox="0 0 18 18" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
      <path d="M4 2.8h7l3.2 3.2v9.2H4z" strokeLinejoin="round" />
      <path d="M11 2.8V6h3.2M6.6 9h5M6.6 12h5" />
    </svg>
  );
}

export function Mark() {
  return (
    <svg viewBox="0 0 22 14" fill="none" stroke="currentColor" strokeWidth="1.7" aria-hidden="true">
      <circle cx="7.5" cy="7" r="5.6" />
      <circle cx="14.5" cy="7" r="5.6" />
    </svg>
  );
}

export function ThemeIcon() {
  return (
    <svg viewBox="0 0 18 18" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
      <circle cx="9" cy="9" r="6.2" />
      <path d="M9 2.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
    </svg>
  );
}

export function FindIcon() {
  return (
    <svg viewBox="0 0 18 18" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden="true">
      <circle cx="7.6" cy="7.6" r="5" />
      <path d="m11.4 11.4 4.4 4.4" />
    </svg>
  );
}

export function HelpIcon() {
  return (
    <svg viewBox="0 0 18 18" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
      <rect x="1.5" y="4" width="15" height="10" rx="2" />
      <path d="M4.5 7.2h1m2 0h1m2 0h1m2 0h.6M5.5 10.8h7" />
    </svg>
  );
}

export function Caret() {
  return (
    <svg className="car" viewBox="0 0 10 10" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
      <path d="M1.5 3.2 5 6.8 8.5 3.2" />
    </svg>
  );
}

export function CloseIcon() {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden="true">
      <path d="m2.5 2.5 9 9m0-9-9 9" />
    </svg>
  );
}

export function PlayIcon() {
  return (
    <svg width="11" height="12" viewBox="0 0 11 12" fill="currentColor" aria-hidden="true">
      <path d="M1 0 11 6 1 12Z" />
    </svg>
  );
}

export function PauseIcon() {
  return (
    <svg width="11" height="12" viewBox="0 0 11 12" fill="currentColor" aria-hidden="true">
      <path d="M1 0h3v12H1zM7 0h3v12H7z" />
    </svg>
  );
}

export function Chevron({ to }: { readonly to: 'left' | 'right' }) {
  return (
    <svg width="9" height="12" viewBox="0 0 9 12" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden="true">
      <path d={to === 'left' ? 'M7 1 2 6l5 5' : 'M2 1l5 5-5 5'} />
    </svg>
  );
}
