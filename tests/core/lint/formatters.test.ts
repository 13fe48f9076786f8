import { describe, expect, it } from 'vitest';
import { formatJson, formatText, type TextStyle } from '../../../src/core/lint/index.ts';
import { lint } from './linting.ts';

const TEXT = `language: 1
id: sample
name: Sample
signed: 1949-04-04
secrecy: public
sources: [{title: T, citation: C}]
parties: [{state: GMY, from: 1949-08-24}, {state: NLD, from: 1949-08-24}]
purposes: [{id: deter, text: Deter}]
obligations: [{id: consult, article: "1", kind: consultation, bound: all, to: all, trigger: {event: threat}}]
term: {kind: indefinite, review: {after: P10Y}}
`;
const sources = [{ file: 'draft.yaml', text: TEXT }];
const texts = new Map(sources.map(({ file, text }) => [file, text]));
const { diagnostics } = lint(sources);

describe('text', () => {
  it('shows the line and a caret under the place', () => {
    expect(formatText(diagnostics, texts)).toBe(
      [
        'draft.yaml',
        "  2:5     warning  No way out: add 'exit' with its article and notice, or say 'allowed: false'  exit/missing",
        '       2 | id: sample',
        '         |     ^^^^^^',
        "  7:19    error    'GMY' is a COW code; states here use ISO 3166. Did you mean DEU (Germany)?  party/unknown-state",
        '       7 | parties: [{state: GMY, from: 1949-08-24}, {state: NLD, from: 1949-08-24}]',
        '         |                   ^^^',
        "  8:17    advice   How would one know? Give the purpose a 'metric'  purpose/no-metric",
        '       8 | purposes: [{id: deter, text: Deter}]',
        '         |                 ^^^^^',
        '',
        '1 error, 1 warning, 1 piece of advice (1 can be fixed by --fix)',
        '',
      ].join('\n'),
    );
  });
  it('says nothing where there is nothing', () => {
    expect(formatText([], texts)).toBe('');
  });
  it('paints by severity', () => {
    const tag = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
    const style: TextStyle = { bold: tag('b'), dim: tag('d'), red: tag('r'), yellow: tag('y') };
    const painted = formatText(diagnostics, texts, style);
    expect(painted).toContain('<b>draft.yaml</b>');
    expect(painted).toContain('<r>^^^</r>');
    expect(painted).toContain('<y>^^^^^^</y>');
  });
  it('cuts the front of a long line, and keeps the place in sight', () => {
    const long = TEXT.replace('{title: T, citation: C}', `{title: ${'long '.repeat(60)}, citation: C}, {title: Bare}`);
    const own = [{ file: 'long.yaml', text: long }];
    const bare = lint(own).diagnostics.filter(({ rule }) => rule === 'source/bare');
    const [, , shown = '', caret = ''] = formatText(bare, new Map([['long.yaml', long]])).split('\n');
    expect(shown.length).toBeLessThan(140);
    expect(shown.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('Bare');
  });
});

describe('json', () => {
  it('has the documented shape', () => {
    const { version, findings, counts } = formatJson(diagnostics, texts);
    expect([version, counts]).toEqual([1, { error: 1, warning: 1, advice: 1 }]);
    expect(findings[1]).toEqual({
      rule: 'party/unknown-state',
      severity: 'error',
      message: "'GMY' is a COW code; states here use ISO 3166. Did you mean DEU (Germany)?",
      file: 'draft.yaml',
      line: 7,
      column: 19,
      endLine: 7,
      endColumn: 22,
      clause: null,
      path: ['parties', 0, 'state'],
      fix: { title: 'Write DEU', edits: [{ file: 'draft.yaml', line: 7, column: 19, endLine: 7, endColumn: 22, text: 'DEU' }] },
    });
    expect(findings[2]).toMatchObject({ clause: 'deter', line: 8 });
  });
});
