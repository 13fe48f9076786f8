import { convertCode } from '../../core/states/codes.ts';
import { createRegistry, type Registry } from '../../core/states/registry.ts';
import { nameKey, namingsOf } from '../../core/states/names.ts';
import type { CodeSystem, State } from '../../core/states/types.ts';
import { missingOf, type Column } from '../../core/table/column.ts';
import type { StateSystem } from './state-system.ts';

/** The codes that a source names states by. */
export type SourceCodes = 'cow' | 'gw' | 'iso3' | 'name';

/** In place of a state's number: the row names none, nobody has the code then, several have it. */
export const NO_CODE = -1;
export const UNKNOWN_CODE = -2;
export const AMBIGUOUS_CODE = -3;

/** The states that a column names, as numbers of the panel's system in a year. */
export interface Resolver {
  /** State's number, or one of the negative answers. */
  state(row: number, year: number): number;
  /** Whether the row's code is in use on the year's last day: of two codes that become one, that one is taken. */
  inUseAtEnd(row: number, year: number): boolean;
}

/** Codes that are the system's own. */
function ownCodes(column: Column, system: StateSystem): Resolver {
  const { values } = column;
  const highest = Math.max(0, ...system.codes);
  const indices = new Int16Array(highest + 1).fill(UNKNOWN_CODE);
  system.codes.forEach((code, index) => (indices[code] = index));
  const missing = column.kind === 'text' ? -1 : missingOf(column.kind);
  return {
    state: (row) => {
      const code = values[row] ?? missing;
      return code === missing ? NO_CODE : (indices[code] ?? UNKNOWN_CODE);
    },
    inUseAtEnd: () => true,
  };
}

/** The states of the registry that ever bear each code: looking a code up among them alone is quick. */
function bearers(states: readonly State[], from: SourceCodes): (value: string) => Registry {
  const found = new Map<string, State[]>();
  const add = (key: string, state: State): void => {
    const known = found.get(key);
    if (known === undefined) found.set(key, [state]);
    else if (!known.includes(state)) known.push(state);
  };
  for (const state of states) {
    if (from === 'iso3') add(state.id, state);
    else if (from === 'name') for (const { key } of namingsOf(state)) add(key, state);
    else for (const { number } of state[from] ?? []) add(String(number), state);
  }
  const registries = new Map<string, Registry>();
  return (value) => {
    const key = from === 'name' ? nameKey(value) : value.trim().toUpperCase();
    const known = registries.get(key);
    if (known !== undefined) return known;
    const registry = createRegistry(found.get(key) ?? []);
    registries.set(key, registry);
    return registry;
  };
}

/** Years that answers are kept for. */
const YEARS = 4096;
/** Not looked up yet. */
const UNASKED = -4;

/** Codes of another system, each as of the year; looked up once for each code and year. */
function otherCodes(column: Column, from: SourceCodes, system: StateSystem, states: readonly State[]): Resolver {
  const registryOf = bearers(states, from);
  const to: CodeSystem = system.id;
  const { values } = column;
  const missing = column.kind === 'text' ? -1 : missingOf(column.kind);
  const known = new Map<number, Int16Array>();
  const textOf = (code: number): string => (column.kind === 'text' ? (column.levels[code] ?? '') : String(code));
  const convert = (text: string, year: number): number => {
    const { matches } = convertCode(registryOf(text), text, { from, to, year });
    const found = new Set(matches.map(({ value }) => Number(value)));
    const [code] = found;
    if (code === undefined) return UNKNOWN_CODE;
    if (found.size > 1) return AMBIGUOUS_CODE;
    const index = system.indexOf(code);
    return index === -1 ? UNKNOWN_CODE : index;
  };
  return {
    state: (row, year) => {
      const code = values[row] ?? missing;
      if (code === missing) return NO_CODE;
      let answers = known.get(code);
      if (answers === undefined) {
        answers = new Int16Array(YEARS).fill(UNASKED);
        known.set(code, answers);
      }
      const answer = answers[year] ?? UNASKED;
      if (answer !== UNASKED) return answer;
      const state = convert(textOf(code), year);
      answers[year] = state;
      return state;
    },
    inUseAtEnd: (row, year) => {
      const text = textOf(values[row] ?? missing);
      return convertCode(registryOf(text), text, { from, to, date: `${year}-12-31` }).matches.length > 0;
    },
  };
}

/**
 * The states that a column of codes names in the panel's system. Codes of another system go through the registry as of the
 * year; where several answers fit, none is taken.
 */
export function createResolver(column: Column, from: SourceCodes, system: StateSystem, states: readonly State[]): Resolver {
  return from === system.id && column.kind !== 'text' ? ownCodes(column, system) : otherCodes(column, from, system, states);
}
