import { describe, expect, it } from 'vitest';
import { amendedObligations, inForceOn, obligationsAt, treatyAt } from '../../../src/core/treaty/resolve.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import type { Obligation } from '../../../src/core/treaty/obligation-schema.ts';

const clause = (id: string, more: Partial<Obligation> = {}): Obligation => ({
  id,
  article: '5',
  kind: 'defense',
  bound: 'all',
  to: 'all',
  trigger: { event: 'armed-attack' },
  ...more,
});

// The dates are the North Atlantic Treaty's: Wales Summit Declaration, paragraph 72; Brussels Summit Communique, paragraph 33.
const treaty: Treaty = {
  language: 1,
  id: 'sample',
  name: 'Sample',
  signed: '1949-04-04',
  in_force: '1949-08-24',
  ended: { date: '2030', how: 'expired' },
  secrecy: 'public',
  sources: [{ title: 'Sample' }],
  parties: [
    { state: 'USA', from: '1949-08-24' },
    { state: 'GRC', from: '1952-02-18', to: '1974-08-14' },
    { state: 'GRC', from: '1980-10-20' },
    { state: 'FIN', from: '2023-04' },
  ],
  obligations: [
    clause('defend'),
    clause('consult', { kind: 'consultation', trigger: { event: 'threat' } }),
    clause('early', { until: '1960' }),
    clause('area', {
      trigger: { event: 'armed-attack', area: { parts: [{ include: ['europe'] }, { include: ['algerian-departments'], until: '1962-07-03' }] } },
    }),
  ],
  amendments: [
    { date: '2021-06-14', change: { obligation: 'defend', add_domains: ['space'] }, source: 'Brussels' },
    { date: '2014-09-05', change: { obligation: 'defend', add_domains: ['cyber'] }, source: 'Wales' },
    { date: '2014-09-05', change: { obligation: 'consult', add_domains: ['cyber'] }, source: 'Wales' },
    { date: '1970', change: { obligation: 'consult', set: { article: '4a', response: { consult_first: true } } }, source: 'A' },
    { date: '1980-05', change: { adds: clause('new', { article: '9' }) }, source: 'B' },
    { date: '1990-01-01', change: { obligation: 'new', ends: true }, source: 'C' },
  ],
  burden: { pledges: [{ id: 'two-percent', agreed: '2014-09-05' }, { id: 'fair' }] },
};

const ids = (date: string): string[] => obligationsAt(treaty, date).map((one) => one.id);
const find = (date: string, id: string): Obligation | undefined => obligationsAt(treaty, date).find((one) => one.id === id);

describe('obligationsAt', () => {
  it.each([
    ['1949-08-24', ['defend', 'consult', 'early', 'area']],
    ['1959-12-31', ['defend', 'consult', 'early', 'area']],
    ['1960-01-01', ['defend', 'consult', 'area']],
    ['1980-04-30', ['defend', 'consult', 'area']],
    ['1980-05-01', ['defend', 'consult', 'area', 'new']],
    ['1989-12-31', ['defend', 'consult', 'area', 'new']],
    ['1990-01-01', ['defend', 'consult', 'area']],
    ['1990', ['defend', 'consult', 'area']],
  ])('on %s', (date, expected) => expect(ids(date)).toEqual(expected));

  it.each([
    ['2014-09-04', undefined],
    ['2014-09-05', ['land', 'sea', 'air', 'cyber']],
    ['2021-06-14', ['land', 'sea', 'air', 'cyber', 'space']],
  ])('on %s adds domains to the conventional ones, in the order of dates', (date, domains) => {
    expect(find(date, 'defend')?.trigger?.domains).toEqual(domains);
  });

  it('never narrows a threat clause, which covers every domain, by adding one', () => {
    expect(find('2015-01-01', 'consult')?.trigger?.domains).toBeUndefined();
  });

  it.each<[string, Partial<Obligation>, readonly string[] | undefined]>([
    ['consultation on an attack', { kind: 'consultation' }, ['land', 'sea', 'air', 'cyber']],
    ['an attack or a threat', { trigger: { event: ['armed-attack', 'threat'] } }, undefined],
    ['an attack by land', { trigger: { event: 'armed-attack', domains: ['land'] } }, ['land', 'cyber']],
    ['a threat by sea', { trigger: { event: 'threat', domains: ['sea'] } }, ['sea', 'cyber']],
  ])('a domain added to a clause on %s', (_, more, domains) => {
    const change = { obligation: 'it', add_domains: ['cyber' as const] };
    const amended = obligationsAt({ ...treaty, obligations: [clause('it', more)], amendments: [{ date: '2000', change, source: 'A' }] }, '2001-01-01');
    expect(amended.map(({ trigger }) => trigger?.domains)).toEqual([domains]);
  });

  it('replaces the fields an amendment sets and keeps the rest', () => {
    expect(find('1971-01-01', 'consult')).toMatchObject({ article: '4a', kind: 'consultation', response: { consult_first: true } });
    expect(find('1969-12-31', 'consult')?.article).toBe('5');
  });

  it('keeps clauses that no longer bind among the amended ones', () => {
    const ended = amendedObligations(treaty, '2000-01-01').find((one) => one.id === 'new');
    expect(ended).toMatchObject({ from: '1980-05', until: '1990-01-01' });
  });
});

describe('inForceOn', () => {
  it.each([
    ['1949-04-04', false],
    ['1949-08-23', false],
    ['1949-08-24', true],
    ['2029-12-31', true],
    ['2030-01-01', false],
  ])('%s: %s', (date, expected) => expect(inForceOn(treaty, date)).toBe(expected));

  it('is never true of a treaty that never entered into force', () => {
    const { in_force: _none, ...unratified } = treaty;
    expect(inForceOn(unratified, '2000-01-01')).toBe(false);
  });
});

describe('treatyAt', () => {
  it.each([
    ['1951-01-01', ['USA']],
    ['1952-02-18', ['USA', 'GRC']],
    ['1974-08-14', ['USA']],
    ['1980-10-20', ['USA', 'GRC']],
    ['2023-04-01', ['USA', 'GRC', 'FIN']],
  ])('parties on %s', (date, expected) => expect(treatyAt(treaty, date).parties.map((one) => one.state)).toEqual(expected));

  it('leaves out what was not yet agreed, and folds amendments in', () => {
    const then = treatyAt(treaty, '2000-01-01');
    expect(then.amendments).toBeUndefined();
    expect(then.ended).toBeUndefined();
    expect(then.burden?.pledges?.map((one) => one.id)).toEqual(['fair']);
  });

  it.each([
    ['2014-09-04', ['fair']],
    ['2014-09-05', ['two-percent', 'fair']],
  ])('on %s has the pledges agreed by that day', (date, pledges) => {
    expect(treatyAt(treaty, date).burden?.pledges?.map((one) => one.id)).toEqual(pledges);
  });

  it.each([
    ['1959-12-31', 1, 1, 0, false],
    ['1960-01-01', 0, 1, 1, false],
    ['1970-01-01', 0, 0, 1, false],
    ['2030-01-01', 0, 0, 1, true],
  ])('on %s has the reservations and suspensions of the day, the renewals until then, and its end once it has come', (date, r, s, renewals, ended) => {
    const narrowed: Treaty = {
      ...treaty,
      reservations: [{ state: 'USA', obligation: 'defend', narrows: { against: 'RUS' }, until: '1960', source: 'A' }],
      suspensions: [{ bound: ['USA'], from: '1950', until: '1970', source: 'A' }],
      term: { kind: 'fixed', length: 'P10Y', renewals: [{ date: '1960' }] },
    };
    const then = treatyAt(narrowed, date);
    expect([then.reservations?.length, then.suspensions?.length, then.term?.renewals?.length]).toEqual([r, s, renewals]);
    expect(then.term).toMatchObject({ kind: 'fixed', length: 'P10Y' });
    expect(then.ended !== undefined).toBe(ended);
  });

  it('has no reservations, suspensions, term or pledges that were never written', () => {
    const { burden: _burden, ...bare } = treaty;
    const written = (then: Treaty) => (['reservations', 'suspensions', 'term', 'burden'] as const).filter((field) => field in then);
    expect(written(treatyAt(bare, '2000-01-01'))).toEqual([]);
    const then = treatyAt({ ...bare, term: { kind: 'indefinite' }, burden: { common_funding: { formula: 'equal' } } }, '2000-01-01');
    expect(then).toMatchObject({ term: { kind: 'indefinite' }, burden: { common_funding: { formula: 'equal' } } });
    expect([then.term, then.burden].map((one) => Object.keys(one ?? {}))).toEqual([['kind'], ['common_funding']]);
  });

  it('keeps an area none of whose parts holds as it is written', () => {
    const parts = [{ include: ['algerian-departments'], until: '1962-07-03' }];
    const lost = { ...treaty, obligations: [clause('area', { trigger: { event: 'armed-attack', area: { parts } } })] };
    expect(treatyAt(lost, '1963-01-01').obligations[0]?.trigger?.area).toEqual({ parts });
  });

  it('drops area parts that do not hold', () => {
    const part = (date: string) => treatyAt(treaty, date).obligations.find((one) => one.id === 'area')?.trigger?.area?.parts;
    expect(part('1955-01-01')).toHaveLength(2);
    expect(part('1963-01-01')).toHaveLength(1);
  });
});
