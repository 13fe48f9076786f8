import { Link } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { percentRange, signed } from '../../charts/numbers.ts';
import { draftReference } from '../../core/treaty/draft-reference.ts';
import type { Contingency } from '../../core/facts/contingencies.ts';
import type { Facts } from '../../core/facts/facts.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import { sourceLines } from '../../explain/assessment-figures.ts';
import { ComputeBar } from '../assessment/ComputeBar.tsx';
import { contingenciesFor } from '../../core/assess/contingencies-for.ts';
import { WinSet } from '../assessment/WinSet.tsx';
import type { AssessQuestion } from '../compute/messages.ts';
import { useAssessment } from '../compute/useAssessment.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { inSentence, nameOf as nameIn } from '../fight/words.ts';
import { readingsOf, type Reading } from './readings.ts';

interface Props {
  readonly name: string;
  readonly treaty: Treaty;
  readonly facts: Facts | null;
  readonly date: string;
  readonly contingency: string | null;
  /** Whether the text as it stands is this treaty; else the last that was one. */
  readonly current: boolean;
  readonly asTable: boolean;
  readonly onTable: (shown: boolean) => void;
  readonly onContingency: (id: string) => void;
}

const DRAWS = 100;

/** What the draft would change, computed anew as its clauses change, beside what it was when the page was opened. */
export function Live({ name, treaty, facts, date, contingency: wanted, current, asTable, onTable, onContingency }: Props) {
  const { engine } = useLoaded();
  const choices = useMemo(() => (facts === null ? [] : contingenciesFor(facts, treaty, date, engine.world)), [facts, treaty, date, engine]);
  // The first one asked about stays while there is one by that name, though a change of parties makes another the weightiest.
  const [held, hold] = useState<string | null>(null);
  const contingency = choices.find(({ id }) => id === wanted) ?? choices.find(({ id }) => id === held) ?? choices[0] ?? null;
  if (contingency !== null && held === null) hold(contingency.id);
  const id = contingency?.id;
  const question = useMemo(
    (): AssessQuestion | null => (id === undefined ? null : { treaty, date, contingency: id, form: { kind: 'pact' }, draws: DRAWS, seed: 1, extent: 'draft' }),
    [treaty, date, id],
  );
  const answer = useAssessment(question);
  const nameOf = useCallback((state: string): string => nameIn(engine.world, state, date), [engine, date]);
  const assessment = answer.whole ?? answer.case;
  const found = assessment?.contingencies.find((one) => one.id === id) ?? null;
  const now = useMemo(
    () => (found === null ? [] : readingsOf(found, answer.whole, treaty.id, (state) => nameIn(engine.world, state, date))),
    [found, answer.whole, treaty.id, engine, date],
  );
  const settled = answer.fresh && answer.whole !== null;
  const [first, compareFromHere] = useFirst(now, settled, `${name} ${id ?? ''}`);
  if (facts === null) return <p className="src">Loading what the models know of states…</p>;
  if (contingency === null) {
    return (
      <p className="callout">
        No contingency of the catalog challenges a party of this draft today. Name parties that the catalog knows to see what the draft would change.
      </p>
    );
  }
  return (
    <>
      <label className="field">
        <span>Asked of</span>
        <select className="select" value={contingency.id} onChange={(event) => onContingency(event.target.value)}>
          {choices.map((one: Contingency) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </select>
      </label>
      {current ? null : (
        <p className="callout" role="status">
          Before the error: the last text that was a treaty is assessed. Mend the errors to see this one.
        </p>
      )}
      {answer.status === 'failed' ? (
        <p className="callout" role="alert">
          {answer.fault}
        </p>
      ) : null}
      <div className={answer.fresh && current ? undefined : 'held'} aria-busy={!answer.fresh}>
        {now.length > 0 ? <Readings now={now} first={first} /> : null}
      </div>
      <ComputeBar status={answer.status} done={answer.done} total={answer.total} since={answer.since} onStop={answer.stop} />
      {now.length > 0 ? (
        <p className="src">
          If {inSentence(engine.world, contingency.challenger, date)} attacks {inSentence(engine.world, contingency.target, date)}; entrapment is the joining
          that the promise and not the interest explains.{' '}
          <button type="button" className="lnk" onClick={compareFromHere}>
            Compare from here
          </button>{' '}
          ·{' '}
          <Link to="/assess" search={{ treaty: draftReference(name), contingency: contingency.id }}>
            The whole assessment
          </Link>
        </p>
      ) : null}
      {answer.bargain !== null && answer.whole !== null && assessment !== null ? (
        <div className={answer.fresh && current ? 'figures narrow' : 'figures narrow held'}>
          <WinSet
            name={`${name}-win-set`}
            asTable={asTable}
            onTable={onTable}
            source={
              sourceLines(assessment, {
                year: date.slice(0, 4),
                contingencies: answer.whole.contingencies.length,
                label: treaty.name,
                title: contingency.title,
              }).winset
            }
            bargain={answer.bargain}
            whole={answer.whole}
            nameOf={nameOf}
            quota={null}
          />
        </div>
      ) : null}
    </>
  );
}

/** The first readings of a draft that were whole, and a way to take those of now in their place. */
function useFirst(now: readonly Reading[], settled: boolean, of: string): [readonly Reading[] | null, () => void] {
  const [kept, keep] = useState<{ readonly of: string; readonly readings: readonly Reading[] } | null>(null);
  const latest = useRef(now);
  latest.current = now;
  useEffect(() => {
    if (settled && kept?.of !== of) keep({ of, readings: latest.current });
  }, [settled, of, kept]);
  return [kept?.of === of ? kept.readings : null, () => keep({ of, readings: latest.current })];
}

interface ReadingsProps {
  readonly now: readonly Reading[];
  readonly first: readonly Reading[] | null;
}

function Readings({ now, first }: ReadingsProps) {
  return (
    <table className="readings">
      <caption className="vh">What the draft would change, as opened and now</caption>
      <thead>
        <tr>
          <th scope="col">With the draft</th>
          <th scope="col" className="num">
            As opened
          </th>
          <th scope="col" className="num">
            Now
          </th>
          <th scope="col" className="num">
            Change
          </th>
        </tr>
      </thead>
      <tbody>
        {now.map((reading) => {
          const before = first?.find(({ id }) => id === reading.id);
          const change = before === undefined ? 0 : reading.value - before.value;
          const moved = before !== undefined && before.words(before.value) !== reading.words(reading.value);
          return (
            <tr key={reading.id} data-reading={reading.id}>
              <th scope="row">
                {reading.label}
                {reading.whose === null ? null : (
                  <small>{before !== undefined && before.whose !== reading.whose ? `${before.whose ?? 'nobody'}, now ${reading.whose}` : reading.whose}</small>
                )}
              </th>
              <td className="num">{before === undefined ? '' : before.words(before.value)}</td>
              <td className="num now">
                {reading.words(reading.value)}
                <small>{rangeWords(reading)}</small>
              </td>
              <td className="num">{moved ? reading.change(change) : '0'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function rangeWords({ id, low, high }: Reading): string {
  if (low === undefined || high === undefined) return '';
  return `90%: ${id === 'worth' ? `${signed(low)} to ${signed(high)}` : percentRange(low, high)}`;
}
