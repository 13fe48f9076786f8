import { describe, expect, it } from 'vitest';
import { capabilitiesByYear } from '../../../../src/core/measures/record/capabilities.ts';
import { membersByYear } from '../../../../src/core/measures/record/members.ts';
import { pledgesByYear } from '../../../../src/core/measures/record/pledges.ts';
import { portfoliosOf } from '../../../../src/core/measures/similarity/portfolios.ts';
import { capabilityTable, pledgeTable, spellTable } from '../made-up-record.ts';

const members = membersByYear(
  spellTable([
    [2, 1816, 1850],
    [20, 1816, 1850],
    [40, 1816, 1850],
    [70, 1840, 1850],
  ]),
  1850,
);
const capabilities = capabilityTable([
  [2, 1830, 0.5],
  [20, 1830, 0.3],
]);

const levelsOf = (...pledges: Parameters<typeof pledgeTable>[0]): number[] => [
  ...portfoliosOf(1830, members, pledgesByYear(pledgeTable(pledges)), capabilitiesByYear(capabilities)).levels,
];

describe('levels of a portfolio', () => {
  it.each([
    ['defense', ['atop_defense'], 3],
    ['defense among others', ['atop_defense', 'atop_nonagg', 'atop_consul'], 3],
    ['neutrality', ['atop_neutral', 'atop_consul'], 2],
    ['nonaggression', ['atop_nonagg'], 2],
    ['consultation', ['atop_consul', 'atop_offense'], 1],
    ['offense alone', ['atop_offense'], 0],
    ['nothing', [], 0],
  ] as const)('%s', (_, obligations, level) => {
    expect(levelsOf([2, 20, 1830, obligations])).toEqual([3, level, 0, 0, 3, 0, 0, 0, 3]);
  });

  it('are directed, of the year, and among its members', () => {
    const none = [3, 0, 0, 0, 3, 0, 0, 0, 3];
    expect(levelsOf([20, 2, 1830, ['atop_defense']])).toEqual([3, 0, 0, 3, 3, 0, 0, 0, 3]);
    expect(levelsOf([2, 20, 1831, ['atop_defense']])).toEqual(none);
    expect(levelsOf([2, 70, 1830, ['atop_defense']], [70, 2, 1830, ['atop_defense']], [2, 300, 1830, ['atop_defense']])).toEqual(none);
  });

  it('of a pair named twice are of the stronger pledge', () => {
    expect(levelsOf([2, 20, 1830, ['atop_defense']], [2, 20, 1830, ['atop_consul']])).toEqual([3, 3, 0, 0, 3, 0, 0, 0, 3]);
  });
});

describe('weights of a portfolio', () => {
  it('are capability shares; a missing one counts 0 and is counted', () => {
    const { weights, unweighted } = portfoliosOf(1830, members, pledgesByYear(pledgeTable([])), capabilitiesByYear(capabilities));
    expect([...weights]).toEqual([0.5, 0.3, 0]);
    expect(unweighted).toBe(1);
    expect(portfoliosOf(1849, members, pledgesByYear(pledgeTable([])), capabilitiesByYear(capabilities)).unweighted).toBe(4);
  });
});
