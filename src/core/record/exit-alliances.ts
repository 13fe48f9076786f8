import { codeOf, readAtop, type AtopTables } from '../atop/alliance.ts';
import { rowsOf, type Row, type Table } from '../table/table.ts';

/** Why a membership ended: ATOP's `termmode`. */
export const MODES = { expired: 1, replaced: 2, broken: 3, independence: 4, moot: 5, defeat: 6 } as const;

/** A state's time in an alliance, over all its phases; one that left and came back has two. */
export interface Spell {
  /** COW number with the first year for which it is the state's: Germany is 260 to 1990, then 255. */
  readonly numbers: readonly (readonly [from: number, state: number])[];
  readonly first: number;
  /** Undefined: still a member at the end of the data. */
  readonly last?: number;
  /** ATOP's `termmode` of the end. */
  readonly mode: number;
}

export interface AllianceHistory {
  readonly id: number;
  /** Row of ATOP's alliance table: every provision that was ever in force. */
  readonly row: Row;
  readonly first: number;
  readonly last?: number;
  /** Rows of the phase table in order, with the year in which each begins. */
  readonly phases: readonly { readonly from: number; readonly row: Row }[];
  readonly spells: readonly Spell[];
}

/** The last year of ATOP 5.1. */
export const LAST_YEAR = 2018;

/** The COW number of a member in a year. */
export const numberIn = ({ numbers }: Spell, year: number): number => (numbers.findLast(([from]) => from <= year) ?? numbers[0])?.[1] ?? 0;

/** ATOP's alliances with their members' times in them. */
export function allianceHistories(tables: Pick<AtopTables, 'phase' | 'member'> & { readonly alliance: Table }): readonly AllianceHistory[] {
  const rows = new Map(rowsOf(tables.alliance).map((row) => [codeOf(row, 'atopid'), row]));
  return readAtop(tables).alliances.flatMap(({ id, phases }): readonly AllianceHistory[] => {
    const row = rows.get(id);
    if (row === undefined) return [];
    const last = codeOf(row, 'endyr') ?? 0;
    return [
      {
        id,
        row,
        first: codeOf(row, 'begyr') ?? 0,
        ...(last !== 0 && { last }),
        phases: phases.map((phase) => ({ from: codeOf(phase.row, 'begyr') ?? 0, row: phase.row })),
        spells: spellsOf(phases.flatMap(({ members }) => members)),
      },
    ];
  });
}

const GERMANY: ReadonlyMap<number, number> = new Map([[260, 255]]);

function spellsOf(rows: readonly Row[]): readonly Spell[] {
  const byState = new Map<number, Row[]>();
  for (const row of rows) {
    const number = codeOf(row, 'member') ?? 0;
    const state = GERMANY.get(number) ?? number;
    byState.set(state, [...(byState.get(state) ?? []), row]);
  }
  return [...byState.values()].flatMap(joined);
}

/** Makes one spell of rows that follow upon each other: phases, and changes of number. */
function joined(rows: readonly Row[]): readonly Spell[] {
  const spells: Spell[] = [];
  const order = (row: Row): number => (codeOf(row, 'yrent') ?? 0) * 10 + (codeOf(row, 'phase') ?? 0);
  for (const row of rows.toSorted((a, b) => order(a) - order(b))) {
    const [first, left = 0, number = 0, mode = 0] = [codeOf(row, 'yrent') ?? 0, codeOf(row, 'yrexit'), codeOf(row, 'member'), codeOf(row, 'termmode')];
    const before = spells.at(-1);
    const goesOn = before !== undefined && (before.last === undefined || first - before.last <= 1);
    const start: readonly (readonly [number, number])[] = [[first, number]];
    if (!goesOn) spells.push({ numbers: start, first, mode, ...(left !== 0 && { last: left }) });
    else {
      const numbers = before.numbers.at(-1)?.[1] === number ? before.numbers : [...before.numbers, ...start];
      spells[spells.length - 1] = { numbers, first: before.first, mode, ...(left !== 0 && { last: left }) };
    }
  }
  return spells;
}

/** Years at risk: those after the first up to the last, or the first alone where both are one. */
export function yearsAtRisk(first: number, last = LAST_YEAR): readonly number[] {
  return first >= last ? [first] : Array.from({ length: last - first }, (_, index) => first + 1 + index);
}

/** Whether a member at risk of leaving in a year: as `yearsAtRisk`. */
export function isMemberIn({ first, last = Infinity }: Spell, year: number): boolean {
  return year <= last && (first < year || (first === year && last === year));
}
