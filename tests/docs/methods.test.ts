import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { models } from '../../src/app/models/index.ts';
import { measures } from '../../src/app/measures/index.ts';
import { ROOT, sourcesUnder } from '../house/sources.ts';
import { docsPages } from './pages.ts';

/** Every method has a page a reviewer can audit: equations, a number to check it by, limits, and whose idea it is. */

const read = (page: string): string => (existsSync(path.join(ROOT, page)) ? readFileSync(path.join(ROOT, page), 'utf8') : '');

/** What a page must have, by what it may be called. */
const PARTS = {
  equations: /^```text$|^\$\$|`[^`\n]*[=≥≤][^`\n]*`/m,
  check: /^## (?:.* and c|C)heck/m,
  limits: /^## (?:Limits|What to expect, and what not)/m,
  literature: /^## (?:Literature|Citation)/m,
} as const;

/** The whole chain is checked piece by piece on the pages of its pieces; decades by what happened, on a page of its own kind. */
const WITHOUT: Readonly<Record<string, readonly (keyof typeof PARTS)[]>> = {
  'docs/models/assess.md': ['check'],
  'docs/models/debt.md': ['literature'],
  'docs/models/staying-power.md': ['literature'],
};
const LONG = ['docs/models/decades.md'];

const METHODS = docsPages().filter((page) => /^docs\/(models|measures)\/(?!index)/.test(page) && !LONG.includes(page));

describe('pages of methods', () => {
  it.each(METHODS)('%s', (page) => {
    const text = read(page);
    const parts = Object.entries(PARTS).filter(([, pattern]) => !pattern.test(text));
    expect(parts.map(([part]) => part).filter((part) => !WITHOUT[page]?.some((one) => one === part))).toEqual([]);
  });
});

describe('what is computed', () => {
  const index = read('docs/models/index.md');

  it('every model of the command line has a page', () => {
    expect(models.map(({ name }) => `docs/models/${name}.md`).filter((page) => !METHODS.includes(page))).toEqual([]);
  });

  it('every measure has a page', () => {
    expect(measures.map(({ name }) => `docs/measures/${name}.md`).filter((page) => !METHODS.includes(page))).toEqual([]);
  });

  it('every engine is named by the page that explains it (docs/models/index.md)', () => {
    const engines = ['src/core/models', 'src/core/assess'].flatMap((folder) => sourcesUnder(folder)).map((file) => file.replace(/^src\/core\//, ''));
    expect(engines.length).toBeGreaterThan(60);
    expect(engines.filter((file) => !index.includes(`\`${file}\``))).toEqual([]);
  });

  it('and no engine is named that is gone', () => {
    const named = [...index.matchAll(/`((?:models|assess)\/[\w/-]+\.ts)`/g)].map(([, file = '']) => file);
    expect(named.filter((file) => !existsSync(path.join(ROOT, 'src/core', file)))).toEqual([]);
  });
});
