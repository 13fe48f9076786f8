import { useEffect, useState } from 'react';
import { FAN_KEY, fanChart, fanFinding, fanTable } from '../../charts/fan-of-worlds.ts';
import type { DecadesAnswer } from '../../core/explore/decades/answer.ts';
import { SERIES_MEANING, type SeriesName } from '../../core/explore/decades/types.ts';
import { capitalized } from '../../core/text/sentence.ts';
import { Ask } from '../decades/Ask.tsx';
import { Replay } from '../decades/Replay.tsx';
import type { DecadesSearch } from '../decades/search.ts';
import { useDecadesRun, useDecadesSearch, useReplay, type Replayed } from '../decades/useDecades.ts';
import { Figure } from '../figure/Figure.tsx';
import { Progress } from '../jobs/Progress.tsx';
import { DateSlot } from '../question/DateSlot.tsx';
import '../styles/assessment.css';
import '../styles/burden.css';
import '../styles/chart.css';
import '../styles/decades.css';

/** "What may the [20] years after [1 January 2026] bring?" */
export function DecadesPage() {
  const { search, go } = useDecadesSearch();
  const run = useDecadesRun(search);
  const replay = useReplay(search);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    document.title = 'Decades ahead. Foedus';
  }, []);
  // Another question is not yet asked: what was found belongs to the old one.
  const change = (changes: Partial<DecadesSearch>): void => go({ ...changes, run: false, world: null, at: null });
  return (
    <main id="main" className="assess decades">
      <section className="ask" aria-label="The question">
        <h1>
          What may the {search.years} years from{' '}
          <DateSlot name="from" title="From" date={search.from} open={open} onToggle={setOpen} onPick={(from) => change({ from })} /> bring?
        </h1>
        {run.found === null ? (
          <p className="answer">Many worlds are run year by year, each with its own luck and its own reading of what is not known.</p>
        ) : (
          <p className="answer">{answerOf(run.found)}</p>
        )}
      </section>
      <Ask
        search={search}
        running={run.status === 'running' || run.status === 'concluding'}
        onChange={change}
        onRun={() => go({ run: true, world: null, at: null })}
      />
      <Progress
        run={run}
        kept="the worlds that are done"
        done="Worlds that are done"
        words={(job) => (job === null ? ` ${search.worlds} worlds` : ` ${job.done} of ${job.total} worlds`)}
      />
      {run.fault === null ? null : (
        <p className="callout lonely" role="alert">
          {run.fault}
        </p>
      )}
      {run.found === null ? null : <Found found={run.found} search={search} go={go} replay={replay} />}
    </main>
  );
}

const lastOf = (found: DecadesAnswer, series: SeriesName, sums = false): DecadesAnswer['fans'][number]['points'][number] | undefined =>
  (sums ? found.sums : found.fans).find((fan) => fan.series === series)?.points.at(-1);

const round = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 1 : 0));

/** What the worlds have in common, in a sentence. */
function answerOf(found: DecadesAnswer): string {
  const [wars, pacts, leavers] = [lastOf(found, 'wars', true), lastOf(found, 'pacts'), lastOf(found, 'left', true)];
  if (wars === undefined || pacts === undefined || leavers === undefined) return `${found.worlds} worlds.`;
  const span = ({ ninety: [low, high] }: typeof wars): string => (round(low) === round(high) ? round(low) : `${round(low)} to ${round(high)}`);
  const told = (many: string, one: string, several: string): string => (many === '0' ? `no ${one}` : `${many} ${many === '1' ? one : several}`);
  const [war, leaver] = [told(span(wars), 'war begins', 'wars begin'), told(span(leavers), 'member leaves', 'members leave')];
  return `In nine of ten of ${found.worlds} worlds ${war} and ${leaver} a pact; of ${found.treaties.pacts} pacts of defense at the start there are ${span(pacts)} in the end.${found.worlds < found.asked ? ` Stopped before ${found.asked} worlds were done.` : ''}`;
}

interface FoundProps {
  readonly found: DecadesAnswer;
  readonly search: DecadesSearch;
  readonly go: (changes: Partial<DecadesSearch>, replace?: boolean) => void;
  readonly replay: { readonly world: Replayed | null; readonly fault: string | null };
}

/** The figures, two side by side; those of counts as sums since the start. */
const FIGURES: readonly { readonly series: SeriesName; readonly sums?: true; readonly question: string }[] = [
  { series: 'pacts', question: 'How many pacts of defense?' },
  { series: 'crises', question: 'How many crises a year?' },
  { series: 'wars', sums: true, question: 'How many wars, in sum?' },
  { series: 'ended', sums: true, question: 'How many pacts end, in sum?' },
  { series: 'left', sums: true, question: 'How many members leave, in sum?' },
  { series: 'spending', question: 'How much of output goes to defense, in %?' },
  { series: 'pledges', question: 'How many keep their pledge of spending, in %?' },
  { series: 'rivalries', question: 'How many rivalries?' },
];

function Found({ found, search, go, replay }: FoundProps) {
  const flip = (figure: string) => (shown: boolean) => go({ tables: shown ? [...search.tables, figure] : search.tables.filter((one) => one !== figure) }, true);
  const source = `${found.worlds} worlds, seed ${found.seed}; ${found.states} states; hash ${found.hash.slice(0, 12)}.`;
  const { world } = replay;
  const year = search.world === null ? undefined : (search.at ?? found.from);
  const running = (values: readonly number[] | undefined, sums: boolean): readonly number[] | undefined => {
    let sum = 0;
    return values === undefined || !sums ? values : values.map((value) => (sum += value));
  };
  return (
    <div className="figures">
      {search.world === null ? null : (
        <Replay
          world={world}
          fault={replay.fault}
          number={search.world}
          years={found.years}
          at={search.at}
          onYear={(at) => go({ at }, true)}
          onClose={() => go({ world: null, at: null })}
        />
      )}
      {FIGURES.map(({ series, sums = false, question }) => {
        const fan = (sums ? found.sums : found.fans).find((one) => one.series === series);
        if (fan === undefined) return null;
        const figure = { fan, world: running(world?.series[series], sums), year };
        return (
          <Figure
            key={series}
            name={series}
            span={6}
            question={question}
            finding={fanFinding(fan)}
            keys={[...FAN_KEY, ...(figure.world === undefined ? [] : [{ mark: 'dashed', text: `world ${search.world ?? ''}` } as const])]}
            draw={(width) => fanChart(figure, width)}
            table={fanTable(figure)}
            source={`${capitalized(SERIES_MEANING[series])}. ${source}`}
            asTable={search.tables.includes(series)}
            onTable={flip(series)}
          />
        );
      })}
      <Stories found={found} open={search.world} onOpen={(number) => go({ world: number, at: found.from })} />
      <Rests found={found} search={search} />
    </div>
  );
}

function Stories({ found, open, onOpen }: { readonly found: DecadesAnswer; readonly open: number | null; readonly onOpen: (world: number) => void }) {
  return (
    <section className="fig c12" aria-labelledby="stories-h">
      <p className="q">What went wrong, and why?</p>
      <h2 id="stories-h">Stories of {found.chronicles.length} worlds, those in which most went wrong first</h2>
      {found.chronicles.map(({ world, wrong, lines }, index) => (
        <details key={world} open={index === 0} className="chronicle">
          <summary>
            World {world}, weighing {round(wrong)}: {summary(lines)}
          </summary>
          <p>
            <button type="button" className="btn" aria-pressed={open === world} onClick={() => onOpen(world)}>
              Replay it year by year
            </button>
          </p>
          <ol className="story">
            {lines.slice(0, 60).map(({ year, text, why, kind }, at) => (
              <li key={`${year} ${text} ${at}`} data-kind={kind} className="main">
                <time>{year}</time> {text} {why === '' ? null : <small>{why}</small>}
              </li>
            ))}
          </ol>
          {lines.length > 60 ? <p className="src">{lines.length - 60} lines more when it is replayed.</p> : null}
        </details>
      ))}
      <p className="src">
        All worlds:{' '}
        {found.order.slice(0, 60).map(({ world }) => (
          <button key={world} type="button" className="lnk" aria-label={`Replay world ${world}`} aria-pressed={open === world} onClick={() => onOpen(world)}>
            {world}
          </button>
        ))}
      </p>
    </section>
  );
}

/** "2 wars, 1 member lost, 3 pacts ended". */
function summary(lines: DecadesAnswer['chronicles'][number]['lines']): string {
  const count = (kind: string): number => lines.filter((one) => one.kind === kind).length;
  const told = (number: number, one: string, many: string): string[] => (number === 0 ? [] : [`${number} ${number === 1 ? one : many}`]);
  const parts = [
    ...told(count('war'), 'war', 'wars'),
    ...told(count('left'), 'member lost', 'members lost'),
    ...told(count('treaty-ends') + count('expired'), 'treaty ended', 'treaties ended'),
    ...told(count('formed'), 'pact made', 'pacts made'),
  ];
  return parts.length === 0 ? 'little to tell' : parts.join(', ');
}

function Rests({ found, search }: { readonly found: DecadesAnswer; readonly search: DecadesSearch }) {
  const { audit } = found;
  const n = (value: number): string => value.toLocaleString('en-US');
  return (
    <section className="fig c12" aria-labelledby="rests-h">
      <p className="q">What does this rest on?</p>
      <h2 id="rests-h">
        {audit.faults.length === 0
          ? `Every member is accounted for: ${n(audit.memberYears)} member-years add up`
          : `${n(audit.faults.length)} treaty-years do not add up`}
      </h2>
      <p className="src">
        At the start + joined − left − ended = at the end, in each of {n(audit.treatyYears)} treaty-years: {n(audit.joined)} joined or founded, {n(audit.left)}{' '}
        left, {n(audit.ended)} were members when a treaty ended.
      </p>
      <p className="src">
        Held against what happened, such fans are too high for challenges since 1990 (their 90% range holds them in 62% of the years) and too narrow for a
        change of era; from 1950 it holds wars in 90%, pacts in force in 84% and their ends in 83% of the years.
      </p>
      {found.basis.map((line) => (
        <p key={line} className="src">
          {line}
        </p>
      ))}
      <details>
        <summary>What is left out</summary>
        <ul className="left-out">
          {found.simplified.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      <p>
        <RoleSheets search={search} />
      </p>
    </section>
  );
}

/** A file with a page for each player. */
function RoleSheets({ search }: { readonly search: DecadesSearch }) {
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle');
  const make = async (): Promise<void> => {
    setState('making');
    try {
      const body = JSON.stringify({ from: search.from, format: 'html', ...(search.states.length > 1 && { states: search.states }) });
      const response = await fetch('/api/role-sheets', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      if (!response.ok) throw new Error(String(response.status));
      const { download } = await import('../shell/download.ts');
      download(await response.text(), 'text/html;charset=utf-8', 'role-sheets.html');
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <button type="button" className="btn" disabled={state === 'making'} onClick={() => void make()}>
        {state === 'making' ? 'Making the role sheets…' : 'Role sheets for a game'}
      </button>{' '}
      <small>
        {state === 'failed' ? 'They could not be made.' : 'A page for each player: what it owes, to whom, its red lines, rivals, pledges and ways out.'}
      </small>
    </>
  );
}
