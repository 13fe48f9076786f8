import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { EFFORT_KEY, effortChart, effortTable } from '../../charts/effort.ts';
import { PLEDGE_KEY, pledgeChart, pledgeTable } from '../../charts/pledge.ts';
import { RANKS_KEY, ranksChart, ranksTable } from '../../charts/ranks.ts';
import { CLOSENESS, CRITERIA, CRITERION_IDS, EVEN, type Weights } from '../../core/assess/fairness.ts';
import { reviewTreaty, type PledgeReview } from '../../core/assess/review.ts';
import type { Facts } from '../../core/facts/facts.ts';
import { formatDate } from '../../core/states/dates.ts';
import { treatyAt } from '../../core/treaty/resolve.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import { effortFigure, effortFinding, pledgeFigure, pledgeFinding, ranksFigure, ranksFinding } from '../../explain/burden-figures.ts';
import { HEAVIEST } from '../burden/search.ts';
import { useBurdenSearch, useLedger } from '../burden/useBurden.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { useFacts } from '../data/useFacts.ts';
import { datedLabel } from '../fight/cite.ts';
import { nameOf } from '../fight/words.ts';
import { Figure } from '../figure/Figure.tsx';
import { DateSlot } from '../question/DateSlot.tsx';
import { Slot } from '../question/Slot.tsx';
import { treatyOptions } from '../question/treaty-options.ts';
import { Combobox } from '../shell/Combobox.tsx';
import { Caret } from '../shell/icons.tsx';
import '../styles/assessment.css';
import '../styles/burden.css';
import '../styles/chart.css';

/** "Who carries [treaty] on [day], and who rides?" */
export function BurdenPage() {
  const { engine } = useLoaded();
  const { search, go } = useBurdenSearch();
  const { facts, fault } = useFacts();
  const treaty = engine.treaty(search.treaty);
  const answer = useLedger(treaty, search.date);
  const name = (state: string): string => nameOf(engine.world, state, search.date);
  useEffect(() => {
    document.title = `Who carries ${treaty?.short ?? treaty?.name ?? 'a treaty'}? Foedus`;
  }, [treaty]);
  const flip = (figure: string) => (shown: boolean) => go({ tables: shown ? [...search.tables, figure] : search.tables.filter((one) => one !== figure) }, true);
  const [slot, setSlot] = useState<'treaty' | 'date' | 'pledge' | null>(null);
  const toggle = (one: typeof slot) => (open: boolean) => setSlot(open ? one : null);
  const review = useMemo(() => (facts && treaty ? reviewTreaty(treaty, facts, search.date) : null), [facts, treaty, search.date]);
  const pledges = review?.pledges.filter(({ at_least, metric }) => at_least !== undefined && metric !== undefined) ?? [];
  const pledge = pledges.find(({ id }) => id === search.pledge) ?? pledges[0];
  return (
    <main id="main" className="assess burden">
      <section className="ask" aria-label="The question">
        <h1>
          Who carries the{' '}
          <Slot
            name="treaty"
            label={`Treaty: ${treaty ? datedLabel(treaty, treaty.id) : search.treaty}`}
            open={slot === 'treaty'}
            onToggle={toggle('treaty')}
            empty={!treaty}
            popover={
              <Combobox
                label="Choose a treaty"
                placeholder="Name of a treaty"
                options={(query) => treatyOptions(engine.catalog.treaties, query, ({ burden }) => burden !== undefined)}
                empty={() => 'No treaty by that name.'}
                onPick={(id) => {
                  setSlot(null);
                  go({ treaty: id, pledge: null });
                }}
              />
            }
          >
            {(treaty ? datedLabel(treaty, treaty.id) : search.treaty).replace(/^The /, '')}
            <Caret />
          </Slot>{' '}
          on <DateSlot date={search.date} open={slot === 'date'} onToggle={toggle('date')} onPick={(date) => go({ date })} after="," /> and who rides?
        </h1>
      </section>
      {treaty === undefined ? (
        <p className="callout lonely">No treaty of the catalog is called {search.treaty}. Choose one above.</p>
      ) : facts === null || review === null ? (
        <p className="callout lonely" role="status">
          {fault ?? 'Loading the figures…'}
        </p>
      ) : (
        <div className="figures">
          {pledge ? (
            <PledgePart
              treaty={treaty}
              pledges={pledges}
              pledge={pledge}
              facts={facts}
              name={name}
              asTable={search.tables.includes('pledge')}
              onTable={flip('pledge')}
              onPledge={(id) => go({ pledge: id }, true)}
            />
          ) : (
            <section className="fig c6">
              <p className="q">Are the pledges met?</p>
              <h2>The treaty holds no pledge with a figure on this date</h2>
              <p className="note-line src">What members spend is compared below all the same.</p>
            </section>
          )}
          <RanksPart
            treaty={treaty}
            facts={facts}
            date={search.date}
            weights={search.weights}
            name={name}
            asTable={search.tables.includes('ranks')}
            onTable={flip('ranks')}
            onWeights={(weights) => go({ weights }, true)}
          />
          {answer.ledger && answer.ledger.members.length > 1 ? (
            <Figure
              name="effort"
              span={12}
              question="Who pays more than it would choose to, and who less?"
              finding={effortFinding(answer.ledger)}
              keys={EFFORT_KEY}
              note={`Members together pay ${answer.ledger.gaps === undefined ? '' : `${(100 * answer.ledger.gaps.toEfficient.share).toFixed(1)}% less by their own choices than if all decided together. `}Exploitation of the great by the small: ${exploitation(answer.ledger.exploitation)}.`}
              draw={(width) => effortChart(effortFigure(answer.ledger ?? NOTHING, name), width)}
              table={effortTable(effortFigure(answer.ledger, name))}
              source={`Spending game with the crisis game's chances of help as spill-ins; weights of security read off ${answer.ledger.baseYear}. Figures: NATO, IMF and national budgets, rounded; sources in the ledger.`}
              asTable={search.tables.includes('effort')}
              onTable={flip('effort')}
              below={
                answer.ledger.notAssessed.length > 0 ? (
                  <p className="src">Left out: {answer.ledger.notAssessed.map(({ state, lacks }) => `${name(state)} (no ${lacks})`).join(', ')}.</p>
                ) : undefined
              }
            />
          ) : (
            <section className="fig c12" aria-live="polite">
              <p className="q">Who pays more than it would choose to, and who less?</p>
              <h2>{answer.fault ?? (answer.fresh ? 'Too few members have figures on this date to compare' : 'Computing…')}</h2>
            </section>
          )}
        </div>
      )}
    </main>
  );
}

const NOTHING = { members: [], notAssessed: [], gaps: undefined, baseYear: 0, method: 'none', warnings: [], exploitation: undefined, benefits: undefined };

function exploitation(found: { readonly spearman: { readonly coefficient: number; readonly pTwoSided: number } } | undefined): string {
  if (found === undefined) return 'cannot be told';
  const { coefficient, pTwoSided } = found.spearman;
  const told = `rank correlation of GDP and share ${coefficient.toFixed(2)}, p = ${pTwoSided.toFixed(2)}`;
  return pTwoSided < 0.05 ? told : `cannot be told apart from none (${told})`;
}

interface PledgeProps {
  readonly treaty: Treaty;
  readonly pledges: readonly PledgeReview[];
  readonly pledge: PledgeReview;
  readonly facts: Facts;
  readonly name: (state: string) => string;
  readonly asTable: boolean;
  readonly onTable: (shown: boolean) => void;
  readonly onPledge: (id: string) => void;
}

function PledgePart({ treaty, pledges, pledge, facts, name, asTable, onTable, onPledge }: PledgeProps) {
  const agreed = treaty.burden?.pledges?.find(({ id }) => id === pledge.id)?.agreed;
  const figure = pledgeFigure(pledge, agreed, facts, name);
  const sources = [...new Set(pledge.readings.flatMap(({ source }) => (source === undefined ? [] : [source])))];
  return (
    <Figure
      name="pledge"
      span={6}
      question={`Is the pledge met?${pledge.by === undefined ? '' : ` It was due by ${formatDate(pledge.by)}.`}`}
      finding={pledgeFinding(figure)}
      keys={PLEDGE_KEY}
      controls={
        pledges.length > 1 ? (
          <label className="field pick">
            <span>Pledge</span>
            <select className="select" value={pledge.id} onChange={(event) => onPledge(event.target.value)}>
              {pledges.map((one) => (
                <option key={one.id} value={one.id}>
                  {pledgeWords(one)}
                </option>
              ))}
            </select>
          </label>
        ) : undefined
      }
      draw={(width) => pledgeChart(figure, width)}
      table={pledgeTable(figure)}
      source={`${sources.map((id) => facts.indicatorSources[id]?.title ?? id).join('; ')}. Rounded; e: estimate.`}
      asTable={asTable}
      onTable={onTable}
    />
  );
}

const METRIC: Readonly<Record<string, string>> = {
  'defense-share-of-gdp': 'of GDP on defense',
  'core-defense-share-of-gdp': 'of GDP on core defense',
  'equipment-share-of-defense': 'of defense expenditure on major equipment',
};
const pledgeWords = ({ at_least, metric, by }: PledgeReview): string =>
  `${Number((100 * (at_least ?? 0)).toPrecision(3))}% ${METRIC[metric ?? ''] ?? metric ?? ''}${by === undefined ? '' : `, by ${by.slice(0, 4)}`}`;

interface RanksProps {
  readonly treaty: Treaty;
  readonly facts: Facts;
  readonly date: string;
  readonly weights: Weights;
  readonly name: (state: string) => string;
  readonly asTable: boolean;
  readonly onTable: (shown: boolean) => void;
  readonly onWeights: (weights: Weights) => void;
}

function RanksPart({ treaty, facts, date, weights, name, asTable, onTable, onWeights }: RanksProps) {
  const members = useMemo(() => [...new Set(treatyAt(treaty, date).parties.map(({ state }) => state))], [treaty, date]);
  const agreed = treaty.burden?.pledges
    ?.map((one) => one.agreed ?? '')
    .filter((day) => day !== '' && day <= date)
    .toSorted()[0];
  const since = agreed === undefined ? Number(date.slice(0, 4)) - 10 : Number(agreed.slice(0, 4));
  const settled = useDeferredValue(weights);
  const figure = useMemo(() => ranksFigure(facts, members, date, since, settled, (state) => state), [facts, members, date, since, settled]);
  const named = { members: figure.members.map((one) => ({ ...one, name: name(one.state) })) };
  const set = (id: (typeof CRITERION_IDS)[number], value: number): void => {
    const next = { ...weights, [id]: value };
    if (CRITERION_IDS.some((one) => next[one] > 0)) onWeights(next);
  };
  return (
    <Figure
      name="ranks"
      span={6}
      question="Does the order of who carries most hold?"
      finding={ranksFinding(named)}
      keys={RANKS_KEY}
      controls={
        <div className="weights" role="group" aria-label="How much each contribution counts">
          {CRITERION_IDS.map((id) => (
            <label key={id} title={`${CRITERIA[id].meaning} (${CRITERIA[id].unit})`}>
              <span>{id === 'rise' ? `Rise since ${since}` : CRITERIA[id].title}</span>
              <input
                type="range"
                min="0"
                max={HEAVIEST}
                step="0.5"
                value={weights[id]}
                aria-valuetext={`${weights[id]} of ${HEAVIEST}`}
                onChange={(event) => set(id, Number(event.target.value))}
              />
              <output>{weights[id]}</output>
            </label>
          ))}
          <button type="button" className="lnk" disabled={CRITERION_IDS.every((id) => weights[id] === EVEN[id])} onClick={() => onWeights(EVEN)}>
            Equal weights
          </button>
        </div>
      }
      note={`Last column: places up (+) or down from the order by equal weights. * a figure is missing; its ranks are as wide as it might be.`}
      draw={(width) => ranksChart(named, width)}
      table={ranksTable(named)}
      source={`A member scores the share of others it exceeds in each, weighted; weights drawn near those chosen (Dirichlet, ${CLOSENESS} votes, declared). Forces forward as the catalog lists them.`}
      asTable={asTable}
      onTable={onTable}
    />
  );
}
