import { useMemo } from 'react';
import { calendarOf, type CalendarEntry } from '../../core/law/calendar.ts';
import { toIcs } from '../../core/formats/ics.ts';
import { addDuration, FIRST_DATE, formatDate } from '../../core/states/dates.ts';
import { articleName } from '../../core/text/sentence.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import { inWords } from '../pages/BlockView.tsx';
import { download } from '../shell/download.ts';

/** Dates shown before the rest is folded. */
const SHOWN = 8;

interface Props {
  readonly treaty: Treaty;
  readonly today: string;
}

/** Reviews, renewals, expiry, notice deadlines and pledges: what lies ahead, and what has been. */
export function TreatyCalendar({ treaty, today }: Props) {
  const all = useMemo(() => calendarOf(treaty, { from: FIRST_DATE, to: addDuration(today, 'P20Y') }), [treaty, today]);
  const ahead = all.filter(({ date }) => date >= today);
  const past = all.filter(({ date }) => date < today);
  const over = treaty.ended !== undefined;
  const save = (): void => {
    const events = ahead.map(({ date, kind, text }) => ({
      uid: `${treaty.id}-${kind}-${date}@foedus`,
      date,
      summary: `${treaty.short ?? treaty.name}: ${text}`,
    }));
    download(toIcs(events, treaty.name, `${today.replaceAll('-', '')}T000000Z`), 'text/calendar;charset=utf-8', `${treaty.id}.ics`);
  };
  return (
    <section className="calendar">
      <h2>Calendar</h2>
      {over ? null : ahead.length === 0 ? (
        <p>The text fixes no review, renewal, deadline or pledge in the next twenty years.</p>
      ) : (
        <>
          <Days entries={ahead.slice(0, SHOWN)} />
          {ahead.length > SHOWN ? <Folded title={`${ahead.length - SHOWN} later dates`} entries={ahead.slice(SHOWN)} /> : null}
          <p>
            <button type="button" className="btn" onClick={save}>
              Save as iCalendar
            </button>
          </p>
        </>
      )}
      {over && past.length <= SHOWN + 2 ? <Days entries={past} /> : null}
      {over && past.length > SHOWN + 2 ? (
        <>
          <Days entries={past.slice(0, 3)} />
          <Folded title={`${past.length - 4} dates between`} entries={past.slice(3, -1)} />
          <Days entries={past.slice(-1)} />
        </>
      ) : null}
      {!over && past.length > 0 ? <Folded title={past.length === 1 ? 'One date before today' : `${past.length} dates before today`} entries={past} /> : null}
    </section>
  );
}

function Days({ entries }: { readonly entries: readonly CalendarEntry[] }) {
  return (
    <ol className="days">
      {entries.map(({ date, kind, text, article }) => (
        <li key={`${date} ${kind} ${text}`}>
          <time dateTime={date}>{formatDate(date)}</time>
          <span>
            {inWords(text)}
            {article === undefined ? '' : ` (${articleName(article)})`}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Folded({ title, entries }: { readonly title: string; readonly entries: readonly CalendarEntry[] }) {
  return (
    <details>
      <summary>{title}</summary>
      <Days entries={entries} />
    </details>
  );
}
