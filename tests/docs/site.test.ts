import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sidebar, type Entry } from '../../docs/.vitepress/sidebar.ts';
import { ROOT } from '../house/sources.ts';
import { docsPages } from './pages.ts';

const linksIn = (entries: readonly Entry[]): string[] => entries.flatMap(({ link, items = [] }) => [...(link === undefined ? [] : [link]), ...linksIn(items)]);
const fileOf = (link: string): string => `docs${link.endsWith('/') ? `${link}index` : link}.md`;
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

describe('the sidebar of the site', () => {
  const files = linksIn(sidebar()).map(fileOf);

  it('has every page (else add it to docs/.vitepress/sidebar.ts)', () => {
    expect(docsPages().filter((page) => !files.includes(page))).toEqual([]);
  });

  it('has no page twice, and none that is not there', () => {
    expect(files.toSorted()).toEqual(docsPages());
  });
});

describe('the navigation of the site', () => {
  it('leads to pages', () => {
    const links = [...read('docs/.vitepress/config.ts').matchAll(/link: '([^']+)'/g)].map(([, link = '']) => fileOf(link));
    expect(links.length).toBeGreaterThan(2);
    expect(links.filter((file) => !docsPages().includes(file))).toEqual([]);
  });
});
