import { defineSource, type Variable } from '../../source.ts';
import { between, bothDirections, code, flag, onlyLabeledCodes, stateNumbers, twoStates } from '../describe.ts';

const OUTCOME = {
  1: 'winner',
  2: 'loser',
  3: 'compromise or tie',
  4: 'transformed into another type of war',
  5: 'ongoing at the end of 2007',
  6: 'stalemate',
  7: 'conflict continues below the level of war',
  8: 'changed sides',
} as const;

const WHERE = {
  1: 'Western Hemisphere',
  2: 'Europe',
  4: 'Africa',
  6: 'Middle East',
  7: 'Asia',
  9: 'Oceania',
  11: 'Europe and Middle East',
  12: 'Europe and Asia',
  13: 'Western Hemisphere and Asia',
  14: 'Europe, Africa and Middle East',
  15: 'Europe, Africa, Middle East and Asia',
  16: 'Africa, Middle East, Asia and Oceania',
  17: 'Asia and Oceania',
  18: 'Africa and Middle East',
  19: 'Europe, Africa, Middle East, Asia and Oceania',
} as const;

/** -8 is "not applicable", -9 "unknown"; -7, "ongoing", is missing as well. */
const missing = ['-7', '-8', '-9'] as const;

const spell = (i: 1 | 2): Record<string, Variable> => {
  const which = i === 1 ? 'first spell' : 'second spell, where fighting resumed';
  return {
    [`startmonth${i}`]: { kind: 'int8', label: `month of entry, ${which}`, missing },
    [`startday${i}`]: { kind: 'int8', label: `day of entry, ${which}`, missing },
    [`startyear${i}`]: { kind: 'int16', label: `year of entry, ${which}`, missing },
    [`endmonth${i}`]: { kind: 'int8', label: `month of exit, ${which}`, missing },
    [`endday${i}`]: { kind: 'int8', label: `day of exit, ${which}`, missing },
    [`endyear${i}`]: { kind: 'int16', label: `year of exit, ${which}`, missing },
  };
};

const participants: Record<string, Variable> = {
  warnum: { kind: 'int16', label: 'number of the war' },
  warname: { kind: 'text', label: 'name of the war' },
  wartype: code('type of the war', { 1: 'interstate' }),
  ccode: { kind: 'int16', label: 'COW state number' },
  statename: { kind: 'text', label: 'name of the state' },
  side: code('side in the war', { 1: 'side 1', 2: 'side 2' }),
  ...spell(1),
  ...spell(2),
  transfrom: { kind: 'text', label: 'number of the war it grew out of', missing },
  wherefought: code('where the state fought', WHERE),
  initiator: code('initiated the war', { 1: 'yes', 2: 'no' }),
  outcome: code('outcome for the state', OUTCOME),
  transto: { kind: 'int16', label: 'number of the war it turned into', missing },
  batdeath: { kind: 'int32', label: 'battle deaths of the state', missing },
  version: { kind: 'float64', label: 'version of the data set' },
};

const directedDyadYear: Record<string, Variable> = {
  warnum: { kind: 'int16', label: 'number of the war' },
  ccode1: { kind: 'int16', label: 'COW state number, side 1' },
  ccode2: { kind: 'int16', label: 'COW state number, side 2' },
  year: { kind: 'int16', label: 'year' },
  cowinterongoing: flag('interstate war between the two states in the year'),
  cowinteronset: flag('interstate war between the two states begins in the year'),
  sidea1: code('side of ccode1 in the war', { 1: 'side 1', 2: 'side 2' }),
  sidea2: code('side of ccode2 in the war', { 1: 'side 1', 2: 'side 2' }),
  initiator1: flag('ccode1 initiated the war'),
  initiator2: flag('ccode2 initiated the war'),
  outcome1: code('outcome for ccode1', OUTCOME),
  outcome2: code('outcome for ccode2', OUTCOME),
  batdeath1: { kind: 'int32', label: 'battle deaths of ccode1 in the whole war', missing },
  batdeath2: { kind: 'int32', label: 'battle deaths of ccode2 in the whole war', missing },
  resume: flag('spell in which fighting resumed'),
};

const COVERAGE = [1816, 2007] as const;

/** Interstate wars of the Correlates of War. */
export const war = defineSource({
  id: 'war',
  title: 'Correlates of War Interstate Wars',
  version: '4.0',
  homepage: 'https://correlatesofwar.org/data-sets/cow-war/',
  citations: [
    {
      key: 'sarkees2010resort',
      type: 'book',
      author: 'Sarkees, Meredith Reid and Wayman, Frank Whelon',
      year: 2010,
      title: 'Resort to War: 1816-2007',
      fields: { publisher: 'CQ Press', address: 'Washington, DC' },
    },
  ],
  terms: { text: 'Free for research with citation; no formal open license.', url: 'https://correlatesofwar.org/data-sets/cow-war/' },
  downloads: [{ url: 'https://correlatesofwar.org/wp-content/uploads/Inter-StateWarData_v4.0.csv', file: 'Inter-StateWarData_v4.0.csv' }],
  tables: [
    {
      id: 'participants',
      title: 'Participants of interstate wars',
      unit: 'dispute-participant',
      states: 'cow',
      layouts: [{ file: /^cow_interstate_war_v4_participants\.csv$/i }, { file: /^Inter-StateWarData_v4\.0\.csv$/i, encoding: 'latin-1' }],
      columns: participants,
      key: ['warnum', 'ccode', 'side'],
      coverage: COVERAGE,
      absent: 'zero',
      publishedRows: 337,
      checks: [
        ...stateNumbers('ccode'),
        between('startyear1', 1816, 2007),
        { holds: 'endyear1 >= startyear1', message: 'a state leaves after it entered' },
        between('batdeath', 0, 20_000_000),
        ...onlyLabeledCodes(participants),
      ],
    },
    {
      id: 'directed-dyad-year',
      title: 'Interstate wars by directed dyad and year',
      unit: 'directed-dyad-year',
      states: 'cow',
      layouts: [{ file: /^cow_war_inter_dyad_year\.csv$/i }],
      columns: directedDyadYear,
      key: ['warnum', 'ccode1', 'ccode2', 'year', 'resume'],
      coverage: COVERAGE,
      absent: 'zero',
      publishedRows: 1_932,
      checks: [
        ...stateNumbers('ccode1', 'ccode2'),
        twoStates,
        bothDirections(['year', 'warnum', 'resume']),
        { holds: 'sidea1 <> sidea2', message: 'the two states are on two sides' },
        ...onlyLabeledCodes(directedDyadYear),
      ],
    },
  ],
  caveats: [
    'Covers 1816 to 2007; the last war in it ended in 2003.',
    'A state that changed sides stands in a war twice (Italy, France, Romania and Bulgaria in the Second World War; Germany in the Latvian war).',
    'The directed dyad-years were built by peacesciencer from the participants: states of opposing sides at war on the same day. Where fighting stopped and resumed within a year the dyad has two rows (resume 0 and 1), the second without an outcome.',
    'batdeath1 and batdeath2 are deaths in the whole war, repeated in every dyad and year: do not sum them.',
    'initiator is 1 and 2 (yes, no) in participants, 1 and 0 in directed-dyad-year, as published.',
  ],
});
