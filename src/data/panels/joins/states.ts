import { defineJoin } from './join.ts';

const earlier = { take: 'first', words: 'two spells in a year: the earlier is taken' } as const;

/** Abbreviations and names of the COW state list. */
export const cowStates = defineJoin({
  id: 'cow-states',
  source: 'cow-states',
  joins: [
    {
      of: 'states',
      table: 'members',
      state: 'ccode',
      when: { from: 'styear', to: 'endyear' },
      columns: [{ from: 'stateabb' }, { from: 'statenme' }],
      several: earlier,
    },
  ],
});

/** Abbreviations and names of Gleditsch and Ward's list. */
export const gwStates = defineJoin({
  id: 'gw-states',
  source: 'gw-states',
  joins: [
    {
      of: 'states',
      table: 'members',
      state: 'gwcode',
      when: { from: 'startdate', to: 'enddate' },
      columns: [
        { from: 'stateabb', to: 'gwabb' },
        { from: 'statename', to: 'gwname' },
      ],
      several: earlier,
    },
  ],
});
