import { describe, expect, it } from 'vitest';
import { drawing, html, styleSheet, type Part } from '../../src/report/html.ts';
import { markdownTable, plainText } from '../../src/report/markdown.ts';
import { el } from '../../src/charts/svg.ts';

describe('html', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['"><img onerror=x>', '&quot;&gt;&lt;img onerror=x&gt;'],
    ["' onclick='x", '&apos; onclick=&apos;x'],
    ['a & b', 'a &amp; b'],
    ['\u0000', '\uFFFD'],
  ])('escapes %j', (text, escaped) => {
    expect(html`<p title="${text}">${text}</p>`.html).toBe(`<p title="${escaped}">${escaped}</p>`);
  });

  it('takes markup as it is, lists in order, and writes nothing for what is left out', () => {
    const items: readonly Part[] = [html`<li>${'<a>'}</li>`, false, undefined, null, html`<li>${2}</li>`];
    expect(html`<b>${items}</b>`.html).toBe('<b><li>&lt;a&gt;</li><li>2</li></b>');
  });

  it('escapes the words of a drawing', () => {
    expect(drawing(el('text', { 'data-name': '"<' }, '</text><script>')).html).toBe('<text data-name="&quot;&lt;">&lt;/text&gt;&lt;script&gt;</text>');
  });

  it('a style sheet cannot end before its end', () => {
    expect(styleSheet('a { content: "</style>" }').html.match(/<\/style>/g)).toHaveLength(1);
  });
});

describe('Markdown', () => {
  it.each([
    ['<script>', '&lt;script&gt;'],
    ['a | b', 'a \\| b'],
    ['[x](javascript:1)', '\\[x\\](javascript:1)'],
    ['two\nlines', 'two lines'],
    ['# head', '\\# head'],
    ['1. item', '1\\. item'],
    ['- item', '\\- item'],
    ['*a* _b_ `c`', '\\*a\\* \\_b\\_ \\`c\\`'],
  ])('%j is no markup', (text, written) => {
    expect(plainText(text)).toBe(written);
  });

  it('a table keeps its cells', () => {
    expect(markdownTable({ head: ['Ally', '90%'], rows: [['A|B', '1 to 2']] })).toBe('| Ally | 90% |\n| --- | ---: |\n| A\\|B | 1 to 2 |');
  });
});
