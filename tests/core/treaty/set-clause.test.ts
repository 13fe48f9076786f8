import { describe, expect, it } from 'vitest';
import { setClause } from '../../../src/core/treaty/set-clause.ts';
import { catalogTreaty } from '../../support/catalog-files.ts';

const nato = catalogTreaty('nato');
const place = nato.obligations.findIndex(({ kind }) => kind === 'defense');
const id = nato.obligations[place]?.id ?? '';

describe('a clause set by hand', () => {
  it('an obligation by its id, deep into it', () => {
    const changed = setClause(nato, `${id}.response.automaticity`, 'automatic');
    expect(changed.obligations[place]?.response?.automaticity).toBe('automatic');
    expect(nato.obligations[place]?.response?.automaticity).toBe('discretionary');
    expect(setClause(nato, `obligations.${id}.response.automaticity`, 'automatic')).toEqual(changed);
  });

  it.each([
    ['institutions.bases', 'false', (treaty: typeof nato) => treaty.institutions?.bases, false],
    ['exit.notice', 'P6M', (treaty: typeof nato) => treaty.exit?.notice, 'P6M'],
    ['decisions.rule', 'majority', (treaty: typeof nato) => treaty.decisions?.rule, 'majority'],
    ['exit.notice', 'null', (treaty: typeof nato) => treaty.exit?.notice, undefined],
    ['parties.USA', 'null', (treaty: typeof nato) => treaty.parties.some(({ state }) => state === 'USA'), false],
  ])('%s=%s', (path, text, read, value) => {
    expect(read(setClause(nato, path, text))).toEqual(value);
  });

  it.each([
    ['decisions.rule', 'by-lot', /decisions\.rule/],
    ['institution.bases', 'true', /there is no 'institution' in a treaty/],
    ['institutions.base', 'true', /there is no 'base' in institutions/],
    ['obligations.article-99.kind', 'defense', /there is no 'article-99'/],
    ['signed.year', '1949', /is no part of/],
  ])('%s=%s is refused', (path, text, message) => {
    expect(() => setClause(nato, path, text)).toThrow(message);
  });
});
