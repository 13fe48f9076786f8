import { useState } from 'react';
import type { Contingency } from '../../core/facts/contingencies.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { inSentence } from '../fight/words.ts';
import { DateSlot } from '../question/DateSlot.tsx';
import { Slot } from '../question/Slot.tsx';
import { matches, subjectOptions } from '../question/treaty-options.ts';
import { Combobox } from '../shell/Combobox.tsx';
import type { Option } from '../shell/Combobox.tsx';
import { Caret } from '../shell/icons.tsx';
import { useShortcuts } from '../shell/keys.ts';
import type { AssessSearch } from './search.ts';

type SlotName = 'case' | 'date' | 'treaty';

interface Props {
  readonly search: AssessSearch;
  readonly treaty: Treaty | null;
  readonly label: string;
  readonly contingency: Contingency | null;
  readonly choices: readonly Contingency[];
  readonly onAsk: (changes: Partial<AssessSearch>) => void;
}

/** The page's top line: who attacks whom, when, and which treaty is put on trial. */
export function Sentence({ search, treaty, label, contingency, choices, onAsk }: Props) {
  const { engine } = useLoaded();
  const [open, setOpen] = useState<SlotName | null>(null);
  const toggle = (slot: SlotName) => (next: boolean) => setOpen(next ? slot : null);
  const name = (id: string): string => inSentence(engine.world, id, search.date);
  const close = (changes: Partial<AssessSearch>): void => {
    setOpen(null);
    onAsk(changes);
  };
  useShortcuts({ a: () => setOpen('case'), t: () => setOpen('treaty'), d: () => setOpen('date') });
  const cases = (query: string): Option[] =>
    choices
      .filter(({ title, challenger, target }) => matches(query, title, name(challenger), name(target)))
      .map(({ id, title, challenger, target }) => ({ id, label: title, detail: `${challenger} ${target}` }));
  return (
    <h1>
      If{' '}
      <Slot
        name="case"
        label={
          contingency
            ? `${name(contingency.challenger)} attacks ${name(contingency.target)}: ${contingency.title}`
            : 'a member is attacked: no contingency is chosen'
        }
        open={open === 'case'}
        onToggle={toggle('case')}
        empty={contingency === null}
        popover={
          <Combobox
            label="Choose a contingency"
            placeholder="State or event"
            options={cases}
            empty={() => (choices.length === 0 ? 'No contingency of the catalog challenges a member on this date.' : 'None by that name.')}
            onPick={(id) => close({ contingency: id, why: null })}
          />
        }
      >
        {contingency ? (
          <>
            <span className="side a" aria-hidden="true" />
            {name(contingency.challenger)} attacks <span className="side" aria-hidden="true" />
            {name(contingency.target)}
          </>
        ) : (
          'a member is attacked'
        )}
        <Caret />
      </Slot>{' '}
      on{' '}
      <DateSlot
        date={search.date}
        open={open === 'date'}
        onToggle={toggle('date')}
        onPick={(date) => close({ date, contingency: null, why: null })}
        after=","
      />{' '}
      what does the{' '}
      <Slot
        name="treaty"
        label={`Treaty: ${label}`}
        open={open === 'treaty'}
        onToggle={toggle('treaty')}
        empty={treaty === null}
        popover={
          <Combobox
            label="Choose a treaty"
            placeholder="Name of a treaty"
            options={(query) => subjectOptions(engine.catalog.treaties, query)}
            empty={() => 'No treaty by that name.'}
            onPick={(id) => close({ treaty: id, contingency: null, member: null, quota: null, without: null, why: null })}
          />
        }
      >
        {label.replace(/^The /, '')}
        <Caret />
      </Slot>{' '}
      change?
    </h1>
  );
}
