import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../../src/core/estimate/formula.ts';

const shown = (text: string): string => {
  const { outcome, equations } = parseFormula(text);
  const parts = equations.map(({ intercept, terms }) => [intercept ? '1' : '0', ...terms.map((term) => term.join(':'))].join(' + '));
  return `${outcome.join(' + ')} ~ ${parts.join(' | ')}`;
};

describe('a formula', () => {
  it.each([
    ['esc + war ~ s_wt_re1 + revis1 | 0 | regime1 | balanc + regime2', 'esc + war ~ 1 + s_wt_re1 + revis1 | 0 | 1 + regime1 | 1 + balanc + regime2'],
    ['y ~ x - 1 | 1 | x + 0', 'y ~ 0 + x | 1 | 0 + x'],
    ['y ~ a*b', 'y ~ 1 + a + b + a:b'],
    ['y ~ a:b + c', 'y ~ 1 + c + a:b'],
    ['y ~ (a + b)*c - b:c', 'y ~ 1 + a + b + c + a:c'],
    ['y ~ x + x', 'y ~ 1 + x'],
    ['~ x - 1', ' ~ 0 + x'],
    ['`my outcome` ~ `GDP per head`', 'my outcome ~ 1 + GDP per head'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    ['y', "'~' is expected"],
    ['y ~', 'a column is expected'],
    ['y ~ x +', 'a column is expected'],
    ['y ~ log(x)', 'make it a column of the data first'],
    ['y ~ x^2', 'is no part of a formula'],
    ['y ~ .', 'name the columns'],
    ['y ~ 2', 'the only numbers of a formula are 0 and 1'],
    ['y ~ (x', "')' is expected"],
    ['y ~ x z', 'is expected'],
    ['1 ~ x', 'the outcome is expected'],
  ])('%s is refused: %s', (text, message) => {
    expect(() => parseFormula(text)).toThrow(message);
  });
});
