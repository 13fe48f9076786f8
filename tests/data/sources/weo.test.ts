import { describe, expect, it } from 'vitest';
import { recognize } from '../../../src/data/import/recognize.ts';
import { weo } from '../../../src/data/sources/weo/source.ts';
import { madeUp, published } from '../../support/published.ts';
import { xlsx, type Cell } from '../../support/xlsx.ts';

const TITLES = [
  'SERIES_CODE',
  'OBS_MEASURE',
  'COUNTRY.ID',
  'COUNTRY',
  'INDICATOR.ID',
  'INDICATOR',
  'SCALE',
  'FREQUENCY',
  'LATEST_ACTUAL_ANNUAL_DATA',
  1980,
  2030,
];

const series = (area: string, subject: string, last: Cell, ...figures: readonly Cell[]): readonly Cell[] => [
  `${area}.${subject}.A`,
  'OBS',
  area,
  `Land ${area}`,
  subject,
  'words',
  'Billions',
  'Annual',
  last,
  ...figures,
];
const needed = ['LP', 'GGXWDG_NGDP', 'GGX_NGDP'].map((subject) => series('USA', subject, '2023', 1, 2));

describe('the World Economic Outlook', () => {
  it('is read from the workbook: countries and groups, a row a series, years across', async () => {
    const content = xlsx({
      Countries: [
        TITLES,
        series('USA', 'NGDPD', 'FY2023/24', 2857.3, 37_000),
        ...needed,
        series('KOS', 'NGDPD', 2023, null, 12),
        series('USA', 'PCPIPCH', 2024, 9, 9),
      ],
      'Country Groups': [TITLES, series('G001', 'NGDPD', null, 'n/a', '149,567.5')],
      'Commodity Prices': [TITLES, series('OIL', 'NGDPD', null, 1, 1)],
    });
    const { found } = await published(weo, 'WEOOct2025all.xlsx', content);
    expect(found.map(({ iso3c, ref_area: area, year, NGDPD, LP, lastactual_NGDPD: last }) => [iso3c, area, year, NGDPD, LP, last])).toEqual([
      ['G001', 'G001', 2030, 149_567.5, null, null],
      ['XKX', 'KOS', 2030, 12, null, '2023'],
      ['USA', 'USA', 1980, 2857.3, 1, 'FY2023/24'],
      ['USA', 'USA', 2030, 37_000, 2, 'FY2023/24'],
    ]);
  });

  it('is read from the tab-delimited files: UTF-16, thousands separators, n/a, -- and the note at the end', async () => {
    const head =
      'WEO Country Code\tISO\tWEO Subject Code\tCountry\tSubject Descriptor\tSubject Notes\tUnits\tScale\tCountry/Series-specific Notes\t1980\t1981\tEstimates Start After';
    const line = (area: string, subject: string, first: string, second: string): string =>
      `1\t${area}\t${subject}\tCôte ${area}\td\tnotes with "quotes" no\tU.S. dollars\tBillions\t\t${first}\t${second}\t2023`;
    const lines = [
      line('CIV', 'NGDPD', '"2,857.325"', 'n/a'),
      ...['LP', 'GGXWDG_NGDP', 'GGX_NGDP'].map((subject) => line('CIV', subject, '1.5', '--')),
      line('UVK', 'NGDPD', '3', '4'),
    ];
    const text = `\uFEFF${[head, ...lines, '', 'International Monetary Fund, World Economic Outlook Database, April 2025'].join('\r\n')}\r\n`;
    const { found } = await published(weo, 'WEOApr2025all.xls', Buffer.from(text, 'utf16le'));
    expect(found.map(({ iso3c, area, year, NGDPD, LP, lastactual_NGDPD: last }) => [iso3c, area, year, NGDPD, LP, last])).toEqual([
      ['CIV', 'Côte CIV', 1980, 2857.325, 1.5, '2023'],
      ['XKX', 'Côte UVK', 1980, 3, null, '2023'],
      ['XKX', 'Côte UVK', 1981, 4, null, '2023'],
    ]);
  });

  it('each edition is a version', () => {
    const version = (name: string): readonly string[] => recognize(name, [weo]).map((one) => one.version);
    expect(['WEOOct2025all.xlsx', 'WEOApr2026all.xlsx', 'WEOApr2025all.xls', 'WEOOct2021all.txt'].flatMap(version)).toEqual([
      'October 2025',
      'April 2026',
      'April 2025',
      'October 2021',
    ]);
  });

  it('the table at hand keeps fiscal years as they are written', async () => {
    const text = madeUp(weo, 'state-year', [{ ref_area: 'WBG', year: 2000, lastactual_NGDPD: 'FY2023/24' }], { iso3c: 'unused' });
    expect((await published(weo, 'imf_weo_oct2025.csv', text)).found).toMatchObject([{ iso3c: 'PSE', lastactual_NGDPD: 'FY2023/24' }]);
  });

  it('dollars in place of billions and another layout are refused', async () => {
    const inDollars = xlsx({ Countries: [TITLES, series('USA', 'NGDPD', 2023, 2.8573e12, 37e12), ...needed] });
    await expect(published(weo, 'WEOOct2025all.xlsx', inDollars)).rejects.toThrow('GDP is in billions');
    const renamed = xlsx({ Countries: [TITLES.map((title) => (title === 'INDICATOR.ID' ? 'INDICATOR_CODE' : title)), series('USA', 'NGDPD', 2023, 1, 2)] });
    await expect(published(weo, 'WEOOct2025all.xlsx', renamed)).rejects.toThrow('holds no row');
  });
});
