import { useEffect, useState } from 'react';
import { frontChart, frontKey, frontTable, type FrontFigure } from '../../charts/front.ts';
import { OBJECTIVES, type ObjectiveId } from '../../core/explore/design/objectives.ts';
import type { DesignResult } from '../../core/explore/design/result.ts';
import { inForceOn } from '../../core/treaty/resolve.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { Ask } from '../design/Ask.tsx';
import { Infeasible } from '../design/Infeasible.tsx';
import { PointPanel } from '../design/PointPanel.tsx';
import type { DesignSearch } from '../design/search.ts';
import { useClauses, useDesignRun, useDesignSearch } from '../design/useDesign.ts';
import { answerSentence, axisOf, objectiveText } from '../design/words.ts';
import { datedLabel } from '../fight/cite.ts';
import { nameOf } from '../fight/words.ts';
import { Figure } from '../figure/Figure.tsx';
import { Progress } from '../jobs/Progress.tsx';
import { DateSlot } from '../question/DateSlot.tsx';
import { Slot } from '../question/Slot.tsx';
import { treatyOptions } from '../question/treaty-options.ts';
import { Combobox } from '../shell/Combobox.tsx';
import { Caret } from '../shell/icons.tsx';
import '../styles/assessment.css';
import '../styles/burden.css';
import '../styles/chart.css';
import '../styles/design.css';

/** "How could [treaty] be written better on [day]?" */
export function DesignPage() {
  const { engine } = useLoaded();
  const { search, go } = useDesignSearch();
  const clauses = useClauses(search);
  const run = useDesignRun(search);
  const treaty = search.between.length > 0 ? undefined : engine.treaty(search.treaty);
  const name = (state: string): string => nameOf(engine.world, state, search.date);
  const label =
    search.between.length > 0 ? `a new pact between ${search.between.map(name).join(' and ')}` : treaty ? datedLabel(treaty, treaty.id) : search.treaty;
  useEffect(() => {
    document.title = `How could ${treaty?.short ?? treaty?.name ?? 'a treaty'} be written better? Foedus`;
  }, [treaty]);
  const [slot, setSlot] = useState<'treaty' | 'date' | null>(null);
  const toggle = (one: typeof slot) => (open: boolean) => setSlot(open ? one : null);
  const inForce = (one: Treaty): boolean => inForceOn(one, search.date);
  // Another question is not yet asked: what was found belongs to the old one.
  const change = (changes: Partial<DesignSearch>): void => go({ ...changes, run: false, point: null });
  return (
    <main id="main" className="assess design">
      <section className="ask" aria-label="The question">
        <h1>
          How could{' '}
          <Slot
            name="treaty"
            label={`Treaty: ${label}`}
            open={slot === 'treaty'}
            onToggle={toggle('treaty')}
            empty={treaty === undefined && search.between.length === 0}
            popover={
              <Combobox
                label="Choose a treaty"
                placeholder="Name of a treaty"
                options={(query) => treatyOptions(engine.catalog.treaties, query, inForce, (one) => (inForce(one) ? '' : 'not in force'))}
                empty={() => 'No treaty by that name.'}
                onPick={(id) => {
                  setSlot(null);
                  go({ treaty: id, between: [], fix: [], run: false, point: null });
                }}
              />
            }
          >
            {label.replace(/^The /, '')}
            <Caret />
          </Slot>{' '}
          be written better on <DateSlot date={search.date} open={slot === 'date'} onToggle={toggle('date')} onPick={(date) => change({ date })} after="?" />
        </h1>
        {run.found === null ? null : <p className="answer">{answerSentence(run.found)}</p>}
      </section>
      <Ask
        search={search}
        clauses={clauses.read?.clauses ?? null}
        fault={clauses.fault}
        running={run.status === 'running' || run.status === 'concluding'}
        onChange={change}
        onRun={() => go({ run: true, point: null })}
      />
      <Progress
        run={run}
        kept="what was found"
        done="Part of the search that is done"
        words={(job) => (job === null ? '' : ` ${Math.floor((100 * job.done) / job.total)}%`)}
      />
      {run.fault === null ? null : (
        <p className="callout lonely" role="alert">
          {run.fault}
        </p>
      )}
      {run.found === null ? null : <Found found={run.found} search={search} go={go} onChange={change} name={name} />}
    </main>
  );
}

interface FoundProps {
  readonly found: DesignResult;
  readonly search: DesignSearch;
  readonly go: (changes: Partial<DesignSearch>, replace?: boolean) => void;
  readonly onChange: (changes: Partial<DesignSearch>) => void;
  readonly name: (state: string) => string;
}

function Found({ found, search, go, onChange, name }: FoundProps) {
  const { points, infeasible, objectives, comparison, draws } = found;
  const open = points.find(({ id }) => id === search.point) ?? points[0] ?? infeasible?.closest;
  const has = (id: ObjectiveId): boolean => objectives.some((one) => one.id === id);
  const [x, y, color] = [search.x, search.y, search.color].map((id) => (has(id) ? id : (objectives[0]?.id ?? 'deterrence')));
  const flip = (figure: string) => (shown: boolean) => go({ tables: shown ? [...search.tables, figure] : search.tables.filter((one) => one !== figure) }, true);
  const source = `${found.methodWords.charAt(0).toUpperCase()}${found.methodWords.slice(1)}. ${draws === 0 ? 'Central values' : `Ranges over ${draws} draws`}, seed ${found.seed}; facts ${found.versions.facts}, parameters of ${found.versions.parameters}.`;
  if (x === undefined || y === undefined || color === undefined) return null;
  const figure = frontFigure(found, { x, y, color }, open?.id ?? null);
  return (
    <div className="figures">
      {infeasible === undefined ? (
        <Figure
          name="front"
          span={12}
          question={`What does more ${OBJECTIVES[y].title.toLowerCase()} cost?`}
          finding={frontFinding(found, x, y)}
          keys={frontKey(figure)}
          {...(comparison !== undefined && {
            note: `A random search of equal cost reaches ${Math.round((100 * comparison.random) / comparison.found)}% of this front's volume.`,
          })}
          controls={
            <div className="axes">
              <AxisPicker label="Upward" value={y} found={found} onPick={(id) => go({ y: id }, true)} />
              <AxisPicker label="To the right" value={x} found={found} onPick={(id) => go({ x: id }, true)} />
              <AxisPicker label="Color" value={color} found={found} onPick={(id) => go({ color: id }, true)} />
            </div>
          }
          draw={(width) => frontChart(figure, width)}
          table={frontTable(figure)}
          source={source}
          asTable={search.tables.includes('front')}
          onTable={flip('front')}
          onWhy={(why) => go({ point: why.replace('point.', '') }, true)}
          {...(open !== undefined && { beside: <PointPanel found={found} point={open} nameOf={name} /> })}
        />
      ) : (
        <>
          <Infeasible found={found} reasons={infeasible} search={search} nameOf={name} onChange={onChange} />
          <section className="fig c12">
            <p className="q">What comes nearest?</p>
            <PointPanel found={found} point={infeasible.closest} nameOf={name} />
          </section>
        </>
      )}
      {points.length === 0 ? null : <PointTable found={found} open={open?.id ?? null} onOpen={(id) => go({ point: id }, true)} />}
      <Payoffs found={found} />
      <Effects found={found} />
      <section className="fig c12">
        <p className="q">What does this rest on?</p>
        {found.notes.map((note) => (
          <p key={note} className="src">
            {note}
          </p>
        ))}
        <p className="src">
          Demanded: {found.demands.map(({ words }) => words).join('; ')}. Asked of {found.contingencies.length} contingencies of the catalog.
        </p>
      </section>
    </div>
  );
}

function frontFigure(found: DesignResult, { x, y, color }: Readonly<Record<'x' | 'y' | 'color', ObjectiveId>>, open: string | null): FrontFigure {
  const titles = new Map(found.points.map(({ id, title }) => [id, title]));
  return {
    x: axisOf(x),
    y: axisOf(y),
    color: axisOf(color),
    points: found.front.map(({ objectives, id }) => ({
      ...(id !== undefined && titles.has(id) && { id }),
      x: objectives[x] ?? 0,
      y: objectives[y] ?? 0,
      color: objectives[color] ?? 0,
      title: id === undefined ? '' : (titles.get(id) ?? ''),
    })),
    given: { x: found.given.objectives[x]?.value ?? 0, y: found.given.objectives[y]?.value ?? 0 },
    open,
  };
}

/** What two objectives do to one another along the front, as a headline. */
function frontFinding({ conflicts, front }: DesignResult, x: ObjectiveId, y: ObjectiveId): string {
  const [a, b] = [OBJECTIVES[y].title, OBJECTIVES[x].title.toLowerCase()];
  if (front.length === 1) return 'One way to write it is the best in everything';
  const correlation = conflicts.find((one) => (one.a === x && one.b === y) || (one.a === y && one.b === x))?.correlation;
  if (x === y || correlation === undefined) return `${front.length} ways to write it, none beaten in everything`;
  if (correlation < -0.3) return `${a} is paid for in ${b}`;
  return correlation > 0.3 ? `${a} and ${b} go together` : `${a} and ${b} have little to do with one another`;
}

function AxisPicker({
  label,
  value,
  found,
  onPick,
}: {
  readonly label: string;
  readonly value: ObjectiveId;
  readonly found: DesignResult;
  readonly onPick: (id: ObjectiveId) => void;
}) {
  return (
    <label className="inline-field">
      {label}
      <select
        className="select"
        value={value}
        onChange={(event) => {
          const id = found.objectives.find((one) => one.id === event.target.value)?.id;
          if (id !== undefined) onPick(id);
        }}
      >
        {found.objectives.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function PointTable({ found, open, onOpen }: { readonly found: DesignResult; readonly open: string | null; readonly onOpen: (id: string) => void }) {
  const { objectives, points, given } = found;
  return (
    <section className="fig c12" aria-labelledby="points-h">
      <p className="q">Which points are there?</p>
      <h2 id="points-h">
        {points.length} of {found.front.length} points, from one end of the front to the other
      </h2>
      <div className="wide" role="region" aria-label="Points of the front" tabIndex={0}>
        <table className="pointlist">
          <thead>
            <tr>
              <th scope="col">Point</th>
              {objectives.map(({ id, title, meaning }) => (
                <th key={id} scope="col" className="num" title={meaning}>
                  {title}
                </th>
              ))}
              <th scope="col" className="num">
                Meets all demands
              </th>
            </tr>
          </thead>
          <tbody>
            {[given, ...points].map((point) => (
              <tr key={point.id} aria-current={point.id === open ? 'true' : undefined}>
                <th scope="row">
                  {point.id === 'given' ? (
                    'The text as it stands'
                  ) : (
                    <button type="button" className="lnk" onClick={() => onOpen(point.id)}>
                      {point.id}. {point.title}
                    </button>
                  )}
                </th>
                {objectives.map(({ id }) => (
                  <td key={id} className="num">
                    {objectiveText(id, point.objectives[id]?.value)}
                  </td>
                ))}
                <td className="num">{point.holds === undefined ? (point.misses.length === 0 ? 'yes' : 'no') : `${Math.round(100 * point.holds)}% of draws`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Payoffs({ found: { payoffs, objectives } }: { readonly found: DesignResult }) {
  if (payoffs.length === 0) return null;
  return (
    <section className="fig c12" aria-labelledby="payoffs-h">
      <p className="q">What does the best of one objective cost the others?</p>
      <h2 id="payoffs-h">Each row is the point that is best in one of them</h2>
      <div className="wide" role="region" aria-label="What the best of each costs" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Best in</th>
              {objectives.map(({ id, title }) => (
                <th key={id} scope="col" className="num">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {payoffs.map((row) => (
              <tr key={row.objective}>
                <th scope="row">{OBJECTIVES[row.objective].title}</th>
                {objectives.map(({ id }) => (
                  <td key={id} className="num">
                    {objectiveText(id, row.objectives[id])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** What each value of each clause does by itself; those that do nothing are counted. */
function Effects({ found: { clauses, objectives, given } }: { readonly found: DesignResult }) {
  const moves = (values: Readonly<Partial<Record<ObjectiveId, number>>>): boolean =>
    objectives.some(
      ({ id }) => Math.abs((values[id] ?? 0) - (given.objectives[id]?.value ?? 0)) > 1e-9 * Math.max(1, Math.abs(given.objectives[id]?.value ?? 0)),
    );
  const rows = clauses.flatMap(({ id, title, values }) =>
    values.filter((value) => !value.given && moves(value.objectives)).map((value) => ({ key: `${id} ${value.id}`, title, value })),
  );
  const still = clauses.reduce((sum, { values }) => sum + values.filter(({ given: is }) => !is).length, 0) - rows.length;
  return (
    <section className="fig c12" aria-labelledby="effects-h">
      <p className="q">What does each clause do by itself?</p>
      <h2 id="effects-h">
        All others as they stand
        {still > 0
          ? `; ${still === 1 ? 'one way to write a clause moves' : `${still} ways to write a clause move`} nothing by ${still === 1 ? 'itself' : 'themselves'}`
          : ''}
      </h2>
      <details>
        <summary>Show all {rows.length}</summary>
        <div className="wide" role="region" aria-label="What each clause does by itself" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Clause</th>
                {objectives.map(({ id, title }) => (
                  <th key={id} scope="col" className="num">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, title, value }) => (
                <tr key={key}>
                  <th scope="row">
                    {title}: {value.words}
                  </th>
                  {objectives.map(({ id }) => (
                    <td key={id} className="num">
                      {objectiveText(id, value.objectives[id])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
