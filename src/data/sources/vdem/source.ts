import { defineSource } from '../../source.ts';

/**
 * Our columns of the thousands published, with V-Dem's COW number, and where it gives none, that of the COW member it codes;
 * Piedmont-Sardinia until Italy takes its number.
 */
const withCcode = (columns: string, cowcode: string): string => `SELECT ${columns}, ${cowcode} AS cowcode, coalesce(${cowcode}, CASE country_text_id
    WHEN 'SPD' THEN CASE WHEN year::INTEGER < 1861 THEN '325' END
    WHEN 'PPS' THEN '327' WHEN 'HDM' THEN '275' WHEN 'TSC' THEN '337' WHEN 'ZZB' THEN '511' END) AS ccode,
    country_text_id, country_id, year, v2x_polyarchy, v2x_polyarchy_codelow, v2x_polyarchy_codehigh, v2x_libdem
  FROM raw`;

/** Varieties of Democracy: electoral and liberal democracy by country and year. */
export const vdem = defineSource({
  id: 'vdem',
  title: 'Varieties of Democracy',
  version: '15',
  homepage: 'https://www.v-dem.net/data/the-v-dem-dataset/country-year-v-dem-core-v15/',
  citations: [
    {
      key: 'coppedge2025vdem',
      type: 'misc',
      author: 'Coppedge, Michael and others',
      year: 2025,
      title: 'V-Dem Country-Year Dataset v15',
      fields: { publisher: 'Varieties of Democracy (V-Dem) Project', url: 'https://www.v-dem.net/data/the-v-dem-dataset/' },
    },
  ],
  terms: {
    text: 'Creative Commons BY-SA 4.0: free with attribution; what is derived from it is shared alike.',
    url: 'https://creativecommons.org/licenses/by-sa/4.0/',
  },
  downloads: [{ url: 'https://www.v-dem.net/media/datasets/V-Dem-CY-Core-v15_csv.zip', file: 'V-Dem-CY-Core-v15_csv.zip' }],
  tables: [
    {
      id: 'state-year',
      title: 'V-Dem by country and year',
      unit: 'state-year',
      states: 'cow',
      layouts: [
        { file: /^vdem_extract\.csv$/i, missing: ['NA'], sql: withCcode('vdem_country_name AS country_name, cown, "GWn" AS gwn', 'vdem_cowcode') },
        { file: /^V-Dem-CY-(Core|Full[+]Others|FullOthers)-v15\.csv$/i, missing: ['NA'], sql: withCcode('country_name', '"COWcode"') },
      ],
      columns: {
        ccode: { kind: 'int16', label: 'COW state number: as V-Dem has it, filled where V-Dem has none' },
        year: { kind: 'int16', label: 'year' },
        country_name: { kind: 'text', label: 'name of the country' },
        country_text_id: { kind: 'text', label: "V-Dem's letters for the country" },
        country_id: { kind: 'int16', label: "V-Dem's number of the country" },
        cowcode: { kind: 'int16', label: 'COW state number as published by V-Dem' },
        cown: { kind: 'int16', label: 'COW state number as democracyData has it', optional: true },
        gwn: { kind: 'int16', label: 'Gleditsch-Ward number as democracyData has it', optional: true },
        v2x_polyarchy: { kind: 'float64', label: 'electoral democracy index, 0 to 1' },
        v2x_polyarchy_codelow: { kind: 'float64', label: 'electoral democracy index, lower bound (68%)' },
        v2x_polyarchy_codehigh: { kind: 'float64', label: 'electoral democracy index, upper bound (68%)' },
        v2x_libdem: { kind: 'float64', label: 'liberal democracy index, 0 to 1' },
      },
      key: ['country_id', 'year'],
      coverage: [1789, 2024],
      absent: 'missing',
      publishedRows: 27_913,
      checks: [
        {
          holds: 'coalesce(v2x_polyarchy BETWEEN 0 AND 1, true) AND coalesce(v2x_libdem BETWEEN 0 AND 1, true)',
          message: 'the indices are from 0 to 1',
        },
        {
          holds: 'coalesce(v2x_polyarchy BETWEEN v2x_polyarchy_codelow AND v2x_polyarchy_codehigh, true)',
          message: 'v2x_polyarchy lies between its bounds',
        },
      ],
    },
  ],
  caveats: [
    'An extract: of the thousands of published variables four are kept.',
    'Countries are coded before independence and as parts of other states: Vietnam from 1802, India under British rule. A row is no proof of statehood.',
    'Join by ccode. It follows the COW system where V-Dem does: 300 is Austria-Hungary to 1918, 315 Czechoslovakia to 1992, 260 the Federal Republic 1949 to 1990. democracyData writes 305 and 316 throughout, in cown.',
    'Units without a COW number (Hamburg, Brunswick, Hong Kong, Palestine, Somaliland) have no ccode.',
    'The indices are estimates: the bounds hold the middle 68% of the posterior.',
  ],
});
