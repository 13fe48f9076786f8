import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { formatDate, normalizeDate } from '../../core/states/dates.ts';
import { nameKey } from '../../core/states/names.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { ACTION_LABEL, ACTION_ORDER } from '../fight/words.ts';
import { Swatch } from '../map/Marks.tsx';
import { ACTION_OF } from '../../core/law/trigger.ts';

const PARTIES = 6;

/** Every treaty of the catalog, to search and to open. */
export function TreatiesPage() {
  const { engine } = useLoaded();
  const raw = useSearch({ from: '/treaties' });
  const navigate = useNavigate();
  const query = raw['q'] ?? '';
  useEffect(() => {
    document.title = 'Treaties. Foedus';
  }, []);
  const words = nameKey(query).split(' ').filter(Boolean);
  const text = (treaty: Treaty): string =>
    nameKey(
      [
        treaty.name,
        treaty.short ?? '',
        treaty.id,
        treaty.signed.slice(0, 4),
        ...treaty.parties.map(({ state, from }) => `${state} ${engine.world.nameOf(state)} ${engine.world.nameOf(state, normalizeDate(from))}`),
      ].join(' '),
    );
  const shown = engine.catalog.treaties
    .filter((treaty) => words.every((word) => text(treaty).includes(word)))
    .toSorted((a, b) => (a.signed < b.signed ? -1 : a.signed > b.signed ? 1 : 0));
  const partyNames = (treaty: Treaty): string => {
    const names = [...new Set(treaty.parties.map(({ state, from }) => engine.world.nameOf(state, normalizeDate(from))))];
    return names.length > PARTIES ? `${names.slice(0, PARTIES - 1).join(', ')} and ${names.length - PARTIES + 1} more` : names.join(', ');
  };
  return (
    <main id="main" className="catalogue">
      <h1>Which treaties does the catalog hold?</h1>
      <div className="tools">
        <input
          className="input"
          type="search"
          aria-label="Filter treaties"
          placeholder="Name, party or year"
          value={query}
          onChange={(event) => void navigate({ to: '/treaties', search: event.target.value ? { q: event.target.value } : {}, replace: true })}
        />
        <span className="src" role="status">
          {shown.length} of {engine.catalog.treaties.length} treaties
        </span>
        <Link className="btn" to="/edit" search={{}}>
          Drafts
        </Link>
      </div>
      <div className="wide" role="region" aria-label="Treaties" tabIndex={0}>
        <table className="stacks">
          <thead>
            <tr>
              <th scope="col">Treaty</th>
              <th scope="col">Signed</th>
              <th scope="col">In force</th>
              <th scope="col">Parties</th>
              <th scope="col">Duties</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((treaty) => (
              <tr key={treaty.id}>
                <td>
                  <Link to="/treaty/$id" params={{ id: treaty.id }} search={{}}>
                    {treaty.short ?? treaty.name}
                  </Link>
                </td>
                <td className="nowrap" data-head="Signed">
                  {formatDate(treaty.signed)}
                </td>
                <td className="nowrap" data-head="In force">
                  {treaty.in_force ? `${treaty.in_force.slice(0, 4)} to ${treaty.ended ? treaty.ended.date.slice(0, 4) : 'today'}` : 'never'}
                </td>
                <td data-head="Parties">{partyNames(treaty)}</td>
                <td data-head="Duties">
                  <Duties treaty={treaty} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {shown.length === 0 ? <p className="lede">No treaty of the catalog matches “{query}”. Search by name, party or year.</p> : null}
      </div>
    </main>
  );
}

function Duties({ treaty }: { readonly treaty: Treaty }) {
  const actions = ACTION_ORDER.filter((action) => treaty.obligations.some(({ kind }) => ACTION_OF[kind] === action));
  return (
    <span className="marks">
      {actions.map((action) => (
        <span key={action} title={ACTION_LABEL[action]}>
          <Swatch action={action} />
          <span className="vh">{ACTION_LABEL[action]}</span>
        </span>
      ))}
    </span>
  );
}
