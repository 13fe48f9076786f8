import { describe, expect, it } from 'vitest';
import { readCompare, writeCompare } from '../../src/web/compare/search.ts';
import { questionsOf } from '../../src/web/compare/subjects.ts';
import { formatQuery, parseQuery } from '../../src/web/fight/search.ts';
import type { Treaty } from '../../src/core/treaty/schema.ts';

describe('the address of the Compare page', () => {
  it.each([
    'treaties=us-japan-1960,us-philippines-1951&date=2025-06-01',
    'treaties=nato@1985-07-01,nato@2025-07-01&date=2025-06-01&draws=20&seed=3&table=numbers,members',
    'treaties=nato,draft:nordic&date=2024-01-01&as=pact,hub:USA,pairs&contingency=russia-estonia&beside=2&number=war',
    'treaties=nato&date=2024-01-01&of=net:EST&hangs=difference&samples=128',
  ])('%s comes back as it was', (address) => {
    expect(parseQuery(formatQuery(writeCompare(readCompare(parseQuery(address)))))).toEqual(parseQuery(address));
  });

  it('falls back where it cannot be read', () => {
    const search = readCompare({ treaties: ',', date: 'soon', as: 'star', draws: '-1', number: 'luck', of: 'luck', hangs: 'no', beside: '0' });
    expect(search).toMatchObject({
      treaties: [
        { id: 'us-japan-1960', date: null },
        { id: 'us-philippines-1951', date: null },
      ],
      date: '2025-06-01',
      forms: [{ kind: 'pact' }],
      draws: 200,
      number: 'prevail',
      of: 'honors',
      hangs: null,
      beside: 1,
    });
    expect(readCompare({ treaties: 'nato@1985' }).treaties).toEqual([{ id: 'nato', date: '1985-07-01' }]);
  });
});

describe('what is compared', () => {
  const treaty: Treaty = {
    language: 1,
    id: 'nato',
    name: 'North Atlantic Treaty',
    signed: '1949-04-04',
    secrecy: 'public',
    sources: [{ title: 'x' }],
    parties: [],
    obligations: [],
  };
  const subject = { kind: 'treaty', treaty, label: 'x', draft: null } as const;
  const other = { ...subject, treaty: { ...treaty, id: 'anzus', name: 'ANZUS Treaty' } };
  const labels = (search: string, subjects: Parameters<typeof questionsOf>[1]): string[] =>
    questionsOf(readCompare(parseQuery(search)), subjects).map(({ label }) => label);

  it('is named by what tells it from the others', () => {
    expect(labels('treaties=nato,anzus', [subject, other])).toEqual(['North Atlantic Treaty', 'ANZUS Treaty']);
    expect(labels('treaties=nato@1985,nato@2025', [subject, subject])).toEqual(['In 1985', 'In 2025']);
    expect(labels('treaties=nato&as=pact,hub:USA', [subject])).toEqual(['As one pact', 'Each to USA']);
    expect(labels('treaties=nato,anzus&as=pact,pairs', [subject, other])).toEqual([
      'North Atlantic Treaty, as one pact',
      'North Atlantic Treaty, two by two',
      'ANZUS Treaty, as one pact',
      'ANZUS Treaty, two by two',
    ]);
  });
});
