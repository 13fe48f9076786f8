import { defineJoin } from './join.ts';
import { ONE_ROW } from './words.ts';

/** Imports and exports of a state. */
export const trade = defineJoin({
  id: 'trade',
  source: 'trade',
  joins: [{ of: 'states', table: 'state-year', state: 'ccode', when: { year: 'year' }, columns: [{ from: 'imports' }, { from: 'exports' }], several: ONE_ROW }],
});
