import { useNavigate, useSearch } from '@tanstack/react-router';
import { nameKey } from '../../core/states/names.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import type { Engine } from '../data/engine.ts';
import { articleLabel, treatyLabel } from '../fight/cite.ts';
import { findStates } from '../fight/match.ts';
import { searchOf } from '../fight/question.ts';
import { newQuestion, readSearch, START, writeSearch } from '../fight/search.ts';
import { Combobox } from './Combobox.tsx';
import type { Option } from './Combobox.tsx';
import { Sheet } from './Sheet.tsx';

const EACH = 8;

/** Every word typed begins a word of the text. */
function holds(text: string, query: string): boolean {
  const words = nameKey(text).split(' ');
  return query.split(' ').every((part) => words.some((word) => word.startsWith(part)));
}

function options(engine: Engine, date: string, typed: string): Option[] {
  const query = nameKey(typed);
  if (query === '') return [];
  const { catalog } = engine;
  const states = findStates(catalog.states, typed, date)
    .slice(0, 5)
    .map((match): Option => ({ id: `state:${match.id}`, label: match.name, detail: match.via ?? match.id, group: 'States' }));
  const treaties = catalog.treaties
    .filter((treaty) => holds(`${treaty.name} ${treaty.short ?? ''} ${treaty.id} ${treaty.signed.slice(0, 4)}`, query))
    .slice(0, EACH)
    .map((treaty): Option => ({ id: `treaty:${treaty.id}`, label: treaty.short ?? treaty.name, detail: treaty.signed.slice(0, 4), group: 'Treaties' }));
  const articles = catalog.treaties
    .flatMap((treaty) =>
      treaty.obligations.map((clause) => ({ treaty, clause, head: `${treaty.short ?? treaty.name} ${treaty.id} article ${clause.article}` })),
    )
    .filter(({ clause, head }) => query.length > 2 && holds(`${head} ${clause.precision ?? ''} ${clause.quote ?? ''}`, query))
    // Named so before those whose words merely say it.
    .sort((a, b) => Number(holds(b.head, query)) - Number(holds(a.head, query)))
    .slice(0, EACH)
    .map(({ treaty, clause }): Option => ({
      id: `clause:${treaty.id}#${clause.id}`,
      label: `${treatyLabel(treaty, treaty.id)}, ${articleLabel(clause.article)}`,
      detail: clause.kind,
      group: 'Articles',
    }));
  const crises = catalog.events
    .filter((crisis) => holds(`${crisis.name} ${crisis.date.slice(0, 4)}`, query))
    .slice(0, EACH)
    .map((crisis): Option => ({ id: `crisis:${crisis.id}`, label: crisis.name, detail: crisis.date.slice(0, 4), group: 'Crises' }));
  return [...states, ...treaties, ...crises, ...articles];
}

/** Finds a state (and selects it on the map), a treaty, an article or a crisis. */
export function Find({ onClose }: { readonly onClose: () => void }) {
  const { engine } = useLoaded();
  const navigate = useNavigate();
  const raw = useSearch({ strict: false, select: (search): Record<string, unknown> => search });
  const strings = Object.fromEntries(Object.entries(raw).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])));
  const search = readSearch('from' in strings ? strings : START);

  const pick = (picked: string): void => {
    const [kind = '', id = ''] = picked.split(':');
    onClose();
    if (kind === 'state') void navigate({ to: '/fight', search: writeSearch({ ...search, sel: id }) });
    if (kind === 'treaty') void navigate({ to: '/treaty/$id', params: { id }, search: { date: search.date } });
    if (kind === 'clause') {
      const [treaty = '', clause = ''] = id.split('#');
      void navigate({ to: '/treaty/$id', params: { id: treaty }, search: { date: search.date, clause } });
    }
    const crisis = kind === 'crisis' ? engine.catalog.events.find((one) => one.id === id) : undefined;
    if (crisis) void navigate({ to: '/fight', search: writeSearch(newQuestion(search, { ...searchOf(crisis), cascade: crisis.steps ? 'chosen' : 'letter' })) });
  };

  return (
    <Sheet title="Find" onClose={onClose}>
      <div className="picker">
        <Combobox
          label="Find a state, treaty, article or crisis"
          placeholder="State, treaty, article or crisis"
          options={(query) => options(engine, search.date, query)}
          empty={(query) =>
            query.trim() === ''
              ? `${engine.catalog.treaties.length} treaties, ${engine.catalog.states.length} states and ${engine.catalog.events.length} crises to search.`
              : 'Nothing by that name.'
          }
          onPick={pick}
        />
      </div>
    </Sheet>
  );
}
