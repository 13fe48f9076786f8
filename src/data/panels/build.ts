import type { State } from '../../core/states/types.ts';
import type { Column } from '../../core/table/column.ts';
import type { Table } from '../../core/table/table.ts';
import { both } from '../../core/text/sentence.ts';
import { DataError } from '../data-error.ts';
import { MEMBER_COLUMNS, allianceMemberYears } from './rows/alliance-members.ts';
import { attachDyads } from './attach/attach-dyads.ts';
import { attachStates } from './attach/attach-states.ts';
import type { AuditEntry } from './audit.ts';
import { createCodeBook, type CodeBook } from './system/codes.ts';
import { chooseJoins, columnsNeeded, type Way } from './joins/choose-joins.ts';
import { derivedColumns } from './derive/derived-columns.ts';
import { presentIn, rowsOfFrame, type Frame } from './rows/frame.ts';
import { overPairs, sheetOfDyads } from './attach/from-dyads.ts';
import { FOUNDER_COLUMNS, kAdYears } from './rows/k-ads.ts';
import { auditSystem, loadSystem, type LoadedSystem } from './system/load-system.ts';
import { PARTICIPANT_COLUMNS, disputeParticipants } from './rows/participants.ts';
import { dyadRuns, keyColumns, stateRuns, type Runs } from './rows/runs.ts';
import { spreadSheet } from './attach/spread.ts';
import { yearOfStamp } from './system/state-system.ts';
import type { PanelTables } from './tables/panel-tables.ts';
import { SYSTEM_TITLES, type PanelUnit, type SystemId, type Years } from './units.ts';

export interface PanelRequest {
  readonly unit: PanelUnit;
  /** The list of states the panel is made from; COW unless given. */
  readonly system?: SystemId;
  /** The years of the list unless given; it may run past them. */
  readonly years?: Years;
  /** Codes of the system: rows of these states alone, pairs of two of them. */
  readonly states?: readonly number[];
  /** Sources to attach, by their ids; `peace-years`, `peace-years-calendar`, `spells`. */
  readonly add?: readonly string[];
  /** Of k-ads: groups drawn without the event for each with it; 5 unless given. */
  readonly ratio?: number;
  /** Of k-ads: seed of the draw; 1 unless given. */
  readonly seed?: number;
  /** The rows that the audit shows are of this year. */
  readonly sampleYear?: number;
}

/** A panel in memory, and what became of every row of its sources. */
export interface Panel {
  readonly unit: PanelUnit;
  readonly system: SystemId;
  readonly years: Years;
  readonly table: Table;
  readonly audit: readonly AuditEntry[];
  readonly notes: readonly string[];
}

interface Setting {
  readonly tables: PanelTables;
  readonly loaded: LoadedSystem;
  readonly years: Years;
  readonly asked: (state: number) => boolean;
  readonly codes: CodeBook;
  readonly sampleYear: number | undefined;
}

function askedStates({ system }: LoadedSystem, codes: readonly number[] | undefined): (state: number) => boolean {
  if (codes === undefined) return () => true;
  const indices = codes.map((code) => {
    const index = system.indexOf(code);
    if (index === -1) throw new DataError(`--states: ${code} is no state of the list of ${SYSTEM_TITLES[system.id]}.`);
    return index;
  });
  const wanted = new Set(indices);
  return (state) => wanted.has(state);
}

/** The rows of a unit, and what became of the table they are made from, where it is not the list of states. */
async function frameOf(unit: PanelUnit, setting: Setting, request: PanelRequest): Promise<{ readonly frame: Frame; readonly audit: readonly AuditEntry[] }> {
  const { tables, loaded, years, asked, codes } = setting;
  const { system } = loaded;
  const runsFrame = (runs: Runs): Frame => ({ kind: 'runs', runs, keys: keyColumns(runs) });
  const target = { system, years, asked, codes };
  switch (unit) {
    case 'state-year':
      return { frame: runsFrame(stateRuns(system, years, asked)), audit: [] };
    case 'dyad-year':
    case 'directed-dyad-year':
      return { frame: runsFrame(dyadRuns(system, years, unit === 'directed-dyad-year', asked)), audit: [] };
    case 'alliance-member-year': {
      const { frame, audit } = allianceMemberYears(await tables.read('atop', 'member', MEMBER_COLUMNS), target);
      return { frame, audit: [audit] };
    }
    case 'dispute-participant': {
      const { frame, audit } = disputeParticipants(await tables.read('gml', 'participants', PARTICIPANT_COLUMNS), target);
      return { frame, audit: [audit] };
    }
    case 'k-ad-year': {
      const { frame, audit } = kAdYears(await tables.read('atop', 'member', FOUNDER_COLUMNS), target, { ratio: request.ratio ?? 5, seed: request.seed ?? 1 });
      return { frame, audit: [audit] };
    }
  }
}

/** Attaches one table to the rows. */
async function attach(
  frame: Frame,
  source: string,
  way: Way,
  setting: Setting,
  present: Uint8Array,
  directed: () => Runs,
): Promise<{ readonly columns: readonly Column[]; readonly audit: AuditEntry }> {
  const { tables, loaded, years, asked, codes, sampleYear } = setting;
  const { system } = loaded;
  const table = await tables.read(source, way.join.table, columnsNeeded(way.join));
  if (way.kind === 'states') {
    const { sheets, audit } = attachStates({ system, years, present, asked, codes, sampleYear }, way.join, table);
    return { columns: sheets.flatMap((sheet) => spreadSheet(frame, sheet, years)), audit };
  }
  if (way.kind === 'dyads' && frame.kind === 'runs') return attachDyads({ runs: frame.runs, asked, codes, sampleYear }, way.join, table);
  // What pairs say of a state or of a group is taken over all partners, asked for or not.
  const runs = directed();
  const { columns, audit } = attachDyads({ runs, asked: () => true, codes, sampleYear }, way.join, table);
  if (way.kind === 'dyads') return { columns: frame.kind === 'sets' ? columns.flatMap((column) => overPairs(frame, runs, column)) : [], audit };
  const sheets = way.ofState.flatMap((wanted) => {
    const column = columns.find(({ name }) => name === wanted.of);
    return column === undefined ? [] : [sheetOfDyads(runs, column, wanted)];
  });
  return { columns: sheets.flatMap((sheet) => spreadSheet(frame, sheet, years)), audit };
}

function checkNames(columns: readonly Column[]): void {
  const names = columns.map(({ name }) => name);
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  if (twice.length > 0) throw new DataError(`--add: two of the sources bring columns of one name: ${both(twice)}.`, ['Add one of them at a time.']);
}

/**
 * Builds a panel: rows from a list of states, columns from sources, and an account of what became of every row of theirs.
 * @param registry the registry's states, for codes of other systems than the panel's
 * @throws {DataError} where a source is unknown, does not fit the unit or is not at hand
 */
export async function buildPanelFrom(tables: PanelTables, request: PanelRequest, registry: readonly State[]): Promise<Panel> {
  const { unit, system: id = 'cow' } = request;
  const { additions, derived, notes } = chooseJoins(request.add ?? [], unit);
  const loaded = await loadSystem(tables, id);
  const { system } = loaded;
  const firstDay = Math.min(...system.stays.flatMap((stays) => stays.map(({ from }) => from)));
  const years = request.years ?? { first: yearOfStamp(firstDay), last: yearOfStamp(system.lastDay) };
  if (years.first > years.last) throw new DataError(`the years ${years.first}-${years.last} run backward.`);
  const { sampleYear } = request;
  if (sampleYear !== undefined && (sampleYear < years.first || sampleYear > years.last)) {
    throw new DataError(`--audit: ${sampleYear} is no year of the panel, which runs from ${years.first} to ${years.last}.`);
  }
  const setting: Setting = {
    tables,
    loaded,
    years,
    asked: askedStates(loaded, request.states),
    codes: createCodeBook(system, registry),
    sampleYear,
  };
  const { frame, audit: base } = await frameOf(unit, setting, request);
  const present = presentIn(frame, system, years);
  const audit: AuditEntry[] = [auditSystem(loaded, years, present, setting.asked), ...base];
  const columns: Column[] = [...frame.keys];
  let all: Runs | undefined;
  const directed = (): Runs => (all ??= dyadRuns(system, years, true, () => true));
  for (const { source, ways } of additions) {
    for (const way of ways) {
      const attached = await attach(frame, source, way, setting, present, directed);
      columns.push(...attached.columns);
      audit.push(attached.audit);
    }
  }
  if (frame.kind === 'runs') for (const one of derived) columns.push(...derivedColumns(frame.runs, columns, one));
  checkNames(columns);
  return { unit, system: id, years, table: { rows: rowsOfFrame(frame), columns }, audit, notes };
}
