import type { Catalog } from '../core/catalog.ts';
import type { IsoDate } from '../core/states/types.ts';
import type { MappedWorld } from '../core/states/world.ts';
import type { Jobs } from './work/jobs.ts';
import type { Queue } from './work/queue.ts';

/** What resources answer from. */
export interface Place {
  /** With the treaties of the workspace. */
  readonly catalog: Catalog;
  /** The world of the catalog, with the shapes of countries. */
  readonly world: () => MappedWorld;
  /** The folder whose store, drafts and studies are asked for. */
  readonly workspace: string;
  /** Where work waits that takes long. */
  readonly queue: Queue;
  /** Long work that is watched. */
  readonly jobs: Jobs;
  readonly today: () => IsoDate;
}
