import type { Catalog } from '../core/catalog.ts';
import { convertCode, type Conversion, type ConvertOptions } from '../core/states/codes.ts';
import { createRegistry } from '../core/states/registry.ts';

export interface CodeRow extends Conversion {
  readonly value: string;
}

/** Each value in the other system, as of a date; without values every state that exists then. */
export function convertStateCodes(catalog: Catalog, values: readonly string[], options: ConvertOptions): readonly CodeRow[] {
  const registry = createRegistry(catalog.states);
  if (values.length > 0) return values.map((value) => ({ value, ...convertCode(registry, value, options) }));
  const states = options.date === undefined ? registry.all : registry.on(options.date);
  return states.map(({ id }) => ({ value: id, ...convertCode(registry, id, { ...options, from: 'iso3' }) }));
}
