import { defineSource, type Variable } from '../../source.ts';
import { between, stateNumbers } from '../describe.ts';

const columns: Record<string, Variable> = {
  ccode: { kind: 'int16', label: 'COW state number' },
  styear: { kind: 'int16', label: 'year the rank of major power begins' },
  stmonth: { kind: 'int8', label: 'month the rank of major power begins' },
  stday: { kind: 'int8', label: 'day the rank of major power begins' },
  endyear: { kind: 'int16', label: 'year the rank of major power ends (2016-12-31: still one)' },
  endmonth: { kind: 'int8', label: 'month the rank of major power ends' },
  endday: { kind: 'int8', label: 'day the rank of major power ends' },
  version: { kind: 'int16', label: 'version of the list' },
};

/** The major powers of the Correlates of War. */
export const majors = defineSource({
  id: 'majors',
  title: 'Correlates of War Major Powers',
  version: '2016',
  homepage: 'https://correlatesofwar.org/data-sets/state-system-membership/',
  citations: [
    {
      key: 'cow2017states',
      type: 'misc',
      author: '{Correlates of War Project}',
      year: 2017,
      title: 'State System Membership List, v2016',
      fields: { url: 'https://correlatesofwar.org' },
    },
  ],
  terms: {
    text: 'Free for research with citation; no formal open license.',
    url: 'https://correlatesofwar.org/data-sets/state-system-membership/',
  },
  downloads: [],
  tables: [
    {
      id: 'spells',
      title: 'Major powers',
      unit: 'state-spell',
      states: 'cow',
      layouts: [{ file: /^(cow_majors|majors2016)\.csv$/i }],
      columns,
      key: ['ccode', 'styear', 'stmonth', 'stday'],
      coverage: [1816, 2016],
      absent: 'zero',
      publishedRows: 14,
      checks: [
        ...stateNumbers('ccode'),
        between('styear', 1816, 2016),
        between('endyear', 1816, 2016),
        { holds: '(styear, stmonth, stday) <= (endyear, endmonth, endday)', message: 'a spell ends after it begins' },
      ],
    },
  ],
  caveats: [
    'An end on 31 December 2016 means that the state was still a major power when the list was made.',
    'Germany and Japan return in 1991, China enters in 1950; the list is a judgment of historians, not a measure.',
  ],
});
