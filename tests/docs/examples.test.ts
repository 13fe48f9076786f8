import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/registry.ts';
import { ROOT } from '../house/sources.ts';
import { isAsShown, readPage, wordsOf } from './examples.ts';
import { isTutorial, runPage } from './run-page.ts';

const markdownUnder = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();

const PAGES = ['README.md', 'CONTRIBUTING.md', ...markdownUnder('docs')];

describe('every command shown in the docs runs, with the output shown', () => {
  const shown = PAGES.map((page) => [page, readPage(path.join(ROOT, page))] as const).filter(([, { commands: found }]) => found.length > 0);

  it('README shows five or more', () => {
    expect(shown.find(([page]) => page === 'README.md')?.[1].commands.length).toBeGreaterThanOrEqual(5);
  });

  // Tutorials take minutes: tests/docs/tutorials.slow.test.ts.
  it.each(shown.map(([page]) => page).filter((page) => !isTutorial(page)))('%s', (page) => runPage(page));
});

describe('every verb has a page', () => {
  it.each(commands.map((command) => [command.name, command] as const))('docs/cli/%s.md names every flag and runs the examples of --help', (name, command) => {
    const page = `docs/cli/${name}.md`;
    expect(existsSync(path.join(ROOT, page))).toBe(true);
    const text = readFileSync(path.join(ROOT, page), 'utf8');
    for (const flag of command.flags ?? []) expect(text, `${page} lacks --${flag.name}`).toContain(`\`--${flag.name}`);
    const run = readPage(path.join(ROOT, page)).commands.map(({ argv }) => argv.join(' '));
    for (const { line } of command.examples) expect(run, `${page} lacks the example '${line}'`).toContain(wordsOf(line).slice(1).join(' '));
  });

  it('and no page is left of a verb that is gone', () => {
    const pages = readdirSync(path.join(ROOT, 'docs/cli')).filter((file) => file !== 'index.md');
    expect(pages.sort()).toEqual(commands.map(({ name }) => `${name}.md`).sort());
  });
});

describe('links', () => {
  it.each(PAGES)('%s: every link to a file of ours leads to one', (page) => {
    const text = readFileSync(path.join(ROOT, page), 'utf8').replaceAll(/^(`{3,})[^`][\s\S]*?^\1$/gm, '');
    const targets = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target]) => target ?? '').filter((target) => !/^[a-z]+:/.test(target));
    const missing = targets.filter((target) => !existsSync(path.resolve(ROOT, path.dirname(page), target)));
    expect(missing).toEqual([]);
  });
});

describe('the reader of examples', () => {
  it('parts words as a shell does', () => {
    expect(wordsOf(`init x --name "Entente of the Two" --at '1, 2'`)).toEqual(['init', 'x', '--name', 'Entente of the Two', '--at', '1, 2']);
  });

  it.each([
    [['a', '...', 'c'], 'a\nb\nb\nc\n', true],
    [['a', '...'], 'a\n', true],
    [['a', 'c'], 'a\nb\nc\n', false],
    [['a.c'], 'abc\n', false],
    [['a ... c'], 'a (b) c\n', true],
    [['a ... d'], 'a b c\n', false],
    [['...', 'b'], 'a\nb\nc\n', false],
  ])('%j as shown for %j: %s', (shown, output, expected) => {
    expect(isAsShown(shown, output)).toBe(expected);
  });
});
