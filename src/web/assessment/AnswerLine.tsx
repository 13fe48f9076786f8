import type { Assessment, ContingencyAssessment } from '../../core/assess/assessment.ts';
import type { Influence } from '../../core/assess/influence.ts';
import { percent, percentRange } from '../../charts/numbers.ts';
import { countOf, countWord } from '../fight/words.ts';
import { parameterName } from '../../explain/parameter-names.ts';

interface Props {
  readonly found: ContingencyAssessment;
  readonly whole: Assessment | null;
  readonly influences: readonly Influence[] | null;
  readonly treaty: string;
  readonly target: string;
  readonly onWhy: (id: string) => void;
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The answer to the page's question, in a few sentences whose numbers open. */
export function AnswerLine({ found, whole, influences, treaty, target, onWhy }: Props) {
  const { challenge, warGivenChallenge, allies } = found;
  const number = (text: string, id: string) => (
    <button type="button" className="n" onClick={() => onWhy(id)}>
      {text}
    </button>
  );
  const range = percentRange(challenge.with.low, challenge.with.high);
  const verb = Math.abs(challenge.difference.value) < 1e-9 ? null : challenge.difference.value < 0 ? 'lowers' : 'raises';
  const open =
    challenge.difference.low !== undefined && challenge.difference.high !== undefined && challenge.difference.low < 0 && challenge.difference.high > 0;
  const bound = allies.filter(
    ({ promises, side }) => side === 'target' && promises.some((promise) => promise.treaty === treaty || promise.treaty.startsWith(`${treaty}--`)),
  );
  const best = bound.toSorted((a, b) => b.honors.with.value - a.honors.with.value)[0];
  const [first] = influences ?? [];
  const firmer = warGivenChallenge.difference.value;
  return (
    <p className="answer">
      {verb === null ? (
        <>It leaves the yearly chance of a challenge at {number(percent(challenge.with.value), 'challenge.with')}</>
      ) : (
        <>
          It {verb} the yearly chance of a challenge from {number(percent(challenge.without.value), 'challenge.without')} to{' '}
          {number(percent(challenge.with.value), 'challenge.with')}
        </>
      )}
      {range ? <span className="iv"> (90%: {range})</span> : null}
      {open ? '; the draws cannot tell whether it falls or rises' : ''}.{' '}
      {Math.abs(firmer) > 1e-6 ? `A challenge that still comes is ${firmer > 0 ? 'likelier' : 'less likely'} to become war. ` : ''}
      {bound.length === 0 ? (
        `It binds nobody to come to ${target} in this case. `
      ) : (
        <>
          {sentence(countOf(bound.length, 'member is', 'members are'))} bound to come
          {found.abandonment === undefined ? '' : <>; of the promised strength {percent(found.abandonment.value)} may not</>}
          {best ? <>, and the likeliest to come does with chance {number(percent(best.honors.with.value), `honors:${best.state}`)}</> : null}.{' '}
        </>
      )}
      {whole ? balanceWords(whole) : ''}
      {first ? <>The answer hangs most on {number(parameterName(first.parameter).toLowerCase(), `parameter:${first.parameter}`)}.</> : null}
    </p>
  );
}

function balanceWords({ balance }: Assessment): string {
  const known = balance.filter(({ net }) => net.low !== undefined && net.high !== undefined);
  const gate = balance.filter(({ ratification }) => ratification !== undefined && ratification.p < 0.5).length;
  const blocked = gate === 0 ? '' : `${sentence(countOf(gate, 'member', 'members'))} would likelier than not fail to ratify it. `;
  if (known.length === 0) return blocked;
  const clear = known.filter(({ net }) => (net.low ?? 0) > 0).length;
  return `Over every contingency, ${countWord(clear)} of ${known.length} gain${clear === 1 ? 's' : ''} clear of zero. ${blocked}`;
}
