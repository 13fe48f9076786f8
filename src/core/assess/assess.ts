import type { Assessment } from './assessment.ts';
import { concludeAssessment } from './conclude.ts';
import { drawAssessment } from './draws.ts';
import { prepareAssessment, type AssessOptions, type Subject } from './prepare.ts';

/**
 * Assesses a treaty on a date: what it changes in every contingency that challenges a member, with 90 % ranges over draws of all parameters
 * and assumptions. The same seed gives the same numbers.
 * @throws {RangeError} as `prepareAssessment`
 */
export function assess(subject: Subject, options: AssessOptions): Assessment {
  const prepared = prepareAssessment(subject, options);
  return concludeAssessment(prepared, options.draws === 0 ? [] : drawAssessment(prepared, 0, options.draws));
}
