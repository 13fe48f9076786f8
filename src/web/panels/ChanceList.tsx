import { useState } from 'react';
import { percent, percentRange } from '../../charts/numbers.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { clauseLabel } from '../fight/cite.ts';
import { binOf } from '../fight/chances.ts';
import type { Chance, Likely } from '../fight/chances.ts';
import { HELP } from '../fight/story.ts';
import type { StoryStep } from '../fight/story.ts';
import { COPY, capital, inSentence, kindVerb, listOf, nameOf } from '../fight/words.ts';
import { Because } from './Because.tsx';
import { VerdictRow } from './VerdictRow.tsx';

/** States listed at once; the rest unfold. */
const SHOWN = 14;

interface Props {
  readonly step: StoryStep;
  readonly likely: readonly Likely[];
  readonly chances: ReadonlyMap<string, Chance>;
  readonly sel: string | null;
  readonly why: string | null;
  readonly onChange: (changes: { readonly sel?: string | null; readonly why?: string | null }) => void;
}

/** How likely each state is to come into the war, with the range over the draws: never mixed with what is owed. */
export function ChanceList({ step, likely, chances, sel, why, onChange }: Props) {
  const { engine } = useLoaded();
  const [all, setAll] = useState(false);
  const last = likely.at(-1);
  const date = last?.event.date ?? step.date ?? '';
  const name = (id: string): string => capital(nameOf(engine.world, id, date));
  const sorted = [...chances.values()].toSorted((a, b) => b.at - a.at || b.value.value - a.value.value);
  const shown = all ? sorted : sorted.slice(0, SHOWN);
  const events = [...new Set(sorted.map(({ at }) => at))];
  const faults = [...new Set(likely.flatMap(({ found }) => (typeof found === 'string' ? [found] : [])))];
  const method = likely.flatMap(({ found }) => (found !== null && typeof found !== 'string' ? (found.expected_method ?? []) : [])).at(-1);
  const lost = [...new Set(likely.flatMap(({ found }) => (found !== null && typeof found !== 'string' ? (found.expected_not_assessed ?? []) : [])))];
  const pending = likely.some(({ found }) => found === null);
  const principals = new Set(likely.flatMap(({ event }) => [...event.attackers, event.target]));
  const restrained = [...new Set(step.duties.map(({ duty }) => duty.state))].filter(
    (state) => !chances.has(state) && !principals.has(state) && !lost.includes(state),
  );

  const row = ({ state, value, bound, side, at }: Chance) => {
    const key = `chance:${state}`;
    const event = likely[at]?.event;
    const toward = event === undefined ? '' : inSentence(engine.world, side === 'target' ? event.target : (event.attackers[0] ?? event.target), date);
    const duties = step.duties.filter(({ duty }) => duty.state === state && HELP.includes(duty.action));
    const open = why === key;
    return (
      <VerdictRow
        key={key}
        swatch={<span className={`sw prob-${binOf(value.value)}`} aria-hidden="true" />}
        states={[state]}
        noun="states"
        verb={{ one: `beside ${toward}`, many: '' }}
        status={percent(value.value)}
        meta={
          <>
            {bound.length === 0 ? 'bound by nothing here' : bound.map(({ treaty, article }) => clauseLabel(engine.treaty(treaty), treaty, article)).join(' · ')}
            <Strip {...value} />
          </>
        }
        selected={sel === state}
        nameOf={name}
        onSelect={() => onChange({ sel: sel === state ? null : state })}
        open={open}
        onWhy={() => onChange({ why: open ? null : key })}
      >
        {duties.map(({ duty, key: one }) => (
          <Because
            key={one}
            id={`because-${one}`}
            treaty={duty.treaty}
            article={duty.article}
            obligation={duty.obligation}
            because={duty.because}
            contested={duty.contested}
            date={date}
          />
        ))}
        <p className="src">
          {bound.length === 0 ? `No promise binds ${name(state)} here: the chance is that of its interests alone. ` : ''}
          {method}
        </p>
      </VerdictRow>
    );
  };

  return (
    <>
      {faults.map((fault) => (
        <div key={fault} className="callout" role="status">
          {capital(fault)} {COPY.noChance}
        </div>
      ))}
      {events.map((at) => {
        const asked = likely[at]?.event;
        const rows = shown.filter((one) => one.at === at);
        if (asked === undefined || rows.length === 0) return null;
        const words = `If ${listOf(asked.attackers.map((id) => inSentence(engine.world, id, date)))} ${kindVerb(asked.kind, asked.attackers.length)} ${inSentence(engine.world, asked.target, date)}`;
        return (
          <section key={at} aria-label={words}>
            <p className="grp">{words}, chance of coming in</p>
            <ul>{rows.map(row)}</ul>
          </section>
        );
      })}
      {sorted.length > shown.length ? (
        <p className="grp">
          <button type="button" className="lnk" onClick={() => setAll(true)}>
            {sorted.length - shown.length} more
          </button>
        </p>
      ) : null}
      {lost.length > 0 ? <p className="src foot">Not estimated, the power of these states is not known: {listOf(lost.map(name))}.</p> : null}
      {!pending && restrained.length > 0 ? (
        <p className="src foot">
          Not estimated: {restrained.length > 6 ? `${restrained.length} states` : listOf(restrained.map(name))}, bound to restraint or consultation. The crisis
          game asks of help alone.
        </p>
      ) : null}
      {method ? <p className="src foot">{method}</p> : null}
    </>
  );
}

/** A chance as a dot with its 50% and 90% ranges, from 0 to 1. */
function Strip({ value, low, high, half }: Chance['value']) {
  const at = (chance: number): string => `${(100 * chance).toFixed(1)}%`;
  const range = percentRange(low, high);
  return (
    <span className="strip">
      <svg width="100%" height="14" role="img" aria-label={`${percent(value)}${range ? `, 90% range ${range}` : ''}`}>
        {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
          <line key={tick} className="tick" x1={at(tick)} x2={at(tick)} y1="3" y2="11" />
        ))}
        {low !== undefined && high !== undefined ? <line className="ninety" x1={at(low)} x2={at(high)} y1="7" y2="7" /> : null}
        {half ? <line className="fifty" x1={at(half[0])} x2={at(half[1])} y1="7" y2="7" /> : null}
        <circle cx={at(value)} cy="7" r="3.6" />
      </svg>
    </span>
  );
}
