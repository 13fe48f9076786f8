import type { Catalog } from '../core/catalog.ts';
import { collisionsOf, convertCode, type Conversion, type ConvertOptions } from '../core/states/codes.ts';
import { spansOverlap } from '../core/states/dates.ts';
import { createRegistry, type Registry } from '../core/states/registry.ts';

export interface CodeRow extends Conversion {
  readonly value: string;
}

export interface CodeTable {
  readonly rows: readonly CodeRow[];
  /** One line for each code that several values fell together in. */
  readonly warnings: readonly string[];
}

/** Each value in the other system, as of a date or year; without values every state that exists then. */
export function convertStateCodes(catalog: Catalog, values: readonly string[], options: ConvertOptions): CodeTable {
  const registry = createRegistry(catalog.states);
  const rows = values.length > 0 ? values.map((value) => ({ value, ...convertCode(registry, value, options) })) : everyState(registry, options);
  const warnings = collisionsOf(rows).map(({ value, of }) => `Collision: ${of.join(' and ')} become ${value} alike; keyed by it, their rows fall together.`);
  return { rows, warnings };
}

function everyState(registry: Registry, options: ConvertOptions): CodeRow[] {
  const { date, year } = options;
  const states =
    date !== undefined
      ? registry.on(date)
      : year === undefined
        ? registry.all
        : registry.all.filter(({ exists }) => exists.some((span) => spansOverlap(span, { from: `${year}-01-01`, to: `${year + 1}-01-01` })));
  return states.map(({ id }) => ({ value: id, ...convertCode(registry, id, { ...options, from: 'iso3' }) }));
}
