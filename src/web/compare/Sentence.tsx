import { useState } from 'react';
import type { Subject } from '../assessment/subject.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { DateSlot } from '../question/DateSlot.tsx';
import { Slot } from '../question/Slot.tsx';
import { subjectOptions } from '../question/treaty-options.ts';
import { Combobox, type Option } from '../shell/Combobox.tsx';
import { Caret } from '../shell/icons.tsx';
import { useShortcuts } from '../shell/keys.ts';
import { MOST_TREATIES, type CompareSearch } from './search.ts';

interface Props {
  readonly search: CompareSearch;
  readonly subjects: readonly Subject[];
  readonly onAsk: (changes: Partial<CompareSearch>) => void;
}

/** The page's top line: which treaty, on which day, beside which others. */
export function CompareSentence({ search, subjects, onAsk }: Props) {
  const { engine } = useLoaded();
  const [open, setOpen] = useState<string | null>(null);
  const { treaties, date } = search;
  useShortcuts({ t: () => setOpen('0'), d: () => setOpen('date') });
  const toggle = (slot: string) => (next: boolean) => setOpen(next ? slot : null);
  const ask = (changes: Partial<CompareSearch>): void => {
    setOpen(null);
    onAsk({ beside: 1, hangs: null, ...changes });
  };
  const options = (query: string): Option[] => subjectOptions(engine.catalog.treaties, query);
  const labelOf = (i: number): string => {
    const subject = subjects[i];
    return subject?.kind === 'treaty' ? subject.label.replace(/^The /, '') : (treaties[i]?.id ?? 'treaty');
  };
  const put = (i: number, id: string): void =>
    ask({ treaties: i < treaties.length ? treaties.map((one, j) => (j === i ? { ...one, id } : one)) : [...treaties, { id, date: null }] });
  const treatySlot = (i: number) => {
    const own = treaties[i]?.date ?? null;
    return (
      <span key={i}>
        the{' '}
        <Slot
          name={`treaty-${i + 1}`}
          label={`Treaty ${i + 1}: ${labelOf(i)}`}
          open={open === String(i)}
          onToggle={toggle(String(i))}
          empty={subjects[i]?.kind !== 'treaty'}
          popover={
            <>
              <Combobox
                label="Choose a treaty"
                placeholder="Name of a treaty"
                options={options}
                empty={() => 'No treaty by that name.'}
                onPick={(id) => put(i, id)}
              />
              <p className="slot-more">
                <label className="inline-field">
                  <span>On a day of its own</span>
                  <input
                    className="input"
                    type="date"
                    min="1815-01-01"
                    max="2100-12-31"
                    value={own ?? ''}
                    onChange={(event) => {
                      const day = event.target.value === '' ? null : event.target.value;
                      onAsk({ treaties: treaties.map((one, j) => (j === i ? { ...one, date: day } : one)) });
                    }}
                  />
                </label>
                {treaties.length > 1 ? (
                  <button type="button" className="lnk" onClick={() => ask({ treaties: treaties.filter((_, j) => j !== i) })}>
                    Leave it out
                  </button>
                ) : null}
              </p>
            </>
          }
        >
          {labelOf(i)}
          {own === null ? '' : `, ${own.slice(0, 4)}`}
          <Caret />
        </Slot>
      </span>
    );
  };
  const others = treaties.slice(1).map((_, i) => treatySlot(i + 1));
  return (
    <h1>
      How does {treatySlot(0)} on <DateSlot date={date} open={open === 'date'} onToggle={toggle('date')} onPick={(day) => ask({ date: day })} /> compare with{' '}
      {others.length > 0
        ? others.flatMap((one, i) => (i === 0 ? [one] : [i === others.length - 1 ? ' and ' : ', ', one]))
        : search.forms.length > 1
          ? 'itself in another form'
          : null}
      {others.length > 0 || search.forms.length > 1 ? '?' : ''}{' '}
      {treaties.length < MOST_TREATIES ? (
        <Slot
          name="another"
          label={others.length === 0 && search.forms.length === 1 ? 'another treaty' : 'and another treaty'}
          open={open === 'another'}
          onToggle={toggle('another')}
          empty
          popover={
            <Combobox
              label="Choose a treaty"
              placeholder="Name of a treaty"
              options={options}
              empty={() => 'No treaty by that name.'}
              onPick={(id) => put(treaties.length, id)}
            />
          }
        >
          {others.length === 0 && search.forms.length === 1 ? 'another treaty' : 'and another'}
          <Caret />
        </Slot>
      ) : null}
    </h1>
  );
}
