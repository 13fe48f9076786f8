import { readInject } from '../../core/explore/decades/inject-words.ts';
import { clampDate, parseDate } from '../fight/dates.ts';
import type { RawSearch } from '../fight/search.ts';
import { DECADES_START } from '../shell/starts.ts';

/** Everything the page shows, as its address says it. */
export interface DecadesSearch {
  readonly from: string;
  readonly years: number;
  readonly worlds: number;
  readonly seed: number;
  /** States that take part; all where empty. */
  readonly states: readonly string[];
  readonly scenarios: readonly string[];
  /** Injects in short: `2028 leaves USA nato`. */
  readonly injects: readonly string[];
  readonly run: boolean;
  /** The world that is replayed. */
  readonly world: number | null;
  /** The year looked at in it. */
  readonly at: number | null;
  readonly tables: readonly string[];
}

export const YEARS = [5, 10, 20, 30, 50] as const;
export const WORLDS = [10, 30, 100, 300] as const;
const [, , USUAL_YEARS] = YEARS;
const [, USUAL_WORLDS] = WORLDS;

const listOf = (text: string | undefined, by: string): readonly string[] =>
  (text ?? '')
    .split(by)
    .map((one) => one.trim())
    .filter((one) => one !== '');

const wholeOf = (text: string | undefined): number | null => (text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : null);

/** Reads an address; what it cannot read falls back to the default. */
export function readDecades(raw: RawSearch): DecadesSearch {
  return {
    from: clampDate(parseDate(raw['from'] ?? '') ?? DECADES_START.from),
    years: YEARS.find((one) => one === wholeOf(raw['years'])) ?? USUAL_YEARS,
    worlds: WORLDS.find((one) => one === wholeOf(raw['worlds'])) ?? USUAL_WORLDS,
    seed: wholeOf(raw['seed']) ?? 1,
    states: listOf(raw['states']?.toUpperCase(), ',').filter((one) => /^[A-Z]{3}$/.test(one)),
    scenarios: listOf(raw['scenarios'], ';'),
    injects: listOf(raw['injects'], ';'),
    run: raw['run'] === '1',
    world: wholeOf(raw['world']),
    at: wholeOf(raw['at']),
    tables: listOf(raw['tables'], ','),
  };
}

/** Writes an address, leaving out what is as by default. */
export function writeDecades({ from, years, worlds, seed, states, scenarios, injects, run, world, at, tables }: DecadesSearch): Record<string, string> {
  return {
    from,
    ...(years !== USUAL_YEARS && { years: String(years) }),
    ...(worlds !== USUAL_WORLDS && { worlds: String(worlds) }),
    ...(seed !== 1 && { seed: String(seed) }),
    ...(states.length > 0 && { states: states.join(',') }),
    ...(scenarios.length > 0 && { scenarios: scenarios.join(';') }),
    ...(injects.length > 0 && { injects: injects.join(';') }),
    ...(run && { run: '1' }),
    ...(world !== null && { world: String(world) }),
    ...(at !== null && { at: String(at) }),
    ...(tables.length > 0 && { tables: tables.join(',') }),
  };
}

/** The question that the server is put. */
export function questionOf({ from, years, worlds, seed, states, scenarios, injects }: DecadesSearch): Record<string, unknown> {
  const moved = injects.flatMap((text) => {
    const read = readInject(text);
    return 'inject' in read ? [read.inject] : [];
  });
  return { from, years, worlds, seed, scenarios, injects: moved, ...(states.length > 1 && { states }) };
}
