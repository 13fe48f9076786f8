import { answersOf, type AnswerUnit } from '../../assess/answers.ts';
import { assumptionsOf, pointAt, readerOf, type Assumption } from '../../assess/assumptions.ts';
import type { PreparedAssessment } from '../../assess/prepare.ts';

/** Assumptions that every analysis shows, whatever they do to the answer: the record cannot settle them. */
export const ALWAYS: readonly string[] = [
  'join.kappa',
  'nuclear.challenger',
  'nuclear.joiner',
  'occasions',
  'tripwires',
  'currency.logit',
  'currency.war-target',
  'currency.war-joiner',
];

/** One number, as it hangs on what is assumed. */
export interface Question {
  /** As it is asked for: `spared`, `net:USA`. */
  readonly of: string;
  readonly unit: AnswerUnit;
  readonly assumptions: readonly Assumption[];
  /** The number with some assumptions moved, all others at their central values; NaN where it has none. */
  readonly at: (moved: Readonly<Record<string, number>>) => number;
}

/**
 * What an answer of an assessment hangs on; with two assessments, the answer of the first less that of the second, whatever is assumed being
 * assumed of both.
 * @throws {RangeError} as `answersOf`
 */
export function questionOf(of: string, prepared: PreparedAssessment, against?: PreparedAssessment): Question {
  const [first, ...others] = (against === undefined ? [prepared] : [prepared, against]).map((one) => {
    const answer = answersOf(one).answer(of);
    const reader = readerOf(one);
    const at = (moved: Readonly<Record<string, number>>): number => {
      const { read, there } = reader(pointAt(one, moved));
      return answer.of(read, there);
    };
    return { unit: answer.unit, at };
  });
  const own = assumptionsOf(prepared);
  const known = new Set(own.map(({ id }) => id));
  const more = against === undefined ? [] : assumptionsOf(against).filter(({ id }) => !known.has(id));
  return {
    of,
    unit: first?.unit ?? 'chance',
    assumptions: [...own, ...more],
    at: (moved) => others.reduce((value, other) => value - other.at(moved), first?.at(moved) ?? Number.NaN),
  };
}
