import { toIcs } from '../core/formats/ics.ts';
import { calendarOf, type CalendarEntry, type CalendarWindow } from '../core/law/calendar.ts';
import { addDuration } from '../core/states/dates.ts';
import type { IsoDate } from '../core/states/types.ts';
import { compareText } from '../core/text/compare.ts';
import type { Treaty } from '../core/treaty/schema.ts';

/** How far ahead a calendar looks where nothing else is said. */
const AHEAD = 'P10Y';

export interface CalendarRequest {
  readonly today: IsoDate;
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

/** A treaty in force: from today, ten years ahead. One that is over: its whole life. */
function windowFor(treaty: Treaty, { today, from, to }: CalendarRequest): CalendarWindow {
  const isOver = treaty.ended !== undefined && treaty.ended.date <= today;
  const first = from ?? (isOver ? '0001-01-01' : today);
  return { from: first, to: to ?? (isOver ? '9999-12-31' : addDuration(from ?? today, AHEAD)) };
}

/** Reviews, renewals, exit windows, notice deadlines and pledge dates of the treaties, by date. */
export function treatyCalendar(treaties: readonly Treaty[], request: CalendarRequest): readonly CalendarEntry[] {
  return treaties
    .flatMap((treaty) => calendarOf(treaty, windowFor(treaty, request)))
    .toSorted((a, b) => compareText(a.date, b.date) || compareText(a.treaty, b.treaty));
}

/** The same as an iCalendar file; a second import replaces the first. */
export function calendarIcs(entries: readonly CalendarEntry[], treaties: readonly Treaty[], today: IsoDate): string {
  const nameOf = new Map(treaties.map(({ id, short, name }) => [id, short ?? name]));
  const seen = new Map<string, number>();
  const events = entries.map(({ date, treaty, kind, article, text }) => {
    const key = `${treaty}-${kind}-${date}`;
    const round = (seen.get(key) ?? 0) + 1;
    seen.set(key, round);
    return {
      uid: `${key}${round === 1 ? '' : `-${round}`}@foedus`,
      date,
      summary: `${nameOf.get(treaty) ?? treaty}: ${text}`,
      ...(article !== undefined && { description: `Article ${article}` }),
    };
  });
  return toIcs(events, treaties.length === 1 ? (nameOf.get(treaties[0]?.id ?? '') ?? 'Treaty') : 'Treaties', `${today.replaceAll('-', '')}T000000Z`);
}
