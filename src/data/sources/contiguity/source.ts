import { defineSource, type Variable } from '../../source.ts';
import { bothDirections, code, onlyLabeledCodes, stateNumbers, twoStates } from '../describe.ts';

const columns: Record<string, Variable> = {
  ccode1: { kind: 'int16', label: 'COW state number, side 1' },
  ccode2: { kind: 'int16', label: 'COW state number, side 2' },
  conttype: code('direct contiguity', {
    0: 'not contiguous',
    1: 'land or river border',
    2: '12 miles of water or less',
    3: '24 miles of water or less',
    4: '150 miles of water or less',
    5: '400 miles of water or less',
  }),
  stdate: { kind: 'text', label: 'first month of the spell, YYYY-MM-01' },
  enddate: { kind: 'text', label: 'last month of the spell, YYYY-MM-01 (2016-12-01: still so)' },
};

const monthOf = (column: string): string => `${column}[1:4] || '-' || ${column}[5:6] || '-01'`;

/** `contdir.csv` as the Correlates of War publish it: each pair once, months as YYYYMM. */
const PUBLISHED = `
  SELECT side1 AS ccode1, side2 AS ccode2, conttype, ${monthOf('"begin"')} AS stdate, ${monthOf('"end"')} AS enddate
  FROM (
    SELECT statelno AS side1, statehno AS side2, conttype, "begin", "end" FROM raw
    UNION ALL
    SELECT statehno, statelno, conttype, "begin", "end" FROM raw
  )`;

/** Direct contiguity of the Correlates of War: borders on land and across water. */
export const contiguity = defineSource({
  id: 'contiguity',
  title: 'Correlates of War Direct Contiguity',
  version: '3.2',
  homepage: 'https://correlatesofwar.org/data-sets/direct-contiguity/',
  citations: [
    {
      key: 'stinnett2002correlates',
      type: 'article',
      author: 'Stinnett, Douglas M. and Tir, Jaroslav and Schafer, Philip and Diehl, Paul F. and Gochman, Charles',
      year: 2002,
      title: 'The Correlates of War Project Direct Contiguity Data, Version 3',
      fields: { journal: 'Conflict Management and Peace Science', volume: '19', number: '2', pages: '58--66' },
    },
  ],
  terms: {
    text: 'Free for research with citation; no formal open license.',
    url: 'https://correlatesofwar.org/data-sets/direct-contiguity/',
  },
  downloads: [{ url: 'https://correlatesofwar.org/wp-content/uploads/DirectContiguity320.zip', file: 'DirectContiguity320.zip' }],
  tables: [
    {
      id: 'directed-spells',
      title: 'Direct contiguity by directed dyad, in spells',
      unit: 'dyad-spell',
      states: 'cow',
      layouts: [{ file: /^cow_contdir\.csv$/i }, { file: /^contdir\.csv$/i, sql: PUBLISHED }],
      columns,
      key: ['ccode1', 'ccode2', 'stdate'],
      coverage: [1816, 2016],
      absent: 'zero',
      publishedRows: 1_874,
      checks: [
        ...stateNumbers('ccode1', 'ccode2'),
        twoStates,
        bothDirections(['conttype', 'stdate']),
        { holds: "stdate <= enddate AND stdate >= '1816-01-01' AND enddate <= '2016-12-31'", message: 'a spell ends after it begins, between 1816 and 2016' },
        { holds: 'try_cast(stdate AS DATE) IS NOT NULL AND try_cast(enddate AS DATE) IS NOT NULL', message: 'dates are written YYYY-MM-DD' },
        ...onlyLabeledCodes(columns),
      ],
    },
  ],
  caveats: [
    'The types are not a scale: 0 (not contiguous, or more than 400 miles of water) stands below 1 (a land border).',
    'The source gives months, so the day of a date says nothing.',
    'A dyad without a row is not contiguous. Spells of type 0 (180 of the 1,874 rows) were added by peacesciencer; contdir.csv as published has none, and each pair once: foedus turns it into two directed rows.',
    'Ends in 2016; a spell to December 2016 was still so.',
  ],
});
