import type { Edit, Path, Range } from '../../core/diagnostics.ts';
import type { ParsedTreaty } from '../../core/treaty/parse.ts';

/** A number of a clause that a slider moves. */
export interface Knob {
  readonly id: string;
  readonly label: string;
  /** Words of each step. */
  readonly steps: readonly { readonly written: string; readonly words: string }[];
  readonly at: number;
  readonly range: Range;
}

const LENGTHS = ['P1M', 'P3M', 'P6M', 'P1Y', 'P2Y', 'P3Y', 'P5Y', 'P10Y', 'P15Y', 'P20Y', 'P30Y', 'P50Y'] as const;
const MONTHS: Readonly<Record<string, number>> = { Y: 12, M: 1, D: 1 / 30.4, W: 7 / 30.4 };

/** Months of an ISO 8601 duration, as far as clauses write them. */
const monthsOf = (text: string): number =>
  [...text.matchAll(/(\d+)([YMWD])/g)].reduce((sum, [, count, unit = '']) => sum + Number(count) * (MONTHS[unit] ?? 0), 0);

const count = (value: number, one: string): string => `${value} ${one}${value === 1 ? '' : 's'}`;

/** P6M as "6 months". */
export function durationWords(text: string): string {
  const units: Readonly<Record<string, string>> = { Y: 'year', M: 'month', W: 'week', D: 'day' };
  return [...text.matchAll(/(\d+)([YMWD])/g)].map(([, value, unit = '']) => count(Number(value), units[unit] ?? unit)).join(' ');
}

/** Every number of a treaty's clauses that stands on one line of its text. */
export function knobsOf(parsed: ParsedTreaty): readonly Knob[] {
  const { treaty, text } = parsed;
  const found: Knob[] = [];
  const add = (label: string, path: Path, written: readonly string[], words: (written: string) => string, order: (written: string) => number): void => {
    const range = parsed.rangeOf(path);
    const now = text.slice(range.start, range.end);
    if (now === '' || now.includes('\n') || !Number.isFinite(order(now))) return;
    const steps = [...new Set([...written, now])].toSorted((a, b) => order(a) - order(b));
    found.push({ id: path.join('.'), label, steps: steps.map((one) => ({ written: one, words: words(one) })), at: steps.indexOf(now), range });
  };
  const duration = (label: string, path: Path, value: string | undefined): void => {
    if (value !== undefined) add(label, path, LENGTHS, durationWords, (one) => (monthsOf(one) === 0 ? Number.NaN : monthsOf(one)));
  };
  (treaty.burden?.pledges ?? []).forEach((pledge, i) => {
    if (pledge.at_least === undefined) return;
    const isShare = pledge.at_least <= 0.2 && /share/.test(pledge.metric ?? '');
    if (!isShare) return;
    const shares = Array.from({ length: 21 }, (_, k) => String(Number((k * 0.0025).toFixed(4))));
    add(`Floor of '${pledge.id}'`, ['burden', 'pledges', i, 'at_least'], shares.slice(1), (one) => `${Number((Number(one) * 100).toFixed(2))}%`, Number);
  });
  treaty.obligations.forEach(({ id, trigger }, i) => {
    if (trigger?.attackers_at_least !== undefined)
      add(`Attackers before '${id}' binds`, ['obligations', i, 'trigger', 'attackers_at_least'], ['1', '2', '3', '4'], (one) => `${one} or more`, Number);
  });
  duration('Notice before leaving', ['exit', 'notice'], treaty.exit?.notice);
  duration('Earliest leaving after', ['exit', 'earliest'], treaty.exit?.earliest);
  duration('Length of the term', ['term', 'length'], treaty.term?.length);
  duration('Review after', ['term', 'review', 'after'], treaty.term?.review?.after);
  return found;
}

/** What a slider writes. */
export const turn = ({ range, steps, at }: Knob, to: number): readonly Edit[] => (to === at ? [] : [{ range, text: steps[to]?.written ?? '' }]);
