import { missingOf, numbers, valueAt, type Column } from '../../../core/table/column.ts';
import { DUPLICATED, MATCHED, auditOf, fateOf, type AuditEntry } from '../audit.ts';
import type { CodeBook } from '../system/codes.ts';
import type { ListFrame } from './frame.ts';
import { codeFate } from '../attach/place.ts';
import { memberYears } from '../attach/sheet.ts';
import { needed, type SourceTable } from '../tables/source-table.ts';
import type { StateSystem } from '../system/state-system.ts';
import { spanOf, STATE_COLUMN, type Years } from '../units.ts';

/** Columns of the table of members that the panel of alliance members is made from. */
export const MEMBER_COLUMNS = ['atopid', 'phase', 'member', 'yrent', 'yrexit', 'bilat', 'defense', 'offense', 'neutral', 'nonagg', 'consul'] as const;
const OBLIGATIONS = ['bilat', 'defense', 'offense', 'neutral', 'nonagg', 'consul'] as const;

export interface ListTarget {
  readonly system: StateSystem;
  readonly years: Years;
  readonly asked: (state: number) => boolean;
  readonly codes: CodeBook;
}

/** Numbers a list row by alliance, state and year, so that numbers sort as rows should. */
const keyOf = (alliance: number, state: number, year: number): number => (alliance * 1024 + state) * 4096 + year;

/**
 * A row for each alliance, member and year from signature to exit (or the last year the source covers), while the state is a
 * member of the system. Phases that meet in a year are one row, with the highest of each obligation.
 */
export function allianceMemberYears(
  table: SourceTable,
  { system, years, asked, codes }: ListTarget,
): { readonly frame: ListFrame; readonly audit: AuditEntry } {
  const span = spanOf(years);
  const members = memberYears(system, years);
  const resolver = codes.resolver(needed(table, 'member'), table.codes);
  const number = (name: string) => {
    const column = needed(table, name);
    return (row: number): number => Number(valueAt(column, row) ?? Number.NaN);
  };
  const [atopid, phase, entered, left] = [number('atopid'), number('phase'), number('yrent'), number('yrexit')];
  const lastCovered = table.coverage?.[1] ?? years.last;
  const spells = new Map<number, number[]>();
  const fates = new Uint8Array(table.data.rows);
  for (let row = 0; row < table.data.rows; row++) {
    const exit = left(row);
    const last = Math.min(exit > 0 ? exit : lastCovered, years.last);
    let fate = fateOf('outside-years');
    for (let year = Math.max(entered(row), years.first); year <= last; year++) {
      const state = resolver.state(row, year);
      const why =
        state < 0 ? codeFate(state) : !asked(state) ? fateOf('not-asked') : members[state * span + year - years.first] === 1 ? MATCHED : fateOf('not-member');
      if (why !== MATCHED) {
        if (fate === fateOf('outside-years')) fate = why;
        continue;
      }
      const key = keyOf(atopid(row), state, year);
      const held = spells.get(key);
      if (held === undefined) {
        spells.set(key, [row]);
        fate = MATCHED;
      } else {
        held.push(row);
        if (fate !== MATCHED) fate = DUPLICATED;
      }
    }
    fates[row] = fate;
  }
  const keys = Float64Array.from(spells.keys()).sort();
  const year = Int16Array.from(keys, (key) => key % 4096);
  const state = Int16Array.from(keys, (key) => Math.floor(key / 4096) % 1024);
  const rowsOf = (index: number): readonly number[] => spells.get(keys[index] ?? 0) ?? [];
  const highest = (name: string): Column => {
    const source = needed(table, name);
    const kind = source.kind === 'text' ? 'int8' : source.kind;
    const values = numbers(kind, keys.length);
    for (let index = 0; index < keys.length; index++) {
      const found = rowsOf(index).map((row) => Number(valueAt(source, row) ?? Number.NaN));
      const known = found.filter((value) => !Number.isNaN(value));
      values[index] = known.length === 0 ? missingOf(kind) : Math.max(...known);
    }
    return { name, kind, values, ...(source.label !== undefined && { label: source.label }) };
  };
  const columns: Column[] = [
    { name: 'atopid', kind: 'int32', label: 'ATOP number of the alliance', values: Int32Array.from(keys, (key) => Math.floor(key / 4096 / 1024)) },
    { name: STATE_COLUMN[system.id], kind: 'int16', label: 'member', values: Int16Array.from(state, (one) => system.codes[one] ?? 0) },
    { name: 'year', kind: 'int16', label: 'year', values: year },
    {
      name: 'phase',
      kind: 'int8',
      label: 'phase of the alliance, the last of the year',
      values: Int8Array.from(keys, (_, index) => Math.max(...rowsOf(index).map(phase))),
    },
    ...OBLIGATIONS.map(highest),
  ];
  const audit = auditOf(table, {
    fates,
    keys: ['atopid', 'phase', 'member', 'yrent'],
    duplicatedWords: 'all its years are rows of another phase: the highest of each obligation is taken',
    notes: ['years run from signature to exit; what is in force at the end of coverage ends with it'],
  });
  return { frame: { kind: 'list', keys: columns, state, year }, audit };
}
