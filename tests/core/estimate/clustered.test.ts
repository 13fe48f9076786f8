import { describe, expect, it } from 'vitest';
import { clusteredCovariance } from '../../../src/core/estimate/clustered.ts';
import { fit } from '../../../src/core/estimate/fit.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';
import { numberColumn, type Table } from '../../../src/core/table/table.ts';

/** Columns `a`, `b`, `x`, `y` of numbers written as "a b x y". */
const table = (...lines: readonly string[]): Table =>
  tableFromRows(
    { a: 'int8', b: 'int8', x: 'int8', y: 'int8' },
    lines.map((line) => {
      const [a = 0, b = 0, x = 0, y = 0] = line.split(' ').map(Number);
      return { a, b, x, y };
    }),
  );
const way = (of: Table, name: string): ArrayLike<number> => numberColumn(of, name).values;
const mean = (of: Table) => fit({ model: 'logit', formula: 'y ~ 1' }, of);

/**
 * Half of eight happen: the constant is 0, each score ½ or −½, −H = 8 · ¼ = 2.
 * Sums of scores by a: 1, −1, 0, 0; by b: 1, −1.
 */
const eight = table('1 1 0 1', '1 2 0 1', '2 1 0 0', '2 2 0 0', '3 1 0 1', '3 2 0 0', '4 1 0 1', '4 2 0 0');

describe('cluster-robust covariance', () => {
  it('one way: 4/3 · 2 / 2² by a, 2 · 2 / 2² by b', () => {
    const found = mean(eight);
    const byA = clusteredCovariance(found, way(eight, 'a'));
    const byB = clusteredCovariance(found, way(eight, 'b'));
    expect([byA.clusters, byB.clusters]).toEqual([[4], [2]]);
    expect(byA.vcov[0]).toBeCloseTo(2 / 3, 12);
    expect(byB.vcov[0]).toBeCloseTo(1, 12);
    expect(byA.se[0]).toBeCloseTo(Math.sqrt(2 / 3), 12);
  });

  it('two ways: the sum of both less 8/7 · 2 / 2² of the rows each by itself', () => {
    const { vcov, clusters, adjusted } = clusteredCovariance(mean(eight), way(eight, 'a'), way(eight, 'b'));
    expect([clusters, adjusted]).toEqual([[4, 2], false]);
    expect(vcov[0]).toBeCloseTo(2 / 3 + 1 - 4 / 7, 12);
  });

  it('a difference below 0 is set to 0, and said', () => {
    // Sums by a and by b are 0: what is left is the rows' own part, taken away.
    const chessboard = table('1 1 0 1', '1 2 0 0', '2 1 0 0', '2 2 0 1');
    const { vcov, adjusted } = clusteredCovariance(mean(chessboard), way(chessboard, 'a'), way(chessboard, 'b'));
    expect([vcov[0], adjusted]).toEqual([0, true]);
  });

  it("every row by itself: Woolf's error of a log odds ratio, times √(n/(n − 1))", () => {
    // Of six without x two happen, of four with it three.
    const four = table(
      ...['1 0', '1 0', '0 0', '0 0', '0 0', '0 0', '1 1', '1 1', '1 1', '0 1'].map((line, row) => `${row} 0 ${line[2] ?? ''} ${line[0] ?? ''}`),
    );
    const { se } = clusteredCovariance(fit({ model: 'logit', formula: 'y ~ x' }, four), way(four, 'a'));
    expect(se[1]).toBeCloseTo(Math.sqrt((10 / 9) * (1 / 2 + 1 / 4 + 1 / 3 + 1 / 1)), 5);
  });

  it('clusters of a table count by its own rows, of which a subset was fitted', () => {
    const longer = table('9 9 1 1', '1 1 0 1', '1 2 0 1', '2 1 0 0', '9 9 1 0', '2 2 0 0', '3 1 0 1', '3 2 0 0', '4 1 0 1', '4 2 0 0');
    const found = fit({ model: 'logit', formula: 'y ~ 1', subset: 'x == 0' }, longer);
    const { vcov, clusters } = clusteredCovariance(found, way(longer, 'a'));
    expect(clusters).toEqual([4]);
    expect(vcov[0]).toBeCloseTo(2 / 3, 12);
  });

  it('one cluster is refused', () => {
    expect(() => clusteredCovariance(mean(eight), new Int8Array(8))).toThrow('two clusters or more');
  });
});
