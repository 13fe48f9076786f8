import type { AnswerUnit } from '../../assess/answers.ts';
import type { PreparedAssessment } from '../../assess/prepare.ts';
import type { Cancel, Steps } from '../progress.ts';
import { assessmentDesign, type InputGroup } from './assessment-design.ts';
import { breakEven, type Turns } from './break-even.ts';
import { ALWAYS, questionOf } from './question.ts';
import { saltelli } from './saltelli.ts';
import { sobolIndices, type SobolIndex } from './sobol.ts';
import { tornado, type Bar } from './tornado.ts';

/** A group of inputs with its share of the answer's variance. */
export interface Share extends InputGroup, SobolIndex {
  readonly always: boolean;
}

export interface Shares {
  /** Of the answer over the draws. */
  readonly mean: number;
  readonly sd: number;
  /** The largest total first. */
  readonly groups: readonly Share[];
  /** 1 − Σ S: what no group does by itself. */
  readonly together: number;
  /** Rows finished of those asked for, and runs of the model they took. */
  readonly rows: number;
  readonly evaluations: number;
}

/** What one answer of an assessment hangs on. */
export interface Sensitivity {
  readonly of: string;
  readonly unit: AnswerUnit;
  readonly central: number;
  readonly tornado: readonly Bar[];
  readonly turns: Turns;
  /** Left out where no samples were asked for. */
  readonly sobol?: Shares;
  /** Where it was stopped: the rest is not there, or rests on fewer rows. */
  readonly stoppedIn?: 'tornado' | 'break-even' | 'Sobol';
}

export interface SensitivityOptions {
  /** Rows of the Sobol design; 0 for none. A power of two balances it. */
  readonly samples: number;
  readonly seed: number;
  /** The value at which the answer turns; where left out, one half for a chance and zero for all else. */
  readonly threshold?: number;
  readonly cancel?: Cancel;
}

/** Where an answer turns if nothing else is said: a chance at one half, a difference or worth at nothing. */
export function thresholdOf(of: string, isDifference: boolean): number {
  const isChance = of === 'honors' || of === 'prevail' || of === 'abandonment' || of.startsWith('honors:');
  return isChance && !isDifference ? 0.5 : 0;
}

/**
 * What an answer hangs on: one assumption at a time, where each turns it, and how much of its variance each group of inputs makes.
 * Canceled, it holds what was finished, and says in which part it was stopped.
 * @param against of whose answer is taken off that of the first
 * @throws {RangeError} where there is no such answer, or it has no value
 */
export function* sensitivity(
  of: string,
  { samples, seed, threshold, cancel }: SensitivityOptions,
  prepared: PreparedAssessment,
  against?: PreparedAssessment,
): Steps<Sensitivity> {
  const question = questionOf(of, prepared, against);
  const central = question.at({});
  if (Number.isNaN(central))
    throw new RangeError(`the treaty binds nobody in a contingency that can be asked on ${prepared.options.date}, so that '${of}' has no value`);
  const { unit, assumptions } = question;
  const bars = yield* tornado(question, cancel);
  const turns = yield* breakEven(question, threshold ?? thresholdOf(of, against !== undefined), cancel);
  const known = { of, unit, central, tornado: bars, turns };
  if (bars.length < assumptions.length) return { ...known, stoppedIn: 'tornado' };
  if (turns.assumptions.length < assumptions.length) return { ...known, stoppedIn: 'break-even' };
  if (samples === 0) return known;
  const design = assessmentDesign(of, samples, seed, prepared, against);
  const evaluated = yield* saltelli(design, cancel);
  const { evaluations } = evaluated;
  if (evaluated.a.length < 2) return { ...known, stoppedIn: 'Sobol' };
  const { mean, variance, indices, rows, together } = sobolIndices(evaluated, seed);
  const groups = design.inputs.flatMap((input, i): Share[] => {
    const index = indices[i];
    const always = ALWAYS.includes(input.id);
    const isSet = input.names.length === 1 && prepared.options.set?.[input.id] !== undefined;
    return index === undefined || isSet || (evaluated.mixed[i] === undefined && !always) ? [] : [{ ...input, ...index, always }];
  });
  return {
    ...known,
    sobol: { mean, sd: Math.sqrt(variance), groups: groups.toSorted((x, y) => y.total.value - x.total.value), together, rows, evaluations },
    ...(rows < samples && { stoppedIn: 'Sobol' }),
  };
}
