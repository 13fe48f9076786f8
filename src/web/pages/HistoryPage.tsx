import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { graphml } from '../../core/formats/graphml.ts';
import { gexf } from '../../core/formats/gexf.ts';
import type { Action } from '../../core/law/types.ts';
import { formatDate } from '../../core/states/dates.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { searchOf } from '../fight/question.ts';
import { ACTION_LABEL, ACTION_ORDER, inSentence, nameOf } from '../fight/words.ts';
import { SaveFigure } from '../figure/SaveFigure.tsx';
import { networkFile, PAIR_HEAD, pairRows, pairsCsv } from '../history/files.ts';
import { headlineOf, kindsInWords } from '../history/headline.ts';
import { HistoryPanel, type HistoryTab } from '../history/HistoryPanel.tsx';
import { networkOn } from '../history/network.ts';
import { NetworkFigure } from '../history/NetworkFigure.tsx';
import { kindsOf } from '../history/search.ts';
import { Strips } from '../history/Strips.tsx';
import { useHistory } from '../history/useHistory.ts';
import { useTreaties } from '../history/useTreaties.ts';
import { usePlay } from '../history/usePlay.ts';
import { useYears } from '../history/useYears.ts';
import { Swatch } from '../map/Marks.tsx';
import { DateSlot } from '../question/DateSlot.tsx';
import { download } from '../shell/download.ts';
import { PauseIcon, PlayIcon } from '../shell/icons.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import '../styles/history.css';

/** Stretches of time worth watching. */
const STRETCHES = [
  { from: '1815-07-01', until: 1853, words: 'The Concert, 1815 to 1853' },
  { from: '1871-07-01', until: 1914, words: '1871 to 1914' },
  { from: '1919-07-01', until: 1939, words: '1919 to 1939' },
  { from: '1947-07-01', until: 1991, words: 'The Cold War' },
  { from: '1991-07-01', until: 2026, words: 'Since 1991' },
] as const;

/** "Who was tied to whom on [day]?" */
export function HistoryPage() {
  const { engine } = useLoaded();
  const { search, go } = useHistory();
  const [slot, setSlot] = useState(false);
  const [preview, setPreview] = useState<string | null>(null);
  const [tab, setTab] = useState<HistoryTab>('treaties');
  const key = search.kinds.join();
  const kinds = useMemo(() => kindsOf(key), [key]);
  const date = preview ?? search.date;
  const play = usePlay(
    search.date,
    search.until,
    useCallback((next: string) => go({ date: next }, true), [go]),
  );
  const moving = preview !== null || play.playing;
  const { treaties, treaty, source, lacking } = useTreaties(search.source);
  const { events } = engine.catalog;
  const network = useMemo(() => networkOn(treaties, engine.world, date, kinds), [treaties, engine, date, kinds]);
  const behind = useDeferredValue(network);
  const years = useYears(treaties, engine.world, kinds);
  const name = (state: string): string => nameOf(engine.world, state, date);
  const headline = lacking ?? headlineOf(network, (state) => inSentence(engine.world, state, date));
  useEffect(() => {
    document.title = `${headline} Foedus`;
  }, [headline]);

  const setDate = (next: string): void => {
    setPreview(null);
    if (next === search.date) return;
    play.stop();
    go({ date: next });
  };
  const flip = (kind: Action): void => {
    const next = kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind];
    if (next.length > 0) go({ kinds: ACTION_ORDER.filter((one) => next.includes(one)) }, true);
  };
  const save = (ending: 'graphml' | 'gexf'): void => {
    const file = networkFile(network, name, source);
    download(ending === 'graphml' ? graphml(file) : gexf(file), 'application/xml;charset=utf-8', `network-${date}.${ending}`);
  };

  return (
    <main id="main" className="fight history">
      <section className="ask" aria-label="The question">
        <h1>
          Who was tied to whom on <DateSlot date={date} open={slot} onToggle={setSlot} onPick={setDate} after="?" />
        </h1>
        <div className="cond">
          <span className="tries" role="group" aria-label="Play a stretch of time">
            {STRETCHES.map(({ from, until, words }) => (
              <button
                key={from}
                type="button"
                data-play
                aria-current={search.date === from && search.until === until}
                onClick={() => {
                  go({ date: from, until, sel: null });
                  if (!play.playing) play.toggle();
                }}
              >
                {words}
              </button>
            ))}
          </span>
        </div>
      </section>
      <Timeline
        date={search.date}
        shown={date}
        onPreview={setPreview}
        onCommit={setDate}
        onCrisis={(crisis) => setDate(searchOf(crisis).date ?? crisis.date)}
      />
      <div className="work">
        <section className="stage" aria-label="Network">
          <div className="bar">
            <h2>{headline}</h2>
            <button type="button" className="btn solid" data-play onClick={play.toggle}>
              {play.playing ? <PauseIcon /> : <PlayIcon />}
              {play.playing ? 'Pause' : `Play to ${search.until}`}
            </button>
            <span className="seg" role="group" aria-label="Treaties from">
              {(['catalog', 'atop'] as const).map((one) => (
                <button key={one} type="button" aria-pressed={search.source === one} onClick={() => go({ source: one }, true)}>
                  {one === 'catalog' ? 'Catalog' : 'ATOP'}
                </button>
              ))}
            </span>
            <span className="seg" role="group" aria-label="Layout">
              {(['map', 'force'] as const).map((layout) => (
                <button key={layout} type="button" aria-pressed={search.layout === layout} onClick={() => go({ layout }, true)}>
                  {layout === 'map' ? 'Map' : 'By ties'}
                </button>
              ))}
            </span>
            <label className="check">
              <input type="checkbox" checked={search.table} onChange={() => go({ table: !search.table }, true)} />
              Table
            </label>
          </div>
          {search.table ? (
            <PairTable rows={pairRows(network, name)} />
          ) : (
            <NetworkFigure network={network} layout={search.layout} sel={search.sel} headline={headline} hold={moving} onPick={(sel) => go({ sel }, true)} />
          )}
          <div className="kinds" role="group" aria-label="Promises that count as ties">
            {ACTION_ORDER.map((kind) => (
              <label key={kind} className={`check${kinds.includes(kind) ? '' : ' out'}`}>
                <input type="checkbox" checked={kinds.includes(kind)} onChange={() => flip(kind)} />
                <Swatch action={kind} />
                {ACTION_LABEL[kind]}
              </label>
            ))}
          </div>
          <p className="src note">
            <span>
              {source} Lines: a promise of either to the other, in the color of the strongest; an arrow where one alone is bound. Drawing a border takes no
              position on it.
            </span>
            <span className="saves">
              <button type="button" className="lnk" onClick={() => save('graphml')}>
                GraphML
              </button>
              <button type="button" className="lnk" onClick={() => save('gexf')}>
                GEXF
              </button>
            </span>
            <SaveFigure
              name={`network-${date}`}
              caption={() => ({
                question: `Who was tied to whom on ${formatDate(date)}?`,
                headline,
                finding: `Ties: ${kindsInWords(kinds)}.`,
                notes: [source, "Past dates on today's borders. Drawing a border takes no position on it."],
              })}
              csv={() => pairsCsv(network, name)}
            />
          </p>
          <Strips points={years} year={Number(date.slice(0, 4))} onYear={(year) => setDate(`${Math.min(2026, Math.max(1815, year))}-07-01`)} />
          <p className="src">
            Measures of the undirected network on the first of July of each year, over all states of the day: density, transitivity (share of two-step paths
            that close), and groups found by the Louvain method (Blondel and others 2008) among the states tied. {events.length} crises are marked on the line
            of time.
          </p>
        </section>
        <aside className="panel" id="panel" tabIndex={-1} aria-label="Behind the network">
          <HistoryPanel network={behind} treaty={treaty} sel={search.sel} tab={tab} onTab={setTab} onPick={(sel) => go({ sel }, true)} />
        </aside>
      </div>
    </main>
  );
}

function PairTable({ rows }: { readonly rows: readonly (readonly string[])[] }) {
  if (rows.length === 0) return <p className="tablev empty">No two states are tied by a promise of these kinds.</p>;
  return (
    <div className="tablev" tabIndex={0} role="region" aria-label="Pairs of states">
      <table>
        <thead>
          <tr>
            {PAIR_HEAD.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([state = '', partner = '', ...rest]) => (
            <tr key={`${state} ${partner}`}>
              <th scope="row">{state}</th>
              <td>{partner}</td>
              {rest.map((cell, i) => (
                <td key={PAIR_HEAD[i + 2]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
