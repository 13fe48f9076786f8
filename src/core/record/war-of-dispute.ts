import type { Dispute, Participant, Side } from '../casus/disputes.ts';
import { dayNumber } from '../states/dates.ts';
import type { IsoDate } from '../states/types.ts';
import { rowsOf, type Row, type Table } from '../table/table.ts';
import { codeOf } from '../atop/alliance.ts';

/** An interstate war: who fought on which side, and who began it. */
export interface War {
  readonly number: number;
  /** Its first day, as a count of days. */
  readonly begins: number;
  readonly sides: Readonly<Record<1 | 2, ReadonlySet<number>>>;
  readonly initiators: ReadonlySet<number>;
}

/** The day a state entered a war, by a row of COW's participants; an unknown month or day counts as the first. */
export function startOf(row: Row): IsoDate {
  const two = (value: number): string => String(Math.max(1, value)).padStart(2, '0');
  return `${codeOf(row, 'startyear1') ?? 0}-${two(codeOf(row, 'startmonth1') ?? 1)}-${two(codeOf(row, 'startday1') ?? 1)}`;
}

const dayOf = (row: Row): number => dayNumber(startOf(row));

/** Rows of COW's participants by the number of their war. */
export function rowsByWar(participants: Table): ReadonlyMap<number, readonly Row[]> {
  const rows = new Map<number, Row[]>();
  for (const row of rowsOf(participants)) {
    const number = codeOf(row, 'warnum') ?? 0;
    const known = rows.get(number);
    if (known === undefined) rows.set(number, [row]);
    else known.push(row);
  }
  return rows;
}

/** Wars by number. @param participants COW's participants of interstate wars */
export function readWars(participants: Table): readonly War[] {
  return [...rowsByWar(participants)].map(([number, members]): War => {
    const on = (side: 1 | 2): ReadonlySet<number> => new Set(members.filter((row) => codeOf(row, 'side') === side).map((row) => codeOf(row, 'ccode') ?? 0));
    return {
      number,
      begins: Math.min(...members.map(dayOf)),
      sides: { 1: on(1), 2: on(2) },
      initiators: new Set(members.filter((row) => codeOf(row, 'initiator') === 1).map((row) => codeOf(row, 'ccode') ?? 0)),
    };
  });
}

/** A war that a dispute became, and which of its sides the dispute's side A is. */
export interface MatchedWar {
  readonly war: War;
  readonly sideA: 1 | 2;
  readonly sideB: 1 | 2;
}

/** Days by which a war may begin before the dispute, or after its end. */
const SLACK = 31;
const WAR = 5;

/**
 * The war a dispute became: one with its originators on opposite sides that began while it lasted; of several the one with most of them,
 * then the nearest in time. Undefined where hostility stayed below war, or the war is not on the list.
 * @param ends the dispute's last day, as a count of days
 */
export function warOf(dispute: Dispute, ends: number, wars: readonly War[]): MatchedWar | undefined {
  if (dispute.hostility < WAR) return undefined;
  const begins = dayNumber(dispute.date);
  const originators = (side: Side): readonly number[] => dispute.participants.filter((one) => one.side === side && one.originator).map(({ number }) => number);
  const [a, b] = [originators('A'), originators('B')];
  const count = (codes: readonly number[], set: ReadonlySet<number>): number => codes.filter((code) => set.has(code)).length;
  let best: (MatchedWar & { readonly matched: number; readonly apart: number }) | undefined;
  for (const war of wars) {
    if (war.begins < begins - SLACK || war.begins > ends + SLACK) continue;
    for (const sideA of [1, 2] as const) {
      const sideB = sideA === 1 ? 2 : 1;
      const [onA, onB] = [count(a, war.sides[sideA]), count(b, war.sides[sideB])];
      if (onA === 0 || onB === 0) continue;
      const apart = Math.abs(war.begins - begins);
      const matched = onA + onB;
      if (best === undefined || matched > best.matched || (matched === best.matched && apart < best.apart)) best = { war, sideA, sideB, matched, apart };
    }
  }
  return best;
}

const turned = ({ side, ...rest }: Participant): Participant => ({ ...rest, side: side === 'A' ? 'B' : 'A' });

/**
 * A dispute with the challenger's side as side A. In a war that is the side of an originator who began it by COW's coding, where it is one side
 * alone (GML's side A acted first: Poland in 1939); else GML's.
 */
export function challengerFirst(dispute: Dispute, matched: MatchedWar | undefined): { readonly dispute: Dispute; readonly turned: boolean } {
  if (matched === undefined) return { dispute, turned: false };
  const began = (side: Side): boolean => dispute.participants.some((one) => one.side === side && one.originator && matched.war.initiators.has(one.number));
  if (began('A') || !began('B')) return { dispute, turned: false };
  return { dispute: { ...dispute, participants: dispute.participants.map(turned) }, turned: true };
}
