import type { Balance } from '../../core/measures/network/balance.ts';
import type { NetworkSummary } from '../../core/measures/network/measures.ts';
import type { ObligationNetwork } from '../../core/measures/network/obligation-network.ts';
import type { NetworkYear } from '../../core/measures/network/yearly.ts';
import { orNull } from '../measures/define.ts';
import type { ListedState } from './read-record.ts';

/** The measures of a whole network, named as they are printed. */
export type SummaryRow = {
  readonly nodes: number;
  readonly edges: number;
  readonly one_way: number;
  readonly density: number | null;
  readonly mean_degree: number | null;
  readonly transitivity: number | null;
  readonly avg_local_clustering: number | null;
  readonly triangles: number;
  readonly components: number;
  readonly largest_component: number;
  readonly isolates: number;
  readonly mean_distance_connected: number | null;
  readonly assortativity_degree: number | null;
  readonly leading_eigenvalue: number;
  readonly louvain_modularity: number | null;
  readonly louvain_communities: number;
};

export function summaryRow(summary: NetworkSummary): SummaryRow {
  return {
    nodes: summary.nodes,
    edges: summary.edges,
    one_way: summary.oneWay,
    density: orNull(summary.density),
    mean_degree: orNull(summary.meanDegree),
    transitivity: orNull(summary.transitivity),
    avg_local_clustering: orNull(summary.averageLocalClustering),
    triangles: summary.triangles,
    components: summary.components,
    largest_component: summary.largestComponent,
    isolates: summary.isolates,
    mean_distance_connected: orNull(summary.meanDistance),
    assortativity_degree: orNull(summary.degreeAssortativity),
    leading_eigenvalue: summary.leadingEigenvalue,
    louvain_modularity: orNull(summary.louvainModularity),
    louvain_communities: summary.louvainCommunities,
  };
}

/** The measures of one state. */
export type StateRow = {
  readonly ccode: number;
  readonly stateabb: string;
  readonly name: string;
  readonly degree: number;
  /** States that owe it, and states it owes. */
  readonly in_degree: number;
  readonly out_degree: number;
  readonly betweenness: number;
  readonly closeness: number | null;
  readonly eigenvector_max1: number | null;
  readonly pagerank: number;
  readonly clustering: number | null;
  readonly coreness: number;
  /** Numbered by their first member in the order of state numbers. */
  readonly component: number;
  readonly community: number;
};

export function stateRows({ network: { members }, measures: { states } }: NetworkYear, listed: ReadonlyMap<number, ListedState>): StateRow[] {
  return Array.from(members, (ccode, i) => ({
    ccode,
    stateabb: listed.get(ccode)?.abbreviation ?? '',
    name: listed.get(ccode)?.name ?? String(ccode),
    degree: states.degree[i] ?? 0,
    in_degree: states.inDegree[i] ?? 0,
    out_degree: states.outDegree[i] ?? 0,
    betweenness: states.betweenness[i] ?? 0,
    closeness: orNull(states.closeness[i]),
    eigenvector_max1: orNull(states.eigenvector[i]),
    pagerank: states.pageRank[i] ?? 0,
    clustering: orNull(states.clustering[i]),
    coreness: states.coreness[i] ?? 0,
    component: states.component[i] ?? 0,
    community: states.community[i] ?? 0,
  }));
}

/** A pair of states and who owes whom. */
export interface TieRow {
  readonly ccode1: number;
  readonly ccode2: number;
  readonly ccode1_owes: boolean;
  readonly ccode2_owes: boolean;
  /** Whether both are members of the system: if not, the pair is no tie of the network. */
  readonly members: boolean;
}

/** The ties of a network, then the pairs with states outside the system; the lower number first. */
export function tieRows({ members, graph: { size, ties }, outside }: ObligationNetwork): TieRow[] {
  const rows: TieRow[] = [];
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const bits = ties[i * size + j] ?? 0;
      if (bits !== 0) rows.push({ ccode1: members[i] ?? 0, ccode2: members[j] ?? 0, ...owing(bits), members: true });
    }
  }
  return [...rows, ...outside.map(({ ccode1, ccode2, ties: bits }) => ({ ccode1, ccode2, ...owing(bits), members: false }))];
}

const owing = (bits: number): { readonly ccode1_owes: boolean; readonly ccode2_owes: boolean } => ({
  ccode1_owes: (bits & 1) !== 0,
  ccode2_owes: (bits & 2) !== 0,
});

export interface BalanceRow {
  readonly positive: number;
  readonly negative: number;
  readonly ambivalent: number;
  readonly triads: number;
  readonly triads_by_negative: readonly number[];
  readonly balanced: number | null;
  readonly weakly_balanced: number | null;
}

export function balanceRow({ positive, negative, ambivalent, triads, balanced, weaklyBalanced }: Balance): BalanceRow {
  return {
    positive,
    negative,
    ambivalent,
    triads: triads.reduce((sum, count) => sum + count, 0),
    triads_by_negative: triads,
    balanced: orNull(balanced),
    weakly_balanced: orNull(weaklyBalanced),
  };
}
