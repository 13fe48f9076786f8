import { describe, expect, it } from 'vitest';
import { suppressionsIn } from '../../../src/core/treaty/scan.ts';

describe('suppressionsIn', () => {
  it.each([
    ['# foedus-disable exit/missing -- the text has none', [{ rule: 'exit/missing', reason: 'the text has none', line: 1, scope: 'file' }]],
    [
      'a: 1\n  # foedus-disable-next-line scope/open -- as written\nb: 1',
      [{ rule: 'scope/open', reason: 'as written', line: 2, scope: 'next-line', covers: 3 }],
    ],
    ['# foedus-disable-next-line a/b -- x\n# why\n\nb: 1', [{ rule: 'a/b', reason: 'x', line: 1, scope: 'next-line', covers: 4 }]],
    [
      '# foedus-disable a/b -- one\r\n# foedus-disable c/d -- two\r\n',
      [
        { rule: 'a/b', reason: 'one', line: 1, scope: 'file' },
        { rule: 'c/d', reason: 'two', line: 2, scope: 'file' },
      ],
    ],
    ['name: "# foedus-disable a/b -- in a text"', []],
    ['# foedus-disabled a/b -- another word', []],
    ['nothing', []],
  ])('%j', (text, expected) => expect(suppressionsIn(text).suppressions.map(({ range: _range, ...rest }) => rest)).toEqual(expected));

  it.each([
    ['# foedus-disable exit/missing', 'exit/missing', 1],
    ['# foedus-disable exit/missing --', 'exit/missing', 1],
    ['# foedus-disable-next-line', 'Which rule', 0],
    ['# foedus-disable -- because', 'Which rule', 0],
  ])('%j is a warning', (text, says, found) => {
    const { suppressions, diagnostics } = suppressionsIn(text, 'x.yaml');
    expect(diagnostics).toMatchObject([{ rule: 'parse/suppression-without-reason', severity: 'warning', file: 'x.yaml' }]);
    expect(diagnostics[0]?.message).toContain(says);
    expect(suppressions).toHaveLength(found);
  });

  it('covers the comment by its range', () => {
    const text = 'a: 1\n  # foedus-disable a/b -- why  \n';
    const [only] = suppressionsIn(text).suppressions;
    expect(text.slice(only?.range.start, only?.range.end)).toBe('# foedus-disable a/b -- why');
  });
});
