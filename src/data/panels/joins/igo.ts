import { defineJoin } from './join.ts';
import { ONE_ROW } from './words.ts';

/** Memberships of intergovernmental organizations. */
export const igo = defineJoin({
  id: 'igo',
  source: 'igo',
  joins: [
    {
      of: 'states',
      table: 'state-year',
      state: 'ccode',
      when: { year: 'year' },
      columns: [{ from: 'sum_igo_full' }, { from: 'sum_igo_associate' }, { from: 'sum_igo_observer' }, { from: 'sum_igo_anytype' }],
      several: ONE_ROW,
    },
  ],
});
