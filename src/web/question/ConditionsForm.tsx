import { useState } from 'react';
import { EVENT_KINDS, INTENSITIES } from '../../core/law/types.ts';
import { ATTACK_OBJECTS, DOMAINS } from '../../core/treaty/vocabulary.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { newQuestion } from '../fight/search.ts';
import type { FightSearch } from '../fight/search.ts';
import { capital, DOMAIN_WORDS, INTENSITY_WORDS, KIND_WORDS, nameOf, OBJECT_WORDS } from '../fight/words.ts';
import { PlaceField } from './PlaceField.tsx';
import { WarsField } from './WarsField.tsx';

interface Props {
  readonly search: FightSearch;
  readonly onAsk: (next: FightSearch) => void;
}

/** Every condition of the event. Nothing changes until it is asked. */
export function ConditionsForm({ search, onAsk }: Props) {
  const { engine } = useLoaded();
  const [draft, setDraft] = useState(search);
  const [placeFault, setPlaceFault] = useState(false);
  const set = (changes: Partial<FightSearch>): void => setDraft((before) => ({ ...before, ...changes }));
  const name = (id: string): string => nameOf(engine.world, id, search.date);
  const principals = [...search.from, ...(search.to ? [search.to] : [])];
  return (
    <form
      style={{ display: 'contents' }}
      onSubmit={(event) => {
        event.preventDefault();
        if (!placeFault) onAsk(newQuestion(search, draft));
      }}
    >
      <div className="two">
        <Choice label="What happens" value={draft.kind} values={EVENT_KINDS} words={(kind) => capital(KIND_WORDS[kind])} onChange={(kind) => set({ kind })} />
        <Choice label="How" value={draft.domain} values={DOMAINS} words={(domain) => capital(DOMAIN_WORDS[domain])} onChange={(domain) => set({ domain })} />
      </div>
      <PlaceField value={draft.place} target={search.to} date={search.date} onChange={(place, fault) => (setPlaceFault(fault), fault || set({ place }))} />
      <div className="two">
        <Choice
          label="Against what"
          value={draft.object ?? ''}
          values={['', ...ATTACK_OBJECTS] as const}
          words={(object) => (object === '' ? 'As usual for the domain' : capital(OBJECT_WORDS[object]))}
          onChange={(object) => set({ object: object === '' ? null : object })}
        />
        <Choice
          label="How grave"
          value={draft.intensity}
          values={INTENSITIES}
          words={(intensity) => capital(INTENSITY_WORDS[intensity])}
          onChange={(intensity) => set({ intensity })}
        />
      </div>
      <Choice
        label="Who fired first or provoked it"
        value={draft.began.join()}
        values={['', ...principals]}
        words={(id) => (id === '' ? 'The attacker' : name(id))}
        onChange={(id) => set({ began: id === '' || (search.from.length === 1 && id === search.from[0]) ? [] : [id] })}
      />
      <WarsField wars={draft.war} date={search.date} onChange={(war) => set({ war })} />
      <div className="acts">
        <button
          type="button"
          className="lnk"
          onClick={() =>
            onAsk(newQuestion(search, { place: null, domain: 'land', object: null, kind: 'armed-attack', intensity: 'armed-attack', began: [], war: [] }))
          }
        >
          Back to the usual
        </button>
        <button type="submit" className="btn solid">
          Ask
        </button>
      </div>
    </form>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly values: readonly T[];
  readonly words: (value: T) => string;
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, values, words, onChange }: ChoiceProps<T>) {
  return (
    <label className="field">
      <span>{label}</span>
      <select
        className="select"
        value={value}
        onChange={(event) => {
          const next = values.find((one) => one === event.target.value);
          if (next !== undefined) onChange(next);
        }}
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {words(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
