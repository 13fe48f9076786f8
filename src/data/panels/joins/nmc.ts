import { defineJoin } from './join.ts';
import { ONE_ROW } from './words.ts';

/** The six components and their index. */
export const nmc = defineJoin({
  id: 'nmc',
  source: 'nmc',
  joins: [
    {
      of: 'states',
      table: 'state-year',
      state: 'ccode',
      when: { year: 'year' },
      columns: [{ from: 'milex' }, { from: 'milper' }, { from: 'irst' }, { from: 'pec' }, { from: 'tpop' }, { from: 'upop' }, { from: 'cinc' }],
      several: ONE_ROW,
    },
  ],
});
