import type { Table } from '../../../core/table/table.ts';
import { equationOf, equationWithin, ERAS, estimateOf, inEra, type EraId, type Equation, type EquationRequest, type Estimate } from './fits.ts';

/** What is said of a target, by column of the frame; `applies_peace` is what the question is about. */
export const COVERAGES = {
  ally_any: 'any ally that promised defense: the bare dummy',
  ally_unshared: '... which has not promised the challenger defense too',
  ally_peace: '... by a promise made in peace',
  applies: 'a promise that would apply, open conditions taken as met',
  applies_certain: '... no condition open',
  applies_peace: 'a promise that would apply, made in peace',
  applies_certain_peace: '... no condition open',
  applies_text: 'a promise that would apply, by texts where they are at hand',
  applies_text_peace: '... made in peace',
  strength_unfiltered: "fall in the challenger's chance to win, if all allies come",
  strength_filtered: '... all whose promise would apply',
} as const;

const BOTH: readonly EraId[] = ['to-1944-peace', 'since-1946'];
const THREE: readonly EraId[] = ['to-1944', ...BOTH];
const FIVE: readonly EraId[] = ERAS.map(({ id }) => id);

/** A coefficient asked for, or a sum of several, in an equation. */
interface Asked {
  readonly id: string;
  readonly words: string;
  readonly weights: Readonly<Record<string, number>>;
}

interface Specification extends EquationRequest {
  readonly family: string;
  readonly within?: boolean;
  readonly eras: readonly EraId[];
  readonly asked: readonly Asked[];
}

const one = (id: string, words: string, column: string): Asked => ({ id, words, weights: { [column]: 1 } });

function placebo(id: string, words: string, applies: string, excluded: string): Specification {
  return {
    family: 'placebo',
    terms: `${applies} + ${excluded}`,
    eras: THREE,
    asked: [
      one(`${id}.excluded`, `${words}: conditions exclude this challenger`, excluded),
      { id: `${id}.difference`, words: '... less of it, what a promise that applies does', weights: { [applies]: 1, [excluded]: -1 } },
    ],
  };
}

/** Every specification, all of which are counted: nothing was tried and left out but what the page names. */
export const SPECIFICATIONS: readonly Specification[] = [
  ...Object.entries(COVERAGES).map(([column, words]): Specification => ({
    family: 'coverage',
    terms: column,
    eras: FIVE,
    asked: [one(column, words, column)],
  })),
  placebo('placebo', 'a promise', 'applies', 'placebo'),
  placebo('placebo-peace', 'a promise made in peace', 'applies_peace', 'placebo_peace'),
  placebo('placebo-text', 'a promise, by texts', 'applies_text', 'placebo_text'),
  {
    family: 'wartime',
    terms: 'applies_peace + applies_war',
    eras: ['to-1944'],
    asked: [one('wartime', 'a promise that would apply, made in war', 'applies_war')],
  },
  ...(['applies', 'applies_peace'] as const).map((column): Specification => ({
    family: 'within',
    within: true,
    terms: column,
    eras: FIVE,
    asked: [one(`within.${column}`, COVERAGES[column], column)],
  })),
  {
    family: 'outcome',
    terms: 'applies_peace',
    outcome: 'initiated_gml',
    eras: THREE,
    asked: [one('gml', 'wars too begun by whom GML has acting first', 'applies_peace')],
  },
  { family: 'outcome', terms: 'applies_peace', outcome: 'force_begun', eras: BOTH, asked: [one('force', 'disputes that came to force', 'applies_peace')] },
  { family: 'outcome', terms: 'applies_peace', outcome: 'war_begun', eras: BOTH, asked: [one('war', 'wars alone', 'applies_peace')] },
  {
    family: 'outcome',
    terms: 'applies_peace',
    subset: 'rivalry == 1',
    without: 'rivalry',
    eras: BOTH,
    asked: [one('rivals', 'strategic rivals alone', 'applies_peace')],
  },
  {
    family: 'backing',
    terms: 'offense + neutral + applies',
    eras: THREE,
    asked: [one('offense', 'challenger promised help in this offensive', 'offense'), one('neutral', 'challenger promised neutrality in this war', 'neutral')],
  },
  {
    family: 'backing',
    terms: 'offense_any + neutral_any + ally_any',
    eras: THREE,
    asked: [
      one('offense-any', 'challenger promised help in some offensive', 'offense_any'),
      one('neutral-any', 'challenger promised neutrality in some war', 'neutral_any'),
    ],
  },
  {
    family: 'answer',
    terms: 'applies_peace',
    outcome: 'reciprocated',
    subset: 'initiated == 1',
    eras: THREE,
    asked: [one('answer', 'the target of a dispute answers in kind', 'applies_peace')],
  },
];

/** An estimate of one coefficient in one era. */
export interface Tried extends Estimate {
  /** `applies_peace.to-1944`: of `Asked` and the era. */
  readonly id: string;
  readonly family: string;
  readonly words: string;
  readonly era: EraId;
  readonly equation: Equation;
}

/** Every specification put to the record, era by era. @param pairs as `relevantPairs` makes them */
export function tryAll(pairs: Table, onProgress?: (done: number, total: number) => void): Tried[] {
  const total = SPECIFICATIONS.reduce((sum, { eras }) => sum + eras.length, 0);
  let done = 0;
  const byEra = FIVE.map((era) => {
    const table = inEra(pairs, era);
    return SPECIFICATIONS.filter(({ eras }) => eras.includes(era)).flatMap((specification) => {
      const { family, within = false, asked } = specification;
      const equation = within ? equationWithin(table, specification) : equationOf(table, specification);
      onProgress?.((done += 1), total);
      return asked.map(({ id, words, weights }): Tried => ({ id: `${id}.${era}`, family, words, era, equation, ...estimateOf(equation, weights) }));
    });
  });
  const order = SPECIFICATIONS.flatMap(({ asked }) => asked.map(({ id }) => id));
  const placeOf = ({ id, era }: Tried): number => order.indexOf(id.slice(0, -era.length - 1)) * FIVE.length + FIVE.indexOf(era);
  return byEra.flat().toSorted((a, b) => placeOf(a) - placeOf(b));
}
