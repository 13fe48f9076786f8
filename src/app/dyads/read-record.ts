import { capabilitiesByYear, type Capabilities } from '../../core/measures/record/capabilities.ts';
import { membersByYear, type Members } from '../../core/measures/record/members.ts';
import { OBLIGATION_COLUMNS, pledgesByYear, type Pledges } from '../../core/measures/record/pledges.ts';
import { numberColumn, textColumn, type Table } from '../../core/table/table.ts';
import type { Store } from '../../data/store/store.ts';
import { versionsNote } from '../measures/versions.ts';
import { UserError } from '../user-error.ts';
import { spanInWords } from '../year-span.ts';

/** What the list of states calls a state. */
export interface ListedState {
  readonly abbreviation: string;
  readonly name: string;
}

/** The system of states and what its members pledged each other. */
export interface AllianceRecord {
  readonly members: Members;
  readonly listed: ReadonlyMap<number, ListedState>;
  readonly pledges: Pledges;
}

const SPELLS = ['stateabb', 'ccode', 'statenme', 'styear', 'endyear', 'endmonth', 'endday'];
const PLEDGES = ['ccode1', 'ccode2', 'year', ...Object.values(OBLIGATION_COLUMNS)];

/** Reads members and pledges. @throws {DataError} where the store lacks them */
export async function readRecord(store: Store): Promise<AllianceRecord> {
  const pledges = pledgesByYear(await store.read('atop', 'directed-dyad-year', PLEDGES, []));
  const spells = await store.read('cow-states', 'members', SPELLS, []);
  return { members: membersByYear(spells, pledges.lastYear), listed: listedStates(spells), pledges };
}

/** Reads the capability shares. @throws {DataError} where the store lacks them */
export async function readCapabilities(store: Store): Promise<Capabilities> {
  return capabilitiesByYear(await store.read('nmc', 'state-year', ['ccode', 'year', 'cinc'], []));
}

function listedStates(spells: Table): ReadonlyMap<number, ListedState> {
  const ccode = numberColumn(spells, 'ccode');
  const text = (name: string) => {
    const { values, levels } = textColumn(spells, name);
    return (row: number): string => levels[values[row] ?? -1] ?? '';
  };
  const [abbreviation, name] = [text('stateabb'), text('statenme')];
  return new Map(Array.from(ccode.values, (number, row) => [number, { abbreviation: abbreviation(row), name: name(row) }]));
}

/**
 * The years asked for that the record speaks of: outside them an absent pledge would not mean that there was none.
 * @throws {UserError} where it speaks of none of them
 */
export function yearsCovered([first, last]: readonly [first: number, last: number], { members, pledges }: AllianceRecord): readonly [number, number] {
  if (last < members.firstYear || first > pledges.lastYear) {
    throw new UserError(`the pledges of ATOP and the list of states cover ${members.firstYear} to ${pledges.lastYear}, and not ${spanInWords([first, last])}.`);
  }
  return [Math.max(first, members.firstYear), Math.min(last, pledges.lastYear)];
}

/** What a reader must know of the record in these years. */
export function recordNotes(
  store: Store,
  sources: readonly string[],
  asked: readonly [number, number],
  years: readonly [number, number],
  { members }: AllianceRecord,
): string[] {
  const notes = [versionsNote(store, sources)];
  if (asked[0] < years[0] || asked[1] > years[1]) notes.push(`The record covers ${years[0]} to ${years[1]} of the years asked for; the others are left out.`);
  if (years[1] > members.listed) {
    notes.push(`The list of states ends on its last date in ${members.listed}; its members then stay members in later years.`);
  }
  return notes;
}

/** The version in use of each source. */
export function versionsOf(store: Store, sources: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(sources.flatMap((id) => store.entry(id) ?? []).map(({ source, version }) => [source, version]));
}
