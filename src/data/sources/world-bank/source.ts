import { defineSource, type Layout, type TableSpec, type Variable } from '../../source.ts';

/** The file of one indicator as data.worldbank.org offers it: four lines, then a line a country with years across. */
const YEARS_ACROSS = `SELECT "Country Name", "Country Code", year AS "Year", value AS "Value"
  FROM (UNPIVOT raw ON COLUMNS('^[0-9]{4}$') INTO NAME year VALUE value) WHERE trim(value) NOT IN ('', '..')`;

const layouts = (name: RegExp, indicator: string): readonly [Layout, ...Layout[]] => [
  { file: name, missing: ['..'] },
  { file: new RegExp(`^API_${indicator.replaceAll('.', '\\.')}_DS2_.*\\.csv$`, 'i'), skip: 4, missing: ['..'], sql: YEARS_ACROSS },
];

const described = (value: Readonly<Record<string, Variable>>): Readonly<Record<string, Variable>> => ({
  country_code: { kind: 'text', label: 'ISO 3166 code; codes of regions and income groups stand beside them', published: ['Country Code'] },
  year: { kind: 'int16', label: 'year' },
  country_name: { kind: 'text', label: 'name of the country, region or group', published: ['Country Name'] },
  ...value,
});

const common = { unit: 'state-year', states: 'iso3', key: ['country_code', 'year'], absent: 'missing' } as const satisfies Partial<TableSpec>;

/** Gross domestic product and population from the World Bank's World Development Indicators. */
export const worldBank = defineSource({
  id: 'world-bank',
  title: 'World Bank, World Development Indicators',
  version: 'to 2024',
  homepage: 'https://databank.worldbank.org/source/world-development-indicators',
  citations: [
    {
      key: 'worldbank2025wdi',
      type: 'misc',
      author: '{World Bank}',
      year: 2025,
      title: 'World Development Indicators: GDP (current US dollars), NY.GDP.MKTP.CD; Population, total, SP.POP.TOTL',
      fields: { address: 'Washington, DC', url: 'https://data.worldbank.org' },
    },
  ],
  terms: { text: 'Creative Commons BY 4.0, with credit to the World Bank.', url: 'https://www.worldbank.org/en/about/legal/terms-of-use-for-datasets' },
  downloads: [
    { url: 'https://api.worldbank.org/v2/en/indicator/NY.GDP.MKTP.CD?downloadformat=csv', file: 'NY.GDP.MKTP.CD.zip' },
    { url: 'https://api.worldbank.org/v2/en/indicator/SP.POP.TOTL?downloadformat=csv', file: 'SP.POP.TOTL.zip' },
  ],
  tables: [
    {
      ...common,
      id: 'gdp',
      title: 'Gross domestic product by country and year',
      layouts: layouts(/^wb_gdp_current_usd\.csv$/i, 'NY.GDP.MKTP.CD'),
      columns: described({ gdp: { kind: 'float64', label: 'GDP, current US dollars (NY.GDP.MKTP.CD)', published: ['Value'] } }),
      coverage: [1960, 2023],
      version: 'to 2023',
      publishedRows: 13_979,
      checks: [
        { holds: 'gdp > 0', message: 'GDP is positive' },
        { holds: '(SELECT max(gdp) FROM t) > 1e9', message: 'GDP is in dollars' },
      ],
    },
    {
      ...common,
      id: 'population',
      title: 'Population by country and year',
      layouts: layouts(/^wb_population\.csv$/i, 'SP.POP.TOTL'),
      columns: described({ population: { kind: 'float64', label: 'population at mid-year (SP.POP.TOTL)', published: ['Value'] } }),
      coverage: [1960, 2024],
      publishedRows: 17_195,
      checks: [
        { holds: 'population > 0 AND population = round(population)', message: 'population is a count of people' },
        { holds: '(SELECT max(population) FROM t) > 1e6', message: 'population is in people' },
      ],
    },
  ],
  caveats: [
    'Regions and income groups (WLD, EUU, AFE ...) stand beside countries: leave them out before you add up.',
    "Figures before a state's independence are those of its territory: Serbia from 1960, Estonia from 1960. They join to no state of the time.",
    'The World Bank revises whole series: cite the date of the file.',
  ],
});
