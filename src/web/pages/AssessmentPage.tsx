import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo } from 'react';
import { contingenciesFor, elsewhere, membersOn } from '../../core/assess/contingencies-for.ts';
import { AnswerLine } from '../assessment/AnswerLine.tsx';
import { AssessConditions } from '../assessment/Conditions.tsx';
import { ComputeBar } from '../assessment/ComputeBar.tsx';
import { Figures } from '../assessment/Figures.tsx';
import { readAssess, writeAssess, type AssessSearch } from '../assessment/search.ts';
import { Sentence } from '../assessment/Sentence.tsx';
import { useSubject } from '../assessment/subject.ts';
import { useWhy } from '../assessment/useWhy.ts';
import { whyCitation, whyOf } from '../../explain/why.ts';
import { WhyDrawer } from '../assessment/WhyDrawer.tsx';
import type { AssessQuestion } from '../compute/messages.ts';
import { useAssessment } from '../compute/useAssessment.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { useFacts } from '../data/useFacts.ts';
import { inSentence, nameOf as nameIn } from '../fight/words.ts';
import '../styles/assessment.css';
import '../styles/chart.css';

/** What the page opens on where its address names no treaty. */
const FIRST = 'nato';

/** "If [A attacks B] on [day], what does the [treaty] change?" */
export function AssessmentPage() {
  const { engine } = useLoaded();
  const raw = useSearch({ from: '/assess' });
  const navigate = useNavigate();
  const search = useMemo(() => readAssess(raw), [raw]);
  const { facts, fault } = useFacts();
  const go = (changes: Partial<AssessSearch>, replace: boolean): void =>
    void navigate({ to: '/assess', search: writeAssess({ ...search, ...changes }), replace, resetScroll: false });
  const ask = (changes: Partial<AssessSearch>): void => go(changes, false);
  const change = (changes: Partial<AssessSearch>): void => go(changes, true);

  const subject = useSubject(search.treaty ?? FIRST, engine);
  const treaty = subject.kind === 'treaty' ? subject.treaty : null;
  const label = subject.kind === 'treaty' ? subject.label : 'treaty';
  const choices = useMemo(
    () => (facts === null || treaty === null ? [] : contingenciesFor(facts, treaty, search.date, engine.world)),
    [facts, treaty, search.date, engine],
  );
  const contingency = choices.find(({ id }) => id === search.contingency) ?? choices[0] ?? null;
  const members = useMemo(() => (treaty === null ? [] : membersOn(treaty, search.date, engine.world)), [treaty, search.date, engine]);
  const { form, without, draws, seed, set, date } = search;

  const question = useMemo(
    (): AssessQuestion | null =>
      treaty === null || contingency === null
        ? null
        : {
            treaty,
            date,
            contingency: contingency.id,
            form,
            draws,
            seed,
            extent: 'whole',
            ...(without !== null && { gone: without }),
            ...(Object.keys(set).length > 0 && { set }),
          },
    [treaty, date, contingency, form, without, draws, seed, set],
  );
  const answer = useAssessment(question);
  const { askSurvival } = answer;
  const found = (answer.whole ?? answer.case)?.contingencies.find(({ id }) => id === contingency?.id) ?? null;
  const assessment = answer.whole ?? answer.case;
  const member = search.member !== null && members.includes(search.member) ? search.member : (contingency?.target ?? members[0] ?? null);
  const known = answer.whole !== null;
  useEffect(() => {
    if (known && member !== null) askSurvival(member);
    // Asked once the whole is known, and again for another member.
  }, [known, member, answer.whole?.draws === answer.total]);

  const nameOf = useCallback((state: string): string => nameIn(engine.world, state, date), [engine, date]);
  const why = useWhy(search.why, (id) => change({ why: id }));
  const context =
    facts !== null && treaty !== null && contingency !== null && found !== null && assessment !== null
      ? {
          treaty,
          label,
          facts,
          contingency,
          found,
          assessment,
          whole: answer.whole,
          influences: answer.influences,
          bargain: answer.bargain,
          response: answer.response,
          survival: answer.survival,
          draws: assessment.draws,
          nameOf,
        }
      : null;
  const opened = why.id !== null && context !== null ? whyOf(why.id, context) : null;
  useEffect(() => {
    document.title = `Assessment: ${label}. Foedus`;
  }, [label]);

  return (
    <main id="main" className="assess">
      <section className="ask" aria-label="The question">
        <p className="crumb">
          <Link to="/treaties" search={{}}>
            Treaties
          </Link>
          <span aria-hidden="true">/</span>
          {subject.kind === 'treaty' && subject.draft === null ? (
            <Link to="/treaty/$id" params={{ id: subject.treaty.id }} search={{}}>
              {label}
            </Link>
          ) : (
            <span>{label}</span>
          )}
          {treaty ? (
            <span className="acts">
              <Link className="btn" to="/edit/$id" params={{ id: subject.kind === 'treaty' && subject.draft !== null ? subject.draft : treaty.id }} search={{}}>
                {subject.kind === 'treaty' && subject.draft !== null ? 'Edit the draft' : 'Edit a copy'}
              </Link>
            </span>
          ) : null}
        </p>
        <Sentence search={search} treaty={treaty} label={label} contingency={contingency} choices={choices} onAsk={ask} />
        {treaty ? <AssessConditions search={search} contingency={contingency} members={members} nameOf={nameOf} onAsk={ask} /> : null}
        {found && assessment && treaty && contingency ? (
          <div className={answer.fresh ? undefined : 'held'}>
            <AnswerLine
              found={found}
              whole={answer.whole}
              influences={answer.influences}
              treaty={treaty.id}
              target={inSentence(engine.world, contingency.target, date)}
              onWhy={why.open}
            />
          </div>
        ) : null}
        <ComputeBar status={answer.status} done={answer.done} total={answer.total} since={answer.since} onStop={answer.stop} />
      </section>
      {context !== null && !(answer.status === 'failed') ? (
        <div className={answer.fresh ? undefined : 'held'}>
          <Figures context={context} answer={answer} search={search} member={member} catalog={engine.catalog.version} onChange={change} onWhy={why.open} />
        </div>
      ) : (
        <Empty
          message={
            subject.kind === 'fault'
              ? subject.message
              : (fault ??
                answer.fault ??
                (facts !== null && choices.length === 0
                  ? `No contingency of the catalog challenges a member of ${label.replace(/^The /, 'the ')} on this date.`
                  : null))
          }
          others={facts !== null && treaty !== null && choices.length === 0 ? elsewhere(facts, treaty, engine.world) : []}
          onAsk={ask}
        />
      )}
      {opened && context ? (
        <WhyDrawer
          why={opened}
          deep={why.deep}
          citation={() => whyCitation(opened, context, location.href)}
          treaty={subject.kind === 'treaty' && subject.draft === null ? subject.treaty.id : null}
          onOpen={why.open}
          onBack={why.back}
          onClose={why.close}
        />
      ) : null}
    </main>
  );
}

interface EmptyProps {
  readonly message: string | null;
  readonly others: ReturnType<typeof elsewhere>;
  readonly onAsk: (changes: Partial<AssessSearch>) => void;
}

/** What stands where there is no answer, and what to do about it. */
function Empty({ message, others, onAsk }: EmptyProps) {
  if (message === null) return null;
  const years = [...message.matchAll(/\b1[89]\d\d\b|\b20\d\d\b/g)].map(([year]) => year);
  return (
    <section className="callout blank" role="status">
      <p>{message}</p>
      {others.length > 0 ? (
        <>
          <p>Others do, at other dates:</p>
          <ul>
            {others.slice(0, 8).map(({ contingency, date }) => (
              <li key={contingency.id}>
                <button type="button" className="lnk" onClick={() => onAsk({ date, contingency: contingency.id })}>
                  {contingency.title}, {date.slice(0, 4)}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {others.length === 0 && years.length > 1 ? (
        <ul className="years">
          {[...new Set(years)].slice(1).map((year) => (
            <li key={year}>
              <button type="button" className="lnk" onClick={() => onAsk({ date: `${year}-07-01`, contingency: null })}>
                Ask about {year}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
