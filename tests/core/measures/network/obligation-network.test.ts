import { describe, expect, it } from 'vitest';
import { obligationNetwork } from '../../../../src/core/measures/network/obligation-network.ts';
import { networksByYear } from '../../../../src/core/measures/network/yearly.ts';
import { membersByYear } from '../../../../src/core/measures/record/members.ts';
import { pledgesByYear } from '../../../../src/core/measures/record/pledges.ts';
import { pledgeTable, spellTable } from '../made-up-record.ts';

const members = membersByYear(
  spellTable([
    [2, 1816, 1900],
    [20, 1816, 1900],
    [40, 1850, 1900],
    [70, 1816, 1840],
  ]),
  1900,
);
const pledges = pledgesByYear(
  pledgeTable([
    [2, 20, 1850, ['atop_defense', 'atop_consul']],
    [20, 2, 1850, ['atop_consul']],
    [40, 20, 1850, ['atop_nonagg']],
    [2, 70, 1850, ['atop_defense']],
    [70, 2, 1850, ['atop_defense']],
    [300, 20, 1850, ['atop_offense']],
  ]),
);

describe('the network of an obligation', () => {
  it.each([
    ['defense', 1, 1],
    ['offense', 0, 1],
    ['neutrality', 0, 0],
    ['nonaggression', 1, 0],
    ['consultation', 1, 0],
    ['any', 2, 2],
  ] as const)('%s: %d ties among members, %d pairs with a side outside', (obligation, edges, outside) => {
    const network = obligationNetwork(1850, obligation, members, pledges);
    expect([...network.members]).toEqual([2, 20, 40]);
    expect([network.graph.edges, network.outside.length]).toEqual([edges, outside]);
  });

  it('keeps directions, outside the system too', () => {
    const { graph, outside } = obligationNetwork(1850, 'defense', members, pledges);
    expect([graph.ties[1], graph.ties[3]]).toEqual([1, 2]);
    expect(outside).toEqual([{ ccode1: 2, ccode2: 70, ties: 3 }]);
    expect(obligationNetwork(1850, 'offense', members, pledges).outside).toEqual([{ ccode1: 20, ccode2: 300, ties: 2 }]);
  });

  it('is measured year by year; the seed decides the order alone', () => {
    const years = networksByYear([1849, 1851], 'defense', members, pledges);
    expect(years.map(({ network, measures }) => [network.year, measures.summary.nodes, measures.summary.edges, measures.summary.oneWay])).toEqual([
      [1849, 2, 0, 0],
      [1850, 3, 1, 1],
      [1851, 3, 0, 0],
    ]);
    expect(networksByYear([1851, 1850], 'defense', members, pledges)).toEqual([]);
  });
});
