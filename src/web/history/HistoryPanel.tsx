import { Link } from '@tanstack/react-router';
import { formatDate } from '../../core/states/dates.ts';
import type { TieClause } from '../../core/law/ties.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { searchOf } from '../fight/question.ts';
import { newQuestion, readSearch, writeSearch } from '../fight/search.ts';
import { ACTION_LABEL, nameOf } from '../fight/words.ts';
import { Swatch } from '../map/Marks.tsx';
import type { HistoryNetwork, NetworkState } from './network.ts';

export const HISTORY_TABS = ['treaties', 'states', 'crises'] as const;
export type HistoryTab = (typeof HISTORY_TABS)[number];
const TITLES: Readonly<Record<HistoryTab, string>> = { treaties: 'Treaties', states: 'States', crises: 'Crises' };

interface Props {
  readonly network: HistoryNetwork;
  /** A treaty of those the network is drawn from. */
  readonly treaty: (id: string) => Treaty | undefined;
  readonly sel: string | null;
  readonly tab: HistoryTab;
  readonly onTab: (tab: HistoryTab) => void;
  readonly onPick: (state: string | null) => void;
}

/** What stands behind the picture: treaties, states, the ties of one state, crises. */
export function HistoryPanel({ network, treaty, sel, tab, onTab, onPick }: Props) {
  const { engine } = useLoaded();
  const counts: Readonly<Record<HistoryTab, number>> = {
    treaties: network.treaties.length,
    states: network.states.length,
    crises: engine.catalog.events.length,
  };
  if (sel !== null) return <StateTies network={network} treaty={treaty} state={sel} onPick={onPick} />;
  return (
    <>
      <div className="tabs" role="tablist" aria-label="Behind the network">
        {HISTORY_TABS.map((one) => (
          <button key={one} type="button" role="tab" id={`tab-${one}`} aria-controls="behind" aria-selected={tab === one} onClick={() => onTab(one)}>
            {TITLES[one]}
            <span>{counts[one]}</span>
          </button>
        ))}
      </div>
      <div role="tabpanel" id="behind" aria-labelledby={`tab-${tab}`}>
        {tab === 'treaties' ? (
          <Treaties network={network} treaty={treaty} />
        ) : tab === 'states' ? (
          <States states={network.states} date={network.date} onPick={onPick} />
        ) : (
          <Crises />
        )}
      </div>
    </>
  );
}

function Treaties({ network: { treaties, pairs, date }, treaty: treatyOf }: Pick<Props, 'network' | 'treaty'>) {
  if (treaties.length === 0) return <p className="empty">No treaty in force on this date makes a promise of these kinds.</p>;
  const rows = treaties
    .flatMap((id) => {
      const treaty = treatyOf(id);
      if (!treaty) return [];
      const own = pairs.flatMap(({ a, b, ab, ba }) => ([...ab, ...ba].some((clause) => clause.treaty === id) ? [{ a, b, clauses: [...ab, ...ba] }] : []));
      const kinds = [...new Set(own.flatMap(({ clauses }) => clauses.filter((clause) => clause.treaty === id).map(({ action }) => action)))];
      return [{ treaty, kinds, members: new Set(own.flatMap(({ a, b }) => [a, b])).size }];
    })
    .toSorted((x, y) => ((x.treaty.in_force ?? '' < (y.treaty.in_force ?? '')) ? -1 : 1));
  return (
    <ul className="behind">
      {rows.map(({ treaty, kinds, members }) => (
        <li key={treaty.id}>
          <TreatyName treaty={treaty} date={date} />
          <span className="meta">
            <span className="marks">
              {kinds.map((kind) => (
                <span key={kind} title={ACTION_LABEL[kind]}>
                  <Swatch action={kind} />
                </span>
              ))}
            </span>
            {members} states, since {(treaty.in_force ?? '').slice(0, 4)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function States({ states, date, onPick }: { readonly states: readonly NetworkState[]; readonly date: string; readonly onPick: (state: string) => void }) {
  const { engine } = useLoaded();
  if (states.length === 0) return <p className="empty">No state is tied to another.</p>;
  return (
    <table className="ranked">
      <thead>
        <tr>
          <th scope="col">State</th>
          <th scope="col" className="num">
            Partners
          </th>
          <th scope="col" className="num">
            Between
          </th>
          <th scope="col" className="num">
            Central
          </th>
        </tr>
      </thead>
      <tbody>
        {states
          .toSorted((x, y) => y.degree - x.degree || y.betweenness - x.betweenness)
          .map(({ id, degree, betweenness, eigenvector }) => (
            <tr key={id}>
              <th scope="row">
                <button type="button" className="lnk" onClick={() => onPick(id)}>
                  {nameOf(engine.world, id, date)}
                </button>
              </th>
              <td className="num">{degree}</td>
              <td className="num">{betweenness.toFixed(1)}</td>
              <td className="num">{eigenvector.toFixed(2)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** What one state has promised whom, and what it was promised, with the clause behind each. */
function StateTies({ network, treaty, state, onPick }: Pick<Props, 'network' | 'treaty' | 'onPick'> & { readonly state: string }) {
  const { engine } = useLoaded();
  const { date, pairs } = network;
  const own = pairs
    .flatMap(({ a, b, ab, ba }) => (a === state ? [{ other: b, owes: ab, owed: ba }] : b === state ? [{ other: a, owes: ba, owed: ab }] : []))
    .map((one) => ({ ...one, name: nameOf(engine.world, one.other, date) }))
    .toSorted((x, y) => (x.name < y.name ? -1 : 1));
  return (
    <>
      <h2>{nameOf(engine.world, state, date)}</h2>
      <p className="lede">
        {own.length === 0 ? 'No tie of these kinds on this date. ' : `${own.length} ${own.length === 1 ? 'partner' : 'partners'} on ${formatDate(date)}. `}
        <button type="button" className="lnk" onClick={() => onPick(null)}>
          All states
        </button>
      </p>
      <ul className="behind">
        {own.map(({ other, name, owes, owed }) => (
          <li key={other}>
            <button type="button" className="lnk who" onClick={() => onPick(other)}>
              {name}
            </button>
            <Promises label="owes it" clauses={owes} treaty={treaty} date={date} />
            <Promises label="is owed" clauses={owed} treaty={treaty} date={date} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface PromisesProps extends Pick<Props, 'treaty'> {
  readonly label: string;
  readonly clauses: readonly TieClause[];
  readonly date: string;
}

function Promises({ label, clauses, treaty: treatyOf, date }: PromisesProps) {
  if (clauses.length === 0) return null;
  return (
    <p className="promises">
      {label}{' '}
      {clauses.map(({ action, treaty, article, obligation }, i) => (
        <span key={`${treaty} ${obligation}`}>
          {i > 0 ? '; ' : ''}
          {ACTION_LABEL[action].toLowerCase()} (
          <TreatyName treaty={treatyOf(treaty)} id={treaty} date={date} clause={obligation} article={article} />)
        </span>
      ))}
    </p>
  );
}

interface TreatyNameProps {
  readonly treaty: Treaty | undefined;
  readonly id?: string;
  readonly date: string;
  readonly clause?: string;
  readonly article?: string;
}

/** A treaty by its name; one of the catalog leads to its text. */
function TreatyName({ treaty, id = treaty?.id ?? '', date, clause, article }: TreatyNameProps) {
  const { engine } = useLoaded();
  const words = `${treaty?.name ?? id}${article === undefined ? '' : `, ${article}`}`;
  if (engine.treaty(id) === undefined) return <span className="who">{words}</span>;
  return (
    <Link to="/treaty/$id" params={{ id }} search={{ date, ...(clause !== undefined && { clause }) }}>
      {words}
    </Link>
  );
}

/** Crises of the catalog: each opens as it was played. */
function Crises() {
  const { engine } = useLoaded();
  return (
    <ul className="behind">
      {engine.catalog.events
        .toSorted((x, y) => (x.date < y.date ? -1 : 1))
        .map((crisis) => (
          <li key={crisis.id}>
            <Link to="/fight" search={writeSearch(newQuestion(readSearch({}), { ...searchOf(crisis), cascade: crisis.steps ? 'chosen' : 'letter' }))}>
              {crisis.name}
            </Link>
            <span className="meta">
              {formatDate(crisis.date)}
              {crisis.steps ? `, played in ${crisis.steps.length} steps` : ''}
            </span>
          </li>
        ))}
    </ul>
  );
}
