import { describe, expect, it } from 'vitest';
import { nato } from '../../../src/data/sources/nato/source.ts';
import { madeUp, published, type Row } from '../../support/published.ts';
import { xlsx, type Cell } from '../../support/xlsx.ts';

const WORKBOOK = 'def-exp-2025-en.xlsx';

const table3 = (block: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] => [
  ['Table 3: Defence expenditure as a share of GDP and annual real change'],
  ['Based on 2021 prices'],
  [],
  ...block,
  [],
  ['Annual real change (%)'],
  [null, '2014', '2015', '2025e'],
  ['Belgium', 7, 8, 9],
  ['* notes'],
];
const shares = table3([
  ['Share of real GDP (%)'],
  [null, '2014', '2015', '2025e'],
  ['Belgium*', 0.97, 0.91, 2],
  ['United States', 3.71, '..', 3.22],
  ['NATO Total*', 2.5, 2.4, 2.76],
]);
const book = (sheet: readonly (readonly Cell[])[]): Uint8Array =>
  xlsx({ Cover: [['NATO']], 'TABLE 2': [['Table 2: Defence expenditure'], ['Share of GDP'], [null, '2014'], ['Belgium', 1]], 'TABLE 3': sheet });

describe('NATO', () => {
  it("shares of GDP are read from the workbook's table 3, estimates marked, the block of changes left alone", async () => {
    const { table, found } = await published(nato, WORKBOOK, book(shares));
    expect(table).toBe('share-gdp');
    expect(found.map(({ country, year, estimate, share_gdp_pct: share }) => [country, year, estimate, share])).toEqual([
      ['Belgium', 2014, 0, 0.97],
      ['Belgium', 2015, 0, 0.91],
      ['Belgium', 2025, 1, 2],
      ['NATO Total', 2014, 0, 2.5],
      ['NATO Total', 2015, 0, 2.4],
      ['NATO Total', 2025, 1, 2.76],
      ['United States', 2014, 0, 3.71],
      ['United States', 2015, 0, null],
      ['United States', 2025, 1, 3.22],
    ]);
  });

  it('a workbook laid out otherwise is refused', async () => {
    await expect(published(nato, WORKBOOK, book([['Tableau 3 : parts du PIB'], ...shares.slice(1)]))).rejects.toThrow('holds no row');
    await expect(published(nato, WORKBOOK, book(table3([['Share of real GDP (%)'], [null, '2014'], ['BEL', 0.97]])))).rejects.toThrow(
      'members are there by their names',
    );
  });

  it('the series to 2024 is read with its totals', async () => {
    const text = 'Country,iso3c,year,estimate,share_gdp_pct\nBelgium,BEL,2023,0,1.2\nNATO Total,,2024,1,2.6\n';
    expect((await published(nato, 'nato_share_gdp_2014_2024e.csv', text)).found).toMatchObject([
      { country: 'Belgium', iso3c: 'BEL', share_gdp_pct: 1.2 },
      { country: 'NATO Total', iso3c: null, estimate: 1 },
    ]);
  });

  it('the tables of 2019 have long titles, and their shares add up', async () => {
    const titles = Object.fromEntries(
      Object.entries(nato.tables[0].columns).map(([name, { published: [title = name] = [] }]) => [name, title.includes(',') ? `"${title}"` : title]),
    );
    const parts = { equipment_share: 20, personnel_share: 60, infrastructure_share: 5, other_share: 15 };
    const read = async (row: Readonly<Record<string, number>>): Promise<readonly Row[]> =>
      (await published(nato, 'nato_defexp_2012_2019e.csv', madeUp(nato, 'expenditure', [{ country_stanag: 'BEL', year: 2012, ...row }], titles))).found;
    expect(await read({ ...parts, defense_expenditure_usd_current: 5e9 })).toMatchObject([
      { country_stanag: 'BEL', defense_expenditure_usd_current: 5e9, ...parts },
    ]);
    await expect(read({ ...parts, other_share: 50 })).rejects.toThrow('add up to 100 percent');
  });

  it('editions, members and pledges are read as they are', async () => {
    const edition = 'iso3c,year,share_gdp_pct,edition,seen_in\nBEL,2025,2.00,"NATO, August",press\nBEL,2025,2.0,March,press\n';
    expect((await published(nato, 'nato_share_gdp_2025_partial.csv', edition)).rows).toBe(2);
    expect((await published(nato, 'nato_members.csv', 'state,iso3c,cown,joined\nGermany,DEU,255,1955\n')).found).toEqual([
      { iso3c: 'DEU', state: 'Germany', cown: 255, joined: 1955 },
    ]);
    const pledge = 'pledge,date,category,bound,value,unit,deadline,wording,seen_in\nWales,2014-09-05,total,at least,2.0,"share of GDP, %",2024,,x\n';
    expect((await published(nato, 'nato_pledges.csv', pledge)).found).toMatchObject([{ date: '2014-09-05', value: 2, unit: 'share of GDP, %', wording: null }]);
  });
});
