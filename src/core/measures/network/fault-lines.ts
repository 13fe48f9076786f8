import { components } from './components.ts';
import { degrees } from './degree.ts';
import { without, type Graph } from './graph.ts';

/** What a network loses with one of its states: its ties, and the connections that ran through it. States as of the whole graph. */
export interface FaultLines {
  /** The graph without it: later states move down by one. */
  readonly graph: Graph;
  /** Partners it had. */
  readonly partners: readonly number[];
  /** Those of them left without any tie. */
  readonly isolated: readonly number[];
  /** Parts that its own component falls into: 1 where the rest hangs together, 0 where it was alone. */
  readonly parts: readonly (readonly number[])[];
}

/** A network with one state gone. O(n²). */
export function faultLines(graph: Graph, gone: number): FaultLines {
  const rest = without(graph, gone);
  const old = (i: number): number => (i < gone ? i : i + 1);
  const left = degrees(rest);
  const { of: before } = components(graph);
  const { of: after } = components(rest);
  const partners: number[] = [];
  const isolated: number[] = [];
  const parts = new Map<number, number[]>();
  for (let i = 0; i < rest.size; i++) {
    const state = old(i);
    if (before[state] === before[gone]) parts.set(after[i] ?? 0, [...(parts.get(after[i] ?? 0) ?? []), state]);
    if (graph.ties[gone * graph.size + state] === 0) continue;
    partners.push(state);
    if (left[i] === 0) isolated.push(state);
  }
  return { graph: rest, partners, isolated, parts: [...parts.values()].sort((a, b) => b.length - a.length) };
}
