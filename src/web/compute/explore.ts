import { prepareAssessment, type PreparedAssessment } from '../../core/assess/prepare.ts';
import { compare } from '../../core/explore/compare.ts';
import type { Cancel } from '../../core/explore/progress.ts';
import { sensitivity } from '../../core/explore/sensitivity/sensitivity.ts';
import type { CompareQuestion, Explored, SensitivityQuestion, SubjectQuestion } from './messages.ts';
import type { Ground } from './run.ts';

/** Draws after which a comparison is shown again. */
const SHOWN: readonly number[] = [0, 20, 60, 150, 400, 1000];

function prepare(
  { facts, world, treaties }: Ground,
  { treaty, date, form }: SubjectQuestion,
  asked: { readonly contingency: string | null; readonly draws: number; readonly seed: number },
): PreparedAssessment {
  const { contingency, draws, seed } = asked;
  const options = { date, form, draws, seed, ...(contingency !== null && { contingencies: [contingency] }) };
  return prepareAssessment({ facts, world, treaties: [...treaties.filter(({ id }) => id !== treaty.id), treaty], treaty }, options);
}

/** Sets treaties side by side piece by piece: the central values first, then the ranges as draws come in. */
export function* compareIn(ground: Ground, question: CompareQuestion, cancel: Cancel): Generator<Explored> {
  const { draws, seed } = question;
  const nameOf = (state: string): string => ground.world.nameOf(state, question.subjects[0]?.date ?? '');
  const subjects = [];
  for (const one of question.subjects) {
    subjects.push({ label: one.label, prepared: prepare(ground, one, question) });
    yield { kind: 'explored', part: 'treaties', done: 0, total: draws };
  }
  const steps = compare(subjects, { draws, seed, nameOf, slice: 2, shownAt: SHOWN, cancel });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return yield { kind: 'comparison', found: step.value, over: true };
    const { found, part, done, total } = step.value;
    if (found !== undefined) yield { kind: 'comparison', found, over: false };
    yield { kind: 'explored', part, done, total };
  }
}

/** What an answer hangs on, piece by piece; with two subjects, the second's less the first's. */
export function* sensitivityIn(ground: Ground, question: SensitivityQuestion, cancel: Cancel): Generator<Explored> {
  const [first, second] = question.subjects.map((one) => prepare(ground, one, { ...question, draws: 0 }));
  if (first === undefined) return;
  const { samples, seed, of } = question;
  const steps = second === undefined ? sensitivity(of, { samples, seed, cancel }, first) : sensitivity(of, { samples, seed, cancel }, second, first);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return yield { kind: 'sensitivity', found: step.value };
    yield { kind: 'explored', ...step.value };
  }
}
