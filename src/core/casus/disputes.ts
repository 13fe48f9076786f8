import { codeOf } from '../atop/alliance.ts';
import type { CowStates } from '../atop/states.ts';
import { isRealDate } from '../states/dates.ts';
import type { IsoDate, StateId } from '../states/types.ts';
import { rowsOf, type Row, type Table } from '../table/table.ts';

/** Side A is the one that acted first: by GML's coding, not by anyone's judgment of who was the aggressor. */
export const SIDES = ['A', 'B'] as const;
export type Side = (typeof SIDES)[number];

/** A state on one side of a dispute. */
export interface Participant {
  /** COW number. */
  readonly number: number;
  /** Undefined where the registry knows no such state. */
  readonly state: StateId | undefined;
  readonly side: Side;
  /** In the dispute from its first day. */
  readonly originator: boolean;
}

/** A militarized interstate dispute, as the Gibler-Miller-Little data have it. */
export interface Dispute {
  readonly id: number;
  /** Its first day; where the data do not know the day, the first of the month. */
  readonly date: IsoDate;
  /** Highest level of hostility: 1 none, 2 threat, 3 display, 4 use of force, 5 war. */
  readonly hostility: number;
  readonly participants: readonly Participant[];
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A date of a row by year, month and day; an unknown or impossible month or day counts as the first. */
function startOf(row: Row): IsoDate {
  const [year, month, day] = [codeOf(row, 'styear') ?? 0, codeOf(row, 'stmon') ?? 1, codeOf(row, 'stday') ?? 1];
  const full = `${year}-${two(month)}-${two(day)}`;
  if (isRealDate(full)) return full;
  const first = `${year}-${two(month)}-01`;
  return isRealDate(first) ? first : `${year}-01-01`;
}

/**
 * Disputes and their participants, in the order of their dates. A state that entered twice on one side is one participant.
 * @param mida GML's disputes (MIDA 2.1)
 * @param midb GML's participants (MIDB 2.1)
 */
export function readDisputes(mida: Table, midb: Table, states: CowStates): readonly Dispute[] {
  const rows = new Map<number, Row[]>();
  for (const row of rowsOf(midb)) {
    const id = codeOf(row, 'dispnum') ?? 0;
    const found = rows.get(id);
    if (found === undefined) rows.set(id, [row]);
    else found.push(row);
  }
  const disputes = rowsOf(mida).map((row): Dispute => {
    const id = codeOf(row, 'dispnum3') ?? 0;
    const date = startOf(row);
    return { id, date, hostility: codeOf(row, 'hostlev') ?? 1, participants: participantsOf(rows.get(id) ?? [], date, states) };
  });
  return disputes.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id - b.id));
}

function participantsOf(rows: readonly Row[], date: IsoDate, states: CowStates): readonly Participant[] {
  const found = new Map<string, Participant>();
  for (const row of rows) {
    const sideA = codeOf(row, 'sidea');
    if (sideA === undefined) continue;
    const number = codeOf(row, 'ccode') ?? 0;
    const side = sideA === 1 ? 'A' : 'B';
    const key = `${number} ${side}`;
    const originator = codeOf(row, 'orig') === 1 || found.get(key)?.originator === true;
    found.set(key, { number, state: states.on(number, date), side, originator });
  }
  return [...found.values()];
}
