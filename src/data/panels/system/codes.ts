import { convertCode } from '../../../core/states/codes.ts';
import { nameKey, namingsOf } from '../../../core/states/names.ts';
import { createRegistry, type Registry } from '../../../core/states/registry.ts';
import type { CodeSystem, Span, State } from '../../../core/states/types.ts';
import { missingOf, type Column } from '../../../core/table/column.ts';
import type { StateSystem } from './state-system.ts';

/** The codes that a source names states by. */
export type SourceCodes = 'cow' | 'gw' | 'iso3' | 'name';

/** In place of a state's number: the row names none, nobody has the code then, several have it. */
export const NO_CODE = -1;
export const UNKNOWN_CODE = -2;
export const AMBIGUOUS_CODE = -3;
/** Not looked up yet. */
const UNASKED = -4;

/** The states that a column names, as numbers of the panel's system in a year. */
export interface Resolver {
  /** State's number, or one of the negative answers. */
  state(row: number, year: number): number;
  /** Whether the row's code is in use on the year's last day: of two codes that become one, that one is taken. */
  inUseAtEnd(row: number, year: number): boolean;
}

/** Turns the codes of sources into states of a system. */
export interface CodeBook {
  /**
   * The states that a column of codes names. Codes of another system go through the registry as of the year; where several
   * answers fit, none is taken.
   */
  resolver(column: Column, from: SourceCodes): Resolver;
}

/** Codes that are the system's own. */
function ownCodes({ values, kind }: Column, system: StateSystem): Resolver {
  const indices = new Int16Array(Math.max(0, ...system.codes) + 1).fill(UNKNOWN_CODE);
  system.codes.forEach((code, index) => (indices[code] = index));
  const missing = kind === 'text' ? -1 : missingOf(kind);
  return {
    state: (row) => {
      const code = values[row] ?? missing;
      return code === missing ? NO_CODE : (indices[code] ?? UNKNOWN_CODE);
    },
    inUseAtEnd: () => true,
  };
}

/** A code of another system: who ever bore it, and what it stands for in each year. */
interface Entry {
  readonly text: string;
  readonly bearers: Registry;
  /** Years in which anything about its bearers changes: between them the answer stays. */
  readonly changes: readonly number[];
  readonly answers: Int16Array;
}

/** Years that answers are kept for. */
const YEARS = 4096;

function changesOf(states: readonly State[]): number[] {
  const edges = (spans: readonly Span[] = []): number[] =>
    spans.flatMap(({ from, to }) => [from, to].flatMap((day) => (day === undefined ? [] : [Number(day.slice(0, 4))])));
  return states.flatMap(({ cow, gw, exists, names }) => [...edges(cow), ...edges(gw), ...edges(exists), ...edges(names)]);
}

/** The states that bear a code or name in a system, by that code. */
function bearersBy(from: SourceCodes, states: readonly State[]): ReadonlyMap<string, readonly State[]> {
  const found = new Map<string, State[]>();
  for (const state of states) {
    const keys =
      from === 'iso3' ? [state.id] : from === 'name' ? namingsOf(state).map(({ key }) => key) : (state[from] ?? []).map(({ number }) => String(number));
    for (const key of new Set(keys)) found.set(key, [...(found.get(key) ?? []), state]);
  }
  return found;
}

/** The entries of one system's codes, made as they are asked for. */
function entriesOf(from: SourceCodes, states: readonly State[]): (text: string) => Entry {
  const bearers = bearersBy(from, states);
  const entries = new Map<string, Entry>();
  return (text) => {
    const key = from === 'name' ? nameKey(text) : text.trim().toUpperCase();
    const known = entries.get(key);
    if (known !== undefined) return known;
    const own = bearers.get(key) ?? [];
    const entry: Entry = { text, bearers: createRegistry(own), changes: changesOf(own), answers: new Int16Array(YEARS).fill(UNASKED) };
    entries.set(key, entry);
    return entry;
  };
}

/** A code book of a system, over the registry's states. */
export function createCodeBook(system: StateSystem, states: readonly State[]): CodeBook {
  const to: CodeSystem = system.id;
  const books = new Map<SourceCodes, (text: string) => Entry>();

  const convert = ({ text, bearers }: Entry, from: SourceCodes, year: number): number => {
    const { matches } = convertCode(bearers, text, { from, to, year });
    const found = new Set(matches.map(({ value }) => Number(value)));
    const [code] = found;
    if (code === undefined) return UNKNOWN_CODE;
    if (found.size > 1) return AMBIGUOUS_CODE;
    const index = system.indexOf(code);
    return index === -1 ? UNKNOWN_CODE : index;
  };

  /** Looks a year up, and fills in those around it in which nothing changes. */
  const lookUp = (entry: Entry, from: SourceCodes, year: number): number => {
    const state = convert(entry, from, year);
    const changes = entry.changes.includes(year);
    const first = changes ? year : Math.max(0, ...entry.changes.filter((one) => one < year).map((one) => one + 1));
    const last = changes ? year : Math.min(YEARS - 1, ...entry.changes.filter((one) => one > year).map((one) => one - 1));
    entry.answers.fill(state, first, last + 1);
    return state;
  };

  const otherCodes = (column: Column, from: SourceCodes): Resolver => {
    const book = books.get(from) ?? entriesOf(from, states);
    books.set(from, book);
    const { values } = column;
    const missing = column.kind === 'text' ? -1 : missingOf(column.kind);
    const entries = new Map<number, Entry>();
    const entryOf = (code: number): Entry => {
      const known = entries.get(code);
      if (known !== undefined) return known;
      const entry = book(column.kind === 'text' ? (column.levels[code] ?? '') : String(code));
      entries.set(code, entry);
      return entry;
    };
    return {
      state: (row, year) => {
        const code = values[row] ?? missing;
        if (code === missing) return NO_CODE;
        const entry = entryOf(code);
        const answer = entry.answers[year] ?? UNASKED;
        return answer === UNASKED ? lookUp(entry, from, year) : answer;
      },
      inUseAtEnd: (row, year) => {
        const { text, bearers } = entryOf(values[row] ?? missing);
        return convertCode(bearers, text, { from, to, date: `${year}-12-31` }).matches.length > 0;
      },
    };
  };

  return { resolver: (column, from) => (from === system.id && column.kind !== 'text' ? ownCodes(column, system) : otherCodes(column, from)) };
}
