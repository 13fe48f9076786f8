import { draftOf } from '../../core/treaty/draft-reference.ts';
import type { Study, StudyStep } from './schema.ts';

type Flags = NonNullable<StudyStep['flags']>;

/** What the pages ask, as verbs of the command line: by the first word of an address. */
const PAGES: Readonly<Record<string, (query: URLSearchParams, rest: readonly string[]) => Study['verbs']>> = {
  fight,
  treaty: (query, [id]) => treatySteps(id ?? query.get('treaty'), query, [['render', []]]),
  assess: assessment,
  assessment,
  burden: (query, [id]) =>
    treatySteps(id ?? query.get('treaty'), query, [
      ['burden', []],
      ['review', []],
    ]),
  history: (query) => {
    const date = query.get('date');
    if (query.get('source') !== 'atop' && date !== null && date !== '') return [{ verb: 'matrix', flags: { date } }];
    const year = query.get('year') ?? date?.slice(0, 4);
    return year === undefined || !/^\d{4}$/.test(year) ? [] : [{ verb: 'network', flags: { year, ...given(query, ['obligation', 'state', 'without']) } }];
  },
  compare: comparing,
  decades,
  design: designing,
  edit: (_, [name]) => (name === undefined ? [] : [{ verb: 'lint', arguments: [`${name}.yaml`] }]),
  treaties: () => [{ verb: 'catalog', arguments: ['list'] }],
};

const ASSESS = ['draws', 'seed', 'contingency', 'as', 'without'] as const;

/** A treaty of an address as verbs name it: a draft is a file that the study holds. */
function named(id: string): string {
  const [draft, day] = draftOf(id)?.split('@') ?? [];
  if (draft === undefined) return id;
  return day === undefined ? `${draft}.yaml` : `${draft}.yaml@${day}`;
}

/** Names of the drafts that a view shows. */
export function draftsOfView(view: string): readonly string[] {
  const url = new URL(view, 'http://127.0.0.1');
  const edited = /^\/edit\/([^/]+)/.exec(url.pathname)?.[1];
  const asked = ['treaty', 'treaties'].flatMap((name) => list(url.searchParams, name)).flatMap((id) => draftOf(id)?.split('@')[0] ?? []);
  return [...new Set([...(edited === undefined ? [] : [decodeURIComponent(edited)]), ...asked])];
}

/** The verbs that answer what a page shows; none where the page asks nothing. */
export function stepsOfView(view: string): Study['verbs'] {
  const url = new URL(view, 'http://127.0.0.1');
  const [page = '', ...rest] = url.pathname.split('/').filter((part) => part !== '');
  return Object.hasOwn(PAGES, page) ? (PAGES[page]?.(url.searchParams, rest.map(decodeURIComponent)) ?? []) : [];
}

/** Parts of a query that are flags of the same name. */
function given(query: URLSearchParams, names: readonly string[]): Flags {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = query.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );
}

const list = (query: URLSearchParams, name: string, by = ','): string[] => (query.get(name) ?? '').split(by).filter((part) => part !== '');

function fight(query: URLSearchParams): Study['verbs'] {
  const [from, to] = [list(query, 'from'), query.get('to')];
  if (from.length === 0 || to === null || to === '') return [];
  const place = query.get('place');
  const lists: readonly (readonly [flag: string, name: string])[] = [
    ['began-by', 'began'],
    ['at-war', 'war'],
    ['refuses', 'refuses'],
  ];
  const flags: Flags = {
    attacker: from,
    target: to,
    ...given(query, ['date', 'domain', 'object', 'kind', 'intensity', 'cascade']),
    ...(place !== null && place !== '' && (/^[-\d.]+,[-\d.]+$/.test(place) ? { at: place } : { place })),
    ...Object.fromEntries(lists.flatMap(([flag, name]) => (list(query, name).length === 0 ? [] : [[flag, list(query, name)]]))),
  };
  return [{ verb: 'trigger', flags }];
}

function assessment(query: URLSearchParams, [id]: readonly string[]): Study['verbs'] {
  const set = list(query, 'set').map((part) => part.replace(':', '='));
  return treatySteps(id ?? query.get('treaty'), query, [['assess', ASSESS]]).map((step) =>
    set.length === 0 ? step : { ...step, flags: { ...step.flags, set } },
  );
}

/** What the Compare page shows, with its draws. */
function comparing(query: URLSearchParams): Study['verbs'] {
  const treaties = list(query, 'treaties').map(named);
  if (treaties.length === 0) return [];
  return [{ verb: 'compare', arguments: treaties, flags: { draws: '200', ...given(query, ['date', 'as', 'contingency', 'draws', 'seed']) } }];
}

/** The worlds of Decades ahead. */
function decades(query: URLSearchParams): Study['verbs'] {
  if (query.get('from') === null) return [];
  const [scenario, happens] = [list(query, 'scenarios', ';'), list(query, 'injects', ';')];
  const flags: Flags = {
    worlds: '30',
    ...given(query, ['from', 'years', 'worlds', 'seed', 'states']),
    ...(scenario.length > 0 && { scenario }),
    ...(happens.length > 0 && { happens }),
  };
  return [{ verb: 'decades', flags }];
}

/** The design of a page, with the points and draws that pages ask for. */
function designing(query: URLSearchParams): Study['verbs'] {
  const [treaty, between] = [query.get('treaty'), query.get('between')];
  const lists = ['fix', 'require'].flatMap((name) => {
    const held = list(query, name, ';');
    return held.length === 0 ? [] : [[name, held] as const];
  });
  const flags: Flags = { budget: '300', points: '12', draws: '40', ...given(query, ['date', 'floor', 'budget']), ...Object.fromEntries(lists) };
  if (between !== null && between !== '') return [{ verb: 'design', flags: { between, ...flags } }];
  return treaty === null || treaty === '' ? [] : [{ verb: 'design', arguments: [named(treaty)], flags }];
}

function treatySteps(
  id: string | null,
  query: URLSearchParams,
  verbs: readonly (readonly [verb: StudyStep['verb'], flags: readonly string[]])[],
): Study['verbs'] {
  if (id === null || id === '') return [];
  const [date, treaty] = [query.get('date'), named(id)];
  return verbs.map(([verb, names]) =>
    verb === 'render'
      ? { verb, arguments: [date === null ? treaty : `${treaty}@${date}`] }
      : { verb, arguments: [treaty], flags: given(query, ['date', ...names]) },
  );
}
