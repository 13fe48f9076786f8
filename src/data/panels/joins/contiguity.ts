import { defineJoin } from './join.ts';

/** The type of contiguity; of states, how many neighbors by land and by sea. */
export const contiguity = defineJoin({
  id: 'contiguity',
  source: 'contiguity',
  joins: [
    {
      of: 'dyads',
      table: 'directed-spells',
      states: ['ccode1', 'ccode2'],
      when: { from: 'stdate', to: 'enddate' },
      directed: true,
      columns: [{ from: 'conttype' }],
      several: { take: 'first', words: "two spells in a year: the earlier's type is taken" },
      ofState: [
        { of: 'conttype', to: 'land', label: 'states contiguous by land', take: 'count', between: [1, 1] },
        { of: 'conttype', to: 'sea', label: 'states contiguous by water, up to 400 miles', take: 'count', between: [2, 5] },
      ],
    },
  ],
});
