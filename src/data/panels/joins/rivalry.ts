import { defineJoin } from './join.ts';

const several = { take: 'highest', words: 'two rivalries in a year: the highest value is taken' } as const;
const ongoing = { to: 'ongoingrivalry', label: 'strategic rivalry in the year' } as const;
const TYPES = ['positional', 'spatial', 'ideological', 'interventionary'] as const;

/** Strategic rivalries of Thompson, Sakuwa and Suhas, with their types; of states, how many of each. */
export const rivalry = defineJoin({
  id: 'rivalry',
  source: 'rivalry',
  joins: [
    {
      of: 'dyads',
      table: 'tss',
      states: ['ccode1', 'ccode2'],
      when: { from: 'start', to: 'end' },
      directed: false,
      columns: [ongoing, ...TYPES.map((from) => ({ from, label: `${from} rivalry`, blankIsZero: true as const }))],
      several,
      ofState: [
        { of: 'ongoingrivalry', to: 'n_rivalries', label: 'rivals', take: 'count', between: [1, 1] },
        ...TYPES.map((of) => ({ of, to: `n_${of}`, label: `${of} rivals`, take: 'count' as const, between: [1, 1] as const })),
      ],
    },
  ],
});

/** Those of Thompson and Dreyer, to 2010. */
export const rivalryTd = defineJoin({
  id: 'rivalry/td',
  source: 'rivalry',
  joins: [
    {
      of: 'dyads',
      table: 'td',
      states: ['ccode1', 'ccode2'],
      when: { from: 'styear', to: 'endyear' },
      directed: false,
      columns: [ongoing, { from: 'type1' }, { from: 'type2' }, { from: 'type3' }],
      several: { take: 'first', words: 'two rivalries in a year: the earlier is taken' },
      ofState: [{ of: 'ongoingrivalry', to: 'n_rivalries', label: 'rivals', take: 'count', between: [1, 1] }],
    },
  ],
});
