import { defineSource } from '../../source.ts';
import { between } from '../describe.ts';
import { SIPRI_CELLS } from './workbook.ts';
import { withState } from './states.ts';

/** SIPRI military expenditure. */
export const sipri = defineSource({
  id: 'sipri',
  title: 'SIPRI Military Expenditure Database',
  version: 'April 2025',
  homepage: 'https://www.sipri.org/databases/milex',
  citations: [
    {
      key: 'sipri2025milex',
      type: 'misc',
      author: '{Stockholm International Peace Research Institute}',
      year: 2025,
      title: 'SIPRI Military Expenditure Database',
      fields: { doi: '10.55163/CQGC9685', url: 'https://www.sipri.org/databases/milex' },
    },
  ],
  terms: {
    text: 'Free for non-commercial use with credit to SIPRI; to publish more than about a tenth of it again, ask SIPRI.',
    url: 'https://www.sipri.org/databases/milex',
  },
  downloads: [{ url: 'https://www.sipri.org/sites/default/files/SIPRI-Milex-data-1949-2024_2.xlsx', file: 'SIPRI-Milex-data-1949-2024_2.xlsx' }],
  tables: [
    {
      id: 'state-year',
      title: 'Military expenditure by state and year',
      unit: 'state-year',
      states: 'name',
      layouts: [
        { file: /^sipri_milex_1949_2024\.csv$/i, missing: ['NA'], sql: withState('raw') },
        { file: /^SIPRI-Milex-data-1949-2024(_\d+)?\.xlsx$/i, workbook: true, sql: withState(`(${SIPRI_CELLS})`) },
      ],
      columns: {
        state: { kind: 'text', label: 'the state by a name that foedus knows; missing where it was none' },
        year: { kind: 'int16', label: 'year' },
        country: { kind: 'text', label: "SIPRI's name of the state" },
        iso3c: { kind: 'text', label: 'ISO 3166 code, matched by name', optional: true },
        cown: { kind: 'int16', label: 'COW state number, matched by name without the year', optional: true },
        constant_2023_usd_m: { kind: 'float64', label: 'military expenditure, millions of constant (2023) US dollars' },
        current_usd_m: { kind: 'float64', label: 'military expenditure, millions of current US dollars' },
        share_of_gdp: { kind: 'float64', label: 'military expenditure as a fraction of GDP (0.034 is 3.4%)' },
        per_capita_usd: { kind: 'float64', label: 'military expenditure per head, current US dollars' },
        share_of_govt_spending: { kind: 'float64', label: 'military expenditure as a fraction of government spending' },
        notes: { kind: 'text', label: 'marks of the footnotes', optional: true },
      },
      key: ['country', 'year'],
      coverage: [1949, 2024],
      absent: 'missing',
      publishedRows: 8_846,
      checks: [
        { holds: 'coalesce(constant_2023_usd_m, 0) >= 0 AND coalesce(current_usd_m, 0) >= 0', message: 'expenditure is not negative' },
        between('share_of_gdp', 0, 2),
        between('share_of_govt_spending', 0, 1),
        {
          holds:
            '(SELECT least(count(constant_2023_usd_m), count(current_usd_m), count(share_of_gdp), count(per_capita_usd), count(share_of_govt_spending)) FROM t) > 0',
          message: 'every measure has values: constant (2023) and current dollars, the shares, per head',
        },
      ],
    },
  ],
  caveats: [
    'Shares are fractions, not percent.',
    "SIPRI prints its own estimates in blue and uncertain figures in red; the colors are lost here. '...' (no figure) and 'xxx' (no state) are both missing.",
    'iso3c and cown were matched by name, without the year: the USSR is 365 and RUS, Germany is 255 before 1990 as well, Serbia has no number. Join by state, which foedus resolves as of the year.',
    'Serbia until 2005 is what was then Yugoslavia, later Serbia and Montenegro, and is joined to it.',
    'Russia has rows for 1987 to 1990, beside the USSR, that say 0 in current dollars and nothing else: they are joined to no state.',
    'Per head and share of government spending begin in 1988. The European Union has rows of its own from 2022.',
  ],
});
