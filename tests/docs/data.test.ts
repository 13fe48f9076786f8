import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MARK, withReference } from '../../src/app/source-reference.ts';
import { sources } from '../../src/data/sources/index.ts';

const pageOf = (id: string): string => `docs/data/${id}.md`;

describe.each(sources.map((source) => [source.id, source] as const))('docs/data/%s.md', (id, source) => {
  const page = existsSync(pageOf(id)) ? readFileSync(pageOf(id), 'utf8') : '';

  it('is current (else: npm run schemas)', () => {
    expect(page, 'missing or stale; refresh it with: npm run schemas').toBe(withReference(page, source));
  });

  it('says by hand what the data are and how to add them to a panel', () => {
    const prose = page.slice(0, page.indexOf(MARK));
    expect(prose).toMatch(/^# .+\n\n.{100,}/);
    expect(prose).toContain('```');
    expect(prose).toContain('foedus ');
  });
});

describe('the manifests', () => {
  const variables = sources.flatMap((source) =>
    source.tables.flatMap((table) => Object.entries(table.columns).map(([name, variable]) => ({ name: `${source.id} ${table.id} ${name}`, ...variable }))),
  );

  it('label every column, in the 80 characters Stata shows', () => {
    expect(variables.filter(({ label }) => label.length < 4 || label.length > 80).map(({ name, label }) => `${name}: ${label}`)).toEqual([]);
  });

  it('label codes with what a column of that kind can hold', () => {
    const limit = { int8: 127, int16: 32_767, int32: 2_147_483_647, float64: Infinity, text: -1 };
    const wrong = variables.filter(({ kind, valueLabels = {} }) =>
      Object.keys(valueLabels).some((code) => !Number.isInteger(Number(code)) || Math.abs(Number(code)) > limit[kind]),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('have keys and numbered states among their columns', () => {
    const wrong = sources.flatMap((source) =>
      source.tables.flatMap((table) => table.key.filter((name) => table.columns[name] === undefined).map((name) => `${source.id} ${table.id} ${name}`)),
    );
    expect(wrong).toEqual([]);
  });

  it('have a caveat, terms and a citation with a key of its own', () => {
    expect(sources.filter(({ caveats, terms }) => caveats.length === 0 || terms.text === '').map(({ id }) => id)).toEqual([]);
    const works = new Map<string, string>();
    const doubled = sources
      .flatMap(({ citations }) => citations)
      .filter(({ key, title }) => (works.get(key) ?? title) !== title || works.set(key, title).size === 0);
    expect(doubled.map(({ key }) => key)).toEqual([]);
  });
});
