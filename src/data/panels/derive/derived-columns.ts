import type { Column } from '../../../core/table/column.ts';
import { peaceYears, spellsOf, type PeaceConvention } from './peace-years.ts';
import type { Runs } from '../rows/runs.ts';

/** What is counted from the disputes or wars of a panel. */
export const DERIVED = ['peace-years', 'peace-years-calendar', 'spells'] as const;
export type Derived = (typeof DERIVED)[number];

/** Columns that say whether an event is under way, and what is counted from them is called. */
const EVENTS = [
  { ongoing: 'gmlmidongoing', spell: 'gmlmidspell', words: 'dispute (GML)' },
  { ongoing: 'cowmidongoing', spell: 'cowmidspell', words: 'dispute (COW)' },
  { ongoing: 'cowinterongoing', spell: 'cowinterspell', words: 'interstate war' },
] as const;

/** Sources whose events peace can be counted from; the first where none was asked for. */
export const EVENT_SOURCES = ['gml', 'mid', 'war'] as const;

const CONVENTIONS: Readonly<Record<PeaceConvention, string>> = {
  rows: "years of peace: the unit's rows since its first or since the last",
  calendar: "years of peace: the calendar's years, those of gaps included, since the unit's first or since the last",
};

function peaceColumn(runs: Runs, ongoing: Int8Array, { spell, words }: (typeof EVENTS)[number], convention: PeaceConvention): Column {
  return {
    name: convention === 'rows' ? spell : `${spell}_calendar`,
    kind: 'int16',
    label: `${CONVENTIONS[convention]} ${words}`,
    values: peaceYears(runs, ongoing, convention),
  };
}

function spellColumns(runs: Runs, ongoing: Int8Array, { spell, words }: (typeof EVENTS)[number]): Column[] {
  const { number, start, time } = spellsOf(runs, ongoing);
  return [
    { name: `${spell}_number`, kind: 'int16', label: `spell of peace or ${words}: its number in the unit's life`, values: number },
    { name: `${spell}_start`, kind: 'int16', label: `spell of peace or ${words}: its first year`, values: start },
    { name: `${spell}_time`, kind: 'int16', label: `spell of peace or ${words}: the row's year in it, from 1`, values: time },
  ];
}

/** The columns counted from every event that the panel has. */
export function derivedColumns(runs: Runs, columns: readonly Column[], derived: Derived): readonly Column[] {
  return EVENTS.flatMap((event) => {
    const ongoing = columns.find(({ name }) => name === event.ongoing);
    if (!(ongoing?.values instanceof Int8Array)) return [];
    if (derived === 'spells') return spellColumns(runs, ongoing.values, event);
    return [peaceColumn(runs, ongoing.values, event, derived === 'peace-years' ? 'rows' : 'calendar')];
  });
}
