import { defineJoin } from './join.ts';

/** Whether a state is a major power on any day of the year. */
export const majors = defineJoin({
  id: 'majors',
  source: 'majors',
  joins: [
    {
      of: 'states',
      table: 'spells',
      state: 'ccode',
      when: { from: 'styear', to: 'endyear' },
      columns: [{ to: 'cowmaj', label: 'major power on any day of the year' }],
      several: { take: 'first', words: 'two spells in a year count once' },
    },
  ],
});
