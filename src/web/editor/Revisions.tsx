import { useEffect, useRef, useState } from 'react';
import { Popover } from '../shell/Popover.tsx';
import { getRevision, revisionsOf, type Revision } from './workspace.ts';

interface Props {
  readonly name: string;
  /** Revision that stands in the workspace. */
  readonly current: string | null;
  readonly onTake: (text: string) => void;
}

/** Earlier texts of a draft; taking one is a step that can be undone. */
export function Revisions({ name, current, onTake }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <span className="slotbox">
      <button ref={button} type="button" className="btn" aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(!open)}>
        Earlier texts
      </button>
      {open ? (
        <Popover anchor={button} label="Earlier texts" className="form" onClose={() => setOpen(false)}>
          <List
            name={name}
            current={current}
            onTake={(text) => {
              setOpen(false);
              onTake(text);
            }}
          />
        </Popover>
      ) : null}
    </span>
  );
}

function List({ name, current, onTake }: Props) {
  const [found, setFound] = useState<readonly Revision[] | string | null>(null);
  useEffect(() => {
    let alive = true;
    revisionsOf(name).then(
      (rows) => alive && setFound(rows),
      (cause: unknown) => alive && setFound(cause instanceof Error ? cause.message : String(cause)),
    );
    return () => {
      alive = false;
    };
  }, [name, current]);
  if (found === null) return <p className="src">Asking the workspace…</p>;
  if (typeof found === 'string') return <p className="fault">{found}</p>;
  if (found.length === 0) return <p className="src">The workspace keeps none yet. Every text that is saved stays here.</p>;
  const take = (revision: string): void =>
    void getRevision(name, revision).then(
      (one) => (one === null ? setFound('That text is no longer kept.') : onTake(one.text)),
      (cause: unknown) => setFound(cause instanceof Error ? cause.message : String(cause)),
    );
  return (
    <ul className="revisions">
      {found.map(({ revision, saved }) => (
        <li key={`${saved} ${revision}`}>
          <span>{new Date(saved).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })}</span>
          {revision === current ? (
            <span className="muted">as it stands</span>
          ) : (
            <button type="button" className="lnk" onClick={() => take(revision)}>
              Take it back
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
