import { defineJoin } from './join.ts';
import { ONE_ROW } from './words.ts';

/** Military expenditure, by SIPRI. */
export const sipri = defineJoin({
  id: 'sipri',
  source: 'sipri',
  joins: [
    {
      of: 'states',
      table: 'state-year',
      state: 'state',
      when: { year: 'year' },
      columns: [
        { from: 'constant_2023_usd_m' },
        { from: 'current_usd_m' },
        { from: 'share_of_gdp' },
        { from: 'per_capita_usd' },
        { from: 'share_of_govt_spending' },
      ],
      several: ONE_ROW,
    },
  ],
});

/** Whether a state is a member of NATO, and its defense expenditure as a share of GDP. */
export const nato = defineJoin({
  id: 'nato',
  source: 'nato',
  joins: [
    {
      of: 'states',
      table: 'members',
      state: 'iso3c',
      when: { from: 'joined' },
      columns: [{ to: 'nato', label: 'member of NATO on any day of the year' }],
      several: { take: 'first', words: 'two spells in a year count once' },
    },
    {
      of: 'states',
      table: 'share-gdp',
      state: 'country',
      when: { year: 'year' },
      columns: [{ from: 'share_gdp_pct' }, { from: 'estimate', to: 'share_gdp_estimate' }],
      several: ONE_ROW,
    },
  ],
});

/** NATO's fuller tables of 2012 to 2019. */
export const natoExpenditure = defineJoin({
  id: 'nato/expenditure',
  source: 'nato',
  joins: [
    {
      of: 'states',
      table: 'expenditure',
      state: 'country_stanag',
      when: { year: 'year' },
      columns: [
        { from: 'defense_expenditure_usd_current' },
        { from: 'defense_expenditure_usd_2015' },
        { from: 'defense_expenditure_share_gdp' },
        { from: 'military_personnel' },
        { from: 'equipment_share' },
        { from: 'personnel_share' },
        { from: 'infrastructure_share' },
        { from: 'other_share' },
      ],
      several: ONE_ROW,
    },
  ],
});

/** American personnel in a state. */
export const usTroops = defineJoin({
  id: 'us-troops',
  source: 'us-troops',
  joins: [
    {
      of: 'states',
      table: 'state-year',
      state: 'cown',
      when: { year: 'year' },
      columns: [
        { from: 'troops_ad' },
        { from: 'army_ad' },
        { from: 'navy_ad' },
        { from: 'air_force_ad' },
        { from: 'marine_corps_ad' },
        { from: 'total_selected_reserve' },
        { from: 'total_civilian' },
      ],
      several: { take: 'first', words: 'two places of one state in a year: the first is taken' },
    },
  ],
});

/** How near a state is to nuclear weapons. */
export const nuclear = defineJoin({
  id: 'nuclear',
  source: 'nuclear',
  joins: [
    {
      of: 'states',
      table: 'state-year',
      state: 'state',
      when: { year: 'year' },
      columns: [
        { from: 'nuclear_weapons_status' },
        { from: 'nuclear_weapons_consideration' },
        { from: 'nuclear_weapons_pursuit' },
        { from: 'nuclear_weapons_possession' },
      ],
      several: { take: 'first', words: 'two entities of one state in a year: the first is taken' },
    },
  ],
});
