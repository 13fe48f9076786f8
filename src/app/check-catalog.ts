import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalog } from '../core/catalog.ts';
import { clausesOf, spanOf } from '../core/lint/clauses.ts';
import type { LintConfig } from '../core/lint/config.ts';
import { statesNamed } from '../core/lint/leaves.ts';
import { lintSources } from '../core/lint/lint.ts';
import { compareDates, spansOverlap } from '../core/states/dates.ts';
import type { World } from '../core/states/world.ts';
import type { Treaty } from '../core/treaty/schema.ts';
import { buildCatalog, CatalogError } from './build-catalog.ts';
import { OWN_CATALOG } from './own-catalog.ts';
import { located } from './read-yaml.ts';
import { UserError } from './user-error.ts';
import { worldOf } from './world.ts';

export interface CatalogReport {
  readonly faults: readonly string[];
  readonly counts: Readonly<Record<'states' | 'territories' | 'regions' | 'treaties' | 'clauses' | 'sources' | 'events', number>>;
}

/** What is a weakness in a draft is a fault in a work of reference. */
const STRICT: LintConfig = { rules: { 'source/bare': 'error', 'source/doubt-unexplained': 'error', 'suppression/unused': 'error' } };

/**
 * Reads and checks every file of a catalog folder, our own when none is named: each by its schema, every id that one names and
 * another must define, and each treaty by the rules of the linter that find errors, its sources, its dates and its states.
 * @throws {UserError} where the folder does not exist
 */
export function checkCatalog(dir: string | undefined, cwd: string): CatalogReport {
  const folder = dir === undefined ? OWN_CATALOG : path.resolve(cwd, dir);
  if (!existsSync(folder)) throw new UserError(`${dir ?? 'catalog'}: no such directory.`);
  try {
    const catalog = buildCatalog(folder);
    const { states, territories, regions, treaties, events } = catalog;
    return {
      faults: treatyFaults(catalog, folder),
      counts: {
        states: states.length,
        territories: territories.length,
        regions: regions.length,
        treaties: treaties.length,
        clauses: treaties.reduce((sum, treaty) => sum + clausesOf(treaty).length, 0),
        sources: treaties.reduce((sum, { sources }) => sum + sources.length, 0),
        events: events.length,
      },
    };
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    return { faults: error.faults, counts: { states: 0, territories: 0, regions: 0, treaties: 0, clauses: 0, sources: 0, events: 0 } };
  }
}

function treatyFaults(catalog: Catalog, folder: string): readonly string[] {
  const world = worldOf(catalog);
  return catalog.treaties.flatMap((treaty) => {
    const file = `catalog/treaties/${treaty.id}.yaml`;
    const text = readFileSync(path.join(folder, 'treaties', `${treaty.id}.yaml`), 'utf8');
    const errors = lintSources([{ file, text }], { world, config: STRICT }).diagnostics.filter(({ severity }) => severity === 'error');
    return [...errors.map((error) => `${located(error, text)} (${error.rule})`), ...factFaults(treaty, world).map((fault) => `${file}: ${fault}`)];
  });
}

function factFaults(treaty: Treaty, world: World): readonly string[] {
  const { atop, signed, in_force: inForce, ended } = treaty;
  const life = spanOf(inForce ?? signed, ended?.date);
  const absent = new Set(statesNamed(treaty).flatMap(({ value }) => (isThen(value) ? [] : [value])));
  function isThen(state: string): boolean {
    return world.state(state)?.exists.some((span) => spansOverlap(span, life)) === true;
  }
  return [
    ...[...absent].map((state) => `names ${state}, which is no state at any time while the treaty is in force`),
    ...(atop === undefined || isOfItsTime(atop, signed) ? [] : [`ATOP ${atop} cannot be a treaty signed ${signed}`]),
  ];
}

/** The first day of each of ATOP's series of numbers: 1005 to 1999, 2000 to 2999 ... */
const SERIES = ['1815', '1914', '1945', '1990'] as const;

/** ATOP numbers an alliance by the time of its first signature; a treaty that renegotiates one keeps the number. */
function isOfItsTime(atop: number, signed: string): boolean {
  const first = SERIES[Math.floor(atop / 1000) - 1];
  return first !== undefined && compareDates(signed, first) >= 0;
}
