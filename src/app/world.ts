import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalog } from '../core/catalog.ts';
import { createWorld, type MappedWorld } from '../core/states/world.ts';
import { decodeShapes, type Topology } from '../core/states/shapes.ts';
import { DIST } from './paths.ts';

/**
 * The world of a catalog. Only a point on the map needs the shapes of today's countries, so they are read
 * (a few tens of milliseconds) only where asked for.
 */
export function worldOf(catalog: Catalog, { shapes = false } = {}): MappedWorld {
  if (!shapes) return createWorld(catalog);
  const topology: Topology = JSON.parse(readFileSync(path.join(DIST, 'world', 'countries-50m.json'), 'utf8'));
  return createWorld(catalog, decodeShapes(topology));
}
