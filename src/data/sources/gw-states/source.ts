import { defineSource, type Variable } from '../../source.ts';
import { stateNumbers } from '../describe.ts';

const columns: Record<string, Variable> = {
  gwcode: { kind: 'int16', label: 'Gleditsch-Ward state number' },
  stateabb: { kind: 'text', label: 'Gleditsch-Ward state abbreviation' },
  statename: { kind: 'text', label: 'name of the state' },
  startdate: { kind: 'text', label: 'day independence begins, YYYY-MM-DD' },
  enddate: { kind: 'text', label: 'day independence ends, YYYY-MM-DD (2017-12-31: still independent)' },
};

/** The independent states of Gleditsch and Ward. */
export const gwStates = defineSource({
  id: 'gw-states',
  title: "Gleditsch and Ward's Independent States",
  version: '2017',
  homepage: 'http://ksgleditsch.com/data-4.html',
  citations: [
    {
      key: 'gleditsch1999revised',
      type: 'article',
      author: 'Gleditsch, Kristian S. and Ward, Michael D.',
      year: 1999,
      title: 'A Revised List of Independent States since the Congress of Vienna',
      fields: { journal: 'International Interactions', volume: '25', number: '4', pages: '393--413' },
    },
  ],
  terms: { text: 'Free to use with citation.', url: 'http://ksgleditsch.com/data-4.html' },
  downloads: [],
  tables: [
    {
      id: 'members',
      title: 'Independent states of Gleditsch and Ward',
      unit: 'state-spell',
      states: 'gw',
      layouts: [{ file: /^gw_states\.csv$/i }],
      columns,
      key: ['gwcode', 'startdate'],
      coverage: [1816, 2017],
      absent: 'zero',
      publishedRows: 216,
      checks: [
        ...stateNumbers('gwcode'),
        { holds: "startdate <= enddate AND startdate >= '1816-01-01'", message: 'a spell ends after it begins, in 1816 at the earliest' },
        { holds: 'try_cast(startdate AS DATE) IS NOT NULL AND try_cast(enddate AS DATE) IS NOT NULL', message: 'dates are written YYYY-MM-DD' },
      ],
    },
  ],
  caveats: [
    'An end on 31 December 2017 means that the state was still independent when the list was made; panels of later years keep it and say so.',
    'The list leaves out microstates, which its authors publish apart.',
    'Numbers agree with the Correlates of War for most states, not for all: Germany from 1949 is 260, Yemen 678, among others.',
  ],
});
