import { useState } from 'react';
import type { Contingency } from '../../core/facts/contingencies.ts';
import { writeForm, readForm } from '../assessment/search.ts';
import { ConditionsButton } from '../question/ConditionsButton.tsx';
import type { CompareSearch } from './search.ts';

interface Props {
  readonly search: CompareSearch;
  readonly contingencies: readonly Contingency[];
  readonly members: readonly string[];
  readonly nameOf: (state: string) => string;
  readonly onAsk: (changes: Partial<CompareSearch>) => void;
}

const formWords = (form: string, nameOf: Props['nameOf']): string =>
  form === 'pact' ? 'one pact' : form === 'pairs' ? 'two by two' : `each to ${nameOf(form.slice('hub:'.length))}`;

/** How the partners are bound, in what, and how often is drawn: in one line, and the way to change it. */
export function CompareConditions(props: Props) {
  const { search, contingencies, nameOf, onAsk } = props;
  const only = contingencies.find(({ id }) => id === search.contingency);
  const words = [
    search.contingency === null ? 'all contingencies' : (only?.title ?? search.contingency),
    `bound as ${search.forms.map((form) => formWords(writeForm(form), nameOf)).join(' and as ')}`,
    `${search.draws.toLocaleString('en-US')} draws common to all, seed ${search.seed}`,
  ];
  return (
    <div className="cond">
      <span>{words.join(' · ')}</span>
      <ConditionsButton renderForm={(done) => <Form {...props} onAsk={(changes) => (done(), onAsk(changes))} />} />
    </div>
  );
}

function Form({ search, contingencies, members, nameOf, onAsk }: Props) {
  const [forms, setForms] = useState<readonly string[]>(search.forms.map(writeForm));
  const hub = forms.find((form) => form.startsWith('hub:')) ?? null;
  const [contingency, setContingency] = useState(search.contingency ?? '');
  const [draws, setDraws] = useState(String(search.draws));
  const [seed, setSeed] = useState(String(search.seed));
  const good = forms.length > 0 && /^\d{1,5}$/.test(draws) && Number(draws) <= 10_000 && /^\d{1,9}$/.test(seed);
  const flip = (form: string) => () => setForms(forms.includes(form) ? forms.filter((one) => one !== form) : [...forms, form]);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (good)
          onAsk({
            forms: forms.map(readForm),
            contingency: contingency === '' ? null : contingency,
            draws: Number(draws),
            seed: Number(seed),
            hangs: null,
            beside: 1,
          });
      }}
    >
      <fieldset className="stack">
        <legend className="src">The same partners bound as</legend>
        <label className="check">
          <input type="checkbox" checked={forms.includes('pact')} onChange={flip('pact')} />
          <span>One pact of all</span>
        </label>
        <label className="check">
          <input type="checkbox" checked={forms.includes('pairs')} onChange={flip('pairs')} />
          <span>Every two by themselves</span>
        </label>
        <label className="field">
          <span>Each to one hub alone</span>
          <select
            className="select"
            value={hub ?? ''}
            onChange={(event) => setForms([...forms.filter((form) => !form.startsWith('hub:')), ...(event.target.value === '' ? [] : [event.target.value])])}
          >
            <option value="">Not compared</option>
            {members.map((state) => (
              <option key={state} value={`hub:${state}`}>
                {nameOf(state)}
              </option>
            ))}
          </select>
        </label>
      </fieldset>
      <label className="field">
        <span>Contingency</span>
        <select className="select" value={contingency} onChange={(event) => setContingency(event.target.value)}>
          <option value="">All of the date that challenge a member</option>
          {contingencies.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>Draws, to 10,000</span>
        <input className="input" inputMode="numeric" value={draws} aria-invalid={!/^\d{1,5}$/.test(draws)} onChange={(event) => setDraws(event.target.value)} />
      </label>
      <label className="field">
        <span>Seed</span>
        <input className="input" inputMode="numeric" value={seed} aria-invalid={!/^\d{1,9}$/.test(seed)} onChange={(event) => setSeed(event.target.value)} />
      </label>
      <button type="submit" className="btn solid" disabled={!good}>
        Compare
      </button>
    </form>
  );
}
