import { defineJoin } from './join.ts';
import { ONE_ROW } from './words.ts';

/** Shortest distance between the territories; of states, to the nearest other. */
export const distance = defineJoin({
  id: 'distance',
  source: 'distance',
  joins: [
    {
      of: 'dyads',
      table: 'dyad-year',
      states: ['ccode1', 'ccode2'],
      when: { year: 'year' },
      directed: false,
      columns: [{ from: 'mindist' }],
      several: ONE_ROW,
      ofState: [{ of: 'mindist', to: 'minmindist', label: 'shortest distance to any other state, km', take: 'lowest' }],
    },
  ],
});
