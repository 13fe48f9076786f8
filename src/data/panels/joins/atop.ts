import { defineJoin } from './join.ts';
import { ONE_ROW } from './words.ts';

/** Obligations: what ccode1 owes ccode2; of states, whether they owe anybody anything. */
export const atop = defineJoin({
  id: 'atop',
  source: 'atop',
  joins: [
    {
      of: 'dyads',
      table: 'directed-dyad-year',
      states: ['ccode1', 'ccode2'],
      when: { year: 'year' },
      directed: true,
      owed: true,
      columns: [{ from: 'atop_defense' }, { from: 'atop_offense' }, { from: 'atop_neutral' }, { from: 'atop_nonagg' }, { from: 'atop_consul' }],
      several: ONE_ROW,
    },
    {
      of: 'states',
      table: 'state-year',
      state: 'state',
      when: { year: 'year' },
      columns: [
        { from: 'atopally' },
        { from: 'defense', to: 'atop_defense' },
        { from: 'offense', to: 'atop_offense' },
        { from: 'neutral', to: 'atop_neutral' },
        { from: 'nonagg', to: 'atop_nonagg' },
        { from: 'consul', to: 'atop_consul' },
        { from: 'number', to: 'atop_number' },
        { from: 'transyr', to: 'atop_transyr' },
      ],
      several: ONE_ROW,
    },
  ],
});
