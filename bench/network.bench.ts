import { createRng } from '../src/core/math/rng.ts';
import { louvain } from '../src/core/measures/network/louvain.ts';
import { measureNetwork } from '../src/core/measures/network/measures.ts';
import { obligationNetwork, type ObligationNetwork } from '../src/core/measures/network/obligation-network.ts';
import { shortestPaths } from '../src/core/measures/network/shortest-paths.ts';
import { networksByYear } from '../src/core/measures/network/yearly.ts';
import { madeUpRecord, YEARS } from './made-up-record.ts';
import type { Suite } from './suite.ts';

const { members, pledges } = madeUpRecord();
const networks = Array.from({ length: YEARS[1] - YEARS[0] + 1 }, (_, index) => obligationNetwork(YEARS[0] + index, 'defense', members, pledges));
const SAMPLE = 7;
const sampled = networks.filter((_, index) => index % SAMPLE === SAMPLE - 1);
const work = (some: readonly ObligationNetwork[]): number => some.reduce((sum, { graph }) => sum + graph.size * graph.edges, 0);

/** A graph as one would first write it: a set of neighbors for each state. */
function asSets({ members: states, graph }: ObligationNetwork): Map<number, Set<number>> {
  const sets = new Map<number, Set<number>>();
  states.forEach((state, i) => sets.set(state, new Set(Array.from(graph.targets.subarray(graph.starts[i], graph.starts[i + 1]), (j) => states[j] ?? 0))));
  return sets;
}

/** Brandes's betweenness, closeness, transitivity and eigenvector by powers on maps and sets. */
function plain(neighbors: ReadonlyMap<number, ReadonlySet<number>>): void {
  const betweenness = new Map([...neighbors.keys()].map((state) => [state, 0]));
  for (const source of neighbors.keys()) {
    const distance = new Map([[source, 0]]);
    const paths = new Map([[source, 1]]);
    const before = new Map<number, number[]>();
    const order: number[] = [source];
    for (const v of order) {
      for (const w of neighbors.get(v) ?? []) {
        if (!distance.has(w)) {
          distance.set(w, (distance.get(v) ?? 0) + 1);
          order.push(w);
        }
        if (distance.get(w) === (distance.get(v) ?? 0) + 1) {
          paths.set(w, (paths.get(w) ?? 0) + (paths.get(v) ?? 0));
          before.set(w, [...(before.get(w) ?? []), v]);
        }
      }
    }
    const delta = new Map<number, number>();
    for (const w of order.toReversed()) {
      for (const v of before.get(w) ?? []) delta.set(v, (delta.get(v) ?? 0) + ((paths.get(v) ?? 0) / (paths.get(w) ?? 1)) * (1 + (delta.get(w) ?? 0)));
      if (w !== source) betweenness.set(w, (betweenness.get(w) ?? 0) + (delta.get(w) ?? 0) / 2);
    }
  }
  let [closed, open] = [0, 0];
  for (const own of neighbors.values()) {
    const list = [...own];
    list.forEach((a, i) => {
      for (const b of list.slice(i + 1)) {
        open += 1;
        if (neighbors.get(a)?.has(b) === true) closed += 1;
      }
    });
  }
  let values = new Map([...neighbors.keys()].map((state) => [state, 1 + closed / (open + 1)]));
  for (let round = 0; round < 100; round++) {
    const next = new Map(
      [...neighbors].map(([state, own]) => [state, [...own].reduce((sum, other) => sum + (values.get(other) ?? 0), values.get(state) ?? 0)]),
    );
    const most = Math.max(...next.values());
    values = new Map([...next].map(([state, value]) => [state, value / most]));
  }
}

export const suite: Suite = {
  title: `Defense networks of ${String(networks.length)} years, ${networks.reduce((sum, { graph }) => sum + graph.edges, 0).toLocaleString('en')} ties in all`,
  cases: {
    [`betweenness, transitivity, eigenvector on maps and sets (1 in ${String(SAMPLE)} run)`]: {
      times: work(networks) / work(sampled),
      body: () => {
        for (const network of sampled) plain(asSets(network));
      },
    },
    'every measure, networks built anew': () => void networksByYear(YEARS, 'defense', members, pledges),
    '... of networks at hand': () => {
      for (const { year, graph } of networks) measureNetwork(graph, createRng(1, 'louvain', year));
    },
    'shortest paths alone': () => {
      for (const { graph } of networks) shortestPaths(graph);
    },
    'communities alone': () => {
      for (const { year, graph } of networks) louvain(graph, createRng(1, 'louvain', year));
    },
  },
};
