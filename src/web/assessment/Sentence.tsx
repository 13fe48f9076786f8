import { useState } from 'react';
import type { Contingency } from '../../core/facts/contingencies.ts';
import { formatDate } from '../../core/states/dates.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import { fold } from '../../core/text/fold.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { draftNames } from '../editor/drafts.ts';
import { datedLabel } from '../fight/cite.ts';
import { inSentence } from '../fight/words.ts';
import { DatePicker } from '../question/DatePicker.tsx';
import { Slot } from '../question/Slot.tsx';
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
  const matches = (query: string, ...texts: string[]): boolean => fold(texts.join(' ').toLowerCase()).includes(fold(query.trim().toLowerCase()));
  const cases = (query: string): Option[] =>
    choices
      .filter(({ title, challenger, target }) => matches(query, title, name(challenger), name(target)))
      .map(({ id, title, challenger, target }) => ({ id, label: title, detail: `${challenger} ${target}` }));
  const treaties = (query: string): Option[] => {
    const drafts = draftNames()
      .filter((one) => matches(query, one))
      .map((one): Option => ({ id: `draft:${one}`, label: one, detail: 'draft', group: 'In this browser' }));
    const known = engine.catalog.treaties
      .filter((one) => matches(query, one.name, one.short ?? '', one.id))
      .toSorted((a, b) => Number(b.ended === undefined) - Number(a.ended === undefined) || a.name.localeCompare(b.name))
      .slice(0, 60)
      .map((one): Option => ({
        id: one.id,
        label: datedLabel(one, one.id),
        detail: one.ended === undefined ? '' : `ended ${one.ended.date.slice(0, 4)}`,
        group: 'Catalog',
      }));
    return [...drafts, ...known];
  };
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
      <span className="nowrap">
        <Slot
          name="date"
          label={`Date: ${formatDate(search.date)}`}
          open={open === 'date'}
          onToggle={toggle('date')}
          popover={<DatePicker date={search.date} onPick={(date) => close({ date, contingency: null, why: null })} />}
        >
          {formatDate(search.date)}
        </Slot>
        ,
      </span>{' '}
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
            options={treaties}
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
