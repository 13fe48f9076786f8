import { NONSTATE } from '../../core/law/types.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { findStates, nearestNames } from '../fight/match.ts';
import { listOf } from '../fight/words.ts';
import { Combobox } from '../shell/Combobox.tsx';
import type { Option } from '../shell/Combobox.tsx';

interface Props {
  readonly label: string;
  readonly date: string;
  /** States that may not be chosen here. */
  readonly not: readonly string[];
  /** Whether a group that is no state may be chosen. */
  readonly nonstate?: boolean;
  readonly onPick: (id: string) => void;
}

/** A combobox over the states of the date: names, codes and old names, accents ignored. The map fills it too. */
export function StatePicker({ label, date, not, nonstate = false, onPick }: Props) {
  const { engine } = useLoaded();
  const { states } = engine.catalog;
  const options = (query: string): Option[] => {
    const found = findStates(states, query, date).map((match): Option => ({
      id: match.id,
      label: match.name,
      detail: match.exists ? (match.via ?? match.id) : `not a state on this date`,
      disabled: not.includes(match.id),
    }));
    const outside = nonstate && (query === '' || /^(non|group|terr)/i.test(query.trim()));
    return outside ? [...found, { id: NONSTATE, label: 'A non-state group', detail: 'no state' }] : found;
  };
  const empty = (query: string): string => {
    const near = nearestNames(states, query);
    return near.length > 0 ? `No state by that name. Nearest: ${listOf(near)}.` : 'No state by that name.';
  };
  return (
    <Combobox label={label} placeholder="State, code or old name" options={options} empty={empty} onPick={onPick} hint="Or point at a state on the map." />
  );
}
