import { existsSync } from 'node:fs';
import path from 'node:path';
import { clausesOf, spanOf } from '../core/lint/clauses.ts';
import type { LintConfig } from '../core/lint/config.ts';
import { statesNamed } from '../core/lint/leaves.ts';
import { lintTreaties } from '../core/lint/lint.ts';
import { compareDates, spansOverlap } from '../core/states/dates.ts';
import type { World } from '../core/states/world.ts';
import type { ParsedTreaty } from '../core/treaty/parse.ts';
import type { Treaty } from '../core/treaty/schema.ts';
import { CatalogError, readCatalog } from './build-catalog.ts';
import { OWN_CATALOG } from './own-catalog.ts';
import { located } from './read-yaml.ts';
import { UserError } from './user-error.ts';
import { worldOf } from './world.ts';

export interface CatalogReport {
  readonly faults: readonly string[];
  readonly counts: Readonly<Record<'states' | 'territories' | 'regions' | 'treaties' | 'clauses' | 'sources' | 'events', number>>;
}

/** What is a weakness in a draft is a fault in a work of reference. */
const STRICT: LintConfig = { rules: { 'source/bare': 'error', 'suppression/unused': 'error' } };

/**
 * Reads and checks every file of a catalog folder, our own when none is named: each by its schema, every id that one names and
 * another must define, and each treaty by the rules of the linter that find errors, its sources, its dates and its states.
 * @throws {UserError} where the folder does not exist
 */
export function checkCatalog(dir: string | undefined, cwd: string): CatalogReport {
  const folder = dir === undefined ? OWN_CATALOG : path.resolve(cwd, dir);
  if (!existsSync(folder)) throw new UserError(`${dir ?? 'catalog'}: no such directory.`);
  try {
    const { catalog, parsed } = readCatalog(folder);
    const { states, territories, regions, treaties, events } = catalog;
    return {
      faults: treatyFaults(parsed, worldOf(catalog)),
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

/** The rules across treaties look for weak bargains among the Powers of a day, and are left to `foedus lint`. */
function treatyFaults(parsed: readonly ParsedTreaty[], world: World): readonly string[] {
  return parsed.flatMap((one) => {
    const errors = lintTreaties([one], { world, config: STRICT }).filter(({ severity }) => severity === 'error');
    return [...errors.map((error) => `${located(error, one.text)} (${error.rule})`), ...factFaults(one.treaty, world).map((fault) => `${one.file}: ${fault}`)];
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

/** The year in which each of ATOP's series of numbers begins: 1005 to 1999, 2000 to 2999 ... */
const SERIES = ['1815', '1914', '1945', '1990', '2002', '2007', '2016'] as const;

/** ATOP numbers an alliance by the time of its first signature; a treaty that renegotiates one keeps the number. */
function isOfItsTime(atop: number, signed: string): boolean {
  const first = SERIES[Math.floor(atop / 1000) - 1];
  return first !== undefined && compareDates(signed, first) >= 0;
}
