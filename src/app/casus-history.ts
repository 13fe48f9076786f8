import type { Catalog } from '../core/catalog.ts';
import { cowStates } from '../core/atop/states.ts';
import { createRegistry } from '../core/states/registry.ts';
import type { StateId } from '../core/states/types.ts';
import type { World } from '../core/states/world.ts';
import type { Table } from '../core/table/table.ts';
import type { Store } from '../data/store/store.ts';
import { readAtopTreaties } from './atop.ts';
import { replayDisputes } from '../core/casus/casus-foederis.ts';
import { casesTable, yearsTable } from '../core/casus/casus-tables.ts';
import { readDisputes } from '../core/casus/disputes.ts';
import { UserError } from './user-error.ts';
import { usingStore } from './with-store.ts';
import { spanInWords, type YearSpan } from './year-span.ts';

export interface CasusRequest {
  /** Years in which disputes begin; all when left out. */
  readonly years?: YearSpan;
  /** Only what this state owed, and its joining. */
  readonly state?: StateId;
}

export interface CasusHistory {
  /** One row a promise of a state to an originator of a dispute. */
  readonly cases: Table;
  /** One row a year. */
  readonly years: Table;
  readonly method: string;
  /** Versions of the data, by source. */
  readonly versions: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

const METHOD =
  'Each dispute is put to the law as an attack by the originators of side A on those of side B at home, and again the other way round; ' +
  'treaties are those of ATOP in force on its first day; force is used from hostility level 4 on.';

const CAVEATS = [
  'Side A is the side that acted first, not the aggressor: owed reads the dispute so, owed_if_attacked with the partner as the one attacked.',
  'ATOP does not spell out every condition: uncertain is 1 where the promise has one that is left open, and it is then taken as met.',
  'The disputes give no place: an attack is taken to fall on the home territory of its target.',
  'Promises are those in force on the first day to the states in the dispute from then on; later promises, and promises to those who joined later, are not asked.',
  'A day that the disputes do not know counts as the first of the month.',
];

/** The version of a table: GML's disputes are of an older edition than its dyads. */
function versionOf(store: Store, source: string, table: string): string {
  const entry = store.entry(source);
  return entry?.tables.find((one) => one.table === table)?.version ?? entry?.version ?? '';
}

/**
 * The casus foederis in the record: GML's disputes (MIDA and MIDB 2.1) held against ATOP's treaties.
 * @throws {UserError} where the store lacks one of them, or no dispute begins in the years
 */
export function casusHistory(folder: string, catalog: Catalog, world: World, { years, state }: CasusRequest): Promise<CasusHistory> {
  return usingStore(folder, async (store) => {
    const registry = createRegistry(catalog.states);
    const treaties = (await readAtopTreaties(store, catalog)).all().map(({ treaty }) => treaty);
    const all = readDisputes(await store.read('gml', 'mida'), await store.read('gml', 'midb'), cowStates(registry));
    const disputes = all.filter(({ date }) => years === undefined || (Number(date.slice(0, 4)) >= years[0] && Number(date.slice(0, 4)) <= years[1]));
    if (years !== undefined && disputes.length === 0) {
      const [first, last] = [all[0], all.at(-1)].map((one) => one?.date.slice(0, 4) ?? '');
      throw new UserError(`--years: no dispute begins in ${spanInWords(years)}; the data run from ${first} to ${last}.`);
    }
    const { cases, unplaced } = replayDisputes(disputes, treaties, world);
    const chosen = state === undefined ? cases : cases.filter((one) => one.state === state);
    return {
      cases: casesTable(chosen, world),
      years: yearsTable(disputes, chosen),
      method: METHOD,
      versions: { atop: versionOf(store, 'atop', 'phase'), gml: versionOf(store, 'gml', 'mida') },
      notes: [
        ...CAVEATS,
        ...(unplaced.length === 0
          ? []
          : [`Left out, one side having no originator that the registry knows as a state on the day: ${unplaced.map(({ id }) => id).join(', ')}.`]),
      ],
    };
  });
}
