import { describe, expect, it } from 'vitest';
import { sipri } from '../../../src/data/sources/sipri/source.ts';
import { published } from '../../support/published.ts';
import { xlsx, type Cell } from '../../support/xlsx.ts';

const HEAD = 'country,iso3c,cown,year,constant_2023_usd_m,current_usd_m,share_of_gdp,per_capita_usd,share_of_govt_spending,notes\n';
const NAME = 'SIPRI-Milex-data-1949-2024_2.xlsx';

/** The workbook as published: titles above the header, regions between the states. */
const book = (sheets: Readonly<Record<string, readonly (readonly Cell[])[]>> = {}): Uint8Array => {
  const above = [['Military expenditure by country © SIPRI'], ['Countries are grouped by region'], [], ['"..." = data unavailable'], []];
  return xlsx({
    'Front page': [['SIPRI']],
    'Regional totals': [
      ['Region', 1949],
      ['World', 99],
    ],
    'Local currency calendar years': [...above, ['Country', 'Currency', 1949, 2024], ['Freedonia', 'Mark', 1, 2]],
    'Constant (2023) US$': [
      ...above,
      ['Country', '', 'Notes', 1949, 2024],
      [],
      ['Africa'],
      ['Freedonia', '', '§4', 100.5, 200],
      ['Korea, South', '', '', 'xxx', 50],
    ],
    'Current US$': [...above, ['Country', 'Notes', 1949, 2024], [], ['Africa'], ['Freedonia', '§4', 10, 201], ['Korea, South', '', 'xxx', 51]],
    'Share of GDP': [...above, ['Country', 'Notes', 1949, 2024], ['Freedonia', '§4', 0.0162960609911055, '...'], ['Korea, South', '', 'xxx', 0.03]],
    'Per capita': [...above, [], ['Country', 'Notes', 1988, 2024], ['Freedonia', '§4', '. .', 12.5]],
    'Share of Govt. spending': [...above, [], ['Country', 'Notes', 'Reporting year', 1988, 2024], ['Freedonia', '§4', 'Jan.', '...', 0.1]],
    ...sheets,
  });
};

describe('SIPRI', () => {
  it('is read from the workbook: years across, a sheet a measure, regions left out', async () => {
    const { found } = await published(sipri, NAME, book());
    expect(found.map(({ state, country, year, constant_2023_usd_m: constant, current_usd_m: current }) => [state, country, year, constant, current])).toEqual([
      ['Freedonia', 'Freedonia', 1949, 100.5, 10],
      ['Freedonia', 'Freedonia', 2024, 200, 201],
      ['South Korea', 'Korea, South', 2024, 50, 51],
    ]);
    expect(found[0]).toMatchObject({ share_of_gdp: 0.0162960609911055, per_capita_usd: null, share_of_govt_spending: null, notes: '§4', cown: null });
    expect(found[1]).toMatchObject({ share_of_gdp: null, per_capita_usd: 12.5, share_of_govt_spending: 0.1 });
  });

  it('dollars of another base year are refused: they are in a sheet of another name', async () => {
    const renamed = book({
      'Constant (2023) US$': [['moved']],
      'Constant (2024) US$': [
        ['Country', 1949],
        ['Freedonia', 1],
      ],
    });
    await expect(published(sipri, NAME, renamed)).rejects.toThrow('every measure has values');
  });

  it('a figure that is no number is refused', async () => {
    await expect(
      published(
        sipri,
        NAME,
        book({
          'Per capita': [
            ['Country', 2024],
            ['Freedonia', 'n.d.'],
          ],
        }),
      ),
    ).rejects.toThrow("'n.d.' is not a number");
  });

  it('the table at hand is joined by names as of the year', async () => {
    const lines = ['Serbia,SRB,,2005', 'Serbia,SRB,,2006', 'Russia,RUS,365,1990', 'Russia,RUS,365,1992', 'USSR,RUS,365,1990'];
    const { found } = await published(sipri, 'sipri_milex_1949_2024.csv', `${HEAD}${lines.map((line) => `${line},1,1,.01,1,.1,2`).join('\n')}\n`);
    expect(found.map(({ country, year, state }) => [country, year, state])).toEqual([
      ['Russia', 1990, null],
      ['Russia', 1992, 'Russia'],
      ['Serbia', 2005, 'Yugoslavia'],
      ['Serbia', 2006, 'Serbia'],
      ['USSR', 1990, 'USSR'],
    ]);
  });

  it('percent in place of fractions is refused', async () => {
    await expect(published(sipri, 'sipri_milex_1949_2024.csv', `${HEAD}A,AAA,901,2000,1,1,3.4,1,.1,\n`)).rejects.toThrow('share_of_gdp lies between 0 and 2');
  });
});
