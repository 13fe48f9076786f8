import { useState } from 'react';
import type { Fighting } from '../../core/law/types.ts';
import { inSpans } from '../../core/states/dates.ts';
import { nameOn } from '../../core/states/names.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { CloseIcon } from '../shell/icons.tsx';

interface Props {
  readonly wars: readonly Fighting[];
  readonly date: string;
  readonly onChange: (wars: readonly Fighting[]) => void;
}

/** Wars already under way: who is fighting whom when the event happens. */
export function WarsField({ wars, date, onChange }: Props) {
  const { engine } = useLoaded();
  const [attacker, setAttacker] = useState('');
  const [target, setTarget] = useState('');
  const states = engine.catalog.states
    .filter((state) => inSpans(state.exists, date))
    .map((state) => ({ id: state.id, name: nameOn(state, date) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const name = (id: string): string => engine.world.nameOf(id, date);
  const picker = (label: string, value: string, set: (id: string) => void) => (
    <select className="select" aria-label={label} value={value} onChange={(event) => set(event.target.value)}>
      <option value="">{label}</option>
      {states.map((state) => (
        <option key={state.id} value={state.id}>
          {state.name}
        </option>
      ))}
    </select>
  );
  return (
    <fieldset className="field bare">
      <legend>Wars already under way</legend>
      {wars.length > 0 ? (
        <div className="chips">
          {wars.map((war) => (
            <span key={`${war.attacker}:${war.target}`} className="chip">
              {name(war.attacker)} fighting {name(war.target)}
              <button
                type="button"
                aria-label={`Remove: ${name(war.attacker)} fighting ${name(war.target)}`}
                onClick={() => onChange(wars.filter((one) => one !== war))}
              >
                <CloseIcon />
              </button>
            </span>
          ))}
        </div>
      ) : null}
      <div className="three">
        {picker('Attacker', attacker, setAttacker)}
        {picker('Target', target, setTarget)}
        <button
          type="button"
          className="btn"
          disabled={!attacker || !target || attacker === target}
          onClick={() => {
            onChange([...wars, { attacker, target }]);
            setAttacker('');
            setTarget('');
          }}
        >
          Add
        </button>
      </div>
    </fieldset>
  );
}
