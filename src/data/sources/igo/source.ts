import { defineSource } from '../../source.ts';

/**
 * The published file has a column for each organization: 0 no member, 1 full, 2 associate, 3 observer, -9 unknown, -1 no
 * state of the system or no organization then.
 */
const COUNTED = `SELECT ccode, year,
    count(*) FILTER (WHERE membership = '1') AS sum_igo_full,
    count(*) FILTER (WHERE membership = '2') AS sum_igo_associate,
    count(*) FILTER (WHERE membership = '3') AS sum_igo_observer,
    count(*) FILTER (WHERE membership IN ('1', '2', '3')) AS sum_igo_anytype
  FROM (
    UNPIVOT (SELECT ccode, year, coalesce(COLUMNS(* EXCLUDE (ccode, year, state)), '0') FROM raw)
    ON COLUMNS(* EXCLUDE (ccode, year)) INTO NAME organization VALUE membership
  )
  GROUP BY ccode, year`;

/** Correlates of War intergovernmental organizations: how many memberships a state holds, by year. */
export const igo = defineSource({
  id: 'igo',
  title: 'Correlates of War Intergovernmental Organizations',
  version: '3',
  homepage: 'https://correlatesofwar.org/data-sets/igos/',
  citations: [
    {
      key: 'pevehouse2020tracking',
      type: 'article',
      author: 'Pevehouse, Jon C. W. and Nordstrom, Timothy and McManus, Roseanne W. and Jamison, Anne Spencer',
      year: 2020,
      title: 'Tracking Organizations in the World: The Correlates of War IGO Version 3.0 Datasets',
      fields: { journal: 'Journal of Peace Research', volume: '57', number: '3', pages: '492--503' },
    },
  ],
  terms: {
    text: 'Free for research, with citation of the article and the version; no formal open license.',
    url: 'https://correlatesofwar.org/data-sets/igos/',
  },
  downloads: [{ url: 'https://correlatesofwar.org/wp-content/uploads/state_year_formatv3.zip', file: 'state_year_formatv3.zip' }],
  tables: [
    {
      id: 'state-year',
      title: 'Memberships in intergovernmental organizations by state and year',
      unit: 'state-year',
      states: 'cow',
      layouts: [
        { file: /^cow_igo_state_year\.csv$/i, missing: ['NA'] },
        { file: /^state_year_formatv?3\.csv$/i, sql: COUNTED },
      ],
      columns: {
        ccode: { kind: 'int16', label: 'COW state number' },
        year: { kind: 'int16', label: 'year' },
        sum_igo_full: { kind: 'int16', label: 'full memberships in intergovernmental organizations' },
        sum_igo_associate: { kind: 'int16', label: 'associate memberships' },
        sum_igo_observer: { kind: 'int16', label: 'observer standings' },
        sum_igo_anytype: { kind: 'int16', label: 'memberships of any type: full, associate, observer' },
      },
      key: ['ccode', 'year'],
      coverage: [1816, 2014],
      absent: 'missing',
      publishedRows: 15_557,
      checks: [
        { holds: 'sum_igo_full >= 0 AND sum_igo_associate >= 0 AND sum_igo_observer >= 0', message: 'counts are not negative' },
        {
          holds: 'sum_igo_anytype = sum_igo_full + sum_igo_associate + sum_igo_observer',
          message: 'memberships of any type are the sum of full, associate and observer',
        },
      ],
    },
  ],
  caveats: [
    'Rows are yearly from 1816, but before 1965 memberships were coded every five years and filled in between: changes cluster.',
    'Counts say nothing of which organizations; the published file, with a column for each, is reduced to these counts.',
  ],
});
