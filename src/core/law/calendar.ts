import { addDuration, normalizeDate, subtractDuration } from '../states/dates.ts';
import type { IsoDate } from '../states/types.ts';
import { compareText } from '../text/compare.ts';
import type { Treaty } from '../treaty/schema.ts';

export const CALENDAR_KINDS = ['entry-into-force', 'review', 'renewal', 'expiry', 'notice-deadline', 'earliest-exit', 'pledge', 'end'] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

export interface CalendarEntry {
  readonly date: IsoDate;
  readonly treaty: string;
  readonly kind: CalendarKind;
  readonly article?: string;
  /** One line for a person. */
  readonly text: string;
}

export interface CalendarWindow {
  readonly from: IsoDate;
  /** First day left out. */
  readonly to: IsoDate;
}

const ROUNDS = 500;

/** Reviews, renewals, expiry, notice deadlines, exit windows and pledge dates of a treaty that fall in a window, by date. */
export function calendarOf(treaty: Treaty, window: CalendarWindow): readonly CalendarEntry[] {
  if (treaty.in_force === undefined) return [];
  const start = normalizeDate(treaty.in_force);
  const { ended } = treaty;
  const end = ended && entry(treaty, normalizeDate(ended.date), 'end', undefined, `No longer in force (${ended.how.replaceAll('-', ' ')})`);
  const entries = [
    entry(treaty, start, 'entry-into-force', undefined, 'Enters into force'),
    ...reviews(treaty, start, window),
    ...terms(treaty, start, window),
    ...exits(treaty, start),
    ...pledges(treaty),
  ];
  const open = end === undefined ? entries : [...entries.filter(({ date }) => date < end.date), end];
  return open.filter(({ date }) => date >= window.from && date < window.to).toSorted((a, b) => compareText(a.date, b.date));
}

function entry(treaty: Treaty, date: IsoDate, kind: CalendarKind, article: string | undefined, text: string): CalendarEntry {
  return { date, treaty: treaty.id, kind, ...(article !== undefined && { article }), text };
}

function reviews(treaty: Treaty, start: IsoDate, window: CalendarWindow): CalendarEntry[] {
  const review = treaty.term?.review;
  if (review === undefined) return [];
  const found: CalendarEntry[] = [];
  const add = (date: IsoDate, text: string): void => void found.push(entry(treaty, date, 'review', review.article, text));
  if (review.on !== undefined) add(normalizeDate(review.on), 'Review');
  const first = review.after === undefined ? undefined : addDuration(start, review.after);
  if (first !== undefined) add(first, review.every === undefined ? 'Review may be asked for from this day' : 'First review');
  if (review.every !== undefined) {
    let date = addDuration(first ?? start, review.every);
    for (let round = 0; round < ROUNDS && date < window.to; round += 1, date = addDuration(date, review.every)) add(date, 'Review');
  }
  return found;
}

/** Ends of the term and of its renewals, with the last day on which notice still prevents the next one. */
function terms(treaty: Treaty, start: IsoDate, window: CalendarWindow): CalendarEntry[] {
  const { term, exit } = treaty;
  if (term === undefined) return [];
  const found: CalendarEntry[] = (term.renewals ?? []).map((one) =>
    entry(treaty, normalizeDate(one.date), 'renewal', term.article, one.until === undefined ? 'Renewed' : `Renewed until ${one.until}`),
  );
  const first = term.length === undefined ? undefined : addDuration(start, term.length);
  const last = term.until === undefined ? first : normalizeDate(term.until);
  if (last === undefined) return found;
  const close = (date: IsoDate, renewed: boolean): void => {
    found.push(entry(treaty, date, renewed ? 'renewal' : 'expiry', term.article, renewed ? 'Renewed by itself unless denounced' : 'The term runs out'));
    if (exit?.notice !== undefined)
      found.push(entry(treaty, subtractDuration(date, exit.notice), 'notice-deadline', exit.article, 'Last day for notice before the term runs out'));
  };
  close(last, term.renewal === 'tacit');
  const step = term.renewal_length ?? term.length;
  if (term.renewal === 'tacit' && step !== undefined) {
    let date = addDuration(last, step);
    for (let round = 0; round < ROUNDS && date < window.to; round += 1, date = addDuration(date, step)) close(date, true);
  }
  return found;
}

function exits(treaty: Treaty, start: IsoDate): CalendarEntry[] {
  const { exit } = treaty;
  if (exit?.earliest === undefined) return [];
  const notice = addDuration(start, exit.earliest);
  const found = [entry(treaty, notice, 'earliest-exit', exit.article, 'Notice of leaving may be given from this day')];
  if (exit.notice !== undefined)
    found.push(entry(treaty, addDuration(notice, exit.notice), 'earliest-exit', exit.article, 'First day on which a party that gave notice can be out'));
  return found;
}

function pledges(treaty: Treaty): CalendarEntry[] {
  return (treaty.burden?.pledges ?? []).flatMap((pledge) =>
    pledge.by === undefined
      ? []
      : [
          entry(
            treaty,
            normalizeDate(pledge.by),
            'pledge',
            pledge.article,
            `Pledge due: ${pledge.id.replaceAll('-', ' ')}${pledge.at_least === undefined ? '' : ` (at least ${String(pledge.at_least)})`}`,
          ),
        ],
  );
}
