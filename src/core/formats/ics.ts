/** iCalendar (RFC 5545): all-day events. */

export interface IcsEvent {
  /** Globally unique and stable, so that a second import replaces the first. */
  readonly uid: string;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly summary: string;
  readonly description?: string;
}

/**
 * A calendar file. Lines end in CRLF and are folded at 75 octets (RFC 5545 §3.1); text is escaped (§3.3.11).
 * `stamp` is the DTSTAMP the format asks for, `YYYYMMDDTHHMMSSZ`: the caller's, since core has no clock.
 */
export function toIcs(events: readonly IcsEvent[], name: string, stamp: string): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Foedus//Treaty calendar//EN', 'CALSCALE:GREGORIAN', `X-WR-CALNAME:${escaped(name)}`];
  for (const event of events) {
    const day = event.date.replaceAll('-', '');
    lines.push('BEGIN:VEVENT', `UID:${escaped(event.uid)}`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${day}`, `SUMMARY:${escaped(event.summary)}`);
    if (event.description !== undefined) lines.push(`DESCRIPTION:${escaped(event.description)}`);
    lines.push('TRANSP:TRANSPARENT', 'END:VEVENT');
  }
  lines.push('END:VCALENDAR');
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll(/\r?\n/g, '\\n');
}

const octets = (text: string): number => new TextEncoder().encode(text).length;

/** At most 75 octets a line, never inside a character. */
function folded(line: string): string {
  if (octets(line) <= 75) return line;
  const parts: string[] = [];
  let part = '';
  let room = 75;
  for (const character of line) {
    if (octets(part) + octets(character) > room) {
      parts.push(part);
      part = '';
      room = 74;
    }
    part += character;
  }
  return [...parts, part].join('\r\n ');
}
