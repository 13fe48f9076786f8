import { defineJoin } from './join.ts';

const several = { take: 'first', words: 'the state has two rows in the year, under two numbers of the source: the first is taken' } as const;

/** Polity: the score for time series; of one state, also the score with its special codes (in dyads, polity2 would be side 2 of it). */
export const polity = defineJoin({
  id: 'polity',
  source: 'polity',
  joins: [
    { of: 'states', table: 'state-year', state: 'cown', when: { year: 'year' }, columns: [{ from: 'polity', alone: true }, { from: 'polity2' }], several },
  ],
});

/** V-Dem: electoral and liberal democracy. */
export const vdem = defineJoin({
  id: 'vdem',
  source: 'vdem',
  joins: [
    {
      of: 'states',
      table: 'state-year',
      state: 'ccode',
      when: { year: 'year' },
      columns: [{ from: 'v2x_polyarchy' }, { from: 'v2x_polyarchy_codelow' }, { from: 'v2x_polyarchy_codehigh' }, { from: 'v2x_libdem' }],
      several,
    },
  ],
});
