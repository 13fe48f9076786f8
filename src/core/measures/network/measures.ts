import type { Rng } from '../../math/rng.ts';
import { degreeAssortativity } from './assortativity.ts';
import { clustering } from './clustering.ts';
import { components } from './components.ts';
import { coreness } from './coreness.ts';
import { degrees, directedDegrees } from './degree.ts';
import { density } from './density.ts';
import { eigenvectorCentrality } from './eigenvector.ts';
import type { Graph } from './graph.ts';
import { louvain } from './louvain.ts';
import { pageRank } from './pagerank.ts';
import { shortestPaths } from './shortest-paths.ts';

/** A network as a whole; NaN where a measure is undefined. */
export interface NetworkSummary {
  readonly nodes: number;
  readonly edges: number;
  /** Ties that run one way only. */
  readonly oneWay: number;
  readonly density: number;
  readonly meanDegree: number;
  readonly transitivity: number;
  readonly averageLocalClustering: number;
  readonly triangles: number;
  readonly components: number;
  readonly largestComponent: number;
  readonly isolates: number;
  readonly meanDistance: number;
  readonly degreeAssortativity: number;
  readonly leadingEigenvalue: number;
  readonly louvainModularity: number;
  readonly louvainCommunities: number;
}

/** Its states, in the order of the graph. */
export interface StateMeasures {
  readonly degree: Int32Array;
  readonly inDegree: Int32Array;
  readonly outDegree: Int32Array;
  readonly betweenness: Float64Array;
  readonly closeness: Float64Array;
  readonly eigenvector: Float64Array;
  readonly pageRank: Float64Array;
  readonly clustering: Float64Array;
  readonly coreness: Int32Array;
  readonly component: Int32Array;
  readonly community: Int32Array;
}

export interface NetworkMeasures {
  readonly summary: NetworkSummary;
  readonly states: StateMeasures;
  /** Whether the iterative ones (eigenvector, PageRank) reached their tolerance. */
  readonly converged: boolean;
}

/** Every measure of a network but its whole spectrum. @param rng orders the states for the search of communities */
export function measureNetwork(graph: Graph, rng: Rng): NetworkMeasures {
  const { size, edges } = graph;
  const clusters = clustering(graph);
  const parts = components(graph);
  const paths = shortestPaths(graph);
  const eigen = eigenvectorCentrality(graph);
  const rank = pageRank(graph);
  const communities = louvain(graph, rng);
  const directed = directedDegrees(graph);
  const arcs = directed.out.reduce((sum, degree) => sum + degree, 0);
  return {
    summary: {
      nodes: size,
      edges,
      oneWay: 2 * edges - arcs,
      density: density(graph),
      meanDegree: (2 * edges) / size,
      transitivity: clusters.transitivity,
      averageLocalClustering: clusters.average,
      triangles: clusters.triangles,
      components: parts.sizes.length,
      largestComponent: parts.largest,
      isolates: parts.isolates,
      meanDistance: paths.meanDistance,
      degreeAssortativity: degreeAssortativity(graph),
      leadingEigenvalue: eigen.eigenvalue,
      louvainModularity: communities.modularity,
      louvainCommunities: communities.count,
    },
    states: {
      degree: degrees(graph),
      inDegree: directed.in,
      outDegree: directed.out,
      betweenness: paths.betweenness,
      closeness: paths.closeness,
      eigenvector: eigen.values,
      pageRank: rank.values,
      clustering: clusters.local,
      coreness: coreness(graph),
      component: parts.of,
      community: communities.of,
    },
    converged: eigen.converged && rank.converged,
  };
}
