import { formatDate, normalizeDate } from '../../core/states/dates.ts';
import { compareText } from '../../core/text/compare.ts';
import { capitalized, countOf, countWord } from '../../core/text/sentence.ts';
import { holdsOn } from '../../core/treaty/resolve.ts';
import type { Treaty } from '../../core/treaty/schema.ts';

/** A stretch of time, open where it has no end. */
export interface Stretch {
  readonly from: string;
  readonly to?: string;
}

/** Parties bound over the same stretches: a line of the chart. */
export interface MembershipLine {
  readonly states: readonly string[];
  readonly bound: readonly Stretch[];
  /** When their obligations rested. */
  readonly rested: readonly Stretch[];
}

const stretch = (from: string, to: string | undefined): Stretch => ({ from: normalizeDate(from), ...(to !== undefined && { to: normalizeDate(to) }) });

/** More lines are drawn by the year. */
const MANY = 18;

/**
 * The parties of a treaty through time, those that came and went together in one line; the first to be bound come first. Where days make more
 * lines than a figure holds, parties of the same years stand together.
 */
export function membershipLines(treaty: Treaty): readonly MembershipLine[] {
  const byDay = linesBy(treaty, (date) => date);
  return byDay.length <= MANY ? byDay : linesBy(treaty, (date) => date.slice(0, 4));
}

function linesBy(treaty: Treaty, kept: (date: string) => string): readonly MembershipLine[] {
  const ended = treaty.ended?.date;
  const states = [...new Set(treaty.parties.map(({ state }) => state))];
  const lines = new Map<string, { states: string[]; bound: Stretch[]; rested: Stretch[] }>();
  for (const state of states) {
    const bound = treaty.parties.filter((party) => party.state === state).map(({ from, to }) => stretch(from, to ?? ended));
    const rested = (treaty.suspensions ?? []).filter((one) => one.bound.includes(state)).map(({ from, until }) => stretch(from, until ?? ended));
    const key = JSON.stringify([bound, rested].map((all) => all.map(({ from, to = '' }) => [kept(from), kept(to)])));
    const line = lines.get(key) ?? { states: [], bound, rested };
    line.states.push(state);
    lines.set(key, line);
  }
  const first = ({ bound }: MembershipLine): string => bound[0]?.from ?? '';
  return [...lines.values()].toSorted((a, b) => compareText(first(a), first(b)) || b.states.length - a.states.length);
}

/** The years the chart spans, as fractions of a year. */
export interface TimeAxis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 5, 10, 20, 25, 50];

/** A date as a year and a part of it. */
export const yearsOf = (date: string): number => {
  const [year = 0, month = 1, day = 1] = normalizeDate(date).split('-').map(Number);
  return year + (month - 1) / 12 + (day - 1) / 365;
};

/** An axis over all lines, to the end of the treaty or to today, with at most six ticks at round years. */
export function timeAxis(lines: readonly MembershipLine[], today: string): TimeAxis {
  const starts = lines.flatMap(({ bound }) => bound.map(({ from }) => yearsOf(from)));
  const ends = lines.flatMap(({ bound }) => bound.map(({ to }) => yearsOf(to ?? today)));
  const [first, last] = [Math.min(...starts), Math.max(...ends)];
  // A treaty of months is shown in whole years.
  const isShort = last - first < 2;
  const from = isShort ? Math.floor(first) : first;
  const to = isShort ? Math.max(Math.ceil(last), from + 1) : last;
  const step = STEPS.find((one) => (to - from) / one <= 5) ?? 100;
  const ticks: number[] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) ticks.push(year);
  return { from, to, ticks };
}

/** What the chart says, as a headline: "Twelve parties in 1949, 32 today." */
export function membershipHeadline(treaty: Treaty, lines: readonly MembershipLine[], today: string): string {
  const first = lines[0]?.bound[0]?.from;
  if (first === undefined) return 'No party was ever bound.';
  const countOn = (date: string): number => new Set(treaty.parties.filter((party) => holdsOn(party, date)).map(({ state }) => state)).size;
  const then = countOn(first);
  const ended = treaty.ended?.date;
  if (ended !== undefined) return `${capitalized(countOf(then, 'party', 'parties'))} from ${formatDate(first)}; over on ${formatDate(ended)}.`;
  const now = countOn(today);
  if (now === then && lines.length === 1) return `${capitalized(countOf(then, 'party', 'parties'))} since ${formatDate(first)}.`;
  return `${capitalized(countOf(then, 'party', 'parties'))} in ${first.slice(0, 4)}, ${countWord(now)} today.`;
}
