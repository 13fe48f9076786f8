import type { Download, Source } from '../../src/data/source.ts';

/** A source of one table with one value a year, in a file `made-up.csv`. */
export function madeUp(...downloads: readonly Download[]): Source {
  return {
    id: 'made-up',
    title: 'Made-up values',
    version: '1.0',
    homepage: 'https://data.example/made-up',
    citations: [{ key: 'nobody2000', type: 'misc', author: 'Nobody', year: 2000, title: 'Made-up values' }],
    terms: { text: 'Free for tests.' },
    downloads,
    tables: [
      {
        id: 'state-year',
        title: 'Values by year',
        unit: 'state-year',
        layouts: [{ file: /^made-up\.csv$/ }],
        columns: { year: { kind: 'int16', label: 'year' }, value: { kind: 'int16', label: 'value' } },
        key: ['year'],
        absent: 'missing',
      },
    ],
    caveats: [],
  };
}
