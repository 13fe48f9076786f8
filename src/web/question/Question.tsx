import { NONSTATE } from '../../core/law/types.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { newQuestion } from '../fight/search.ts';
import type { FightSearch } from '../fight/search.ts';
import { inSentence, kindVerb, nameOf } from '../fight/words.ts';
import { Caret } from '../shell/icons.tsx';
import { DateSlot } from './DateSlot.tsx';
import { Slot } from './Slot.tsx';
import { StatePicker } from './StatePicker.tsx';

export type SlotName = 'from' | 'to' | 'date';

interface Props {
  readonly search: FightSearch;
  readonly open: SlotName | null;
  readonly onOpen: (slot: SlotName | null) => void;
  readonly onAsk: (next: FightSearch) => void;
}

/** The page's top line: an editable sentence whose underlined slots are its controls. */
export function Question({ search, open, onOpen, onAsk }: Props) {
  const { engine } = useLoaded();
  const { from, to, date } = search;
  const name = (id: string): string => nameOf(engine.world, id, date);
  /** "the ", said before the slot and not in it. */
  const article = (id: string | null | undefined): string => (id && inSentence(engine.world, id, date).startsWith('the ') ? 'the ' : '');
  const close = (): void => onOpen(null);
  const attackers = from.map(name).join(' and ');
  return (
    <h1>
      If {from.length === 1 ? article(from[0]) : ''}
      <Slot
        name="from"
        label={`Attacker: ${attackers || 'not chosen'}`}
        open={open === 'from'}
        onToggle={(next) => onOpen(next ? 'from' : null)}
        empty={from.length === 0}
        popover={
          <StatePicker
            label="Choose the attacker"
            date={date}
            not={to ? [to] : []}
            nonstate
            onPick={(id) => {
              close();
              if (id !== from.join()) onAsk(newQuestion(search, { from: [id], began: [] }));
            }}
          />
        }
      >
        <span className="side a" aria-hidden="true" />
        {attackers || 'a state'}
        <Caret />
      </Slot>{' '}
      {kindVerb(search.kind, from.length)} {article(to)}
      <Slot
        name="to"
        label={`Target: ${to ? name(to) : 'not chosen'}`}
        open={open === 'to'}
        onToggle={(next) => onOpen(next ? 'to' : null)}
        empty={!to}
        popover={
          <StatePicker
            label="Choose the target"
            date={date}
            not={from.filter((id) => id !== NONSTATE)}
            onPick={(id) => {
              close();
              if (id !== to) onAsk(newQuestion(search, { to: id, place: null }));
            }}
          />
        }
      >
        <span className="side" aria-hidden="true" />
        {to ? name(to) : 'another'}
        <Caret />
      </Slot>{' '}
      on{' '}
      <DateSlot
        date={date}
        open={open === 'date'}
        onToggle={(next) => onOpen(next ? 'date' : null)}
        onPick={(next) => {
          if (next !== date) onAsk(newQuestion(search, { date: next }));
        }}
        after=","
      />{' '}
      who would fight?
    </h1>
  );
}
