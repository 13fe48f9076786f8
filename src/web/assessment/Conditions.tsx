import { useState } from 'react';
import type { Contingency } from '../../core/facts/contingencies.ts';
import { DOMAIN_WORDS } from '../fight/words.ts';
import { ConditionsButton } from '../question/ConditionsButton.tsx';
import { readForm, writeForm, type AssessSearch } from './search.ts';

interface Props {
  readonly search: AssessSearch;
  readonly contingency: Contingency | null;
  readonly members: readonly string[];
  readonly nameOf: (state: string) => string;
  readonly onAsk: (changes: Partial<AssessSearch>) => void;
}

/** How the partners are bound, who is left out, how often is drawn: in one line, and the way to change it. */
export function AssessConditions({ search, contingency, members, nameOf, onAsk }: Props) {
  const { form, without, draws, seed, set } = search;
  const words = [
    ...(contingency ? [contingency.title, DOMAIN_WORDS[contingency.domain]] : []),
    form.kind === 'pact' ? 'bound as one pact' : form.kind === 'pairs' ? 'bound two by two' : `each bound to ${nameOf(form.hub)} alone`,
    ...(without ? [`without ${nameOf(without)}`] : []),
    ...Object.entries(set).map(([name, value]) => `${name} set to ${value}`),
    `${draws.toLocaleString('en-US')} draws, seed ${seed}`,
  ];
  return (
    <div className="cond">
      <span>{words.join(' · ')}</span>
      <ConditionsButton renderForm={(done) => <Form search={search} members={members} nameOf={nameOf} onAsk={(changes) => (done(), onAsk(changes))} />} />
    </div>
  );
}

function Form({ search, members, nameOf, onAsk }: Omit<Props, 'contingency'>) {
  const [form, setForm] = useState(writeForm(search.form));
  const [without, setWithout] = useState(search.without ?? '');
  const [draws, setDraws] = useState(String(search.draws));
  const [seed, setSeed] = useState(String(search.seed));
  const good = /^\d{1,5}$/.test(draws) && Number(draws) <= 10_000 && /^\d{1,9}$/.test(seed);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (good) onAsk({ form: readForm(form), without: without === '' ? null : without, draws: Number(draws), seed: Number(seed), why: null });
      }}
    >
      <label className="field">
        <span>How the same partners are bound</span>
        <select className="select" value={form} onChange={(event) => setForm(event.target.value)}>
          <option value="pact">One pact of all</option>
          <option value="pairs">Every two by themselves</option>
          {members.map((state) => (
            <option key={state} value={`hub:${state}`}>
              Each to {nameOf(state)} alone
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>Left out</span>
        <select className="select" value={without} onChange={(event) => setWithout(event.target.value)}>
          <option value="">Nobody</option>
          {members.map((state) => (
            <option key={state} value={state}>
              {nameOf(state)}
            </option>
          ))}
        </select>
      </label>
      <div className="two">
        <label className="field">
          <span>Draws, 0 to 10,000</span>
          <input className="input" inputMode="numeric" value={draws} aria-invalid={!good} onChange={(event) => setDraws(event.target.value)} />
        </label>
        <label className="field">
          <span>Seed</span>
          <input className="input" inputMode="numeric" value={seed} aria-invalid={!good} onChange={(event) => setSeed(event.target.value)} />
        </label>
      </div>
      {good ? null : <p className="fault">Draws are a whole number from 0 to 10,000, the seed one of up to nine digits.</p>}
      <div className="acts">
        <button type="submit" className="btn solid" disabled={!good}>
          Assess
        </button>
      </div>
    </form>
  );
}
