import { valueAt } from '../../core/table/column.ts';
import { columnOf, type Row } from '../../core/table/table.ts';
import type { SourceTable } from './tables/source-table.ts';

/** Why a row of a source is not in the panel, in the order in which they are looked for. */
export const REASONS = {
  'outside-years': 'outside the years of the panel, or of what the source covers',
  'no-code': 'names no state',
  'unknown-code': 'no state of the list has the code then',
  'ambiguous-code': 'the code fits several states of the list then',
  'same-state': 'both sides are one state of the list',
  'not-asked': 'a state that was not asked for',
  'not-member': 'a state is no member of the list in the year',
  'not-together': 'the two are members in the year, never on the same day',
  'not-founding': 'a later member or phase, none of the founders',
  'no-row': 'the panel has no row of it',
} as const;
export type Reason = keyof typeof REASONS;

const ORDER: readonly Reason[] = [
  'outside-years',
  'no-code',
  'unknown-code',
  'ambiguous-code',
  'same-state',
  'not-asked',
  'not-member',
  'not-together',
  'not-founding',
  'no-row',
];

/** What became of a row: it was matched, it was one too many for its place, or it was dropped for a reason. */
export const MATCHED = 0;
export const DUPLICATED = 1;
const FIRST_REASON = 2;

/** The fate of a row dropped for a reason, as a small number. */
export function fateOf(reason: Reason): number {
  return FIRST_REASON + ORDER.indexOf(reason);
}

/** Rows left out for one reason. */
export interface AuditReason {
  readonly reason: Reason | 'duplicated';
  readonly words: string;
  readonly rows: number;
  /** How many in each year; where the rows are of years. */
  readonly years?: Readonly<Record<string, number>>;
  /** Some of them, by their keys. */
  readonly sample: readonly Row[];
}

/** Matched, dropped and duplicated of a column's rows that are not zero. */
export interface AuditCounts {
  readonly matched: number;
  readonly dropped: number;
  readonly duplicated: number;
}

/** What became of a source's rows: matched + dropped + duplicated = rows. */
export interface AuditEntry extends AuditCounts {
  /** What was added: `atop`. */
  readonly source: string;
  readonly table: string;
  readonly version: string;
  /** Rows of the table. */
  readonly rows: number;
  /** Years the source speaks of; outside them its columns are missing. */
  readonly coverage: readonly [number, number] | null;
  /** What an absent row means inside them. */
  readonly absent: 'zero' | 'missing';
  readonly reasons: readonly AuditReason[];
  /** Of tables of events and ties: rows by year whose value is not zero, for each column. */
  readonly events?: Readonly<Record<string, Readonly<Record<string, AuditCounts>>>>;
  readonly notes: readonly string[];
}

export interface AuditInput {
  /** What became of each row. */
  readonly fates: Uint8Array;
  /** Columns whose values name a row in a sample. */
  readonly keys: readonly string[];
  /** The year of each row, where rows are of years. */
  readonly years?: Int16Array | Int32Array;
  /** Columns whose rows that are not zero are counted by year; none when left out. */
  readonly events?: readonly { readonly from: string; readonly to: string }[];
  /** What became of rows that are rows more than once. */
  readonly duplicatedWords?: string;
  /** Beside those of the table. */
  readonly notes: readonly string[];
  /** Samples are of this year, and longer. */
  readonly sampleYear?: number | undefined;
}

/** Rows shown of each reason. */
const SAMPLE = 5;
const SAMPLE_OF_YEAR = 100;
/** Years are counted in an array up to here. */
const LAST_YEAR = 4095;

/** Counts by year, by a mark of each row; only those rows that `counts` wants. */
function byYear(fates: Uint8Array, years: ArrayLike<number>, wanted: (row: number) => boolean): Map<number, Int32Array> {
  const counts = new Map<number, Int32Array>();
  for (let row = 0; row < fates.length; row++) {
    const year = years[row] ?? 0;
    if (year < 0 || year > LAST_YEAR || !wanted(row)) continue;
    const fate = fates[row] ?? 0;
    const count = counts.get(fate) ?? new Int32Array(LAST_YEAR + 1);
    counts.set(fate, count);
    count[year] = (count[year] ?? 0) + 1;
  }
  return counts;
}

function yearsOf(counts: Int32Array): Record<string, number> {
  const years: Record<string, number> = {};
  counts.forEach((count, year) => {
    if (count > 0) years[year] = count;
  });
  return years;
}

/** The rows of a column that are not zero, by year and by what became of them. */
function eventsOf(table: SourceTable, { fates, years, events = [] }: AuditInput): AuditEntry['events'] {
  if (years === undefined || events.length === 0) return undefined;
  return Object.fromEntries(
    events.flatMap(({ from, to }) => {
      const column = columnOf(table.data, from);
      if (column === undefined || column.kind === 'text') return [];
      const { values } = column;
      const counts = byYear(fates, years, (row) => (values[row] ?? 0) > 0);
      const matched = counts.get(MATCHED);
      const duplicated = counts.get(DUPLICATED);
      const dropped = [...counts].filter(([fate]) => fate >= FIRST_REASON).map(([, count]) => count);
      const found: Record<string, AuditCounts> = {};
      for (let year = 0; year <= LAST_YEAR; year++) {
        const one = {
          matched: matched?.[year] ?? 0,
          dropped: dropped.reduce((sum, count) => sum + (count[year] ?? 0), 0),
          duplicated: duplicated?.[year] ?? 0,
        };
        if (one.matched + one.dropped + one.duplicated > 0) found[year] = one;
      }
      return [[to, found]];
    }),
  );
}

/** The first rows left out for each reason; of one year where one is asked for. */
function samplesOf({ fates, years, sampleYear }: AuditInput): ReadonlyMap<number, readonly number[]> {
  const samples = new Map<number, number[]>();
  const inYear = sampleYear !== undefined && years !== undefined;
  for (let row = 0; row < fates.length; row++) {
    const fate = fates[row] ?? 0;
    if (fate === MATCHED || (inYear && years[row] !== sampleYear)) continue;
    const sample = samples.get(fate) ?? [];
    if (sample.length === 0) samples.set(fate, sample);
    if (sample.length < (inYear ? SAMPLE_OF_YEAR : SAMPLE)) sample.push(row);
  }
  return samples;
}

/** Sums up what became of a source's rows. */
export function auditOf(table: SourceTable, input: AuditInput): AuditEntry {
  const { source, version, coverage, absent } = table;
  const { fates, years, duplicatedWords = '' } = input;
  const totals = new Int32Array(FIRST_REASON + ORDER.length);
  for (let row = 0; row < fates.length; row++) {
    const fate = fates[row] ?? 0;
    totals[fate] = (totals[fate] ?? 0) + 1;
  }
  const samples = samplesOf(input);
  const counts = years === undefined ? undefined : byYear(fates, years, (row) => fates[row] !== MATCHED);
  const shown = [...input.keys, ...(input.events ?? []).map(({ from }) => from)];
  const keyColumns = shown.map((key) => columnOf(table.data, key)).filter((column) => column !== undefined);
  const reasonOf = (fate: number, reason: AuditReason['reason'], words: string): AuditReason => {
    const inYears = counts?.get(fate);
    return {
      reason,
      words,
      rows: totals[fate] ?? 0,
      ...(inYears !== undefined && { years: yearsOf(inYears) }),
      sample: (samples.get(fate) ?? []).map((row) => Object.fromEntries(keyColumns.map((column) => [column.name, valueAt(column, row)]))),
    };
  };
  const reasons = [...ORDER.map((reason) => reasonOf(fateOf(reason), reason, REASONS[reason])), reasonOf(DUPLICATED, 'duplicated', duplicatedWords)].filter(
    ({ rows }) => rows > 0,
  );
  const matched = totals[MATCHED] ?? 0;
  const duplicated = totals[DUPLICATED] ?? 0;
  const events = eventsOf(table, input);
  return {
    source,
    table: table.id,
    version,
    rows: fates.length,
    matched,
    dropped: fates.length - matched - duplicated,
    duplicated,
    coverage,
    absent,
    reasons,
    ...(events !== undefined && { events }),
    notes: [...table.notes, ...input.notes],
  };
}
