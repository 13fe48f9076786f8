/** The single values of a treaty with what the schema says they are. */
import * as z from 'zod';
import type { Path } from '../diagnostics.ts';
import { rootSchemas, schemasUnder, type Schema } from '../treaty/keys.ts';
import type { Treaty } from '../treaty/schema.ts';

export interface Leaf {
  readonly path: Path;
  readonly value: string;
}

interface Walk {
  readonly value: unknown;
  readonly path: Path;
  readonly schemas: readonly Schema[];
}

function walk({ value, path, schemas }: Walk, visit: (leaf: Leaf, schemas: readonly Schema[]) => void): void {
  if (typeof value === 'string') visit({ path, value }, schemas);
  if (typeof value !== 'object' || value === null) return;
  const steps: readonly [string | number, unknown][] = Array.isArray(value) ? value.map((item: unknown, i) => [i, item]) : Object.entries(value);
  for (const [step, inner] of steps) walk({ value: inner, path: [...path, step], schemas: schemasUnder(schemas, step) }, visit);
}

function leavesWhere(treaty: Treaty, test: (leaf: Leaf, schemas: readonly Schema[]) => boolean): readonly Leaf[] {
  const found: Leaf[] = [];
  walk({ value: treaty, path: [], schemas: rootSchemas }, (leaf, schemas) => {
    if (test(leaf, schemas)) found.push(leaf);
  });
  return found;
}

const stateSchemas = new WeakMap<Schema, boolean>();

function isStateId(schema: Schema): boolean {
  let known = stateSchemas.get(schema);
  if (known === undefined) {
    known = z.safeParse(schema, 'FRA').success && !z.safeParse(schema, 'France').success;
    stateSchemas.set(schema, known);
  }
  return known;
}

/** Every place where a state is named by its id; regions are not among them. */
export function statesNamed(treaty: Treaty): readonly Leaf[] {
  return leavesWhere(treaty, ({ value }, schemas) => /^[A-Z]{3}$/.test(value) && schemas.some(isStateId));
}

/** Every entry of an area's `include` or `exclude`. */
export function regionsNamed(treaty: Treaty): readonly Leaf[] {
  return leavesWhere(treaty, ({ path }) => {
    const list = path.at(-2);
    return (list === 'include' || list === 'exclude') && typeof path.at(-1) === 'number' && path.includes('area');
  });
}
