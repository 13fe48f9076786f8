import { Link } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo } from 'react';
import { contingenciesFor, membersOn } from '../../core/assess/contingencies-for.ts';
import type { Comparison } from '../../core/explore/compare.ts';
import type { Sensitivity } from '../../core/explore/sensitivity/sensitivity.ts';
import { comparisonFinding } from '../../explain/compare-figures.ts';
import { ComputeBar } from '../assessment/ComputeBar.tsx';
import { Clauses } from '../compare/Clauses.tsx';
import { CompareConditions } from '../compare/Conditions.tsx';
import { CompareFigures } from '../compare/Figures.tsx';
import { HangsOn } from '../compare/HangsOn.tsx';
import { CompareSentence } from '../compare/Sentence.tsx';
import { questionsOf, useSubjects } from '../compare/subjects.ts';
import { useCompareSearch } from '../compare/useCompareSearch.ts';
import { useExploration } from '../compute/useExploration.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { useFacts } from '../data/useFacts.ts';
import { nameOf as nameIn } from '../fight/words.ts';
import '../styles/assessment.css';
import '../styles/chart.css';
import '../styles/compare.css';

const isComparison = (found: Comparison | Sensitivity): found is Comparison => 'rows' in found;
const isSensitivity = (found: Comparison | Sensitivity): found is Sensitivity => 'tornado' in found;

/** "How does the [treaty] on [day] compare with the [others]?" */
export function ComparePage() {
  const { engine } = useLoaded();
  const { search, go } = useCompareSearch();
  const { facts, fault } = useFacts();
  const subjects = useSubjects(search, engine);
  const { treaties, date, forms, contingency, draws, seed, hangs, of, samples } = search;
  const opening = subjects.some(({ kind }) => kind === 'opening');
  const faults = subjects.flatMap((one) => (one.kind === 'fault' ? [one.message] : []));
  const questions = useMemo(() => questionsOf({ treaties, date, forms }, subjects), [treaties, date, forms, subjects]);
  const ready = facts !== null && !opening && faults.length === 0;
  const answer = useExploration(
    ready && questions.length > 1 ? { kind: 'compare', question: { subjects: questions, contingency, draws, seed } } : null,
    isComparison,
  );
  const asked = hangs === null ? [] : hangs === 'first' ? questions.slice(0, 1) : hangs === 'second' ? questions.slice(1, 2) : questions.slice(0, 2);
  const hanging = useExploration(
    ready && asked.length > 0 ? { kind: 'sensitivity', question: { of, subjects: asked, contingency, samples, seed } } : null,
    isSensitivity,
  );
  const [first] = questions;
  const choices = useMemo(
    () => (facts === null || first === undefined ? [] : contingenciesFor(facts, first.treaty, first.date, engine.world)),
    [facts, first, engine],
  );
  const members = useMemo(() => (first === undefined ? [] : membersOn(first.treaty, first.date, engine.world)), [first, engine]);
  const nameOf = useCallback((state: string): string => nameIn(engine.world, state, date), [engine, date]);
  const titles = useMemo(() => new Map(facts?.contingencies.map(({ id, title }) => [id, title]) ?? []), [facts]);
  useEffect(() => {
    document.title = `Compare: ${questions.map(({ label }) => label).join(', ')}. Foedus`;
  }, [questions]);
  const onTable = (figure: string) => (shown: boolean) =>
    go({ tables: shown ? [...search.tables, figure] : search.tables.filter((one) => one !== figure) }, true);
  const { found } = answer;
  const source = `${found === null ? '' : found.draws === 0 ? 'Central values. ' : `${found.draws.toLocaleString('en-US')} draws common to all, seed ${seed}. `}Catalog ${engine.catalog.version}.`;
  const message = faults[0] ?? fault ?? answer.fault;
  return (
    <main id="main" className="assess compare">
      <section className="ask" aria-label="The question">
        <CompareSentence search={search} subjects={subjects} onAsk={(changes) => go(changes)} />
        <CompareConditions search={search} contingencies={choices} members={members} nameOf={nameOf} onAsk={(changes) => go(changes)} />
        {found === null ? null : <p className={answer.fresh ? 'answer' : 'answer held'}>{comparisonFinding(found)}</p>}
        <ComputeBar
          status={answer.status}
          done={Math.floor(answer.status === 'stopped' ? (found?.draws ?? 0) : answer.done)}
          total={answer.status === 'stopped' ? draws : answer.total}
          since={answer.since}
          onStop={answer.stop}
        />
      </section>
      {message !== null && message !== undefined ? (
        <section className="callout blank" role="status">
          <p>{message}</p>
        </section>
      ) : questions.length < 2 && ready ? (
        <section className="callout blank" role="status">
          <p>Choose another treaty, a day of its own for one of two, or a second form under “Change conditions”.</p>
          <ul>
            {EXAMPLES.map(({ text, ask }) => (
              <li key={text}>
                <Link to="/compare" search={{ ...ask }} className="lnk">
                  {text}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : found === null ? null : (
        <div className={answer.fresh ? 'figures' : 'figures held'}>
          <CompareFigures
            found={found}
            search={search}
            source={source}
            nameOf={nameOf}
            titleOf={(id) => titles.get(id) ?? id}
            onTable={onTable}
            onChange={(changes) => go(changes, true)}
          />
          <Clauses found={found} nameOf={nameOf} />
          <HangsOn
            search={search}
            names={questions.slice(0, 2).map(({ label }) => label)}
            members={members}
            nameOf={nameOf}
            answer={hanging}
            source={`Catalog ${engine.catalog.version}, seed ${seed}.`}
            onTable={onTable}
            onChange={(changes) => go(changes)}
          />
        </div>
      )}
    </main>
  );
}

const EXAMPLES = [
  { text: 'Two allies of the United States in Asia', ask: { treaties: 'us-japan-1960,us-philippines-1951', date: '2025-06-01' } },
  { text: 'NATO in 1985 and in 2025', ask: { treaties: 'nato@1985-07-01,nato@2025-07-01', date: '2025-06-01' } },
  {
    text: 'NATO as one pact, and each bound to the United States alone',
    ask: { treaties: 'nato', date: '2025-06-01', as: 'pact,hub:USA', contingency: 'russia-estonia' },
  },
] as const;
