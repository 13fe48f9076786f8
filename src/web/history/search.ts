import type { Action } from '../../core/law/types.ts';
import { clampDate, parseDate } from '../fight/dates.ts';
import { HISTORY_START } from '../shell/starts.ts';
import type { RawSearch } from '../fight/search.ts';
import { ACTION_ORDER } from '../fight/words.ts';

export const LAYOUTS = ['map', 'force'] as const;
export type Layout = (typeof LAYOUTS)[number];
export const SOURCES = ['catalog', 'atop'] as const;
export type Source = (typeof SOURCES)[number];

/** Everything the page shows, as its address says it. */
export interface HistorySearch {
  readonly date: string;
  /** Last year of what plays. */
  readonly until: number;
  /** Kinds of promises that count as ties. */
  readonly kinds: readonly Action[];
  readonly layout: Layout;
  readonly source: Source;
  readonly sel: string | null;
  readonly table: boolean;
}

/** Promises to fight beside another, or to help it. */
const HELP: readonly Action[] = ['defend', 'join-offense', 'assist'];
const isAction = (text: string): text is Action => ACTION_ORDER.some((action) => action === text);

/** Kinds by their names, strongest first; promises to help where none is named. */
export function kindsOf(text: string): readonly Action[] {
  const named = text.split(',').filter(isAction);
  return named.length > 0 ? ACTION_ORDER.filter((action) => named.includes(action)) : HELP;
}

/** Reads an address; what it cannot read falls back to the default. */
export function readHistory(raw: RawSearch): HistorySearch {
  const until = Number(raw['until']);
  const sel = (raw['sel'] ?? '').toUpperCase();
  return {
    date: clampDate(parseDate(raw['date'] ?? '') ?? HISTORY_START.date),
    until: Number.isInteger(until) && until >= 1815 && until <= 2026 ? until : 2026,
    kinds: kindsOf(raw['kinds'] ?? ''),
    layout: raw['layout'] === 'force' ? 'force' : 'map',
    source: raw['source'] === 'atop' ? 'atop' : 'catalog',
    sel: /^[A-Z]{3}$/.test(sel) ? sel : null,
    table: raw['table'] === '1',
  };
}

/** Writes an address, leaving out what is as by default. */
export function writeHistory({ date, until, kinds, layout, source, sel, table }: HistorySearch): Record<string, string> {
  const isHelp = kinds.length === HELP.length && kinds.every((kind) => HELP.includes(kind));
  return {
    date,
    ...(until !== 2026 && { until: String(until) }),
    ...(!isHelp && { kinds: kinds.join(',') }),
    ...(layout !== 'map' && { layout }),
    ...(source !== 'catalog' && { source }),
    ...(sel !== null && { sel }),
    ...(table && { table: '1' }),
  };
}
