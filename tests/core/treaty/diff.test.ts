import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTreaties } from '../../../src/core/treaty/diff.ts';
import { parseTreaty } from '../../../src/core/treaty/parse.ts';
import { treatyAt } from '../../../src/core/treaty/resolve.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import { treatyArbitrary } from '../../support/treaty-arbitrary.ts';
import { VALID, withFault } from './samples.ts';

function read(text: string): Treaty {
  const result = parseTreaty(text, 'x.yaml');
  if (!result.ok) throw new Error(result.diagnostics.map((one) => one.message).join('\n'));
  return result.parsed.treaty;
}

const names = (id: string): string => ({ USA: 'United States', GBR: 'United Kingdom', FIN: 'Finland' })[id] ?? id;
const changes = (to: Treaty): string[][] => diffTreaties(read(VALID), to, names).map((one) => [one.kind, one.clause, one.path.join('.'), one.sentence]);

describe('diffTreaties', () => {
  it.each<[string, string, string[]]>([
    ['  - { state: GBR, from: 1949-08-24 }\n', '', ['removed', 'GBR', 'parties.1', 'The United Kingdom is no longer a party.']],
    [
      '{ state: GBR, from: 1949-08-24 }',
      '{ state: GBR, from: 1949-08-24 }\n  - { state: FIN, from: 2023-04-04 }',
      ['added', 'FIN', 'parties.2', 'Finland is a party from 2023-04-04.'],
    ],
    [
      '{ state: GBR, from: 1949-08-24 }',
      '{ state: GBR, from: 1949-08-24, to: 1970-01-01 }',
      ['changed', 'GBR', 'parties.1', 'The United Kingdom is a party from 1949-08-24 to 1970-01-01, where it was one from 1949-08-24.'],
    ],
    [
      'domains: [land, sea, air]',
      'domains: [land, sea, cyber]',
      [
        'changed',
        'defend',
        'obligations.0.trigger.domains',
        'Defend (article 5): domains: cyber added and air left out. Each party must help defend any other party, judging for itself what that takes, if that party is attacked on land, at sea or in cyberspace.',
      ],
    ],
    [
      'automaticity: discretionary',
      'automaticity: automatic',
      [
        'changed',
        'defend',
        'obligations.0.response.automaticity',
        'Defend (article 5): automaticity: automatic; it was discretionary. Each party must defend any other party, if that party is attacked.',
      ],
    ],
    [
      'notice: P1Y',
      'notice: P6M',
      [
        'changed',
        'exit',
        'exit',
        'Exit: A party may leave, by notice of 6 months, not before 20 years from entry into force (article 13). It was: A party may leave, by notice of 1 year, not before 20 years from entry into force (article 13).',
      ],
    ],
    ['term: { kind: indefinite }\n', '', ['removed', 'term', 'term', 'Term is no longer given; it was: It lasts without limit.']],
    ['secrecy: public', 'secrecy: secret', ['changed', 'secrecy', 'secrecy', 'Secrecy: secret; it was public.']],
    ['term: {', 'decisions: { rule: consensus, note: X }\nterm: {', ['added', 'decisions', 'decisions', 'Decisions: rule consensus; nothing was said before.']],
    ['term: {', 'burden: { pledges: [{ id: fair, at_least: 0.02 }] }\nterm: {', ['added', 'fair', 'burden.pledges.0', 'Pledge fair is new: at least 0.02.']],
  ])('%j written %j', (from, to, expected) => expect(changes(read(withFault(from, to)))).toEqual([expected]));

  it.each([
    ['name: Sample Treaty\n', 'name: Another\n'],
    ['kind: defense', 'kind: defense\n    quote: words'],
    ['{ state: GBR, from: 1949-08-24 }', '{ state: GBR, from: 1949-08-24, note: signed late }'],
  ])('sees no difference of substance in %j written %j', (from, to) => expect(changes(read(withFault(from, to)))).toEqual([]));

  it('tells new and lost clauses in full', () => {
    const treaty = read(withFault('id: defend', 'id: assist').replace('kind: defense', 'kind: assistance'));
    expect(changes(treaty).map(([kind, clause, path]) => [kind, clause, path])).toEqual([
      ['removed', 'defend', 'obligations.0'],
      ['added', 'assist', 'obligations.0'],
    ]);
  });

  it('compares a treaty with itself on another date', () => {
    const treaty = read(
      withFault(
        'term: {',
        'amendments: [{ date: 2014-09-05, change: { obligation: defend, add_domains: [cyber] }, source: Wales Summit Declaration }]\nterm: {',
      ),
    );
    const then = diffTreaties(treatyAt(treaty, '1950-01-01'), treatyAt(treaty, '2025-01-01'));
    expect(then.map((one) => one.path.join('.'))).toEqual(['obligations.0.trigger.domains']);
    expect(then[0]?.sentence).toMatch(/^Defend \(article 5\): domains: cyber added\./);
  });

  it('finds none between a treaty and itself, and turns around', () => {
    const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const;
    fc.assert(
      fc.property(treatyArbitrary, treatyArbitrary, (a, b) => {
        expect(diffTreaties(a, a)).toEqual([]);
        const there = diffTreaties(a, b).map((one) => `${one.kind} ${one.clause}`);
        const back = diffTreaties(b, a).map((one) => `${turned[one.kind]} ${one.clause}`);
        expect(there.toSorted()).toEqual(back.toSorted());
      }),
      { numRuns: 50 },
    );
  });
});
