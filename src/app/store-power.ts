import type { Capabilities } from '../core/assess/capability.ts';
import { capabilitiesByYear } from '../core/measures/record/capabilities.ts';
import { readLedger } from '../data/store/ledger.ts';
import { codesOf } from './dyads/state-codes.ts';
import { loadCatalog } from './load-catalog.ts';

/** The span for which the catalog's own figures are not better: before its indicators begin. */
const LAST_HISTORICAL = 2021;

/**
 * Shares of power in a year of the past by the Composite Index of National Capability, where the store of a workspace holds it; undefined
 * where it does not, where it is made up, or where the catalog's own figures are newer.
 * @throws {UserError} where the store is damaged
 */
export async function powerFromStore(folder: string, date: string): Promise<Capabilities | undefined> {
  const year = Number(date.slice(0, 4));
  if (year > LAST_HISTORICAL) return undefined;
  const entry = readLedger(folder).entries.findLast(({ source }) => source === 'nmc');
  if (entry === undefined || entry.synthetic === true) return undefined;
  // DuckDB is loaded only where the store holds something to read.
  const { usingStore } = await import('./with-store.ts');
  const index = capabilitiesByYear(await usingStore(folder, (store) => store.read('nmc', 'state-year', ['ccode', 'year', 'cinc'])));
  if (year < index.firstYear || year > index.lastYear) return undefined;
  const idOf = codesOf(loadCatalog(), 'iso3');
  const shares = new Map<string, number>();
  for (let ccode = 1; ccode < 1000; ccode++) {
    const cinc = index.of(ccode, year);
    const state = Number.isNaN(cinc) ? undefined : idOf(ccode, year);
    if (state !== undefined) shares.set(state, Math.max(cinc, shares.get(state) ?? 0));
  }
  return {
    shares,
    partial: new Map(),
    year,
    method: `Composite Index of National Capability of ${year} (National Material Capabilities ${entry.version}, from the store)`,
  };
}
