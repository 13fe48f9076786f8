import type { Catalog } from '../../core/catalog.ts';
import { CATALOG_FORMAT } from '../../core/catalog.ts';
import { createLaw } from '../../core/law/law.ts';
import type { Law } from '../../core/law/law.ts';
import { decodeShapes } from '../../core/states/shapes.ts';
import type { Topology } from '../../core/states/shapes.ts';
import { createWorld } from '../../core/states/world.ts';
import type { MappedWorld } from '../../core/states/world.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import type { Atlas } from './geography.ts';

/** The catalog, its world and its law, asked in the browser. */
export interface Engine {
  readonly catalog: Catalog;
  readonly world: MappedWorld;
  readonly law: Law;
  readonly treaty: (id: string) => Treaty | undefined;
}

export function createEngine(catalog: Catalog, atlas: Topology | null): Engine {
  const world = createWorld(catalog, atlas ? decodeShapes(atlas) : []);
  const treaties = new Map(catalog.treaties.map((treaty) => [treaty.id, treaty]));
  return { catalog, world, law: createLaw(catalog.treaties, world), treaty: (id) => treaties.get(id) };
}

/** What went wrong in fetching, in a sentence for the reader. */
export class LoadError extends Error {
  readonly expired: boolean;
  constructor(message: string, expired = false) {
    super(message);
    this.name = 'LoadError';
    this.expired = expired;
  }
}

export async function fetchJson(url: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (cause) {
    throw new LoadError(`The workbench does not answer. Start foedus serve and open the link it prints. (${String(cause)})`);
  }
  if (response.status === 401 || response.status === 403) throw new LoadError('Link expired. Open the newest link printed by foedus serve.', true);
  if (!response.ok) throw new LoadError(`${url} is missing (${response.status}). Run npm run build, then foedus serve.`);
  return response.json();
}

const isCatalog = (value: unknown): value is Catalog =>
  typeof value === 'object' && value !== null && 'treaties' in value && 'states' in value && 'format' in value;

/** Fetches the catalog the server holds. Throws LoadError. */
export async function fetchCatalog(): Promise<Catalog> {
  const value = await fetchJson('/catalog.json');
  if (!isCatalog(value) || value.format !== CATALOG_FORMAT)
    throw new LoadError('This page and its catalog are of different versions. Run npm run build, then reload.');
  return value;
}

/** A file of `world-atlas`, as the law's decoder and as the map's read it. */
export type AtlasFile = Topology & Atlas;

const isAtlas = (value: unknown): value is AtlasFile => typeof value === 'object' && value !== null && 'arcs' in value && 'objects' in value;

/** Fetches the countries of `world-atlas` at a scale. Throws LoadError. */
export async function fetchAtlas(scale: '110m' | '50m'): Promise<AtlasFile> {
  const value = await fetchJson(`/world/countries-${scale}.json`);
  if (!isAtlas(value)) throw new LoadError('The world map cannot be read. Run npm run build, then reload.');
  return value;
}
