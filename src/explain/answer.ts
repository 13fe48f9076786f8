import { percent, percentRange } from '../charts/numbers.ts';
import type { Assessment, ContingencyAssessment } from '../core/assess/assessment.ts';
import type { Influence } from '../core/assess/influence.ts';
import { capitalized, countOf, countWord } from '../core/text/sentence.ts';
import { parameterName } from './parameter-names.ts';

/** A piece of an answer: words, a number that opens its derivation, or the range beside it. */
export type Run = string | { readonly text: string; readonly why: string } | { readonly range: string };

export interface Answered {
  readonly found: ContingencyAssessment;
  readonly whole: Assessment | null;
  readonly influences: readonly Influence[] | null;
  /** Id of the treaty. */
  readonly treaty: string;
  /** The target's name, inside a sentence. */
  readonly target: string;
}

/** Whether a promise is of a treaty, or of one of the texts that its form splits into. */
export const isOf = (promise: { readonly treaty: string }, treaty: string): boolean => promise.treaty === treaty || promise.treaty.startsWith(`${treaty}--`);

/** Allies that the treaty binds to come to the target. */
export function boundAllies(found: ContingencyAssessment, treaty: string): ContingencyAssessment['allies'] {
  return found.allies.filter(({ promises, side }) => side === 'target' && promises.some((promise) => isOf(promise, treaty)));
}

/** The answer to what a treaty changes in a contingency, in a few sentences. */
export function answerRuns({ found, whole, influences, treaty, target }: Answered): readonly Run[] {
  const { challenge, warGivenChallenge } = found;
  const { difference } = challenge;
  const range = percentRange(challenge.with.low, challenge.with.high);
  const held = { text: percent(challenge.with.value), why: 'challenge.with' };
  const without = { text: percent(challenge.without.value), why: 'challenge.without' };
  const open = difference.low !== undefined && difference.high !== undefined && difference.low < 0 && difference.high > 0;
  const bound = boundAllies(found, treaty);
  const best = bound.toSorted((a, b) => b.honors.with.value - a.honors.with.value)[0];
  const [first] = influences ?? [];
  const firmer = warGivenChallenge.difference.value;
  return [
    ...(held.text === without.text
      ? [`It leaves the yearly chance of a challenge at ${Math.abs(difference.value) < 1e-9 ? '' : 'about '}`, held]
      : [`It ${difference.value < 0 ? 'lowers' : 'raises'} the yearly chance of a challenge from `, without, ' to ', held]),
    ...(range === '' ? [] : [{ range: ` (90%: ${range})` }]),
    `${open ? '; the draws cannot tell whether it falls or rises' : ''}. `,
    Math.abs(firmer) > 1e-6 ? `A challenge that still comes is ${firmer > 0 ? 'likelier' : 'less likely'} to become war. ` : '',
    ...(bound.length === 0
      ? [`It binds nobody to come to ${target} in this case. `]
      : [
          `${capitalized(countOf(bound.length, 'member is', 'members are'))} bound to come`,
          found.abandonment === undefined ? '' : `; of the promised strength ${percent(found.abandonment.value)} may not`,
          ...(best === undefined
            ? []
            : [', and the likeliest to come does with chance ', { text: percent(best.honors.with.value), why: `honors:${best.state}` }]),
          '. ',
        ]),
    whole === null ? '' : balanceWords(whole),
    ...(first === undefined
      ? []
      : ['The answer hangs most on ', { text: parameterName(first.parameter).toLowerCase(), why: `parameter:${first.parameter}` }, '.']),
  ].filter((run) => run !== '');
}

function balanceWords({ balance }: Assessment): string {
  const known = balance.filter(({ net }) => net.low !== undefined && net.high !== undefined);
  const gate = balance.filter(({ ratification }) => ratification !== undefined && ratification.p < 0.5).length;
  const blocked = gate === 0 ? '' : `${capitalized(countOf(gate, 'member', 'members'))} would likelier than not fail to ratify it. `;
  if (known.length === 0) return blocked;
  const clear = known.filter(({ net }) => (net.low ?? 0) > 0).length;
  return `Over every contingency, ${countWord(clear)} of ${known.length} gain${clear === 1 ? 's' : ''} clear of zero. ${blocked}`;
}
