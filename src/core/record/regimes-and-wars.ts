import { isMissing, type NumberColumn } from '../table/column.ts';
import { numberColumn, type Table } from '../table/table.ts';

/** What the record says of a state by itself in a year: power, regime, wars. States are COW numbers. */
export interface RegimesAndWars {
  /** CINC; NaN where it is not known. */
  power(state: number, year: number): number;
  /** Polity, -10 to 10; NaN where it is not known, as in years of interregnum and transition. */
  polity(state: number, year: number): number;
  /**
   * Whether its regime changed in the year: Polity by three points or more from the year before, or in interregnum or transition.
   * Undefined where Polity does not know the state then.
   */
  regimeChanged(state: number, year: number): boolean | undefined;
  /** Whether it fought an interstate war; undefined outside the years of the data. */
  atWar(state: number, year: number): boolean | undefined;
  isMajor(state: number, year: number): boolean;
}

/** Tables of the sources `nmc`, `polity`, `war` (participants) and `majors`. */
export interface RegimeTables {
  readonly nmc: Table;
  readonly polity: Table;
  readonly wars: Table;
  readonly majors: Table;
}

/** The years that the list of wars covers. */
const WARS: readonly [first: number, last: number] = [1816, 2007];
/** Points of Polity that make a change of regime, as in its own `durable`. */
const CHANGE = 3;
const INTERREGNUM = -77;
const TRANSITION = -88;

const key = (state: number, year: number): number => state * 10_000 + year;

/** A number of a row; NaN where it is missing. */
function numberAt(column: NumberColumn, row: number): number {
  return isMissing(column, row) ? Number.NaN : (column.values[row] ?? Number.NaN);
}

function byStateAndYear(table: Table, state: string, value: string): ReadonlyMap<number, number> {
  const [states, years, values] = [numberColumn(table, state), numberColumn(table, 'year'), numberColumn(table, value)];
  const found = new Map<number, number>();
  for (let row = 0; row < table.rows; row++) {
    const number = numberAt(values, row);
    if (!Number.isNaN(number) && !isMissing(states, row)) found.set(key(numberAt(states, row), numberAt(years, row)), number);
  }
  return found;
}

/** Reads the tables. @throws {RangeError} where one lacks a column */
export function regimesAndWars({ nmc, polity, wars, majors }: RegimeTables): RegimesAndWars {
  const power = byStateAndYear(nmc, 'ccode', 'cinc');
  const regime = byStateAndYear(polity, 'cown', 'polity');
  const scale = new Map([...regime].filter(([, value]) => value >= -10));
  const fought = warYears(wars);
  const greatPowers = spells(majors);
  return {
    power: (state, year) => power.get(key(state, year)) ?? Number.NaN,
    polity: (state, year) => scale.get(key(state, year)) ?? Number.NaN,
    regimeChanged: (state, year) => {
      const now = regime.get(key(state, year));
      if (now === undefined) return undefined;
      if (now === INTERREGNUM || now === TRANSITION) return true;
      const before = scale.get(key(state, year - 1));
      return now >= -10 && before !== undefined && Math.abs(now - before) >= CHANGE;
    },
    atWar: (state, year) => (year < WARS[0] || year > WARS[1] ? undefined : fought.has(key(state, year))),
    isMajor: (state, year) => (greatPowers.get(state) ?? []).some(([first, last]) => first <= year && year <= last),
  };
}

function warYears(wars: Table): ReadonlySet<number> {
  const found = new Set<number>();
  const state = numberColumn(wars, 'ccode');
  for (const spell of [1, 2]) {
    const [first, last] = [numberColumn(wars, `startyear${spell}`), numberColumn(wars, `endyear${spell}`)];
    for (let row = 0; row < wars.rows; row++) {
      if (isMissing(first, row)) continue;
      const end = isMissing(last, row) ? WARS[1] : numberAt(last, row);
      for (let year = numberAt(first, row); year <= end; year++) found.add(key(numberAt(state, row), year));
    }
  }
  return found;
}

function spells(majors: Table): ReadonlyMap<number, readonly (readonly [first: number, last: number])[]> {
  const found = new Map<number, (readonly [number, number])[]>();
  const [state, first, last] = [numberColumn(majors, 'ccode'), numberColumn(majors, 'styear'), numberColumn(majors, 'endyear')];
  for (let row = 0; row < majors.rows; row++) {
    const number = numberAt(state, row);
    found.set(number, [...(found.get(number) ?? []), [numberAt(first, row), numberAt(last, row)]]);
  }
  return found;
}
