import { numbers } from '../../../core/table/column.ts';
import { auditOf, fateOf, type AuditEntry } from '../audit.ts';
import type { CodeBook } from '../system/codes.ts';
import { blankYears } from '../tables/coverage.ts';
import type { StateJoin } from '../joins/join.ts';
import { layValues } from './lay.ts';
import { narrowed } from './narrow.ts';
import { codeFate, noPlace, placeRows } from './place.ts';
import { memberYears, type Sheet } from './sheet.ts';
import { needed, rowYears, valuesOf, whenColumns, type SourceTable } from '../tables/source-table.ts';
import type { StateSystem } from '../system/state-system.ts';
import { spanOf, type Years } from '../units.ts';

/** The state-years of a panel, and who was asked for. */
export interface StateYears {
  readonly system: StateSystem;
  readonly years: Years;
  /** 1 where the panel has a row of the state in the year. */
  readonly present: Uint8Array;
  readonly asked: (state: number) => boolean;
  readonly codes: CodeBook;
  /** The audit shows rows of this year. */
  readonly sampleYear?: number | undefined;
}

/** The words of a row left over. */
export function overlapNote(overlaps: number, spells: boolean, words: string): readonly string[] {
  return spells && overlaps > 0
    ? [`${overlaps.toLocaleString('en-US')} ${overlaps === 1 ? 'year falls' : 'years fall'} in more than one spell (${words})`]
    : [];
}

/** Lays a table of states on the state-years of a panel. */
export function attachStates(target: StateYears, join: StateJoin, table: SourceTable): { readonly sheets: readonly Sheet[]; readonly audit: AuditEntry } {
  const { system, years, present, asked, codes, sampleYear } = target;
  const span = spanOf(years);
  const members = memberYears(system, years);
  const resolver = codes.resolver(needed(table, join.state), table.codes);
  const rowsYears = rowYears(table, join.when);
  const place = (row: number, year: number): number => {
    const state = resolver.state(row, year);
    if (state < 0) return noPlace(codeFate(state));
    const at = state * span + year - years.first;
    if (present[at] === 1) return at;
    return noPlace(fateOf(!asked(state) ? 'not-asked' : members[at] === 1 ? 'no-row' : 'not-member'));
  };
  const placed = placeRows({
    rows: table.data.rows,
    join,
    years: rowsYears,
    panel: years,
    places: system.codes.length * span,
    place,
    prefer: resolver.inUseAtEnd,
  });
  const sheets = join.columns.map((wanted): Sheet => {
    const { from, to = from ?? '', label } = wanted;
    const found = valuesOf(table, wanted);
    const source = found === undefined ? undefined : narrowed(found);
    const kind = source?.kind ?? 'int8';
    const blank = blankYears(kind, years, table.coverage, table.absent);
    const values = numbers(kind === 'text' ? 'int32' : kind, system.codes.length * span);
    for (let state = 0; state < system.codes.length; state++) values.set(blank, state * span);
    layValues(values, source, placed, join.several.take === 'highest');
    return {
      name: to,
      kind,
      label: label ?? source?.label ?? to,
      values,
      ...(wanted.alone === true && { alone: true as const }),
      ...(source?.kind === 'text' ? { levels: source.levels } : source?.valueLabels !== undefined && { valueLabels: source.valueLabels }),
    };
  });
  const audit = auditOf(table, {
    fates: placed.fates,
    keys: [join.state, ...whenColumns(join.when)],
    ...(rowsYears.single !== undefined && { years: rowsYears.single }),
    events: table.absent === 'zero' ? join.columns.flatMap(({ from, to = from ?? '' }) => (from === undefined ? [] : [{ from, to }])) : [],
    sampleYear,
    duplicatedWords: join.several.words,
    notes: [...overlapNote(placed.overlaps, 'from' in join.when, join.several.words)],
  });
  return { sheets, audit };
}
