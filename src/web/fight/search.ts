import { EVENT_KINDS, INTENSITIES, NONSTATE } from '../../core/law/types.ts';
import type { EventKind, Fighting, Intensity } from '../../core/law/types.ts';
import { ATTACK_OBJECTS, DOMAINS } from '../../core/treaty/vocabulary.ts';
import type { AttackObject, Domain } from '../../core/treaty/vocabulary.ts';
import { clampDate, parseDate } from './dates.ts';

export const CASCADES = ['letter', 'chosen', 'expected'] as const;
export const TABS = ['owes', 'free', 'none'] as const;

/** Everything the page shows, as its address says it. Nothing else holds state that a reader would want to share. */
export interface FightSearch {
  readonly date: string;
  /** Attackers; empty while none is chosen. */
  readonly from: readonly string[];
  readonly to: string | null;
  /** Territory id or "lat,lon"; the target's home when null. */
  readonly place: string | null;
  readonly domain: Domain;
  readonly object: AttackObject | null;
  readonly kind: EventKind;
  readonly intensity: Intensity;
  readonly began: readonly string[];
  readonly war: readonly Fighting[];
  readonly cascade: (typeof CASCADES)[number];
  /** The reader's own choices, even where the catalog knows what happened. */
  readonly own: boolean;
  /** Counted from 1. */
  readonly step: number;
  /** States that join by choice, each on the side of another: `RUS:SRB`. */
  readonly joins: readonly { readonly state: string; readonly beside: string }[];
  readonly refuses: readonly string[];
  readonly show: 'duty' | 'chance';
  readonly view: 'focus' | 'world' | null;
  readonly area: boolean;
  readonly table: boolean;
  readonly tab: (typeof TABS)[number];
  readonly sel: string | null;
  readonly why: string | null;
}

/** The question the page opens on. */
export const START = { date: '1914-07-28', from: 'AUH', to: 'SRB', cascade: 'chosen', step: '1' } as const;

export type RawSearch = Readonly<Record<string, string>>;

const oneOf = <T extends string>(values: readonly T[], text: string | undefined): T | undefined => values.find((value) => value === text);
const codes = (text: string | undefined): string[] =>
  (text ?? '')
    .toUpperCase()
    .split(',')
    .filter((code) => /^[A-Z]{3}$/.test(code) || code === NONSTATE);
const pairs = (text: string | undefined): [string, string][] =>
  (text ?? '').split(',').flatMap((pair) => {
    const [a, b] = codes(pair.replace(':', ','));
    return a && b ? [[a, b]] : [];
  });

/** Reads an address; what it cannot read falls back to the default. */
export function readSearch(raw: RawSearch): FightSearch {
  const domain = oneOf(DOMAINS, raw['domain']) ?? 'land';
  const step = Number(raw['step']);
  return {
    date: clampDate(parseDate(raw['date'] ?? '') ?? START.date),
    from: codes(raw['from']),
    to: codes(raw['to'])[0] ?? null,
    place: raw['place'] || null,
    domain,
    object: oneOf(ATTACK_OBJECTS, raw['object']) ?? null,
    kind: oneOf(EVENT_KINDS, raw['kind']) ?? 'armed-attack',
    intensity: oneOf(INTENSITIES, raw['intensity']) ?? 'armed-attack',
    began: codes(raw['began']),
    war: pairs(raw['war']).map(([attacker, target]) => ({ attacker, target })),
    cascade: oneOf(CASCADES, raw['cascade']) ?? 'letter',
    own: raw['own'] === '1',
    step: Number.isInteger(step) && step > 0 ? step : 1,
    joins: pairs(raw['joins']).map(([state, beside]) => ({ state, beside })),
    refuses: codes(raw['refuses']),
    show: raw['show'] === 'chance' ? 'chance' : 'duty',
    view: oneOf(['focus', 'world'] as const, raw['view']) ?? null,
    area: raw['area'] === '1',
    table: raw['table'] === '1',
    tab: oneOf(TABS, raw['tab']) ?? 'owes',
    sel: codes(raw['sel'])[0] ?? null,
    why: raw['why'] || null,
  };
}

/** Writes an address, leaving out what is as by default. */
export function writeSearch(search: FightSearch): Record<string, string> {
  const raw: Record<string, string> = {};
  const put = (key: string, value: string | null | undefined, unless = ''): void => {
    if (value && value !== unless) raw[key] = value;
  };
  put('date', search.date);
  put('from', search.from.join(','));
  put('to', search.to);
  put('place', search.place);
  put('domain', search.domain, 'land');
  put('object', search.object);
  put('kind', search.kind, 'armed-attack');
  put('intensity', search.intensity, 'armed-attack');
  put('began', search.began.join(','));
  put('war', search.war.map((war) => `${war.attacker}:${war.target}`).join(','));
  put('cascade', search.cascade, 'letter');
  put('own', search.own ? '1' : '');
  put('step', String(search.step), '1');
  put('joins', search.joins.map((join) => `${join.state}:${join.beside}`).join(','));
  put('refuses', search.refuses.join(','));
  put('show', search.show, 'duty');
  put('view', search.view);
  put('area', search.area ? '1' : '');
  put('table', search.table ? '1' : '');
  put('tab', search.tab, 'owes');
  put('sel', search.sel);
  put('why', search.why);
  return raw;
}

/** Query text to plain strings; the last of a repeated key counts. */
export function parseQuery(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** Plain strings to query text, with commas and colons left readable. */
export function formatQuery(raw: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(raw)) if (typeof value === 'string' && value !== '') params.set(key, value);
  const text = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text ? `?${text}` : '';
}

/** What a new question keeps of the old page: how it is looked at, not what was chosen, opened or selected in it. */
export function newQuestion(search: FightSearch, changes: Partial<FightSearch>): FightSearch {
  return { ...search, step: 1, own: false, joins: [], refuses: [], why: null, sel: null, ...changes };
}
