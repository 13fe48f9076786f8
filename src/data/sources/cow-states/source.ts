import { defineSource, type Variable } from '../../source.ts';
import { between, stateNumbers } from '../describe.ts';

const columns: Record<string, Variable> = {
  stateabb: { kind: 'text', label: 'COW state abbreviation' },
  ccode: { kind: 'int16', label: 'COW state number' },
  statenme: { kind: 'text', label: 'name of the state' },
  styear: { kind: 'int16', label: 'year membership begins' },
  stmonth: { kind: 'int8', label: 'month membership begins' },
  stday: { kind: 'int8', label: 'day membership begins' },
  endyear: { kind: 'int16', label: 'year membership ends (2016-12-31: still a member)' },
  endmonth: { kind: 'int8', label: 'month membership ends' },
  endday: { kind: 'int8', label: 'day membership ends' },
  version: { kind: 'int16', label: 'version of the list' },
};

/** The state system of the Correlates of War: who was a member, from which day to which. */
export const cowStates = defineSource({
  id: 'cow-states',
  title: 'Correlates of War State System Membership',
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
  downloads: [{ url: 'https://correlatesofwar.org/wp-content/uploads/states2016.csv', file: 'states2016.csv' }],
  tables: [
    {
      id: 'members',
      title: 'Members of the COW state system',
      unit: 'state-spell',
      states: 'cow',
      layouts: [{ file: /^(cow_states|states2016)\.csv$/i }],
      columns,
      key: ['ccode', 'styear', 'stmonth', 'stday'],
      coverage: [1816, 2016],
      absent: 'zero',
      publishedRows: 243,
      checks: [
        ...stateNumbers('ccode'),
        between('styear', 1816, 2016),
        between('endyear', 1816, 2016),
        between('stmonth', 1, 12),
        between('endmonth', 1, 12),
        { holds: '(styear, stmonth, stday) <= (endyear, endmonth, endday)', message: 'a spell ends after it begins' },
      ],
    },
  ],
  caveats: [
    'An end on 31 December 2016 means that the state was still a member when the list was made; panels of later years keep it and say so.',
    'A state may have several spells: Germany is 255 to 1945 and from 1990, 260 and 265 between.',
    'Membership begins in 1816 at the earliest, whatever the age of the state.',
  ],
});
