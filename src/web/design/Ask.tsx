import { useId, useState } from 'react';
import type { DesignedClause } from '../../core/explore/design/result.ts';
import { statesIn } from '../question/states-in.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { Clauses, isHeld } from './Clauses.tsx';
import { BUDGETS, type DesignSearch } from './search.ts';

interface Props {
  readonly search: DesignSearch;
  /** Null while they are read. */
  readonly clauses: readonly DesignedClause[] | null;
  readonly fault: string | null;
  readonly running: boolean;
  readonly onChange: (changes: Partial<DesignSearch>) => void;
  readonly onRun: () => void;
}

/** What may move, what is demanded, how long to look. */
export function Ask({ search, clauses, fault, running, onChange, onRun }: Props) {
  const { floor, budget, fix, require } = search;
  const id = useId();
  const [open, setOpen] = useState(false);
  const free = clauses === null ? 0 : clauses.filter((one) => !isHeld(fix, one.id)).length;
  return (
    <>
      <NewPact between={search.between} onPick={(between) => onChange({ between, fix: [] })} />
      <section className="terms" aria-label="What may move, and what is demanded">
        {fault !== null ? (
          <p className="callout" role="alert">
            {fault}
          </p>
        ) : clauses === null ? (
          <p className="src" role="status">
            Loading the clauses, and what each does by itself…
          </p>
        ) : (
          <Clauses clauses={clauses} fix={fix} onFix={(next) => onChange({ fix: next })} />
        )}
        <div className="demands">
          <label className="field" htmlFor={`${id}-floor`}>
            <span className="row">
              All members ratify with a chance of at least <output>{Math.round(100 * floor)}%</output>
            </span>
            <input
              id={`${id}-floor`}
              type="range"
              min="0"
              max="0.95"
              step="0.05"
              value={floor}
              aria-valuetext={`${Math.round(100 * floor)}%`}
              onChange={(event) => onChange({ floor: Number(event.target.value) })}
            />
          </label>
          <p className="src">Every party must be better off in the treaty than without it.</p>
          {open || require.length > 0 ? (
            <label className="field">
              <span>Further demands, set apart by semicolons</span>
              <input
                className="input"
                defaultValue={require.join('; ')}
                placeholder="deterrence>=1; entrapment<=0.002"
                autoComplete="off"
                spellCheck={false}
                onBlur={(event) => {
                  const next = event.target.value
                    .split(';')
                    .map((one) => one.trim())
                    .filter((one) => one !== '');
                  if (next.join(';') !== require.join(';')) onChange({ require: next });
                }}
              />
            </label>
          ) : (
            <button type="button" className="lnk" style={{ justifySelf: 'start' }} onClick={() => setOpen(true)}>
              Further demands…
            </button>
          )}
          <label className="field">
            <span>Ways to write it that are assessed at most</span>
            <select className="select" value={budget} onChange={(event) => onChange({ budget: Number(event.target.value) })}>
              {BUDGETS.map((one) => (
                <option key={one} value={one}>
                  {one.toLocaleString('en-US')}
                </option>
              ))}
            </select>
          </label>
          <button type="button" className="btn solid" disabled={running || clauses === null || free === 0} onClick={onRun}>
            {free === 0 && clauses !== null ? 'No clause may move' : 'Look for better ways to write it'}
          </button>
        </div>
      </section>
    </>
  );
}

function NewPact({ between, onPick }: { readonly between: readonly string[]; readonly onPick: (between: readonly string[]) => void }) {
  const { engine } = useLoaded();
  const [text, setText] = useState(between.join(', '));
  const [fault, setFault] = useState<string | null>(null);
  const take = (): void => {
    const { ids, unknown } = statesIn(text, engine);
    if (unknown !== undefined) return setFault(`There is no state ${unknown}; write ids such as FRA, POL.`);
    if (ids.length < 2) return setFault('A pact has at least two parties.');
    setFault(null);
    onPick(ids);
  };
  return (
    <form
      className="begin"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <label className="field">
        <span>Or begin a new pact between states</span>
        <input
          className="input"
          value={text}
          placeholder="FRA, POL"
          autoComplete="off"
          spellCheck={false}
          aria-invalid={fault !== null}
          onChange={(event) => (setText(event.target.value), setFault(null))}
        />
      </label>
      <button type="submit" className="btn">
        Begin
      </button>
      {fault === null ? null : (
        <span className="fault" role="alert">
          {fault}
        </span>
      )}
    </form>
  );
}
