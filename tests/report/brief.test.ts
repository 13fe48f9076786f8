import { describe, expect, it } from 'vitest';
import { briefHtml } from '../../src/report/brief-html.ts';
import { briefMarkdown } from '../../src/report/brief-markdown.ts';
import { briefOf } from './ground.ts';

const JAPAN = { treaty: 'us-japan-1960', date: '2025-07-01', contingency: 'china-japan-senkaku', draws: 12 } as const;
const japan = briefOf(JAPAN);
const nato = briefOf({ treaty: 'nato', date: '2025-07-01', contingency: 'russia-estonia' });
const page = briefHtml(nato);
const text = briefMarkdown(nato);

/** Ids and headings of a page, in order. */
const headings = (markup: string): string[] =>
  [...markup.matchAll(/<h([12])>([\s\S]*?)<\/h\1>/g)].map(([, , words = '']) => words.replaceAll(/\s+/g, ' ').trim());

describe('a brief', () => {
  it('has every figure of the assessment and of the burden, in the order of its pages', () => {
    expect(nato.figures.map(({ id }) => id)).toEqual(['deterrence', 'credibility', 'winset', 'pledge', 'response', 'survival', 'balance', 'tornado', 'ranks']);
    expect([...page.matchAll(/<figure class="fig" id="([a-z]+)"/g)].map(([, id]) => id)).toEqual([
      'deterrence',
      'winset',
      'survival',
      'credibility',
      'pledge',
      'response',
      'balance',
      'tornado',
      'ranks',
    ]);
  });

  it('leaves out what has nothing to show', () => {
    expect(japan.figures.map(({ id }) => id)).toEqual(['deterrence', 'credibility', 'winset', 'response', 'survival', 'balance', 'tornado']);
  });

  it('every figure carries a source and a year, a finding and a table', () => {
    for (const { id, source, finding, table, chart } of [...nato.figures, ...japan.figures]) {
      expect(source, id).toMatch(/\b(1[89]|20)\d\d\b/);
      expect(source, id).toMatch(/model|Hazards|contingenc|assumption|NATO|Figures/);
      expect(finding.length, id).toBeGreaterThan(8);
      expect(table.rows.length, id).toBeGreaterThan(0);
      expect(new Set(table.rows.map((row) => row.length)), id).toEqual(new Set([table.head.length]));
      expect(chart.drawing.length, id).toBeGreaterThan(0);
    }
    expect(page.match(/<p class="src">Source: /g)).toHaveLength(nato.figures.length);
  });

  it('has the sections of a brief', () => {
    expect(headings(page)).toEqual(
      [
        nato.title,
        ...['deterrence', 'winset', 'survival', 'credibility', 'pledge', 'response', 'balance', 'tornado', 'ranks'].map(
          (id) => nato.figures.find((one) => one.id === id)?.finding,
        ),
        'Why these numbers',
        'What is assumed, with 90% ranges, the weightiest first',
        'What this rests on',
      ].map((words) => words?.replaceAll("'", '&apos;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')),
    );
    expect(nato.title).toBe('If Russia attacks Estonia on 1 July 2025, what does the North Atlantic Treaty change?');
    expect(nato.clause).toMatchObject({ text: 'such action as it deems necessary, including the use of armed force', quoted: true });
  });

  it('every number of the answer has its note', () => {
    const named = japan.answer.flatMap((run) => (typeof run === 'object' && 'why' in run ? [run.why] : []));
    expect(named.length).toBeGreaterThan(2);
    for (const id of named.filter((one) => one !== 'challenge.without')) expect(japan.notes.map((note) => note.id)).toContain(id);
    expect(japan.notes.map(({ number }) => number)).toEqual(japan.notes.map((_, i) => i + 1));
    const markup = briefHtml(japan);
    for (const [, to] of markup.matchAll(/href="#([^"]+)"/g)) expect(markup).toContain(`id="${to}"`);
  });

  it('names versions, every assumption of the game with its range, and what is not known', () => {
    expect(nato.ledger.map(({ what }) => what)).toEqual(expect.arrayContaining(['Program', 'Facts on states', 'Contingency: Russia attacks Estonia']));
    expect(nato.assumptions.length).toBeGreaterThan(40);
    for (const { value, range, kind, basis } of nato.assumptions) {
      expect(value).not.toBe('');
      expect(range).toMatch(/ to |fixed/);
      expect(['estimated', 'declared']).toContain(kind);
      expect(basis.length).toBeGreaterThan(5);
    }
    expect(nato.credits.join(' ')).toContain('NATO');
  });
});

describe('a brief as HTML', () => {
  it('asks for nothing and runs nothing', () => {
    for (const markup of [page, briefHtml(japan, '@font-face { font-family: "X"; src: url("data:font/woff2;base64,AAAA") }')]) {
      expect(markup).not.toMatch(/<script|<link|<iframe|<img|<object|@import|\son[a-z]+=|javascript:/i);
      expect(markup).toMatch(/Content-Security-Policy" content="default-src (&apos;|')none/);
      const loads = [...markup.matchAll(/(?:src|href|xlink:href)="([^"]*)"|url\(([^)]*)\)/g)].map(([, link, url]) => link ?? url ?? '');
      expect(loads.filter((one) => !/^#|^"?data:|^url/.test(one))).toEqual([]);
    }
  });

  it('stays inert under a name that is markup', () => {
    const name = '<script>alert(1)</script><img src=x onerror=alert(2)> "quoted" | [x](javascript:1)';
    const brief = briefOf({ ...JAPAN, draws: 0, as: (treaty) => ({ ...treaty, name, short: name }) });
    const markup = briefHtml(brief);
    expect(brief.title).toContain('<script>');
    expect(markup).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(markup).not.toMatch(/<script|<img/);
    const markdown = briefMarkdown(brief);
    expect(markdown).not.toMatch(/<script|<img|[^\\]\[x[^\\]*\]\(javascript/);
  });

  it('is the same, byte for byte, of the same question', () => {
    const again = briefOf(JAPAN);
    expect(briefHtml(again)).toBe(briefHtml(japan));
    expect(briefMarkdown(again)).toBe(briefMarkdown(japan));
    expect(briefOf({ ...JAPAN, draws: 0 })).not.toEqual(japan);
  });
});

describe('a brief as Markdown', () => {
  it('has every figure as its table, with source and year', () => {
    for (const { question, table, source } of nato.figures) {
      expect(text).toContain(`## ${question}`);
      for (const row of table.rows.slice(0, 3)) expect(text).toContain(`| ${row[0]} |`);
      expect(text).toContain(source.slice(0, 30));
    }
    expect(text.match(/^Source: /gm)).toHaveLength(nato.figures.length);
  });

  it('defines every note it refers to', () => {
    const used = [...text.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, n]) => n);
    const defined = [...text.matchAll(/^\[\^(\d+)\]:/gm)].map(([, n]) => n);
    expect(used.length).toBeGreaterThan(1);
    for (const one of used) expect(defined).toContain(one);
  });
});
