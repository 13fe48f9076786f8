import { describe, expect, it } from 'vitest';
import { toIcs } from '../../../src/core/formats/ics.ts';
import { calendarOf } from '../../../src/core/law/calendar.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import { pact } from '../../support/small-world.ts';

const ever = { from: '1815-01-01', to: '2100-01-01' };
const lines = (rest: Partial<Treaty>, window = ever) =>
  calendarOf(pact('pact', ['AAA', 'BBB'], [{}], rest), window).map(({ date, kind, article }) =>
    [date, kind, ...(article === undefined ? [] : [article])].join(' '),
  );

describe('the calendar of a treaty', () => {
  it('the North Atlantic Treaty: review after ten years, exit after twenty with a year of notice', () => {
    const nato: Partial<Treaty> = {
      in_force: '1949-08-24',
      term: { kind: 'indefinite', review: { article: '12', after: 'P10Y' } },
      exit: { article: '13', earliest: 'P20Y', notice: 'P1Y' },
    };
    expect(lines(nato)).toEqual(['1949-08-24 entry-into-force', '1959-08-24 review 12', '1969-08-24 earliest-exit 13', '1970-08-24 earliest-exit 13']);
  });
  it('the Dual Alliance: five years, then three at a time, with notice before each end', () => {
    const dual: Partial<Treaty> = {
      in_force: '1879-10-21',
      term: { kind: 'fixed', length: 'P5Y', renewal: 'tacit', renewal_length: 'P3Y' },
      exit: { notice: 'P1Y' },
    };
    expect(lines(dual, { from: '1880-01-01', to: '1891-01-01' })).toEqual([
      '1883-10-21 notice-deadline',
      '1884-10-21 renewal',
      '1886-10-21 notice-deadline',
      '1887-10-21 renewal',
      '1889-10-21 notice-deadline',
      '1890-10-21 renewal',
    ]);
  });
  it('a term that is not renewed runs out', () => {
    expect(lines({ in_force: '1887-06-18', term: { kind: 'fixed', length: 'P3Y' } })).toEqual(['1887-06-18 entry-into-force', '1890-06-18 expiry']);
  });
  it('nothing after the end', () => {
    expect(lines({ in_force: '1900-01-01', term: { kind: 'indefinite', review: { every: 'P5Y' } }, ended: { date: '1908-01-01', how: 'denounced' } })).toEqual([
      '1900-01-01 entry-into-force',
      '1905-01-01 review',
      '1908-01-01 end',
    ]);
  });
  it('pledges on their day', () => {
    expect(lines({ burden: { pledges: [{ id: 'two-percent', at_least: 0.02, by: '2024-12-31' }] } }, { from: '2024-01-01', to: '2025-01-01' })).toEqual([
      '2024-12-31 pledge',
    ]);
    const text = (at_least?: number) =>
      calendarOf(
        pact('pact', ['AAA'], [{}], { burden: { pledges: [{ id: 'two-percent', by: '1910', ...(at_least !== undefined && { at_least }) }] } }),
        ever,
      )[1]?.text;
    expect(text()).toBe('Pledge due: two percent');
    expect(text(0.02)).toBe('Pledge due: two percent (at least 0.02)');
  });
  it.each<[string, Partial<NonNullable<Treaty['term']>>, readonly string[]]>([
    ['on a day of its own', { review: { on: '1907' } }, ['1907-01-01 review: Review']],
    ['once', { review: { after: 'P5Y' } }, ['1905-01-01 review: Review may be asked for from this day']],
    [
      'after some years and every few from then',
      { review: { after: 'P5Y', every: 'P2Y' } },
      ['1905-01-01 review: First review', '1907-01-01 review: Review', '1909-01-01 review: Review'],
    ],
    ['every few years', { review: { every: 'P4Y' } }, ['1904-01-01 review: Review', '1908-01-01 review: Review']],
    [
      'renewed by agreement',
      { renewals: [{ date: '1905', until: '1909' }, { date: '1909' }] },
      ['1905-01-01 renewal: Renewed until 1909', '1909-01-01 renewal: Renewed'],
    ],
    ['to a day, whatever the length', { length: 'P3Y', until: '1906-06' }, ['1906-06-01 expiry: The term runs out']],
    [
      'tacitly by its own length',
      { length: 'P4Y', renewal: 'tacit' },
      ['1904-01-01 renewal: Renewed by itself unless denounced', '1908-01-01 renewal: Renewed by itself unless denounced'],
    ],
    ['tacitly, for a length nobody wrote', { until: '1904-01-01', renewal: 'tacit' }, ['1904-01-01 renewal: Renewed by itself unless denounced']],
  ])('in the window to 1910: %s', (_, term, expected) => {
    const treaty = pact('pact', ['AAA', 'BBB'], [{}], { term: { kind: 'fixed', ...term } });
    expect(calendarOf(treaty, { from: '1900-01-02', to: '1910-01-01' }).map(({ date, kind, text }) => `${date} ${kind}: ${text}`)).toEqual(expected);
  });
  it('the window holds its first day and not its last', () => {
    const yearly: Partial<Treaty> = { term: { kind: 'indefinite', review: { every: 'P1Y' } } };
    expect(lines(yearly, { from: '1901-01-01', to: '1903-01-01' })).toEqual(['1901-01-01 review', '1902-01-01 review']);
    expect(lines(yearly, { from: '1901-01-02', to: '1903-01-02' })).toEqual(['1902-01-01 review', '1903-01-01 review']);
  });
  it('nothing but the end on the day of the end, and how it came', () => {
    const ended: Partial<Treaty> = { term: { kind: 'indefinite', review: { every: 'P5Y' } }, ended: { date: '1905-01-01', how: 'party-ended' } };
    expect(calendarOf(pact('pact', ['AAA', 'BBB'], [{}], ended), ever).map(({ date, text }) => `${date} ${text}`)).toEqual([
      '1900-01-01 Enters into force',
      '1905-01-01 No longer in force (party ended)',
    ]);
  });
  it('by date, whatever it is', () => {
    const all: Partial<Treaty> = {
      term: { kind: 'fixed', length: 'P4Y', review: { after: 'P6Y' } },
      exit: { earliest: 'P2Y' },
      burden: { pledges: [{ id: 'ships', by: '1901' }, { id: 'men' }] },
    };
    expect(lines(all)).toEqual(['1900-01-01 entry-into-force', '1901-01-01 pledge', '1902-01-01 earliest-exit', '1904-01-01 expiry', '1906-01-01 review']);
  });
  it('a treaty never in force has none', () => {
    const { in_force: _, ...draft } = pact('pact', ['AAA', 'BBB'], [{}]);
    expect(calendarOf(draft, ever)).toEqual([]);
  });
});

describe('iCalendar (RFC 5545)', () => {
  const text = toIcs(
    [{ uid: 'pact-review-2025@foedus', date: '2025-01-31', summary: 'Review; of "a, b"\nnext', description: `é${'x'.repeat(100)}` }],
    'Treaties',
    '20250101T000000Z',
  );
  it('ends every line in CRLF, none over 75 octets', () => {
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });
  it('escapes separators and writes all-day events', () => {
    expect(text).toContain('SUMMARY:Review\\; of "a\\, b"\\nnext');
    expect(text).toContain('DTSTART;VALUE=DATE:20250131');
  });
  it('unfolds to what was folded', () => {
    expect(text.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:é${'x'.repeat(100)}`);
  });
});
