import type { Catalog } from '../core/catalog.ts';
import { createLaw } from '../core/law/law.ts';
import { portfolioConflicts, type PortfolioConflict } from '../core/law/portfolio.ts';
import type { IsoDate } from '../core/states/types.ts';
import type { World } from '../core/states/world.ts';
import type { Treaty } from '../core/treaty/schema.ts';
import { selectTreaties } from './find-treaty.ts';

export interface ConflictsRequest {
  readonly date: IsoDate;
  readonly state?: string;
  readonly drafts?: readonly Treaty[];
  /** Ids of the treaties to look at; all when left out. */
  readonly only?: readonly string[];
}

/** Promises under different treaties in force on a date that cannot both be kept. */
export function conflictsOn(catalog: Catalog, world: World, { date, state, drafts = [], only = [] }: ConflictsRequest): readonly PortfolioConflict[] {
  const law = createLaw(selectTreaties(catalog, drafts, only), world);
  return portfolioConflicts(law.on(date), world).filter((conflict) => state === undefined || conflict.state === state);
}
