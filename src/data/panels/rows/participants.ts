import type { Column } from '../../../core/table/column.ts';
import type { ListTarget } from './alliance-members.ts';
import { MATCHED, auditOf, fateOf, type AuditEntry } from '../audit.ts';
import type { ListFrame } from './frame.ts';
import { codeFate } from '../attach/place.ts';
import { memberYears } from '../attach/sheet.ts';
import { needed, type SourceTable } from '../tables/source-table.ts';
import { spanOf, STATE_COLUMN } from '../units.ts';

/** Columns of the table of participants that the panel of dispute participants is made from. */
export const PARTICIPANT_COLUMNS = ['dispnum', 'ccode', 'styear', 'stmon', 'stday', 'endyear', 'endmon', 'endday', 'sidea', 'hiact', 'orig'] as const;

/** The rows of a column that are kept, in their order. */
function kept(column: Column, rows: readonly number[]): Column {
  if (column.kind === 'text') return { ...column, values: Int32Array.from(rows, (row) => column.values[row] ?? -1) };
  const values = column.values.slice(0, rows.length);
  rows.forEach((row, index) => (values[index] = column.values[row] ?? 0));
  return { ...column, values };
}

/** A row for each participant of a dispute, of the year in which it entered. */
export function disputeParticipants(
  table: SourceTable,
  { system, years, asked, codes }: ListTarget,
): { readonly frame: ListFrame; readonly audit: AuditEntry } {
  const span = spanOf(years);
  const members = memberYears(system, years);
  const resolver = codes.resolver(needed(table, 'ccode'), table.codes);
  const entered = needed(table, 'styear').values;
  const dispute = needed(table, 'dispnum').values;
  const stateOf = new Int16Array(table.data.rows);
  const fates = Uint8Array.from({ length: table.data.rows }, (_, row) => {
    const year = entered[row] ?? 0;
    if (year < years.first || year > years.last) return fateOf('outside-years');
    const state = resolver.state(row, year);
    stateOf[row] = state;
    if (state < 0) return codeFate(state);
    if (!asked(state)) return fateOf('not-asked');
    return members[state * span + year - years.first] === 1 ? MATCHED : fateOf('not-member');
  });
  const rows = [...fates.keys()]
    .filter((row) => fates[row] === MATCHED)
    .sort((x, y) => (dispute[x] ?? 0) - (dispute[y] ?? 0) || (stateOf[x] ?? 0) - (stateOf[y] ?? 0) || (entered[x] ?? 0) - (entered[y] ?? 0) || x - y);
  const state = Int16Array.from(rows, (row) => stateOf[row] ?? 0);
  const year = Int16Array.from(rows, (row) => entered[row] ?? 0);
  const columns: Column[] = [
    kept(needed(table, 'dispnum'), rows),
    { name: STATE_COLUMN[system.id], kind: 'int16', label: 'participant', values: Int16Array.from(state, (one) => system.codes[one] ?? 0) },
    { name: 'year', kind: 'int16', label: 'year of entry into the dispute', values: year },
    ...PARTICIPANT_COLUMNS.slice(2).map((name) => kept(needed(table, name), rows)),
  ];
  const audit = auditOf(table, {
    fates,
    keys: ['dispnum', 'ccode', 'styear'],
    notes: ['a participant that left and came back has a row for each entry'],
  });
  return { frame: { kind: 'list', keys: columns, state, year }, audit };
}
