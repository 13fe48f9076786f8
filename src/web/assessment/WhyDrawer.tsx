import { useEffect, useRef } from 'react';
import { Link } from '@tanstack/react-router';
import { CloseIcon } from '../shell/icons.tsx';
import { useCopied } from '../panels/useCopied.ts';
import { download } from '../shell/download.ts';
import type { Why } from '../../explain/why.ts';

interface Props {
  readonly why: Why;
  /** Whether there is a derivation to go back to. */
  readonly deep: boolean;
  readonly citation: () => string;
  /** Where the clause can be read, if anywhere. */
  readonly treaty: string | null;
  readonly onOpen: (id: string) => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** Where a number comes from: meaning, range, what it hangs on, equation, inputs, clause, sources. Escape closes it. */
export function WhyDrawer({ why, deep, citation, treaty, onOpen, onBack, onClose }: Props) {
  const box = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [cited, cite] = useCopied();
  const [linked, link] = useCopied();
  useEffect(() => heading.current?.focus({ preventScroll: true }), [why.crumb]);
  useEffect(() => {
    document.documentElement.classList.add('why-open');
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || (event.target instanceof Element && event.target.closest('[role="dialog"]'))) return;
      event.preventDefault();
      onClose();
    };
    document.addEventListener('keydown', press);
    return () => {
      document.documentElement.classList.remove('why-open');
      document.removeEventListener('keydown', press);
    };
  }, [onClose]);
  return (
    <aside className="drawer" ref={box} aria-label="Why this number">
      <p className="hd">
        {deep ? (
          <button type="button" className="lnk" onClick={onBack}>
            Back
          </button>
        ) : null}
        <span>{why.crumb}</span>
        <button type="button" className="icon" aria-label="Close" onClick={onClose}>
          <CloseIcon />
        </button>
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {why.title}
      </h2>
      <p>{why.meaning}</p>
      {why.interval ? <p className="src">{why.interval}</p> : null}
      {why.hangs ? (
        <>
          <h3>Hangs most on</h3>
          <p>
            {why.hangs.text}{' '}
            {why.hangs.why ? (
              <button type="button" className="lnk" onClick={() => onOpen(why.hangs?.why ?? '')}>
                See the range
              </button>
            ) : null}
          </p>
        </>
      ) : null}
      {why.equation.length > 0 ? (
        <>
          <h3>How it is computed</h3>
          <p className="eq">
            {why.equation.map((text) => (
              <span key={text}>{text}</span>
            ))}
          </p>
        </>
      ) : null}
      {why.inputs.length > 0 ? (
        <ul className="in" aria-label="Inputs">
          {why.inputs.map(({ label, text, why: id }) => (
            <li key={`${label} ${text}`}>
              <span>{label}</span>
              {id ? (
                <button type="button" className="n" aria-label={`${label}: ${text}, why`} onClick={() => onOpen(id)}>
                  {text}
                </button>
              ) : (
                <span>{text}</span>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {why.clause ? (
        <>
          <h3>Clause it rests on</h3>
          <blockquote>{why.clause.text}</blockquote>
          <p className="src">
            {why.clause.where}.{' '}
            {treaty ? (
              <Link to="/treaty/$id" params={{ id: treaty }} search={{ clause: why.clause.id }}>
                Open the clause
              </Link>
            ) : null}
          </p>
        </>
      ) : null}
      <h3>Data and sources</h3>
      <ul className="sources">
        {why.sources.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p className="acts">
        <button type="button" className="btn" onClick={() => cite(citation())}>
          {cited ? 'Copied' : 'Copy citation'}
        </button>
        <button type="button" className="btn" onClick={() => link(location.href)}>
          {linked ? 'Copied' : 'Copy link'}
        </button>
        <button type="button" className="btn" onClick={() => download(`${JSON.stringify(why, null, 2)}\n`, 'application/json', 'why.json')}>
          JSON
        </button>
      </p>
    </aside>
  );
}
