import { describe, expect, it } from 'vitest';
import { commentsOf } from '../../../src/core/treaty/comments.ts';
import { formatTreaty } from '../../../src/core/treaty/format.ts';
import { initTreaty } from '../../../src/core/treaty/init.ts';
import { parseTreaty } from '../../../src/core/treaty/parse.ts';
import { OBLIGATION_KINDS } from '../../../src/core/treaty/vocabulary.ts';

const PLAN = { id: 'entente', name: 'Entente: a "draft" # of two', parties: ['FRA', 'GBR'], signed: '2030-01-01' };

describe('initTreaty', () => {
  it.each(OBLIGATION_KINDS)('writes a commented file of kind %s that parses and is in canonical form', (kind) => {
    const result = initTreaty({ ...PLAN, kind });
    if (!result.ok) throw new Error(result.diagnostics.map((one) => one.message).join('\n'));
    const parsed = parseTreaty(result.text, 'entente.yaml');
    expect(parsed.diagnostics).toEqual([]);
    expect(parsed).toMatchObject({ ok: true, parsed: { treaty: { id: 'entente', name: PLAN.name, parties: [{ state: 'FRA' }, { state: 'GBR' }] } } });
    expect(parsed.ok && parsed.parsed.treaty.obligations[0]?.kind).toBe(kind);
    expect(commentsOf(result.text).length).toBeGreaterThan(8);
    expect(formatTreaty(result.text, 'entente.yaml')).toMatchObject({ ok: true, changed: false });
  });

  it.each<[string, Partial<typeof PLAN & { notice: string }>, RegExp]>([
    ['a party that is no state id', { parties: ['France'] }, /three-letter state id/],
    ['an id with spaces', { id: 'Entente Cordiale' }, /lower-case words/],
    ['no date', { signed: 'today' }, /a date such as/],
    ['no duration', { notice: 'a year' }, /ISO 8601 duration/],
    ['no party at all', { parties: [] }, /'parties'/],
  ])('answers %s with what is wrong', (_name, answers, message) => {
    const result = initTreaty({ ...PLAN, ...answers });
    expect(result.ok).toBe(false);
    expect(result.ok ? '' : result.diagnostics[0]?.message).toMatch(message);
  });
});
