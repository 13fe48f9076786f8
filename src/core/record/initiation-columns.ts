import { numbers, type NumberArray, type NumberColumn, type NumberKind } from '../table/column.ts';
import type { Table } from '../table/table.ts';

/** Columns of the initiation frame, what they are and how they are kept. `challenger` is side 1, `target` side 2. */
export const INITIATION_COLUMNS = {
  ccode1: ['int16', 'COW number of the challenger'],
  ccode2: ['int16', 'COW number of the target'],
  year: ['int16', 'year'],
  dyad: ['int32', 'the pair in either order: lower number × 1000 + higher number'],
  relevant: ['int8', 'politically relevant: contiguous by land or up to 400 miles of water, or a major power among the two'],
  at_risk: ['int8', 'a dispute could begin: none goes on from an earlier year without a new one beginning'],
  initiated: ['int8', 'the challenger begins a dispute with the target: originators on both sides; in wars the side that began by COW'],
  initiated_gml: ['int8', '... by GML alone: side A, who acted first'],
  dispnum: ['int16', 'number of that dispute, the most hostile of several; 0 where there is none'],
  hostlev: ['int8', '... its highest level of hostility, 2 to 5; 0 where there is none'],
  reciprocated: ['int8', '... whether the target answered in kind'],
  onset: ['int8', 'a dispute between the two begins, joiners included (GML)'],
  ongoing: ['int8', 'a dispute between the two is under way (GML)'],
  peace: ['int16', 'years of peace: rows since the first or since the last dispute between the two'],
  peace1: ['float64', 'peace in decades'],
  peace2: ['float64', '... squared'],
  peace3: ['float64', '... cubed'],
  past: ['float64', 'ln(1 + onsets between the two in earlier years, each halved every ten years)'],
  activity1: ['float64', "ln(1 + the challenger's onsets with anybody in earlier years, each halved every five years)"],
  activity2: ['float64', "... the target's"],
  contiguity: ['int8', 'direct contiguity: 1 by land, 2 to 5 by up to 12, 24, 150, 400 miles of water, 0 none'],
  contiguous: ['int8', 'contiguous by land or up to 400 miles of water'],
  land: ['int8', 'land border'],
  lnkm: ['float64', 'ln(1 + km between the two lands); before 1886 estimated (core/record/state-years)'],
  cinc1: ['float64', "challenger's share of the world's power; 0 where not known"],
  cinc2: ['float64', "target's"],
  lncinc1: ['float64', 'ln(cinc1 + 1e-5)'],
  lncinc2: ['float64', 'ln(cinc2 + 1e-5)'],
  relative: ['float64', "challenger's chance to win alone against the target alone: CINC with loss of strength to the target's capital, m = 1"],
  major1: ['int8', 'challenger is a major power'],
  major2: ['int8', 'target is a major power'],
  rivalry: ['int8', 'strategic rivals (Thompson, Sakuwa and Suhas)'],
  democracy1: ['float64', "challenger's electoral democracy (V-Dem polyarchy), 0 to 1; 0 where missing"],
  democracy2: ['float64', "target's"],
  democracy_missing: ['int8', 'V-Dem has no value of one of the two'],
  s: ['float64', 'S of alliance portfolios, pledges of the year before among the states of this year'],
  s_weighted: ['float64', '... weighted by CINC'],
  pact: ['int8', 'one of the two has promised the other defense'],
  pact_other: ['int8', 'one of the two has promised the other nonaggression, neutrality or consultation, in this year and the year before'],
  worldwar: ['int8', 'year of a world war: 1914-18, 1939-45'],
  ally_any: ['int8', 'some state other than the challenger has promised the target defense'],
  ally_unshared: ['int8', '... which has not promised the challenger defense too'],
  ally_peace: ['int8', '... and made its promise to the target in peace'],
  applies: ['int8', '... unshared, and would owe the target help were the challenger to attack: the law on the conditions ATOP codes'],
  applies_certain: ['int8', '... by a promise without a condition that ATOP leaves open, but for the place'],
  applies_peace: ['int8', '... by a promise made in peace, open conditions taken as met'],
  applies_certain_peace: ['int8', '... by such a promise without an open condition, but for the place'],
  applies_text: ['int8', '... by the text of the treaty where the catalog holds it, by ATOP elsewhere'],
  applies_text_peace: ['int8', '... of such promises, by one made in peace'],
  placebo: ['int8', 'applies does not hold, but an unshared promise of defense exists whose conditions exclude this challenger'],
  placebo_text: ['int8', 'the same by texts where the catalog holds them'],
  placebo_peace: ['int8', 'applies_peace does not hold, but such a promise exists that was made in peace'],
  strength_unfiltered: ['float64', "fall in the challenger's chance to win if every state that promised the target defense comes"],
  strength_filtered: ['float64', '... every state that `applies` counts'],
  offense_any: ['int8', 'some state other than the target has promised the challenger help in an offensive'],
  offense: ['int8', '... and would owe it in this one, and has not promised the target defense'],
  neutral_any: ['int8', 'some state other than the target has promised the challenger neutrality'],
  neutral: ['int8', '... and would owe it in this war, and has not promised the target defense'],
} as const satisfies Readonly<Record<string, readonly [NumberKind, string]>>;

export type InitiationColumn = keyof typeof INITIATION_COLUMNS;

const NAMES: readonly InitiationColumn[] = Object.keys(INITIATION_COLUMNS).filter((name): name is InitiationColumn => name in INITIATION_COLUMNS);

/** Arrays of every column, all zero. */
export type InitiationArrays = Readonly<Record<InitiationColumn, NumberArray>>;

export function initiationArrays(rows: number): InitiationArrays {
  const made: Partial<Record<InitiationColumn, NumberArray>> = {};
  for (const name of NAMES) made[name] = numbers(INITIATION_COLUMNS[name][0], rows);
  const complete = (one: typeof made): one is Record<InitiationColumn, NumberArray> => NAMES.every((name) => one[name] !== undefined);
  if (!complete(made)) throw new RangeError('a column is lacking');
  return made;
}

export function initiationTable(arrays: InitiationArrays, rows: number): Table {
  return {
    rows,
    columns: NAMES.map((name): NumberColumn => {
      const [kind, label] = INITIATION_COLUMNS[name];
      return { name, kind, label, values: arrays[name] };
    }),
  };
}
