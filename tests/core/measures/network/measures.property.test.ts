import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRng } from '../../../../src/core/math/rng.ts';
import { clustering } from '../../../../src/core/measures/network/clustering.ts';
import { coreness } from '../../../../src/core/measures/network/coreness.ts';
import { degrees } from '../../../../src/core/measures/network/degree.ts';
import { eigenvectorCentrality } from '../../../../src/core/measures/network/eigenvector.ts';
import { neighborsOf, type Graph } from '../../../../src/core/measures/network/graph.ts';
import { louvain } from '../../../../src/core/measures/network/louvain.ts';
import { modularity } from '../../../../src/core/measures/network/modularity.ts';
import { pageRank } from '../../../../src/core/measures/network/pagerank.ts';
import { shortestPaths } from '../../../../src/core/measures/network/shortest-paths.ts';
import { spectrum } from '../../../../src/core/measures/network/spectrum.ts';
import { graphOf } from './graphs.ts';

const graph = fc.integer({ min: 1, max: 14 }).chain((size) => {
  const state = fc.integer({ min: 0, max: size - 1 });
  return fc.array(fc.tuple(state, state), { maxLength: 40 }).map((edges) => graphOf(size, edges));
});

/** Distances between all pairs by R. W. Floyd's method; Infinity where there is no path. */
function distances({ size, ties }: Graph): number[][] {
  const all = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? 0 : ties[i * size + j] === 0 ? Infinity : 1)));
  const at = (i: number, j: number): number => all[i]?.[j] ?? Infinity;
  for (let k = 0; k < size; k++) {
    for (let i = 0; i < size; i++) {
      const row = all[i] ?? [];
      for (let j = 0; j < size; j++) row[j] = Math.min(at(i, j), at(i, k) + at(k, j));
    }
  }
  return all;
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

describe('any network', () => {
  it('has betweenness that sums to the steps between: Σ (d - 1) over connected pairs', () => {
    fc.assert(
      fc.property(graph, (one) => {
        const pairs = distances(one).flatMap((row, i) => row.slice(i + 1).filter(Number.isFinite));
        const { betweenness, meanDistance } = shortestPaths(one);
        expect(sum(betweenness)).toBeCloseTo(sum(pairs.map((distance) => distance - 1)), 9);
        if (pairs.length > 0) expect(meanDistance).toBeCloseTo(sum(pairs) / pairs.length, 12);
      }),
    );
  });

  it('has closeness 1 over the sum of distances within reach', () => {
    fc.assert(
      fc.property(graph, (one) => {
        const { closeness } = shortestPaths(one);
        distances(one).forEach((row, i) => {
          const reached = sum(row.filter(Number.isFinite));
          if (reached === 0) expect(closeness[i]).toBeNaN();
          else expect(closeness[i]).toBeCloseTo(1 / reached, 12);
        });
      }),
    );
  });

  it('has an eigenvector Ax = λx, of the greatest eigenvalue, none negative, greatest 1', () => {
    fc.assert(
      fc.property(graph, (one) => {
        fc.pre(one.edges > 0);
        const { values, eigenvalue, converged } = eigenvectorCentrality(one);
        expect(converged).toBe(true);
        expect(eigenvalue).toBeCloseTo(spectrum(one)[0] ?? 0, 10);
        expect(Math.max(...values)).toBe(1);
        values.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(sum(Array.from(neighborsOf(one, i), (j) => values[j] ?? 0))).toBeCloseTo(eigenvalue * value, 9);
        });
      }),
    );
  });

  it('has a spectrum with the trace of the matrix, of its square and of its cube', () => {
    fc.assert(
      fc.property(graph, (one) => {
        const values = spectrum(one);
        expect(sum(values)).toBeCloseTo(0, 9);
        expect(sum(values.map((value) => value ** 2))).toBeCloseTo(2 * one.edges, 8);
        expect(sum(values.map((value) => value ** 3))).toBeCloseTo(6 * clustering(one).triangles, 7);
      }),
    );
  });

  it('has a PageRank that its own step leaves as it is, and that sums to 1', () => {
    fc.assert(
      fc.property(graph, (one) => {
        const { values, converged } = pageRank(one);
        const degree = degrees(one);
        expect(converged).toBe(true);
        expect(sum(values)).toBeCloseTo(1, 12);
        const idle = sum(values.filter((_, i) => degree[i] === 0));
        values.forEach((value, i) => {
          const inflow = sum(Array.from(neighborsOf(one, i), (j) => (values[j] ?? 0) / (degree[j] ?? 1)));
          expect(value).toBeCloseTo(0.15 / one.size + 0.85 * (inflow + idle / one.size), 12);
        });
      }),
    );
  });

  it('has cores in which everybody has that many partners', () => {
    fc.assert(
      fc.property(graph, (one) => {
        const core = coreness(one);
        core.forEach((k, i) => expect(Array.from(neighborsOf(one, i)).filter((j) => (core[j] ?? 0) >= k).length).toBeGreaterThanOrEqual(k));
      }),
    );
  });

  it('has communities of modularity from -1/2 to 1, no lower than of states alone or of all in one, the same of the same seed', () => {
    fc.assert(
      fc.property(graph, fc.integer(), (one, seed) => {
        fc.pre(one.edges > 0);
        const found = louvain(one, createRng(seed));
        const alone = modularity(
          one,
          Array.from({ length: one.size }, (_, i) => i),
        );
        expect(found.modularity).toBeGreaterThanOrEqual(alone - 1e-12);
        expect(found.modularity).toBeGreaterThanOrEqual(-0.5);
        expect(found.modularity).toBeLessThan(1);
        expect(louvain(one, createRng(seed))).toEqual(found);
      }),
    );
  });

  it('of a partition into one community has modularity 0', () => {
    fc.assert(
      fc.property(graph, (one) => {
        fc.pre(one.edges > 0);
        expect(modularity(one, new Uint8Array(one.size))).toBeCloseTo(0, 12);
      }),
    );
  });
});
