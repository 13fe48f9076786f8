import type { Form } from '../../core/assess/forms.ts';
import { COMPARED_RULES, type ComparedRule } from '../../core/assess/response-curve.ts';
import { clampDate, parseDate } from '../fight/dates.ts';

/** Everything the assessment page shows, as its address says it. */
export interface AssessSearch {
  /** Id of a treaty of the catalog, or `draft:name` for one kept in this browser. */
  readonly treaty: string | null;
  readonly date: string;
  readonly contingency: string | null;
  readonly form: Form;
  readonly without: string | null;
  readonly draws: number;
  readonly seed: number;
  readonly set: Readonly<Record<string, number>>;
  /** The member whose ledger and survival are shown. */
  readonly member: string | null;
  /** Whether every member is shown in the balance. */
  readonly all: boolean;
  readonly beside: ComparedRule;
  readonly hangs: 'honors' | 'difference' | 'spared';
  /** A gate whose quota is moved: whose, which, and to what share. */
  readonly quota: { readonly state: string; readonly gate: string; readonly share: string } | null;
  /** Figures shown as tables. */
  readonly tables: readonly string[];
  readonly why: string | null;
}

const TODAY = new Date().toISOString().slice(0, 10);
const DRAWS = 1000;

const whole = (text: string | undefined, least: number, most: number, otherwise: number): number => {
  const value = Number(text);
  return text !== undefined && /^\d+$/.test(text) && value >= least && value <= most ? value : otherwise;
};

/** pact, pairs or hub:USA, as the command line writes it. */
export function readForm(text: string | undefined): Form {
  if (text === 'pairs') return { kind: 'pairs' };
  const hub = /^hub:([A-Z]{3})$/.exec(text ?? '')?.[1];
  return hub === undefined ? { kind: 'pact' } : { kind: 'hub', hub };
}

export const writeForm = (form: Form): string => (form.kind === 'hub' ? `hub:${form.hub}` : form.kind);

function readQuota(text: string | undefined): AssessSearch['quota'] {
  const [, state, gate, share] = /^([A-Z]{3}):([a-z0-9-]+):(all|\d+\/\d+\+?)$/.exec((text ?? '').replace(/ $/, '+')) ?? [];
  return state === undefined || gate === undefined || share === undefined ? null : { state, gate, share };
}

/** Reads an address; what it cannot read falls back to the default. */
export function readAssess(raw: Readonly<Record<string, string>>): AssessSearch {
  const set = (raw['set'] ?? '').split(',').flatMap((part): [string, number][] => {
    const [name, value] = part.split(':');
    return name && value && Number.isFinite(Number(value)) ? [[name, Number(value)]] : [];
  });
  const hangs = raw['hangs'];
  return {
    treaty: raw['treaty'] || null,
    date: clampDate(parseDate(raw['date'] ?? '') ?? TODAY),
    contingency: raw['contingency'] || null,
    form: readForm(raw['as']),
    without: /^[A-Z]{3}$/.test(raw['without'] ?? '') ? (raw['without'] ?? null) : null,
    draws: whole(raw['draws'], 0, 10_000, DRAWS),
    seed: whole(raw['seed'], 0, 999_999_999, 1),
    set: Object.fromEntries(set),
    member: /^[A-Z]{3}$/.test(raw['member'] ?? '') ? (raw['member'] ?? null) : null,
    all: raw['all'] === '1',
    beside: COMPARED_RULES.find((rule) => rule === raw['beside']) ?? 'unanimity',
    hangs: hangs === 'difference' || hangs === 'spared' ? hangs : 'honors',
    quota: readQuota(raw['quota']),
    tables: (raw['table'] ?? '').split(',').filter((name) => name !== ''),
    why: raw['why'] || null,
  };
}

/** Writes an address, leaving out what is as by default. */
export function writeAssess(search: AssessSearch): Record<string, string> {
  const raw: Record<string, string> = {};
  const put = (key: string, value: string | null, unless = ''): void => {
    if (value !== null && value !== unless) raw[key] = value;
  };
  put('treaty', search.treaty);
  put('date', search.date);
  put('contingency', search.contingency);
  put('as', writeForm(search.form), 'pact');
  put('without', search.without);
  put('draws', String(search.draws), String(DRAWS));
  put('seed', String(search.seed), '1');
  put(
    'set',
    Object.entries(search.set)
      .map(([name, value]) => `${name}:${value}`)
      .join(','),
  );
  put('member', search.member);
  put('all', search.all ? '1' : '');
  put('beside', search.beside, 'unanimity');
  put('hangs', search.hangs, 'honors');
  put('quota', search.quota === null ? null : `${search.quota.state}:${search.quota.gate}:${search.quota.share}`);
  put('table', search.tables.join(','));
  put('why', search.why);
  return raw;
}
