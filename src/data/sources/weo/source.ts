import { defineSource, type Layout } from '../../source.ts';
import { between } from '../describe.ts';
import { PORTAL, SUBJECTS, TABBED, withState } from './subjects.ts';

const workbook = { missing: ['n/a', '--'], workbook: true, sql: withState(`(${PORTAL})`) } as const;

/** The tab-delimited files named `.xls`, in UTF-16 from October 2020. */
const tabbed = (month: string, year: number): Layout => ({
  file: new RegExp(`^WEO${month.slice(0, 3)}${year}all\\.(xls|txt)$`, 'i'),
  version: `${month} ${year}`,
  encoding: 'utf-16',
  delimiter: '\t',
  padded: true,
  missing: ['n/a', '--'],
  sql: withState(`(${TABBED})`),
});

/** The IMF's World Economic Outlook: economies and public finances, with forecasts. */
export const weo = defineSource({
  id: 'weo',
  title: 'IMF World Economic Outlook',
  version: 'October 2025',
  homepage: 'https://data.imf.org/en/datasets/IMF.RES:WEO',
  citations: [
    {
      key: 'imf2025weo',
      type: 'misc',
      author: '{International Monetary Fund}',
      year: 2025,
      title: 'World Economic Outlook Database, October 2025',
      fields: { address: 'Washington, DC', url: 'https://data.imf.org/en/datasets/IMF.RES:WEO' },
    },
  ],
  terms: {
    text: 'Free to use with attribution to the International Monetary Fund, under its terms of use.',
    url: 'https://www.imf.org/external/terms.htm',
  },
  downloads: [
    {
      url: 'https://data.imf.org/-/media/iData/External-Storage/Documents/5661B7CB2FCC4A56866765D4281AEF01/en/WEOOct2025all.xlsx',
      file: 'WEOOct2025all.xlsx',
    },
  ],
  tables: [
    {
      id: 'state-year',
      title: 'Economies by country and year',
      unit: 'state-year',
      states: 'iso3',
      layouts: [
        { file: /^imf_weo_oct2025\.csv$/i, sql: withState('raw') },
        { file: /^WEOOct2025all\.xlsx$/i, ...workbook },
        { file: /^WEOApr2026all\.xlsx$/i, version: 'April 2026', ...workbook },
        ...[2021, 2022, 2023, 2024].flatMap((year) => [tabbed('April', year), tabbed('October', year)]),
        tabbed('April', 2025),
      ],
      columns: {
        iso3c: { kind: 'text', label: 'ISO 3166 code; XKX for Kosovo; codes of groups have a digit (G001)' },
        year: { kind: 'int16', label: 'year' },
        ref_area: { kind: 'text', label: "the IMF's code of the country or group" },
        area: { kind: 'text', label: "the IMF's name of the country or group" },
        ...SUBJECTS,
        lastactual_NGDPD: { kind: 'text', label: 'last year of GDP that is no estimate: 2023 or FY2023/24' },
        lastactual_GGXWDG_NGDP: { kind: 'text', label: 'last year of gross debt that is no estimate: 2023 or FY2023/24' },
      },
      key: ['ref_area', 'year'],
      coverage: [1980, 2030],
      absent: 'missing',
      publishedRows: 9_930,
      checks: [
        { holds: 'NGDPD BETWEEN 0 AND 1000000 AND PPPGDP BETWEEN 0 AND 1000000', message: 'GDP is in billions' },
        { holds: 'LP BETWEEN 0 AND 20000', message: 'population is in millions' },
        between('PPPSH', 0, 100),
        {
          holds: '(SELECT least(count(NGDPD), count(LP), count(GGXWDG_NGDP), count(GGX_NGDP)) FROM t) > 0',
          message: 'GDP, population, debt and expenditure have values',
        },
      ],
    },
  ],
  caveats: [
    'Years after lastactual_NGDPD and lastactual_GGXWDG_NGDP are estimates and forecasts of the IMF; the columns are of the country, not of the year.',
    'Ten of some 145 subjects. Dollars are in billions, people in millions.',
    'Groups (G001 the world, G998 the European Union ...) stand beside countries: leave out codes with a digit before you add up.',
    'Kosovo is KOS or UVK and Palestine WBG at the IMF; iso3c has XKX and PSE. Hong Kong, Macao, Puerto Rico and Aruba are no states here.',
    'From October 2025 the IMF publishes workbooks; the tab-delimited files named .xls of April 2021 to April 2025 (UTF-16) are read as versions of their own.',
  ],
});
