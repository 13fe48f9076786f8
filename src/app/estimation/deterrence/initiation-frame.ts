import { createCoverage, textsOver } from '../../../core/casus/coverage.ts';
import { openQuestion } from '../../../core/atop/conditions.ts';
import { OBLIGATION_COLUMNS, pledgesByYear } from '../../../core/measures/record/pledges.ts';
import { initiationFrame, type InitiationFrame } from '../../../core/record/initiation.ts';
import type { Obligation } from '../../../core/treaty/obligation-schema.ts';
import { buildPanelFrom } from '../../../data/panels/build.ts';
import { storeTables } from '../../../data/panels/tables/store-tables.ts';
import { readAtopTreaties } from '../../atop.ts';
import { JOINING_TABLES, readStateYears } from '../joining/frame.ts';
import { onceOfStore } from '../once-of-store.ts';
import { readTurnedDisputes } from '../record-tables.ts';
import type { EstimationContext } from '../section.ts';

/** The tables the frame rests on, by source. */
export const INITIATION_TABLES = [...JOINING_TABLES, ['gml', 'directed-dyad-year'], ['vdem', 'state-year']] as const;

const YEARS = { first: 1816, last: 2010 } as const;
const DISPUTES = ['dispnum', 'ccode1', 'ccode2', 'year', 'midonset', 'sidea1', 'sidea2', 'orig1', 'orig2', 'hostlev', 'recip'];
const PLEDGES = ['ccode1', 'ccode2', 'year', ...Object.values(OBLIGATION_COLUMNS)];

/** A condition on the place alone is met by an attack on the target's home; what is open of another is not known. */
const isOpen = ({ contested }: Obligation): boolean => contested !== undefined && contested !== openQuestion(['the place']);

/**
 * The initiation frame from the store, with the lists of states behind its coverage columns.
 * @throws {DataError} where a table is lacking
 */
export const readInitiationFrame = onceOfStore(
  async (context: Pick<EstimationContext, 'store' | 'catalog' | 'world' | 'onProgress'>): Promise<InitiationFrame> => {
    const { store, catalog, world, onProgress } = context;
    const treaties = (await readAtopTreaties(store, catalog)).all().map(({ treaty }) => treaty);
    const panel = await buildPanelFrom(storeTables(store), { unit: 'directed-dyad-year', years: YEARS, add: ['gml', 'peace-years'] }, catalog.states);
    return initiationFrame({
      panel: panel.table,
      disputes: await store.read('gml', 'directed-dyad-year', DISPUTES),
      turned: await readTurnedDisputes(store, catalog),
      states: await readStateYears(context),
      pledges: pledgesByYear(await store.read('atop', 'directed-dyad-year', PLEDGES, [])),
      democracy: await store.read('vdem', 'state-year', ['ccode', 'year', 'v2x_polyarchy']),
      coverage: createCoverage(treaties, world, { isOpen }),
      texts: createCoverage(textsOver(treaties, catalog.treaties), world, { isOpen }),
      ...(onProgress !== undefined && { onProgress: (done: number, total: number) => onProgress(done, total, 'years put to the law') }),
    });
  },
);
