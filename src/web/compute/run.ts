import { bargain, withAutomaticity } from '../../core/assess/bargain.ts';
import { concludeAssessment } from '../../core/assess/conclude.ts';
import { drawAssessment, joinSamples, type Samples } from '../../core/assess/draws.ts';
import { byWeight, headline, influenceOf, type Influence } from '../../core/assess/influence.ts';
import { prepareAssessment, type AssessOptions, type PreparedAssessment } from '../../core/assess/prepare.ts';
import { responseCurve } from '../../core/assess/response-curve.ts';
import { survivalFan } from '../../core/assess/survival-fan.ts';
import type { Assessment } from '../../core/assess/assessment.ts';
import type { Facts } from '../../core/facts/facts.ts';
import type { World } from '../../core/states/world.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import type { AssessQuestion, Finding } from './messages.ts';

/** What every question rests on. */
export interface Ground {
  readonly facts: Facts;
  readonly world: World;
  readonly treaties: readonly Treaty[];
}

/** A whole assessment as far as it is known, from which a member's survival can be asked. */
export interface Standing {
  readonly prepared: PreparedAssessment;
  readonly found: Assessment;
}

/** Milliseconds of drawing between two looks at the messages. */
const SLICE = 60;
/** Draws after which results are shown again. */
const SHOWN: readonly number[] = [20, 60, 150, 300, 600, 1000, 2000, 5000, 10_000];

function prepare({ facts, world, treaties }: Ground, question: AssessQuestion, treaty: Treaty, alone: boolean): PreparedAssessment {
  const { date, draws, seed, form, gone, set, contingency } = question;
  const options: AssessOptions = {
    date,
    draws,
    seed,
    form,
    ...(alone && { contingencies: [contingency] }),
    ...(gone !== undefined && { gone }),
    ...(set !== undefined && { set }),
  };
  return prepareAssessment({ facts, world, treaties: [...treaties.filter(({ id }) => id !== treaty.id), treaty], treaty }, options);
}

const conclude = (prepared: PreparedAssessment, samples: Samples, draws: number): Assessment =>
  concludeAssessment({ ...prepared, options: { ...prepared.options, draws } }, samples);

/**
 * Answers a question piece by piece: the contingency at its central values at once, then the whole, ranges as draws come in, what comes in time,
 * the bargain and what the answer hangs on. The caller may stop between any two pieces; none takes much longer than an eye blinks.
 * @param keep told the whole as it becomes known
 */
export function* answer(ground: Ground, question: AssessQuestion, keep: (standing: Standing) => void, now: () => number): Generator<Finding> {
  const alone = prepare(ground, question, question.treaty, true);
  const [asked] = alone.asked;
  if (asked === undefined) {
    const reason = alone.notAsked[0]?.reason;
    yield {
      kind: 'failed',
      message: reason === undefined ? 'The catalog does not know this contingency on this date.' : `This contingency cannot be asked: ${reason}.`,
    };
    return;
  }
  yield { kind: 'case', found: conclude(alone, [], 0), done: 0, headline: headline(alone) };
  if (question.extent === 'case') {
    yield* refine(alone, question.draws, now, (found, done) => ({ kind: 'case', found, done }));
    yield { kind: 'done', done: question.draws };
    return;
  }
  const isDraft = question.extent === 'draft';
  if (!isDraft) yield { kind: 'response', response: responseCurve(alone, asked) };
  const whole = prepare(ground, question, question.treaty, false);
  yield { kind: 'progress', done: 0, total: question.draws };
  const central = conclude(whole, [], 0);
  keep({ prepared: whole, found: central });
  yield { kind: 'whole', found: central, done: 0 };
  if (!isDraft) yield* hangsOn(alone);
  yield* bargainOf(ground, question, whole);
  yield* refine(whole, question.draws, now, (found, done) => {
    keep({ prepared: whole, found });
    return { kind: 'whole', found, done };
  });
  yield { kind: 'done', done: question.draws };
}

/** Draws in slices; shows results now and then, and at the end. */
function* refine(prepared: PreparedAssessment, total: number, now: () => number, shown: (found: Assessment, done: number) => Finding): Generator<Finding> {
  const parts: Samples[] = [];
  let [done, size] = [0, 1];
  while (done < total) {
    const next = SHOWN.find((mark) => mark > done) ?? total;
    const to = Math.min(total, next, done + size);
    const start = now();
    parts.push(drawAssessment(prepared, done, to));
    const each = Math.max(0.05, (now() - start) / (to - done));
    size = Math.max(1, Math.min(200, Math.floor(SLICE / each)));
    done = to;
    if (done === total || SHOWN.includes(done)) yield shown(conclude(prepared, joinSamples(parts), done), done);
    yield { kind: 'progress', done, total };
  }
}

function* hangsOn(alone: PreparedAssessment): Generator<Finding> {
  const found: Influence[] = [];
  for (const parameter of Object.keys(alone.parameters.parameters)) {
    const one = influenceOf(alone, parameter);
    if (one !== undefined) found.push(one);
    if (found.length % 10 === 0) yield { kind: 'progress', done: 0, total: alone.options.draws };
  }
  yield { kind: 'influences', influences: found.toSorted(byWeight), headline: headline(alone) };
}

function* bargainOf(ground: Ground, question: AssessQuestion, whole: PreparedAssessment): Generator<Finding> {
  const solve = function* (to: 'none' | 'discretionary' | 'automatic'): Generator<Finding, Assessment> {
    const prepared = prepare(ground, question, withAutomaticity(question.treaty, to), false);
    yield { kind: 'progress', done: 0, total: question.draws };
    const found = conclude(prepared, [], 0);
    yield { kind: 'progress', done: 0, total: question.draws };
    return found;
  };
  const none = yield* solve('none');
  const discretionary = yield* solve('discretionary');
  const automatic = yield* solve('automatic');
  yield { kind: 'bargain', bargain: bargain(whole, { none, discretionary, automatic }) };
}

/** How long one member stays, from what is known of the whole. */
export function survivalOf({ prepared, found }: Standing, state: string): Finding {
  return { kind: 'survival', survival: survivalFan(prepared, found, state) };
}
