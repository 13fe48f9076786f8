import type { ColumnKind } from '../../../src/core/table/column.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';
import { columnOf, rowsOf, type Row } from '../../../src/core/table/table.ts';
import type { State } from '../../../src/core/states/types.ts';
import { buildPanelFrom, type Panel, type PanelRequest } from '../../../src/data/panels/build.ts';
import type { PanelTables } from '../../../src/data/panels/tables/panel-tables.ts';
import { sourceNamed, tableNamed } from '../../../src/data/store/store.ts';
import type { TableSpec } from '../../../src/data/source.ts';

/** Rows of a source's table, made up; columns left out are missing. */
export interface MadeUp {
  readonly rows: readonly Row[];
  readonly coverage?: readonly [number, number];
}

/** Tables by `source/table`. */
export type World = Readonly<Record<string, MadeUp>>;

/** [code, first day, last day], days as 'YYYY-MM-DD'. */
export type Spell = readonly [code: number, from: string, to: string];

/** A COW list of states. */
export function cowList(spells: readonly Spell[]): World {
  const part = (day: string, at: number): number => Number(day.split('-')[at]);
  return {
    'cow-states/members': {
      rows: spells.map(([ccode, from, to]) => ({
        ccode,
        stateabb: `S${ccode}`,
        statenme: `State ${ccode}`,
        styear: part(from, 0),
        stmonth: part(from, 1),
        stday: part(from, 2),
        endyear: part(to, 0),
        endmonth: part(to, 1),
        endday: part(to, 2),
      })),
    },
  };
}

/** A list of Gleditsch and Ward's. */
export function gwList(spells: readonly Spell[]): World {
  return {
    'gw-states/members': {
      rows: spells.map(([gwcode, startdate, enddate]) => ({ gwcode, stateabb: `G${gwcode}`, statename: `State ${gwcode}`, startdate, enddate })),
    },
  };
}

function kindsOf(spec: TableSpec, columns: readonly string[]): Record<string, ColumnKind> {
  return Object.fromEntries(
    columns.map((name) => {
      const variable = spec.columns[name];
      if (variable === undefined) throw new Error(`${spec.id} has no column ${name}`);
      return [name, variable.kind];
    }),
  );
}

/** The tables of a made-up world, with the columns, codes and meanings that the sources declare. */
export function tablesOf(world: World): PanelTables {
  return {
    read: (source, id, columns) => {
      const spec = tableNamed(sourceNamed(source), id);
      const made = world[`${source}/${id}`];
      if (made === undefined) return Promise.reject(new Error(`the world has no ${source}/${id}`));
      return Promise.resolve({
        source,
        version: 'made up',
        id,
        data: tableFromRows(kindsOf(spec, columns), made.rows),
        codes: spec.states ?? 'cow',
        coverage: made.coverage ?? spec.coverage ?? null,
        absent: spec.absent,
        notes: [],
      });
    },
  };
}

/** A panel of a made-up world. */
export function panelOf(world: World, request: PanelRequest, registry: readonly State[] = []): Promise<Panel> {
  return buildPanelFrom(tablesOf(world), request, registry);
}

/** The rows of a panel with some of its columns, as lists. */
export function listed({ table }: Panel, ...names: readonly string[]): (number | string | null)[][] {
  for (const name of names) if (columnOf(table, name) === undefined) throw new Error(`the panel has no column ${name}`);
  return rowsOf(table).map((row) => names.map((name) => row[name] ?? null));
}

/** The audit of a source, in three numbers. */
export function counted({ audit }: Panel, source: string): readonly [matched: number, dropped: number, duplicated: number] {
  const entry = audit.find((one) => one.source === source);
  if (entry === undefined) throw new Error(`no audit of ${source}`);
  return [entry.matched, entry.dropped, entry.duplicated];
}

/** Why rows of a source were left out, and how many. */
export function reasonsOf({ audit }: Panel, source: string): Readonly<Record<string, number>> {
  const entry = audit.find((one) => one.source === source);
  return Object.fromEntries((entry?.reasons ?? []).map(({ reason, rows }) => [reason, rows]));
}
