import { describe, expect, it } from 'vitest';
import type { Section } from '../../src/app/estimation/section.ts';
import { figure, sectionText } from '../../src/cli/section-text.ts';
import { styleFor } from '../../src/cli/style.ts';

const SECTION: Section = {
  id: 'made-up',
  title: 'Made-up answers',
  method: 'Counted.',
  facts: [
    { id: 'a', words: 'shares', value: 0.25, low: 0.125, high: 0.5, n: 4_000, events: 1_000, expected: { value: 0.3, source: 'Somebody 2001' } },
    { id: 'b', words: '... unknown', value: null, note: 'not in the data' },
  ],
  tables: [{ id: 't', title: 'A table', columns: ['', 'rate'], rows: [['one', 0.012_345]] }],
  data: [{ source: 'nmc', table: 'state-year', version: '7.0', sha256: '0' }],
  notes: ['First.', 'Second.'],
};

describe('a figure', () => {
  it.each([
    [null, '-'],
    [undefined, '-'],
    [Number.NaN, '-'],
    [1290, '1,290'],
    [0.25, '0.250'],
    [-57.344_58, '-57.345'],
    [0.012_345, '0.0123'],
    [-482.0214, '-482.0'],
  ])('%s is %s', (value, text) => {
    expect(figure(value)).toBe(text);
  });
});

describe('a section', () => {
  it('is read as its method, its facts, its tables, its notes and its data', () => {
    expect(sectionText(SECTION, styleFor(false))).toBe(`Made-up answers
Counted.

fact         value  95 %            n               elsewhere
shares       0.250  0.125 to 0.500  1,000 of 4,000  0.300 Somebody 2001
... unknown      -                                                       not in the data

A table
       rate
one  0.0123

- First.
- Second.

nmc 7.0 (state-year)
`);
  });
});
