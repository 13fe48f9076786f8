import { missingOf, numbers, type Column, type NumberArray } from '../../../core/table/column.ts';
import { overlapNote } from './attach-states.ts';
import { auditOf, fateOf, type AuditEntry } from '../audit.ts';
import type { CodeBook } from '../system/codes.ts';
import type { DyadJoin } from '../joins/join.ts';
import { layValues } from './lay.ts';
import { codeFate, noPlace, placeRows } from './place.ts';
import { rowOf, type Runs } from '../rows/runs.ts';
import { columnLike, memberYears } from './sheet.ts';
import { needed, rowYears, valuesOf, whenColumns, type SourceTable } from '../tables/source-table.ts';
import { spanOf } from '../units.ts';

export interface DyadTarget {
  readonly runs: Runs;
  readonly asked: (state: number) => boolean;
  readonly codes: CodeBook;
  /** The audit shows rows of this year. */
  readonly sampleYear?: number | undefined;
}

/** The values of every row before a source is laid on them: missing, or zero in the years covered. */
function blankRows({ years, rows, first, last, row }: Runs, kind: Column['kind'], { absent, coverage }: SourceTable, times: 1 | 2): NumberArray {
  const values = numbers(kind === 'text' ? 'int32' : kind, rows * times);
  const missing = kind === 'text' ? -1 : missingOf(kind);
  if (absent === 'missing' || kind === 'text' || coverage === null) return values.fill(missing);
  const [from, to] = coverage;
  if (years.first >= from && years.last <= to) return values;
  for (let run = 0; run < row.length; run++) {
    const start = row[run] ?? 0;
    const begin = first[run] ?? 0;
    const end = last[run] ?? 0;
    if (begin < from) values.fill(missing, start, start + Math.min(from, end + 1) - begin);
    if (end > to) values.fill(missing, start + Math.max(to + 1, begin) - begin, start + end - begin + 1);
  }
  if (times === 2) values.copyWithin(rows, 0, rows);
  return values;
}

/** Copies what stands from the lower to the higher code to the other direction. */
function mirror(values: NumberArray, runs: Runs): void {
  const states = runs.system.codes.length;
  for (let run = 0; run < runs.row.length; run++) {
    const a = runs.a[run] ?? 0;
    const b = runs.b[run] ?? 0;
    if (a >= b) continue;
    const first = runs.first[run] ?? 0;
    const row = runs.row[run] ?? 0;
    const other = rowOf(runs, b * states + a, first);
    if (other >= 0) values.copyWithin(other, row, row + (runs.last[run] ?? 0) - first + 1);
  }
}

/** The higher of two values, what is missing giving way. */
function higher(forward: NumberArray, backward: NumberArray, kind: Column['kind']): NumberArray {
  const missing = kind === 'text' ? -1 : missingOf(kind);
  const values = forward.slice();
  for (let row = 0; row < values.length; row++) {
    const one = values[row] ?? 0;
    const other = backward[row] ?? 0;
    if (other === missing || Number.isNaN(other)) continue;
    if (one === missing || Number.isNaN(one) || other > one) values[row] = other;
  }
  return values;
}

/** Lays a table of pairs on a panel of pairs. */
export function attachDyads(
  { runs, asked, codes, sampleYear }: DyadTarget,
  join: DyadJoin,
  table: SourceTable,
): { readonly columns: readonly Column[]; readonly audit: AuditEntry } {
  const { system, years } = runs;
  const span = spanOf(years);
  const states = system.codes.length;
  const members = memberYears(system, years);
  const [one, other] = join.states.map((name) => codes.resolver(needed(table, name), table.codes));
  if (one === undefined || other === undefined) throw new RangeError('a dyad has two states');
  const rowsYears = rowYears(table, join.when);
  // Directed rows on undirected dyads: both directions are laid, the second behind the first.
  const twoWay = join.directed && !runs.directed;
  const place = (row: number, year: number): number => {
    const a = one.state(row, year);
    if (a < 0) return noPlace(codeFate(a));
    const b = other.state(row, year);
    if (b < 0) return noPlace(codeFate(b));
    if (a === b) return noPlace(fateOf('same-state'));
    const turned = a > b && !(join.directed && runs.directed);
    const at = rowOf(runs, turned ? b * states + a : a * states + b, year);
    if (at >= 0) return turned && twoWay ? at + runs.rows : at;
    if (!asked(a) || !asked(b)) return noPlace(fateOf('not-asked'));
    const offset = year - years.first;
    const both = members[a * span + offset] === 1 && members[b * span + offset] === 1;
    return noPlace(fateOf(both ? 'not-together' : 'not-member'));
  };
  const placed = placeRows({
    rows: table.data.rows,
    join,
    years: rowsYears,
    panel: years,
    places: twoWay ? runs.rows * 2 : runs.rows,
    place,
    prefer: (row, year) => one.inUseAtEnd(row, year) && other.inUseAtEnd(row, year),
  });
  const highest = join.several.take === 'highest';
  const columns = join.columns.flatMap((wanted): Column[] => {
    const { from, to = from ?? '', label } = wanted;
    const source = valuesOf(table, wanted);
    const kind = source?.kind ?? 'int8';
    const words = label ?? source?.label ?? to;
    const like = { kind, ...(source?.kind === 'text' ? { levels: source.levels } : source?.valueLabels !== undefined && { valueLabels: source.valueLabels }) };
    const values = blankRows(runs, kind, table, twoWay ? 2 : 1);
    layValues(values, source, placed, highest);
    if (!join.directed && runs.directed) mirror(values, runs);
    if (!twoWay) return [columnLike(like, to, words, values)];
    const forward = values.subarray(0, runs.rows);
    const backward = values.subarray(runs.rows);
    const either = columnLike(like, to, join.owed === true ? `${words}, either direction` : words, higher(forward, backward, kind));
    if (join.owed !== true) return [either];
    return [either, columnLike(like, `${to}1`, `${words}, by side 1`, forward), columnLike(like, `${to}2`, `${words}, by side 2`, backward)];
  });
  const audit = auditOf(table, {
    fates: placed.fates,
    keys: [...join.states, ...whenColumns(join.when)],
    ...(rowsYears.single !== undefined && { years: rowsYears.single }),
    events: table.absent === 'zero' ? join.columns.flatMap(({ from, to = from ?? '' }) => (from === undefined ? [] : [{ from, to }])) : [],
    sampleYear,
    duplicatedWords: join.several.words,
    notes: [...overlapNote(placed.overlaps, 'from' in join.when, join.several.words)],
  });
  return { columns, audit };
}
