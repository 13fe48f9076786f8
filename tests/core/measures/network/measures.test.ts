import { describe, expect, it } from 'vitest';
import { createRng } from '../../../../src/core/math/rng.ts';
import { degreeAssortativity } from '../../../../src/core/measures/network/assortativity.ts';
import { clustering } from '../../../../src/core/measures/network/clustering.ts';
import { components } from '../../../../src/core/measures/network/components.ts';
import { coreness } from '../../../../src/core/measures/network/coreness.ts';
import { degreeDistribution, degrees, directedDegrees } from '../../../../src/core/measures/network/degree.ts';
import { density } from '../../../../src/core/measures/network/density.ts';
import { eigenvectorCentrality } from '../../../../src/core/measures/network/eigenvector.ts';
import { faultLines } from '../../../../src/core/measures/network/fault-lines.ts';
import { neighborsOf } from '../../../../src/core/measures/network/graph.ts';
import { louvain } from '../../../../src/core/measures/network/louvain.ts';
import { measureNetwork } from '../../../../src/core/measures/network/measures.ts';
import { modularity } from '../../../../src/core/measures/network/modularity.ts';
import { pageRank } from '../../../../src/core/measures/network/pagerank.ts';
import { shortestPaths } from '../../../../src/core/measures/network/shortest-paths.ts';
import { spectrum } from '../../../../src/core/measures/network/spectrum.ts';
import { CLUB, clique, graphOf, KITE } from './graphs.ts';

const close = (found: ArrayLike<number>, expected: readonly number[], digits = 12): void => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, index) => {
    if (Number.isNaN(value)) expect(found[index]).toBeNaN();
    else expect(found[index]).toBeCloseTo(value, digits);
  });
};

describe("Krackhardt's kite (values: igraph 1.0.0)", () => {
  const paths = shortestPaths(KITE);

  it('degree', () => expect([...degrees(KITE)]).toEqual([4, 4, 3, 6, 3, 5, 5, 3, 2, 1]));
  it('betweenness', () => close(paths.betweenness, [5 / 6, 5 / 6, 0, 11 / 3, 0, 25 / 3, 25 / 3, 14, 8, 0]));
  it('closeness', () => close(paths.closeness, [1 / 17, 1 / 17, 1 / 18, 1 / 15, 1 / 18, 1 / 14, 1 / 14, 1 / 15, 1 / 21, 1 / 29]));
  it('eigenvector', () =>
    close(
      eigenvectorCentrality(KITE).values,
      [
        0.7322123162835512, 0.7322123162835513, 0.5942257731134849, 1, 0.5942257731134849, 0.8267638079108447, 0.8267638079108445, 0.4071769023303561,
        0.09994054145364709, 0.023207424621583674,
      ],
    ));
  it('PageRank', () =>
    close(
      pageRank(KITE).values,
      [
        0.10191991297711062, 0.10191991297711062, 0.07941811400813814, 0.1471479163279646, 0.07941811400813814, 0.12890692757278716, 0.12890692757278716,
        0.0952482868082702, 0.08569395631417073, 0.05141993143352257,
      ],
    ));
  it('coreness', () => expect([...coreness(KITE)]).toEqual([3, 3, 3, 3, 3, 3, 3, 2, 1, 1]));
  it('clustering', () => {
    const { local, transitivity } = clustering(KITE);
    close(local, [2 / 3, 2 / 3, 1, 8 / 15, 1, 0.5, 0.5, 1 / 3, 0, Number.NaN]);
    expect(transitivity).toBeCloseTo(0.5789473684210527, 12);
  });
});

describe("Zachary's club (values: igraph 1.0.0)", () => {
  it.each([
    ['transitivity', clustering(CLUB).transitivity, 0.2556818181818182],
    ['average clustering', clustering(CLUB).average, 0.5879305533048848],
    ['degree assortativity', degreeAssortativity(CLUB), -0.47561309768461435],
    ['mean distance', shortestPaths(CLUB).meanDistance, 2.408199643493761],
    ['betweenness of the instructor', shortestPaths(CLUB).betweenness[0], 231.0714285714286],
    ['betweenness of the president', shortestPaths(CLUB).betweenness[33], 160.5515873015873],
    ['PageRank of the president', pageRank(CLUB).values[33], 0.1009191823326258],
    ['leading eigenvalue', eigenvectorCentrality(CLUB).eigenvalue, 6.725697727631737],
    ['leading eigenvalue of the whole spectrum', spectrum(CLUB)[0], 6.725697727631737],
  ])('%s', (_, found, expected) => {
    expect(found).toBeCloseTo(expected, 11);
  });

  it('modularity of the two clubs after the quarrel', () => {
    const instructor = new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 16, 17, 19, 21]);
    expect(
      modularity(
        CLUB,
        Array.from({ length: 34 }, (_, i) => (instructor.has(i) ? 0 : 1)),
      ),
    ).toBeCloseTo(0.3582, 4);
  });

  it('communities of the Louvain method reach .38 at least, and never more than .4198, the most known', () => {
    for (let seed = 0; seed < 30; seed++) {
      const { modularity: found, of, count } = louvain(CLUB, createRng(seed));
      expect(found).toBeGreaterThan(0.38);
      expect(found).toBeLessThan(0.4198);
      expect(found).toBe(modularity(CLUB, of));
      expect(new Set(of).size).toBe(count);
    }
  });
});

describe('the networks with a plain answer', () => {
  const star = graphOf(5, [
    [0, 1],
    [0, 2],
    [0, 3],
    [4, 0],
  ]);

  it('a star: everything runs through its hub', () => {
    const { betweenness, closeness, meanDistance } = shortestPaths(star);
    expect([...betweenness]).toEqual([6, 0, 0, 0, 0]);
    close(closeness, [1 / 4, 1 / 7, 1 / 7, 1 / 7, 1 / 7]);
    expect(meanDistance).toBe(1.6);
    expect(degreeAssortativity(star)).toBe(-1);
    close(eigenvectorCentrality(star).values, [1, 0.5, 0.5, 0.5, 0.5]);
    close(spectrum(star), [2, 0, 0, 0, -2]);
    expect(clustering(star).transitivity).toBe(0);
  });

  it('directions: who owes and who is owed', () => {
    const { in: incoming, out } = directedDegrees(star);
    expect([...out]).toEqual([3, 0, 0, 0, 1]);
    expect([...incoming]).toEqual([1, 1, 1, 1, 0]);
  });

  it('ties given twice, both ways, or to oneself are one edge or none', () => {
    const graph = graphOf(3, [
      [0, 1],
      [0, 1],
      [1, 0],
      [2, 2],
    ]);
    expect([graph.edges, ...degrees(graph)]).toEqual([1, 1, 1, 0]);
    expect([...neighborsOf(graph, 1)]).toEqual([0]);
    expect(measureNetwork(graph, createRng(1)).summary.oneWay).toBe(0);
  });

  it('two cliques: communities, and eigenvector centrality for the larger alone', () => {
    const graph = graphOf(8, [...clique([0, 2, 4]), ...clique([1, 3, 5, 7])]);
    const { of, count, modularity: found } = louvain(graph, createRng(3));
    expect([...of]).toEqual([0, 1, 0, 1, 0, 1, 2, 1]);
    expect(count).toBe(3);
    expect(found).toBeCloseTo(1 - (3 / 9) ** 2 - (6 / 9) ** 2, 14);
    expect([...eigenvectorCentrality(graph).values]).toEqual([0, 1, 0, 1, 0, 1, 0, 1]);
    close(spectrum(graph).subarray(0, 2), [3, 2]);
    expect(components(graph)).toMatchObject({ sizes: [3, 4, 1], largest: 4, isolates: 1 });
    expect([...degreeDistribution(graph)]).toEqual([1, 0, 3, 4]);
  });

  it('pairs alone: all tied states equally central', () => {
    const graph = graphOf(5, [
      [0, 1],
      [3, 4],
    ]);
    close(eigenvectorCentrality(graph).values, [1, 1, 0, 1, 1]);
    expect(degreeAssortativity(graph)).toBeNaN();
    expect(clustering(graph).average).toBeNaN();
  });

  it('no tie at all: what has no meaning is NaN', () => {
    const { summary, states, converged } = measureNetwork(graphOf(3, []), createRng(1));
    expect(summary).toMatchObject({
      nodes: 3,
      edges: 0,
      density: 0,
      components: 3,
      isolates: 3,
      largestComponent: 1,
      leadingEigenvalue: 0,
      louvainCommunities: 3,
    });
    for (const value of [summary.transitivity, summary.meanDistance, summary.degreeAssortativity, summary.louvainModularity]) expect(value).toBeNaN();
    expect([...states.eigenvector]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    close(states.pageRank, [1 / 3, 1 / 3, 1 / 3]);
    expect(converged).toBe(true);
    expect(density(graphOf(1, []))).toBeNaN();
  });
});

describe('fault lines', () => {
  it('of a bridge: its component falls apart, who hung on it alone is left alone', () => {
    const graph = graphOf(8, [...clique([0, 1, 2]), [2, 3], [3, 4], [4, 5], [3, 6]]);
    const { partners, isolated, parts, graph: rest } = faultLines(graph, 3);
    expect(partners).toEqual([2, 4, 6]);
    expect(isolated).toEqual([6]);
    expect(parts).toEqual([[0, 1, 2], [4, 5], [6]]);
    expect([rest.size, rest.edges]).toEqual([7, 4]);
    expect([...degrees(rest)]).toEqual([2, 2, 2, 1, 1, 0, 0]);
  });

  it('of a state without ties: none', () => {
    expect(faultLines(graphOf(3, [[0, 1]]), 2)).toMatchObject({ partners: [], isolated: [], parts: [] });
  });
});
