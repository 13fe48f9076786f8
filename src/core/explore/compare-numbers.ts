import { answersOf, STATE_ANSWERS, WHOLE_ANSWERS, type Answer, type AnswerUnit, type Read, type WholeAnswer } from '../assess/answers.ts';
import { pointAt, readerOf } from '../assess/assumptions.ts';
import type { Samples } from '../assess/draws.ts';
import { splitNormal } from '../assess/parameter-values.ts';
import type { PreparedAssessment } from '../assess/prepare.ts';
import { quantitiesOf } from '../assess/quantities.ts';
import { decisionRuleOf } from '../assess/response-values.ts';
import { deliberationOn } from '../facts/readiness.ts';
import { createRng } from '../math/rng.ts';
import { expectedDecisionDays } from '../models/response/decision-time.ts';
import { ratificationOf } from './compare-ratification.ts';

/** What a compared number counts. */
export type ComparedUnit = AnswerUnit | 'days';

/** A number of one subject: central, and in each draw. */
export interface ComparedNumber {
  readonly value: number;
  readonly drawn: Float64Array;
}

/** What a number is, whichever subject it is of. */
export interface Quantity {
  /** `spared`, `net:USA`, `russia-estonia/challenge`. */
  readonly id: string;
  readonly title: string;
  readonly unit: ComparedUnit;
  readonly state?: string;
  readonly contingency?: string;
}

export interface SubjectNumbers {
  readonly quantities: readonly Quantity[];
  readonly numbers: ReadonlyMap<string, ComparedNumber>;
}

const WHOLE: readonly WholeAnswer[] = ['spared', 'wars-spared', 'honors', 'difference', 'prevail', 'prevails', 'abandonment', 'entrapment'];

/** Numbers of one contingency that are compared where all subjects can be asked it. */
export const CASE_TITLES = {
  challenge: 'Chance of a challenge in a year',
  war: 'Chance of war in a year',
  prevail: "Chance, given war, that the target's side prevails",
} as const;

/**
 * Every number of an assessment that is compared, at the central values and in every draw.
 * @param done draws in the samples
 * @param centralRate challenges a year of a contingency in place of what it says
 */
export function numbersOf(
  prepared: PreparedAssessment,
  samples: Samples,
  done: number,
  centralRate: (contingency: string, said: number) => number = (_, said) => said,
): SubjectNumbers {
  const { subject, options, asked, members } = prepared;
  const quantities: Quantity[] = [];
  const numbers = new Map<string, ComparedNumber>();
  const point = pointAt(prepared);
  const { read: central } = readerOf(prepared)({ ...point, rate: (contingency) => centralRate(contingency.id, point.rate(contingency)) });
  const names = asked.map((one) => new Map(quantitiesOf(one, members).map(({ name }, place) => [name, place])));
  const readDraw =
    (draw: number): Read =>
    (place, name) => {
      const at = names[place]?.get(name);
      return at === undefined ? undefined : samples[place]?.[at]?.[draw];
    };
  const draws = Array.from({ length: done }, (_, draw) => readDraw(draw));
  const keep = (quantity: Quantity, value: number, of: (read: Read, draw: number) => number): void => {
    if (Number.isNaN(value)) return;
    quantities.push(quantity);
    numbers.set(quantity.id, { value, drawn: Float64Array.from(draws, of) });
  };
  const keepAnswer = (answer: Answer, title: string, more: Pick<Quantity, 'state'> = {}): void =>
    keep({ id: answer.id, title, unit: answer.unit, ...more }, answer.of(central), (read) => answer.of(read));

  const { answer } = answersOf(prepared);
  for (const id of WHOLE) keepAnswer(answer(id), WHOLE_ANSWERS[id]);
  const nets = members.map((state) => ({ state, net: answer(`net:${state}`) }));
  const { facts } = subject;
  const { joint, own } = ratificationOf(prepared);
  const together = (read: Read, draw: number): number => joint(draw, () => nets.map(({ state, net }) => ({ state, value: net.of(read) })));
  keep({ id: 'ratified', title: 'Chance that every member would ratify it today', unit: 'chance' }, together(central, -1), together);
  const rule = decisionRuleOf(prepared.text);
  if (rule.kind !== 'none') {
    const mean = deliberationOn(facts.readiness, options.date);
    const days = (each: number): number => expectedDecisionDays(rule, members.length, Math.max(0.1, each));
    keep({ id: 'days', title: 'Days until its body has decided, on average', unit: 'days' }, days(mean.value), (_, draw) =>
      days(splitNormal(createRng(options.seed, 'deliberation', draw), mean)),
    );
  }
  for (const { state, net } of nets) {
    keepAnswer(net, STATE_ANSWERS.net, { state });
    keepAnswer(answer(`honors:${state}`), STATE_ANSWERS.honors, { state });
    const ratifies = (read: Read): number => own(state, net.of(read));
    keep({ id: `ratifies:${state}`, title: 'Chance that its own gates would pass it today', unit: 'chance', state }, ratifies(central), ratifies);
  }
  asked.forEach(({ contingency: { id: contingency } }, place) => {
    for (const [name, title] of Object.entries(CASE_TITLES)) {
      const of = (read: Read): number => read(place, `${name}.with`) ?? Number.NaN;
      keep({ id: `${contingency}/${name}`, title, unit: 'chance', contingency }, of(central), of);
    }
  });
  return { quantities, numbers };
}
