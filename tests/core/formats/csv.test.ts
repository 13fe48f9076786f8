import { describe, expect, it } from 'vitest';
import { csv } from '../../../src/core/formats/csv.ts';

describe('CSV', () => {
  it('quotes what must be quoted (RFC 4180)', () => {
    expect(csv([['a', 'b,c', 'say "no"', 'two\nlines']])).toBe('a,"b,c","say ""no""","two\nlines"\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ['+cmd|calc', "'+cmd|calc"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['-5', '-5'],
    ['+1.5e-3', '+1.5e-3'],
    ['-', '-'],
    ['-1.5 to 2.5', '-1.5 to 2.5'],
    ['a=1', 'a=1'],
    ['', ''],
  ])('a cell %j is written %j', (text, written) => {
    expect(csv([[text]])).toBe(`${written}\n`);
  });
});
