import type { Catalog } from '../../core/catalog.ts';
import { convertCode } from '../../core/states/codes.ts';
import { createRegistry, type Registry } from '../../core/states/registry.ts';
import type { CodeSystem } from '../../core/states/types.ts';
import { codesOf } from '../dyads/state-codes.ts';
import { noSuchState } from '../known-state.ts';
import { UserError } from '../user-error.ts';

/** Ways of naming a state, in the order in which they are tried. */
const SYSTEMS: readonly CodeSystem[] = ['iso3', 'cow-abbr', 'name'];

export interface StateNumbers {
  /** The COW number or numbers that a text stands for in a year: of Germany in 1990 both 255 and 260. @throws {UserError} where no state of any year is meant */
  numbers(text: string, year: number): ReadonlySet<number>;
  /** Texts that could have been read otherwise, once each: letters of both the registry and the Correlates of War. */
  readonly remarks: ReadonlySet<string>;
  /** The registry's id of a COW number in a year; the number itself where the registry has none. */
  idOf(ccode: number, year: number): string;
}

/** State codes of state-years: COW numbers, ids of the registry (ISO 3166 and ours), COW abbreviations, and names as of the year. */
export function stateNumbers(catalog: Catalog): StateNumbers {
  const registry = createRegistry(catalog.states);
  const idOf = codesOf(catalog, 'iso3');
  const found = new Map<string, ReadonlySet<number>>();
  const remarks = new Set<string>();
  return {
    remarks,
    numbers: (text, year) => {
      const key = `${text} ${year}`;
      const numbers = found.get(key) ?? numbersIn(catalog, registry, { text, year }, remarks);
      found.set(key, numbers);
      return numbers;
    },
    idOf: (ccode, year) => idOf(ccode, year) ?? String(ccode),
  };
}

function numbersIn(
  catalog: Catalog,
  registry: Registry,
  { text, year }: { readonly text: string; readonly year: number },
  remarks: Set<string>,
): ReadonlySet<number> {
  if (/^\d+$/.test(text)) {
    if (convertCode(registry, text, { from: 'cow', to: 'iso3' }).matches.length === 0)
      throw new UserError(`--state: ${text} is no COW number of the registry.`);
    return new Set([Number(text)]);
  }
  for (const from of SYSTEMS) {
    const { matches } = convertCode(registry, text, { from, to: 'cow', year });
    if (matches.length === 0) continue;
    const numbers = new Set(matches.map(({ value }) => Number(value)));
    const otherwise = from === 'iso3' ? convertCode(registry, text, { from: 'cow-abbr', to: 'cow', year }).matches : [];
    for (const { state, value } of otherwise.filter((other) => !numbers.has(Number(other.value)))) {
      remarks.add(
        `${text} is read as ${registry.nameOf(text.toUpperCase())}, by ISO 3166; the ${text} of the Correlates of War is ${registry.nameOf(state)}: write ${value}.`,
      );
    }
    return numbers;
  }
  if (SYSTEMS.every((from) => convertCode(registry, text, { from, to: 'iso3' }).matches.length === 0)) {
    throw noSuchState(catalog, text, '--state');
  }
  return new Set();
}
