import { atopTreaties, type AtopTreaties } from '../../../src/core/atop/index.ts';
import type { ConvertedAlliance } from '../../../src/core/atop/treaty.ts';
import { createRegistry, type Registry } from '../../../src/core/states/registry.ts';
import type { State } from '../../../src/core/states/types.ts';
import type { ColumnKind } from '../../../src/core/table/column.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';
import type { Row, Table } from '../../../src/core/table/table.ts';

/** Made-up states with COW numbers 1, 2, ... in the order given. */
export function madeUpRegistry(ids: readonly string[], traits: Readonly<Record<string, Partial<State>>> = {}): Registry {
  return createRegistry(
    ids.map((id, i): State => ({
      id,
      name: `${id.charAt(0)}${id.slice(1).toLowerCase()}land`,
      cow: [{ number: i + 1, abbr: id }],
      exists: [{}],
      capitals: [{ name: `${id} city`, lat: 10, lon: i * 10 }],
      continent: 'europe',
      ...traits[id],
    })),
  );
}

export const REGISTRY = madeUpRegistry(['AAA', 'BBB', 'CCC', 'DDD']);

/** A table that holds every column any row names; what a row lacks is missing. */
export function tableOf(rows: readonly Row[]): Table {
  const kinds: Record<string, ColumnKind> = { atopid: 'int16', phase: 'int8' };
  for (const row of rows) for (const name of Object.keys(row)) kinds[name] ??= name === 'atopidphase' ? 'float64' : 'int16';
  return tableFromRows(kinds, rows);
}

/** A phase: signed 1 March 1900, in effect, coded from its text. */
export const phaseRow = (row: Row = {}): Row => ({
  atopid: 2000,
  phase: 0,
  begyr: 1900,
  begmo: 3,
  begday: 1,
  endyr: 0,
  endmo: 0,
  endday: 0,
  pubsecr: 0,
  speclgth: 0,
  term: 0,
  source: 1,
  statthr1: 0,
  statthr2: 0,
  ...row,
});

/** A member from the first day on. */
export const memberRow = (member: number, row: Row = {}): Row => ({
  atopid: 2000,
  phase: 0,
  member,
  yrent: 1900,
  moent: 3,
  dayent: 1,
  yrexit: 0,
  moexit: 0,
  dayexit: 0,
  ...row,
});

export function made(phases: readonly Row[], members: readonly Row[], registry: Registry = REGISTRY, institutions?: readonly Row[]): AtopTreaties {
  return atopTreaties(
    { phase: tableOf(phases), member: tableOf(members), ...(institutions !== undefined && { institutions: tableOf(institutions) }) },
    registry,
  );
}

/** The one alliance of these rows. */
export function converted(phases: readonly Row[], members: readonly Row[], registry: Registry = REGISTRY): ConvertedAlliance {
  return made(phases, members, registry).treaty(2000);
}
