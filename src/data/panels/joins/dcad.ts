import { defineJoin } from './join.ts';

/** Agreements on defense cooperation: whether one was signed in the year, whether one stood (to its estimated end). */
export const dcad = defineJoin({
  id: 'dcad',
  source: 'dcad',
  joins: [
    {
      of: 'dyads',
      table: 'agreements',
      states: ['ccode1', 'ccode2'],
      when: { year: 'signYear' },
      directed: false,
      columns: [{ to: 'dca_signed', label: 'defense cooperation agreement signed in the year' }],
      several: { take: 'first', words: 'several agreements of a pair in a year count once' },
      ofState: [
        { of: 'dca_signed', to: 'n_dca_signed', label: 'partners of defense cooperation agreements signed in the year', take: 'count', between: [1, 1] },
      ],
    },
    {
      of: 'dyads',
      table: 'agreements',
      states: ['ccode1', 'ccode2'],
      when: { from: 'signYear', to: 'endYearEstimate' },
      directed: false,
      columns: [{ to: 'dca', label: 'defense cooperation agreement stands, to its estimated end' }],
      several: { take: 'first', words: 'several agreements of a pair in a year count once' },
      ofState: [{ of: 'dca', to: 'n_dca', label: 'partners of defense cooperation agreements that stand', take: 'count', between: [1, 1] }],
    },
  ],
});
