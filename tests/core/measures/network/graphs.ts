import { createGraph, type Graph } from '../../../../src/core/measures/network/graph.ts';

/** A graph of edges, each as a tie from its first state to its second. */
export function graphOf(size: number, edges: readonly (readonly [number, number])[]): Graph {
  return createGraph(
    size,
    edges.map(([from]) => from),
    edges.map(([, to]) => to),
  );
}

/** Every pair of the states named is tied. */
export function clique(states: readonly number[]): [number, number][] {
  return states.flatMap((a, index) => states.slice(index + 1).map((b): [number, number] => [a, b]));
}

const pairs = (text: string): [number, number][] => text.split(' ').map((pair): [number, number] => [Number(pair.split('-')[0]), Number(pair.split('-')[1])]);

/** The kite of D. Krackhardt, Administrative Science Quarterly 35 (1990), 342-369: degree, betweenness and closeness have each another first. */
export const KITE = graphOf(10, pairs('0-1 0-2 0-3 0-5 1-3 1-4 1-6 2-3 2-5 3-4 3-5 3-6 4-6 5-6 5-7 6-7 7-8 8-9'));

/** The karate club of W. W. Zachary, Journal of Anthropological Research 33 (1977), 452-473. */
export const CLUB = graphOf(
  34,
  pairs(
    '0-1 0-2 0-3 0-4 0-5 0-6 0-7 0-8 0-10 0-11 0-12 0-13 0-17 0-19 0-21 0-31 1-2 1-3 1-7 1-13 1-17 1-19 1-21 1-30 2-3 2-7 2-8 2-9 2-13 2-27 ' +
      '2-28 2-32 3-7 3-12 3-13 4-6 4-10 5-6 5-10 5-16 6-16 8-30 8-32 8-33 9-33 13-33 14-32 14-33 15-32 15-33 18-32 18-33 19-33 20-32 20-33 ' +
      '22-32 22-33 23-25 23-27 23-29 23-32 23-33 24-25 24-27 24-31 25-31 26-29 26-33 27-33 28-31 28-33 29-32 29-33 30-32 30-33 31-32 31-33 32-33',
  ),
);
