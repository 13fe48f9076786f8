import { defineSource } from '../../source.ts';

/** Correlates of War trade: total imports and exports of states by year. */
export const trade = defineSource({
  id: 'trade',
  title: 'Correlates of War Trade',
  version: '4.0',
  homepage: 'https://correlatesofwar.org/data-sets/bilateral-trade/',
  citations: [
    {
      key: 'barbieri2009trading',
      type: 'article',
      author: 'Barbieri, Katherine and Keshk, Omar M. G. and Pollins, Brian M.',
      year: 2009,
      title: 'Trading Data: Evaluating our Assumptions and Coding Rules',
      fields: { journal: 'Conflict Management and Peace Science', volume: '26', number: '5', pages: '471--491' },
    },
  ],
  terms: {
    text: 'Free for research, with citation of the article and the version; no formal open license.',
    url: 'https://correlatesofwar.org/data-sets/bilateral-trade/',
  },
  downloads: [{ url: 'https://correlatesofwar.org/wp-content/uploads/COW_Trade_4.0.zip', file: 'COW_Trade_4.0.zip' }],
  tables: [
    {
      id: 'state-year',
      title: 'Imports and exports by state and year',
      unit: 'state-year',
      states: 'cow',
      layouts: [{ file: /^(cow_trade_sy|National_COW_4\.0)\.csv$/i, missing: ['-9', 'NA'] }],
      columns: {
        ccode: { kind: 'int16', label: 'COW state number' },
        year: { kind: 'int16', label: 'year' },
        imports: { kind: 'float64', label: 'imports, millions of current US dollars' },
        exports: { kind: 'float64', label: 'exports, millions of current US dollars' },
      },
      key: ['ccode', 'year'],
      coverage: [1870, 2014],
      absent: 'missing',
      publishedRows: 14_410,
      checks: [{ holds: 'coalesce(imports >= 0, true) AND coalesce(exports >= 0, true)', message: 'imports and exports are not negative' }],
    },
  ],
  caveats: [
    'Current US dollars: deflate before comparing years.',
    'A blank is unknown, not zero; imports are missing more often (1,548 rows) than exports (821).',
    'Totals of the national file; the dyadic flows are another file and are not read.',
  ],
});
