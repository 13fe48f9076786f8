import { membersByYear, type Members } from '../../core/measures/record/members.ts';
import { numberColumn, type Table } from '../../core/table/table.ts';
import type { Store } from '../../data/store/store.ts';
import { UserError } from '../user-error.ts';
import { spanInWords, yearsBetween } from '../year-span.ts';

/** How far the list of major powers is carried on beyond its end. */
const LAST_YEAR = 2100;

const reader = (table: Table, name: string): ((row: number) => number) => {
  const { values } = numberColumn(table, name);
  return (row) => values[row] ?? 0;
};

/** Major powers of a year: those of a spell on any day of it. The list's last members stay in later years. */
export async function readMajors(store: Store): Promise<Members> {
  const spells = await store.read('majors', 'spells', ['ccode', 'styear', 'endyear', 'endmonth', 'endday'], []);
  return membersByYear(spells, LAST_YEAR);
}

/** Ties between states that hold in a year, either way round. */
export type Tied = (a: number, b: number, year: number) => boolean;

const key = (a: number, b: number, year: number): number => (year * 1000 + Math.min(a, b)) * 1000 + Math.max(a, b);

export interface Pacts {
  readonly tied: Tied;
  /** Every pair that is tied, once a year. */
  readonly all: readonly { readonly a: number; readonly b: number; readonly year: number }[];
}

/** ATOP pacts of the kinds named, where either side owes the other something of it. */
export async function readPacts(store: Store, kinds: readonly ('defense' | 'offense')[]): Promise<Pacts> {
  const names = kinds.map((kind) => `atop_${kind}`);
  const table = await store.read('atop', 'directed-dyad-year', ['ccode1', 'ccode2', 'year', ...names]);
  const [ccode1, ccode2, year] = [reader(table, 'ccode1'), reader(table, 'ccode2'), reader(table, 'year')];
  const owed = names.map((name) => reader(table, name));
  const pairs = new Map<number, { readonly a: number; readonly b: number; readonly year: number }>();
  for (let row = 0; row < table.rows; row++) {
    if (!owed.some((value) => value(row) === 1)) continue;
    const [one, other, when] = [ccode1(row), ccode2(row), year(row)];
    pairs.set(key(one, other, when), { a: Math.min(one, other), b: Math.max(one, other), year: when });
  }
  return { tied: (a, b, when) => pairs.has(key(a, b, when)), all: [...pairs.values()] };
}

/** Strategic rivals of a year, after Thompson: those of a spell on any day of it. */
export async function readRivals(store: Store): Promise<(ccode: number, year: number) => readonly number[]> {
  const table = await store.read('rivalry', 'tss', ['ccode1', 'ccode2', 'start', 'end'], ['ccode1', 'ccode2', 'start']);
  const [ccode1, ccode2, start, end] = [reader(table, 'ccode1'), reader(table, 'ccode2'), reader(table, 'start'), reader(table, 'end')];
  const spells = Array.from({ length: table.rows }, (_, row) => ({ a: ccode1(row), b: ccode2(row), start: start(row), end: end(row) }));
  const of = new Map<number, typeof spells>();
  for (const spell of spells) for (const state of [spell.a, spell.b]) of.set(state, [...(of.get(state) ?? []), spell]);
  return (ccode, year) => [
    ...new Set((of.get(ccode) ?? []).filter((spell) => spell.start <= year && year <= spell.end).map(({ a, b }) => (a === ccode ? b : a))),
  ];
}

/** Years of militarized disputes of pairs of states (Gibler, Miller and Little): whether one was ongoing in a span of years. */
export async function readDisputes(store: Store): Promise<(a: number, b: number, first: number, last: number) => boolean> {
  const table = await store.read('gml', 'directed-dyad-year', ['ccode1', 'ccode2', 'year'], ['ccode1', 'ccode2', 'year']);
  const [ccode1, ccode2, year] = [reader(table, 'ccode1'), reader(table, 'ccode2'), reader(table, 'year')];
  const ongoing = new Set<number>();
  for (let row = 0; row < table.rows; row++) ongoing.add(key(ccode1(row), ccode2(row), year(row)));
  return (a, b, first, last) => yearsBetween([first, last]).some((when) => ongoing.has(key(a, b, when)));
}

/** The years asked for, or all there are. @throws {UserError} where none of them is covered */
export function yearsWithin(asked: readonly [number, number] | undefined, covered: readonly [number, number], what: string): readonly number[] {
  const [first, last] = asked ?? covered;
  if (last < covered[0] || first > covered[1]) throw new UserError(`${what} covers ${covered[0]} to ${covered[1]}, and not ${spanInWords([first, last])}.`);
  return yearsBetween([Math.max(first, covered[0]), Math.min(last, covered[1])]);
}

/** A note where years asked for lie outside what is covered. */
export function coverageNotes(asked: readonly [number, number] | undefined, [first, last]: readonly [number, number], what: string): readonly string[] {
  if (asked === undefined || (asked[0] >= first && asked[1] <= last)) return [];
  return [`${what} covers ${first} to ${last}; the other years asked for are left out.`];
}
