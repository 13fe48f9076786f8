import { valueAt } from '../../../core/table/column.ts';
import { DataError } from '../../data-error.ts';
import { MATCHED, auditOf, fateOf, type AuditEntry } from '../audit.ts';
import { needed, type SourceTable } from '../tables/source-table.ts';
import { createStateSystem, isoOfStamp, stamp, yearOfStamp, type DayStamp, type MemberSpell, type StateSystem } from './state-system.ts';
import { SYSTEM_TABLES, type PanelTables } from '../tables/panel-tables.ts';
import { spanOf, type SystemId, type Years } from '../units.ts';

/** A list of members as the store has it, and the system it makes. */
export interface LoadedSystem {
  readonly system: StateSystem;
  readonly table: SourceTable;
  readonly spells: readonly MemberSpell[];
}

function dayOf(text: unknown, where: string): DayStamp {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(text)) ?? [];
  if (year === undefined) throw new DataError(`${where}: '${String(text)}' is no date.`, ['Import the list again.']);
  return stamp(Number(year), Number(month), Number(day));
}

/** The spells of a list of members, in its order. */
function spellsOf(table: SourceTable, id: SystemId): MemberSpell[] {
  const at = (name: string, row: number) => valueAt(needed(table, name), row);
  return Array.from({ length: table.data.rows }, (_, row): MemberSpell => {
    if (id === 'gw') {
      return {
        code: Number(at('gwcode', row)),
        abbreviation: String(at('stateabb', row)),
        name: String(at('statename', row)),
        from: dayOf(at('startdate', row), `${table.source}, row ${row + 1}`),
        to: dayOf(at('enddate', row), `${table.source}, row ${row + 1}`),
      };
    }
    const day = (which: 'st' | 'end') => stamp(Number(at(`${which}year`, row)), Number(at(`${which}month`, row)), Number(at(`${which}day`, row)));
    return { code: Number(at('ccode', row)), abbreviation: String(at('stateabb', row)), name: String(at('statenme', row)), from: day('st'), to: day('end') };
  });
}

/** Reads the list of a system's members. @throws {DataError} where it is not in the store */
export async function loadSystem(tables: PanelTables, id: SystemId): Promise<LoadedSystem> {
  const { source, table: name, columns } = SYSTEM_TABLES[id];
  const table = await tables.read(source, name, columns);
  const spells = spellsOf(table, id);
  return { system: createStateSystem(id, spells), table, spells };
}

/** "195 members on 2016-12-31, the last day of the list, are taken to stay members to 2025". */
function continuedNote({ lastDay, continued }: StateSystem, last: number): readonly string[] {
  if (last <= yearOfStamp(lastDay)) return [];
  return [`${continued} members on ${isoOfStamp(lastDay)}, the last day of the list, are taken to stay members to ${last}`];
}

/** What became of the spells of the list itself. */
export function auditSystem({ system, table, spells }: LoadedSystem, years: Years, present: Uint8Array, asked: (state: number) => boolean): AuditEntry {
  const span = spanOf(years);
  const key = system.id === 'cow' ? ['ccode', 'styear', 'endyear'] : ['gwcode', 'startdate', 'enddate'];
  const fates = Uint8Array.from(spells, ({ code, from, to }) => {
    const state = system.indexOf(code);
    const first = Math.max(yearOfStamp(from), years.first);
    const last = to === system.lastDay ? years.last : Math.min(yearOfStamp(to), years.last);
    if (first > last) return fateOf('outside-years');
    if (!asked(state)) return fateOf('not-asked');
    const row = present.subarray(state * span + first - years.first, state * span + last - years.first + 1);
    return row.includes(1) ? MATCHED : fateOf('no-row');
  });
  return auditOf(table, {
    fates,
    keys: key,
    notes: [...continuedNote(system, years.last)],
  });
}
