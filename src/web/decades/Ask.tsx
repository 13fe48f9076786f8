import { useState } from 'react';
import { SCENARIOS } from '../../core/explore/decades/scenario-names.ts';
import { INJECTS, readInject } from '../../core/explore/decades/inject-words.ts';
import { statesIn } from '../question/states-in.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { WORLDS, YEARS, type DecadesSearch } from './search.ts';

interface Props {
  readonly search: DecadesSearch;
  readonly running: boolean;
  readonly onChange: (changes: Partial<DecadesSearch>) => void;
  readonly onRun: () => void;
}

/** Who takes part, for how long, in how many worlds, and what a hand does. */
export function Ask({ search, running, onChange, onRun }: Props) {
  return (
    <section className="terms" aria-label="What is simulated">
      <div className="asked">
        <label className="field">
          <span>Years ahead</span>
          <select className="select" value={search.years} onChange={(event) => onChange({ years: Number(event.target.value) })}>
            {YEARS.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>Worlds</span>
          <select className="select" value={search.worlds} onChange={(event) => onChange({ worlds: Number(event.target.value) })}>
            {WORLDS.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>Seed</span>
          <input
            className="input"
            inputMode="numeric"
            defaultValue={search.seed}
            onBlur={(event) =>
              /^\d{1,6}$/.test(event.target.value) && Number(event.target.value) !== search.seed && onChange({ seed: Number(event.target.value) })
            }
          />
        </label>
        <States states={search.states} onPick={(states) => onChange({ states })} />
        <button type="button" className="btn solid" disabled={running} onClick={onRun}>
          {running ? 'Running…' : 'Run the worlds'}
        </button>
      </div>
      <div className="hands">
        <Scenarios scenarios={search.scenarios} onPick={(scenarios) => onChange({ scenarios })} />
        <Injects injects={search.injects} onPick={(injects) => onChange({ injects })} />
      </div>
    </section>
  );
}

function States({ states, onPick }: { readonly states: readonly string[]; readonly onPick: (states: readonly string[]) => void }) {
  const { engine } = useLoaded();
  const [fault, setFault] = useState<string | null>(null);
  const take = (text: string): void => {
    const { ids, unknown } = statesIn(text, engine);
    if (unknown !== undefined) return setFault(`There is no state ${unknown}; write ids such as USA, JPN.`);
    if (ids.length === 1) return setFault('One state alone has no politics; write two or more, or none for all.');
    setFault(null);
    if (ids.join() !== states.join()) onPick(ids);
  };
  return (
    <label className="field wide-field">
      <span>States that take part; all where left empty</span>
      <input
        key={states.join()}
        className="input"
        defaultValue={states.join(', ')}
        placeholder="all states"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={fault !== null}
        onBlur={(event) => take(event.target.value)}
      />
      {fault === null ? null : (
        <span className="fault" role="alert">
          {fault}
        </span>
      )}
    </label>
  );
}

interface Listed {
  readonly onPick: (list: readonly string[]) => void;
}

function Scenarios({ scenarios, onPick }: Listed & { readonly scenarios: readonly string[] }) {
  const [name, setName] = useState('downturn');
  const [state, setState] = useState('');
  const needs = name === 'leaves' || name === 'government';
  const takes = needs || name === 'downturn' || name === 'rival-rises';
  return (
    <fieldset>
      <legend>Scenarios</legend>
      <form
        className="add"
        onSubmit={(event) => {
          event.preventDefault();
          onPick([...scenarios, `${name}${takes && state !== '' ? `:${state.toUpperCase()}` : ''}`]);
          setState('');
        }}
      >
        <label className="field">
          <span className="vh">Scenario</span>
          <select className="select" value={name} onChange={(event) => setName(event.target.value)}>
            {Object.keys(SCENARIOS).map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        {takes ? (
          <label className="field">
            <span className="vh">State</span>
            <input
              className="input"
              value={state}
              placeholder={needs ? 'USA' : 'all'}
              maxLength={3}
              autoComplete="off"
              onChange={(event) => setState(event.target.value)}
            />
          </label>
        ) : null}
        <button type="submit" className="btn" disabled={needs && !/^[A-Za-z]{3}$/.test(state)}>
          Add
        </button>
      </form>
      <p className="src">{Object.entries(SCENARIOS).find(([one]) => one === name)?.[1]}.</p>
      <Chosen list={scenarios} onPick={onPick} />
    </fieldset>
  );
}

function Injects({ injects, onPick }: Listed & { readonly injects: readonly string[] }) {
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  return (
    <fieldset>
      <legend>What a hand makes happen</legend>
      <form
        className="add"
        onSubmit={(event) => {
          event.preventDefault();
          const read = readInject(text);
          if ('fault' in read) return setFault(read.fault);
          setFault(null);
          setText('');
          onPick([...injects, text.trim()]);
        }}
      >
        <label className="field wide-field">
          <span className="vh">Year, what, and whom</span>
          <input
            className="input"
            value={text}
            placeholder="2028 war CHN PHL USA"
            autoComplete="off"
            spellCheck={false}
            aria-invalid={fault !== null}
            onChange={(event) => (setText(event.target.value), setFault(null))}
          />
        </label>
        <button type="submit" className="btn" disabled={text.trim() === ''}>
          Add
        </button>
      </form>
      {fault === null ? (
        <p className="src">A year, then {INJECTS.join(', ')}, then states; a treaty by its id. In a war, further states come in on the side of the target.</p>
      ) : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <Chosen list={injects} onPick={onPick} />
    </fieldset>
  );
}

/** What was added, each with a way to take it out. */
function Chosen({ list, onPick }: Listed & { readonly list: readonly string[] }) {
  if (list.length === 0) return null;
  return (
    <ul className="chosen">
      {list.map((one, at) => (
        <li key={`${one} ${at}`}>
          <span>{one}</span>
          <button type="button" className="lnk" aria-label={`Take out ${one}`} onClick={() => onPick(list.filter((_, other) => other !== at))}>
            Take out
          </button>
        </li>
      ))}
    </ul>
  );
}
