import type { Lesson } from './facts/lessons.ts';
import type { CrisisEvent } from './law/crisis-schema.ts';
import type { WorldFacts } from './states/types.ts';
import type { Treaty } from './treaty/schema.ts';

/** The shape of `dist/catalog.json`. A program that finds another number asks for a rebuild. */
export const CATALOG_FORMAT = 1;

/** What foedus knows out of the box, as one value: built and checked from `catalog/`, read by Node, fetched by the page. */
export interface Catalog extends WorldFacts {
  readonly format: typeof CATALOG_FORMAT;
  /** First twelve hex digits of the SHA-256 of the content: the same facts give the same version. */
  readonly version: string;
  readonly treaties: readonly Treaty[];
  readonly events: readonly CrisisEvent[];
  /** Guided lessons, in their order. */
  readonly lessons: readonly Lesson[];
}
