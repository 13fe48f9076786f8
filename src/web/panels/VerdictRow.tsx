import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';

interface Props {
  readonly swatch: ReactNode;
  readonly states: readonly string[];
  /** What several of them are called: "allies", "states". */
  readonly noun: string;
  /** What one and what several states owe: "owes Estonia defense", "owe Estonia defense". */
  readonly verb: { readonly one: string; readonly many: string };
  readonly status: string;
  readonly meta: ReactNode;
  readonly open: boolean;
  readonly selected: boolean;
  readonly nameOf: (state: string) => string;
  readonly onWhy: () => void;
  readonly onSelect: (state: string) => void;
  readonly children: ReactNode;
}

const SHOWN = 5;

/** One verdict: who owes what, and a why that unfolds below. */
export function VerdictRow({ swatch, states, noun, verb, status, meta, open, selected, nameOf, onWhy, onSelect, children }: Props) {
  const [all, setAll] = useState(false);
  const id = useId();
  const row = useRef<HTMLLIElement>(null);
  const [first = ''] = states;
  const several = states.length > 1;
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const shown = all ? states : states.slice(0, SHOWN);
  const rest = states.length - shown.length;
  return (
    <li ref={row} className={`v${selected ? ' on' : ''}`}>
      {swatch}
      <button type="button" className="hd" onClick={() => (several ? onWhy() : onSelect(first))} aria-pressed={several ? undefined : selected}>
        <b>{several ? `${states.length} ${noun}` : nameOf(first)}</b> {several ? verb.many : verb.one}
      </button>
      <span className={status === 'broken' ? 'st broken' : 'st'}>{status}</span>
      <span className="meta">{meta}</span>
      <span className="whyb">
        <button
          type="button"
          className="why"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          aria-label={`why ${several ? `${states.length} ${noun} ${verb.many}` : `${nameOf(first)} ${verb.one}`}`}
          onClick={onWhy}
        >
          why
        </button>
      </span>
      {several ? (
        <p className="members">
          {shown.map((state, i) => (
            <span key={state}>
              {i > 0 ? (i === shown.length - 1 && rest === 0 ? ' and ' : ', ') : ''}
              <button type="button" onClick={() => onSelect(state)}>
                {nameOf(state)}
              </button>
            </span>
          ))}
          {rest > 0 ? (
            <>
              {' and '}
              <button type="button" className="lnk" onClick={() => setAll(true)}>
                {rest} more
              </button>
            </>
          ) : null}
        </p>
      ) : null}
      {open ? (
        <div id={id} className="unfolded">
          {children}
        </div>
      ) : null}
    </li>
  );
}
