import { depthFrame, type ArmsYear, type DepthMembership } from '../../../core/record/depth.ts';
import { rowsOf, type Row, type Table } from '../../../core/table/table.ts';
import { buildPanelFrom } from '../../../data/panels/build.ts';
import { storeTables } from '../../../data/panels/tables/store-tables.ts';
import type { EstimationContext } from '../section.ts';
import { stateNames } from './frame.ts';

/** The tables that the frame of depth rests on. */
export const DEPTH_TABLES = [
  ['alley-depth', 'treaty'],
  ['atop', 'member'],
  ['nmc', 'state-year'],
  ['sipri', 'state-year'],
  ['vdem', 'state-year'],
  ['majors', 'spells'],
  ['war', 'directed-dyad-year'],
  ['rivalry', 'tss'],
] as const;

/** COW's list of major powers and ATOP both speak of these years. */
const YEARS = { first: 1918, last: 2016 };

const numberOf = (row: Row, name: string): number | undefined => {
  const value = row[name];
  return typeof value === 'number' ? value : undefined;
};

/** Members of treaties of known depth by year, from the store. @throws {DataError} where a table is lacking */
export async function readDepthFrame({ store, catalog }: Pick<EstimationContext, 'store' | 'catalog'>): Promise<Table> {
  const request = { unit: 'state-year', years: YEARS, add: ['nmc', 'sipri', 'vdem', 'majors', 'war'] } as const;
  const { table } = await buildPanelFrom(storeTables(store), request, catalog.states);
  const named = stateNames({ catalog });
  const rivalries = rowsOf(await store.read('rivalry', 'tss', ['ccode1', 'ccode2', 'start', 'end']));
  const rivalsOf = (code: number, year: number): number =>
    rivalries.filter((row) => (row['ccode1'] === code || row['ccode2'] === code) && Number(row['start']) <= year && year <= Number(row['end'])).length;
  const years = rowsOf(table).flatMap((row): ArmsYear[] => {
    const [code, year] = [numberOf(row, 'ccode') ?? 0, numberOf(row, 'year') ?? 0];
    const state = named(code, year);
    if (state === undefined) return [];
    return [
      {
        state,
        year,
        milex: numberOf(row, 'milex'),
        spending: numberOf(row, 'constant_2023_usd_m'),
        share: numberOf(row, 'share_of_gdp'),
        cinc: numberOf(row, 'cinc'),
        democracy: numberOf(row, 'v2x_polyarchy'),
        major: row['cowmaj'] === 1,
        atWar: row['cowinterongoing'] === 1,
        rivals: rivalsOf(code, year),
      },
    ];
  });
  const members = rowsOf(await store.read('atop', 'member', ['atopid', 'member', 'yrent', 'yrexit'], ['atopid', 'member', 'yrent'])).flatMap(
    (row): DepthMembership[] => {
      const [treaty, code, from, exit] = ['atopid', 'member', 'yrent', 'yrexit'].map((name) => numberOf(row, name));
      if (treaty === undefined || code === undefined || from === undefined || exit === undefined) return [];
      const state = named(code, Math.max(from, YEARS.first));
      return state === undefined ? [] : [{ treaty, state, from, to: exit === 0 ? YEARS.last : exit }];
    },
  );
  const depths = rowsOf(await store.read('alley-depth', 'treaty', ['atopid', 'latent_depth_mean'])).map(
    (row) => [numberOf(row, 'atopid') ?? 0, numberOf(row, 'latent_depth_mean') ?? Number.NaN] as const,
  );
  return depthFrame(years, members, new Map(depths));
}
