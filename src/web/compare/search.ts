import { WHOLE_ANSWERS, type WholeAnswer } from '../../core/assess/answers.ts';
import type { Form } from '../../core/assess/forms.ts';
import { CASE_NUMBERS, type CaseNumber } from '../../explain/compare-figures.ts';
import { readForm, writeForm } from '../assessment/search.ts';
import { clampDate, parseDate } from '../fight/dates.ts';
import type { RawSearch } from '../fight/search.ts';
import { COMPARE_START } from '../shell/starts.ts';

/** Treaties that can be set side by side, and in how many forms. */
export const MOST_TREATIES = 4;

/** A treaty as the address names it: an id, `draft:name`, each with a day of its own or without. */
export interface NamedSubject {
  readonly id: string;
  readonly date: string | null;
}

/** Whose answer is asked what it hangs on: that of a treaty by its place, or how much the second's is more than the first's. */
export type Hangs = 'first' | 'second' | 'difference';

/** Everything the page shows, as its address says it. */
export interface CompareSearch {
  readonly treaties: readonly NamedSubject[];
  /** Of those without a day of their own. */
  readonly date: string;
  readonly forms: readonly Form[];
  readonly contingency: string | null;
  readonly draws: number;
  readonly seed: number;
  /** Whose difference from the first the members show. */
  readonly beside: number;
  readonly number: CaseNumber;
  readonly of: string;
  readonly hangs: Hangs | null;
  readonly samples: number;
  /** Figures shown as tables. */
  readonly tables: readonly string[];
}

const DRAWS = 200;
const SAMPLES = 64;

function subjectOf(text: string): readonly NamedSubject[] {
  const [id = '', day] = text.split('@');
  if (id === '') return [];
  const read = day === undefined ? null : parseDate(/^\d{4}$/.test(day) ? `${day}-07-01` : day);
  return [{ id, date: read === null ? null : clampDate(read) }];
}

const whole = (text: string | undefined, most: number, otherwise: number): number =>
  text !== undefined && /^\d+$/.test(text) && Number(text) <= most ? Number(text) : otherwise;

const isWhole = (of: string): of is WholeAnswer => Object.hasOwn(WHOLE_ANSWERS, of);
const isCase = (of: string): of is CaseNumber => Object.hasOwn(CASE_NUMBERS, of);

/** Reads an address; what it cannot read falls back to the default. */
export function readCompare(raw: RawSearch): CompareSearch {
  const treaties = (raw['treaties'] ?? '').split(',').flatMap(subjectOf).slice(0, MOST_TREATIES);
  const forms = [...new Map((raw['as'] ?? 'pact').split(',').map((text) => [writeForm(readForm(text)), readForm(text)])).values()];
  const [of, number, hangs] = [raw['of'] ?? '', raw['number'] ?? '', raw['hangs']];
  return {
    treaties: treaties.length === 0 ? COMPARE_START.treaties.split(',').flatMap(subjectOf) : treaties,
    date: clampDate(parseDate(raw['date'] ?? '') ?? COMPARE_START.date),
    forms: forms.slice(0, MOST_TREATIES),
    contingency: raw['contingency'] || null,
    draws: whole(raw['draws'], 10_000, DRAWS),
    seed: whole(raw['seed'], 999_999_999, 1),
    beside: Math.max(1, whole(raw['beside'], 15, 1)),
    number: isCase(number) ? number : 'prevail',
    of: isWhole(of) || /^(net|honors):[A-Z]{3}$/.test(of) ? of : 'honors',
    hangs: hangs === 'first' || hangs === 'second' || hangs === 'difference' ? hangs : null,
    samples: whole(raw['samples'], 100_000, SAMPLES),
    tables: (raw['table'] ?? '').split(',').filter((name) => name !== ''),
  };
}

/** Writes an address, leaving out what is as by default. */
export function writeCompare(search: CompareSearch): Record<string, string> {
  const raw: Record<string, string> = {};
  const put = (key: string, value: string | null, unless = ''): void => {
    if (value !== null && value !== unless) raw[key] = value;
  };
  put('treaties', search.treaties.map(({ id, date }) => (date === null ? id : `${id}@${date}`)).join(','));
  put('date', search.date);
  put('as', search.forms.map(writeForm).join(','), 'pact');
  put('contingency', search.contingency);
  put('draws', String(search.draws), String(DRAWS));
  put('seed', String(search.seed), '1');
  put('beside', String(search.beside), '1');
  put('number', search.number, 'prevail');
  put('of', search.of, 'honors');
  put('hangs', search.hangs);
  put('samples', String(search.samples), String(SAMPLES));
  put('table', search.tables.join(','));
  return raw;
}
