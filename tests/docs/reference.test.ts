import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sections, treatyReference, valuesAt } from '../../src/app/treaty-reference.ts';
import { formatTreaty } from '../../src/core/treaty/format.ts';
import { parseTreaty } from '../../src/core/treaty/parse.ts';

const EXAMPLE = 'docs/language/every-key.yaml';
const example = readFileSync(EXAMPLE, 'utf8');
const keys = sections().flatMap(({ path, shapes }) =>
  shapes.flatMap(({ properties = {} }) => Object.entries(properties).map(([key, node]) => ({ path: [...path, key], node }))),
);

describe('docs/language/reference.md', () => {
  it('is current (else: npm run schemas)', () => {
    expect(readFileSync('docs/language/reference.md', 'utf8'), 'stale; refresh it with: npm run schemas').toBe(treatyReference(example));
  });

  it('says what every key means', () => {
    expect(keys.length).toBeGreaterThan(150);
    expect(keys.filter(({ node }) => (node.description ?? '').length < 5).map(({ path }) => path.join('.'))).toEqual([]);
  });
});

describe(EXAMPLE, () => {
  it('parses', () => {
    expect(parseTreaty(example, EXAMPLE).diagnostics).toEqual([]);
  });

  it('is written as fmt writes it', () => {
    expect(formatTreaty(example, EXAMPLE)).toMatchObject({ ok: true, text: example });
  });

  it('uses every key', () => {
    const treaty: unknown = parse(example);
    expect(keys.filter(({ path }) => valuesAt(path, treaty).length === 0).map(({ path }) => path.join('.'))).toEqual([]);
  });
});
