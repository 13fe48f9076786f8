import { codeOf } from '../atop/alliance.ts';
import type { CowStates } from '../atop/states.ts';
import { isHelp, replayDisputes, type CasusFoederis } from '../casus/casus-foederis.ts';
import type { Dispute, Participant, Side } from '../casus/disputes.ts';
import type { IsoDate, StateId } from '../states/types.ts';
import type { World } from '../states/world.ts';
import type { Row, Table } from '../table/table.ts';
import type { Treaty } from '../treaty/schema.ts';
import { rowsByWar, startOf } from './war-of-dispute.ts';

/** What an alliance asked of its members in a war, by the law's ruling, and who did it. */
export interface Call {
  readonly war: number;
  /** In which the war began. */
  readonly year: number;
  readonly atopId: number;
  /** Members that owed another member help by arms as it entered the war; empty where none did. */
  readonly owedHelp: ReadonlySet<StateId>;
  /** Those of them that fought on that side at any time in the war. */
  readonly helped: ReadonlySet<StateId>;
  /** Members that owed neutrality, by no promise of help as well. */
  readonly owedNeutrality: ReadonlySet<StateId>;
  /** Those of them that never fought on the other side. */
  readonly neutral: ReadonlySet<StateId>;
}

const WAR = 5;

export interface CallInputs {
  /** COW's participants of interstate wars. */
  readonly participants: Table;
  readonly treaties: readonly Treaty[];
  readonly world: World;
  readonly states: CowStates;
}

/**
 * What alliances asked for in interstate wars: every entry of a state into a war is put to the law as it would have been on its day, with the
 * opponents then at war. Who began the war by COW's coding attacks; everybody else that fought in its own part of the world is taken as attacked at
 * home, those that entered later too, since the list does not say who declared war on whom. Those already at war on its side are not asked.
 * Alliances without a member at war, and those that asked for nothing, are left out.
 */
export function callsIn({ participants, treaties, world, states }: CallInputs): readonly Call[] {
  return [...rowsByWar(participants)].flatMap(([war, rows]): readonly Call[] => {
    const calls = new Map<number, Parts>();
    for (const entry of entriesOf(rows)) {
      const dispute = asDispute(war, entry, rows, states);
      const there = alreadyIn(entry, rows, states);
      for (const one of replayDisputes([dispute], treaties, world).cases) if (one.side === sideOf(entry) && !there.has(one.state)) count(one, calls);
    }
    const year = Number(rows.map(startOf).toSorted()[0]?.slice(0, 4));
    return [...calls].map(([atopId, parts]) => ({ war, year, atopId, ...parts }));
  });
}

type Parts = Readonly<Record<'owedHelp' | 'helped' | 'owedNeutrality' | 'neutral', Set<StateId>>>;

function count({ promise, state, joined, opposed }: CasusFoederis, calls: Map<number, Parts>): void {
  const atopId = promise?.treaty.atop;
  if (promise === undefined || atopId === undefined || !promise.ruling.owed) return;
  const help = isHelp(promise.kind);
  if (!help && promise.kind !== 'neutrality') return;
  const parts = calls.get(atopId) ?? { owedHelp: new Set(), helped: new Set(), owedNeutrality: new Set(), neutral: new Set() };
  calls.set(atopId, parts);
  parts[help ? 'owedHelp' : 'owedNeutrality'].add(state);
  if (help ? joined : !opposed) parts[help ? 'helped' : 'neutral'].add(state);
}

/** States that entered a war on one side on one day, those that began it apart. */
interface Entry {
  readonly side: 1 | 2;
  readonly date: IsoDate;
  readonly began: boolean;
  readonly codes: ReadonlySet<number>;
}

/** Side A attacks. */
const sideOf = ({ began }: Entry): Side => (began ? 'A' : 'B');

/** Parts of the world as COW numbers states by them: the last number of each, and the codes of places it fought in (`wherefought`) that take it in. */
const PARTS: readonly (readonly [last: number, foughtIn: readonly number[]])[] = [
  [199, [1, 13]],
  [399, [2, 11, 12, 14, 15, 19]],
  [599, [4, 14, 15, 16, 18, 19]],
  [699, [6, 11, 14, 15, 16, 18, 19]],
  [899, [7, 12, 13, 15, 16, 17, 19]],
  [999, [9, 16, 17, 19]],
];

/** Whether it fought in other parts of the world alone: it went there, and nobody came to it. */
function foughtAbroad(row: Row): boolean {
  const [code, place] = [codeOf(row, 'ccode') ?? 0, codeOf(row, 'wherefought')];
  return place !== undefined && PARTS.find(([last]) => code <= last)?.[1].includes(place) === false;
}

function entriesOf(rows: readonly Row[]): readonly Entry[] {
  const entries = new Map<string, Entry & { readonly codes: Set<number> }>();
  for (const row of rows) {
    const [side, date, began] = [sideIn(row), startOf(row), codeOf(row, 'initiator') === 1];
    if (!began && foughtAbroad(row)) continue;
    const key = `${side} ${date} ${began}`;
    const entry = entries.get(key) ?? { side, date, began, codes: new Set() };
    entries.set(key, entry);
    entry.codes.add(codeOf(row, 'ccode') ?? 0);
  }
  return [...entries.values()];
}

const sideIn = (row: Row): 1 | 2 => (codeOf(row, 'side') === 1 ? 1 : 2);

/** States that fought on the side before the day: they come to nobody's help who enters after them. */
function alreadyIn({ side, date }: Entry, rows: readonly Row[], states: CowStates): ReadonlySet<StateId> {
  return new Set(rows.flatMap((row) => (sideIn(row) === side && startOf(row) < date ? (states.on(codeOf(row, 'ccode') ?? 0, date) ?? []) : [])));
}

/** An entry as a dispute that begins on its day: its originators are those that enter, and the opponents at war by then, or the first to be. */
function asDispute(war: number, entry: Entry, rows: readonly Row[], states: CowStates): Dispute {
  const { side, date, codes } = entry;
  const opponents = rows.filter((row) => sideIn(row) !== side);
  const first = opponents.map(startOf).toSorted()[0] ?? date;
  const until = date < first ? first : date;
  const [own, other]: readonly [Side, Side] = entry.began ? ['A', 'B'] : ['B', 'A'];
  const participants = rows.map((row): Participant => {
    const number = codeOf(row, 'ccode') ?? 0;
    const mine = sideIn(row) === side;
    return { number, state: states.on(number, date), side: mine ? own : other, originator: mine ? codes.has(number) : startOf(row) <= until };
  });
  return { id: war, date, hostility: WAR, participants };
}
