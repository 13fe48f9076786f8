import { defineSource } from '../../source.ts';

/** National Material Capabilities: six components of power and their composite index, by state and year. */
export const nmc = defineSource({
  id: 'nmc',
  title: 'National Material Capabilities',
  version: '7.0',
  homepage: 'https://correlatesofwar.org/data-sets/national-material-capabilities/',
  citations: [
    {
      key: 'singer1972capability',
      type: 'article',
      author: 'Singer, J. David and Bremer, Stuart and Stuckey, John',
      year: 1972,
      title: 'Capability Distribution, Uncertainty, and Major Power War, 1820-1965',
      fields: { booktitle: 'Peace, War, and Numbers', editor: 'Russett, Bruce', publisher: 'Sage', address: 'Beverly Hills', pages: '19--48' },
    },
    {
      key: 'singer1987reconstructing',
      type: 'article',
      author: 'Singer, J. David',
      year: 1987,
      title: 'Reconstructing the Correlates of War Dataset on Material Capabilities of States, 1816-1985',
      fields: { journal: 'International Interactions', volume: '14', number: '2', pages: '115--132' },
    },
  ],
  terms: {
    text: 'Free for research, with citation of the article and the version; no formal open license.',
    url: 'https://correlatesofwar.org/data-sets/national-material-capabilities/',
  },
  downloads: [{ url: 'https://correlatesofwar.org/wp-content/uploads/NMCv7.zip', file: 'NMCv7.zip' }],
  tables: [
    {
      id: 'state-year',
      title: 'Capabilities by state and year',
      unit: 'state-year',
      states: 'cow',
      layouts: [{ file: /^(cow_nmc_v7|NMC-70-abridged)\.csv$/i, missing: ['-9', 'NA'] }],
      columns: {
        ccode: { kind: 'int16', label: 'COW state number' },
        year: { kind: 'int16', label: 'year' },
        milex: { kind: 'float64', label: 'military expenditure, thousands: pounds to 1913, current US dollars from 1914' },
        milper: { kind: 'int32', label: 'military personnel, thousands' },
        irst: { kind: 'int32', label: 'iron and steel production, thousands of tons' },
        pec: { kind: 'int32', label: 'primary energy consumption, thousands of coal-ton equivalents' },
        tpop: { kind: 'float64', label: 'total population, thousands' },
        upop: { kind: 'float64', label: 'urban population, thousands' },
        cinc: { kind: 'float64', label: 'Composite Index of National Capability' },
      },
      key: ['ccode', 'year'],
      coverage: [1816, 2022],
      absent: 'missing',
      publishedRows: 17_121,
      checks: [{ holds: 'cinc IS NULL OR (cinc >= 0 AND cinc <= 1)', message: 'cinc is a share between 0 and 1' }],
    },
  ],
  caveats: [
    'Yearly scores do not sum to 1: the index averages over the components a state has (1.05 in 1816, 1.0071 in 2022).',
    'milex changes currency in 1914; upop changes source in version 7, so neither is a trend across the break.',
  ],
});
