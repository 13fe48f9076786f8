import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { percent, percentRange } from '../../charts/numbers.ts';
import { contingenciesFor } from '../../core/assess/contingencies-for.ts';
import { dayFor } from '../../core/assess/day-for.ts';
import type { Interval, WithWithout } from '../../core/assess/assessment.ts';
import type { Facts } from '../../core/facts/facts.ts';
import { formatDate } from '../../core/states/dates.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import { answerRuns, boundAllies } from '../../explain/answer.ts';
import type { AssessQuestion } from '../compute/messages.ts';
import { useAssessment } from '../compute/useAssessment.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { useFacts } from '../data/useFacts.ts';
import { inSentence, nameOf as nameIn } from '../fight/words.ts';

/** Enough for a first look; the page of the assessment draws more. */
const DRAWS = 100;
const ALLIES = 4;

interface Props {
  readonly treaty: Treaty;
  /** The day the address asks about. */
  readonly asked: string | null;
}

/** What the treaty changes in its weightiest contingency, computed once a reader comes near. */
export function TreatyAssessment({ treaty, asked }: Props) {
  const place = useRef<HTMLElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (place.current === null) return;
    const watch = new IntersectionObserver(([seen]) => seen?.isIntersecting === true && setNear(true), { rootMargin: '200px' });
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return (
    <section className="worth" ref={place}>
      <h2>Assessment</h2>
      {near ? <Asked treaty={treaty} asked={asked} /> : <p className="src">Computed when you scroll here.</p>}
    </section>
  );
}

function Asked({ treaty, asked }: Props) {
  const { facts, fault } = useFacts();
  if (fault !== null) return <p className="callout">{fault}</p>;
  return facts === null ? <p className="src">Computing…</p> : <Found key={treaty.id} treaty={treaty} asked={asked} facts={facts} />;
}

function Found({ treaty, asked, facts }: Props & { readonly facts: Facts }) {
  const { engine } = useLoaded();
  const { world } = engine;
  const [contingency, date] = useMemo(() => {
    const then = asked === null ? undefined : contingenciesFor(facts, treaty, asked, world)[0];
    if (asked !== null && then !== undefined) return [then, asked];
    const day = dayFor(treaty, facts, world);
    return [contingenciesFor(facts, treaty, day, world)[0], day];
  }, [treaty, asked, facts, world]);
  const question = useMemo(
    (): AssessQuestion | null =>
      contingency === undefined ? null : { treaty, date, contingency: contingency.id, form: { kind: 'pact' }, draws: DRAWS, seed: 1, extent: 'case' },
    [treaty, date, contingency],
  );
  const answer = useAssessment(question);
  if (contingency === undefined) {
    return (
      <div className="callout">
        <p>No contingency of the catalog challenges a member while this treaty stands, so nothing is estimated.</p>
        <p>A chance needs a challenger, a target and what would be lost.</p>
      </div>
    );
  }
  const whole = (
    <Link to="/assess" search={{ treaty: treaty.id, date, contingency: contingency.id }}>
      The whole assessment
    </Link>
  );
  if (answer.status === 'failed') {
    return (
      <div className="callout">
        <p>Not estimated. {answer.fault}</p>
      </div>
    );
  }
  const found = answer.case?.contingencies[0];
  if (found === undefined) return <p className="src">Computing…</p>;
  const runs = answerRuns({ found, whole: null, influences: null, treaty: treaty.id, target: inSentence(world, contingency.target, date) });
  const allies = boundAllies(found, treaty.id).toSorted((a, b) => b.honors.with.value - a.honors.with.value);
  return (
    <>
      <p className="case">
        {contingency.title}, {formatDate(date)}
      </p>
      <p>{runs.map((run) => (typeof run === 'string' ? run : 'range' in run ? run.range : run.text)).join('')}</p>
      <div className="wide" role="region" aria-label="Chances with the treaty and without" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Chance</th>
              <th scope="col">without</th>
              <th scope="col">with</th>
            </tr>
          </thead>
          <tbody>
            <Row name="Challenged in a year" chance={found.challenge} />
            <Row name="War, once challenged" chance={found.warGivenChallenge} />
            {allies.slice(0, ALLIES).map((ally) => (
              <Row key={ally.state} name={`${nameIn(world, ally.state, date)} comes`} chance={ally.honors} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="src">
        {allies.length > ALLIES ? `${allies.length - ALLIES} more allies are bound to come. ` : ''}
        {answer.done > 0 ? `90% ranges over ${answer.done} draws, seed 1. ` : 'Computing the ranges. '}
        {whole}: balance, ratification, what it hangs on.
      </p>
    </>
  );
}

function Row({ name, chance }: { readonly name: string; readonly chance: WithWithout }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Chance value={chance.without} />
      </td>
      <td>
        <Chance value={chance.with} />
      </td>
    </tr>
  );
}

function Chance({ value }: { readonly value: Interval }) {
  const range = percentRange(value.low, value.high);
  return (
    <>
      {percent(value.value)} {range === '' ? null : <span className="range">{range}</span>}
    </>
  );
}
