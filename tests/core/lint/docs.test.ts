import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules, type LintSource } from '../../../src/core/lint/index.ts';
import { lint, over, placed } from './linting.ts';

/** Every rule has a page, every page a rule, and every example on it does what the page says. */

const folder = new URL('../../../docs/rules/', import.meta.url);
const index = readFileSync(new URL('index.md', folder), 'utf8');

interface Example {
  readonly kind: string;
  readonly file: string;
  readonly without: readonly string[];
  readonly text: string;
}

/** The fenced YAML of a page whose head names a kind: "```yaml bad file=a.yaml without=exit". */
function examplesIn(page: string): readonly Example[] {
  return [...page.matchAll(/^```yaml (\w+)([^\n]*)\n([\s\S]*?)^```$/gm)].map(([, kind = '', head = '', text = '']) => ({
    kind,
    file: /file=(\S+)/.exec(head)?.[1] ?? 'example.yaml',
    without: /without=(\S+)/.exec(head)?.[1]?.split(',') ?? [],
    text,
  }));
}

const base = examplesIn(index).find(({ kind }) => kind === 'base')?.text ?? '';

function sourcesOf(page: string, kind: string): readonly LintSource[] {
  return examplesIn(page)
    .filter((example) => example.kind === kind)
    .map(({ file, text, without }) => ({ file, text: over(base, text, without) }));
}

/** The lines that carry a mark, `# <- exit/missing`. */
function marksIn(sources: readonly LintSource[]): readonly string[] {
  return sources.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, i) => [...line.matchAll(/# <- (\S+)/g)].map(([, rule = '']) => `${file}:${String(i + 1)} ${rule}`)),
  );
}

const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.md') && name !== 'index.md')
  .map((name) => name.replace(/\.md$/, ''));

describe('pages of the rules', () => {
  it('every rule has a page and every page a rule', () => {
    expect(pages.toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
  });

  it('the index lists every rule with its severity and summary', () => {
    for (const { id, severity, summary } of rules) expect(index).toContain(`| [${id}](${id}.md) | ${severity} | ${summary} |`);
  });

  it('there are at least 35 rules, of every family', () => {
    expect(rules.length).toBeGreaterThanOrEqual(35);
    const families = new Set(rules.map(({ id }) => id.split('/')[0]));
    for (const family of ['obligation', 'scope', 'exit', 'term', 'burden', 'decision', 'purpose', 'domestic', 'conditionality', 'portfolio'])
      expect(families).toContain(family);
  });

  it('no rule finds anything in the base', () => {
    expect(placed(lint([{ file: 'base.yaml', text: base }]).diagnostics, [])).toEqual([]);
  });
});

describe.each(rules)('$id', ({ id, severity, summary, rationale, source }) => {
  const url = new URL(`${id}.md`, folder);
  const page = existsSync(url) ? readFileSync(url, 'utf8') : '';

  it('says on its page what the rule says', () => {
    expect(page.startsWith(`# ${id}\n`)).toBe(true);
    for (const words of [summary, `Severity: ${severity}.`, rationale, `Source: ${source}`]) expect(page).toContain(words);
  });

  it('finds what is bad, there and nothing else', () => {
    const sources = sourcesOf(page, 'bad');
    const marks = marksIn(sources);
    expect(marks.map((mark) => mark.split(' ')[1])).toContain(id);
    expect(placed(lint(sources).diagnostics, sources)).toEqual(marks);
  });

  it('finds nothing in what is good', () => {
    const sources = sourcesOf(page, 'good');
    expect(sources.length).toBeGreaterThan(0);
    expect(placed(lint(sources).diagnostics, sources)).toEqual([]);
  });
});
