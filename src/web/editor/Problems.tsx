import { useState } from 'react';
import { positionAt, type Diagnostic, type Fix } from '../../core/diagnostics.ts';
import { formatDate } from '../../core/states/dates.ts';
import { waysOut } from './code-editor.ts';

interface Props {
  readonly text: string;
  readonly found: readonly Diagnostic[];
  /** The day whose treaties it is held against, and whether it has been; null where the text is no treaty. */
  readonly against: { readonly date: string; readonly isHeld: boolean } | null;
  readonly onGo: (found: Diagnostic) => void;
  readonly onFix: (found: Diagnostic, fix: Fix) => void;
}

const KIND = { error: 'Error', warning: 'Warning', advice: 'Advice' } as const;
const SHOWN = 8;

/** What the linter finds, line by line, and what can be done about each. */
export function Problems({ text, found, against, onGo, onFix }: Props) {
  const [all, setAll] = useState(false);
  const shown = all ? found : found.slice(0, SHOWN);
  return (
    <section className="problems" aria-labelledby="problems-h">
      <h2 id="problems-h" role="status">
        {headline(found)}
      </h2>
      {against === null ? null : (
        <p className="src">
          {against.isHeld ? 'Held against' : 'Being held against'} the treaties of the catalog in force on {formatDate(against.date)}.
        </p>
      )}
      <ol>
        {shown.map((one) => {
          const { line, column } = positionAt(text, one.range.start);
          const ways = waysOut(one);
          return (
            <li key={`${one.rule} ${one.message} ${line}:${column}`} className={one.severity}>
              <button type="button" className="lnk at" aria-label={`Go to line ${line}, column ${column}`} onClick={() => onGo(one)}>
                Line {line}
              </button>
              <div>
                <p>
                  <i aria-hidden="true" />
                  <span className="vh">{KIND[one.severity]}: </span>
                  {one.message}
                </p>
                <p className="acts">
                  {ways.map((fix) => (
                    <button key={fix.title} type="button" className="btn" onClick={() => onFix(one, fix)}>
                      {fix.title}
                    </button>
                  ))}
                  <code>{one.rule}</code>
                </p>
              </div>
            </li>
          );
        })}
      </ol>
      {found.length > SHOWN ? (
        <button type="button" className="lnk" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show ${found.length - SHOWN} more`}
        </button>
      ) : null}
    </section>
  );
}

function headline(found: readonly Diagnostic[]): string {
  if (found.length === 0) return 'The linter finds nothing';
  const count = (severity: Diagnostic['severity'], one: string, many: string): string[] => {
    const number = found.filter((each) => each.severity === severity).length;
    return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  };
  const parts = [...count('error', 'error', 'errors'), ...count('warning', 'warning', 'warnings'), ...count('advice', 'piece of advice', 'pieces of advice')];
  return `The linter finds ${parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}` : (parts[0] ?? '')}`;
}
