import { defineJoin } from './join.ts';
import { ONE_ROW } from './words.ts';

/** Ideal points in the General Assembly. */
export const unga = defineJoin({
  id: 'unga',
  source: 'unga',
  joins: [
    {
      of: 'states',
      table: 'state-year',
      state: 'ccode',
      when: { year: 'year' },
      columns: [{ from: 'nvotes' }, { from: 'idealpoint' }, { from: 'q5' }, { from: 'q50' }, { from: 'q95' }],
      several: ONE_ROW,
    },
  ],
});
