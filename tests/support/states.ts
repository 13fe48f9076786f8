import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { createRegistry, type Registry } from '../../src/core/states/registry.ts';
import { statesSchema } from '../../src/core/states/schema.ts';
import type { State } from '../../src/core/states/types.ts';

/** The states of the catalog, checked by their schema. */
export function catalogStates(): readonly State[] {
  const file = new URL('../../catalog/states/states.yaml', import.meta.url);
  return statesSchema.parse(parse(readFileSync(file, 'utf8')));
}

/** The registry of the catalog. */
export function catalogRegistry(): Registry {
  return createRegistry(catalogStates());
}
