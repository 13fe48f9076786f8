/** What treaties are compared by. */
export const OBJECTIVE_IDS = ['deterrence', 'worst-net', 'entrapment', 'ratification', 'lock-in'] as const;
export type ObjectiveId = (typeof OBJECTIVE_IDS)[number];

export interface Objective {
  readonly id: ObjectiveId;
  readonly title: string;
  /** In one line, with its unit. */
  readonly meaning: string;
  readonly better: 'high' | 'low';
  /** How a number of it is written. */
  readonly unit: 'percent-of-gdp' | 'chance';
  /** The text that is best in it, in words: "strongest deterrence". */
  readonly best: string;
}

export const OBJECTIVES: Readonly<Record<ObjectiveId, Objective>> = {
  deterrence: {
    id: 'deterrence',
    title: 'Deterrence',
    meaning: 'losses spared to those challenged, summed over the contingencies, % of own GDP a year, over twenty years as the promise lasts',
    better: 'high',
    unit: 'percent-of-gdp',
    best: 'strongest deterrence',
  },
  'worst-net': {
    id: 'worst-net',
    title: "Worst member's net",
    meaning: 'what the treaty is worth to the member that gains least, % of own GDP a year',
    better: 'high',
    unit: 'percent-of-gdp',
    best: 'best for the member that gains least',
  },
  entrapment: {
    id: 'entrapment',
    title: 'Entrapment',
    meaning: 'chance in a year that the member most exposed fights because of this treaty and not of its interest',
    better: 'low',
    unit: 'chance',
    best: 'least entrapment',
  },
  ratification: {
    id: 'ratification',
    title: 'Ratification',
    meaning: 'chance that all members would ratify it today, by their own gates',
    better: 'high',
    unit: 'chance',
    best: 'easiest to ratify',
  },
  'lock-in': {
    id: 'lock-in',
    title: 'Lock-in',
    meaning: 'expected loss of the years in which a member cannot be out, for the member that loses most, % of own GDP a year',
    better: 'low',
    unit: 'percent-of-gdp',
    best: 'least lock-in',
  },
};

/** A number for each objective; NaN where the catalog does not know enough to tell. */
export type ObjectiveValues = Readonly<Record<ObjectiveId, number>>;

export const isObjective = (text: string): text is ObjectiveId => OBJECTIVE_IDS.some((id) => id === text);

/** The objectives to be made small, in the order given: those better high with their sign turned. */
export function minimized(values: ObjectiveValues, objectives: readonly ObjectiveId[]): number[] {
  return objectives.map((id) => (OBJECTIVES[id].better === 'high' ? -values[id] : values[id]));
}
