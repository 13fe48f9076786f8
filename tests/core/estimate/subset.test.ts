import { describe, expect, it } from 'vitest';
import { parseSubset, subsetColumns } from '../../../src/core/estimate/subset.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';

const table = tableFromRows({ year: 'int16', x: 'float64', region: 'text' }, [
  { year: 1840, x: 1, region: 'Europe' },
  { year: 1850, x: 2, region: 'Asia' },
  { year: 1860, x: null, region: 'Europe' },
  { year: 1870, x: -4, region: null },
]);
const met = (text: string): number[] => {
  const condition = parseSubset(text, table);
  return [0, 1, 2, 3].filter(condition);
};

describe('a condition on rows', () => {
  it.each([
    ['year >= 1850', [1, 2, 3]],
    ['year >= 1850 & x < 3', [1, 3]],
    ['year == 1840 | x > 0', [0, 1]],
    // R's logic of the missing: what is known may decide.
    ['x > 0 | year > 1855', [0, 1, 2, 3]],
    ['!(x > 0)', [3]],
    ["region == 'Europe'", [0, 2]],
    ['region != "Europe"', [1]],
    ['is.na(x) | is.na(region)', [2, 3]],
    ["region %in% c('Asia', 'Africa')", [1]],
    ['year %in% c(1840, 1870)', [0, 3]],
    ['year - 1840 >= 2 * 10 && !is.na(x)', [3]],
    ['-x == 4', [3]],
    ['year %% 20 == 0', [0, 2]],
    ['TRUE', [0, 1, 2, 3]],
    ['`year` < 1850 || FALSE', [0]],
  ])('%s', (text, rows) => {
    expect(met(text)).toEqual(rows);
  });

  it.each([
    ['yaer > 1850', "no column 'yaer'"],
    ['year >', 'is expected'],
    ['year > 1850)', 'nothing more is expected'],
    ["year > 'Europe'", 'text and numbers'],
    ['region', 'a number is expected'],
    ['process.exit(1)', 'no column'],
    ['x = 1', 'is no part of a condition'],
    ['year %in% 3', "'(' is expected"],
  ])('%s is refused: %s', (text, message) => {
    expect(() => met(text)).toThrow(message);
  });

  it('names its columns', () => {
    expect(subsetColumns("year >= 1850 & is.na(`a b`) & region %in% c('x') & TRUE")).toEqual(['year', 'a b', 'region']);
  });
});
