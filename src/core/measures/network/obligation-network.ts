import type { Members } from '../record/members.ts';
import { obligationBit, type Obligation, type Pledges } from '../record/pledges.ts';
import { createGraph, type Graph } from './graph.ts';

/**
 * The network of an obligation in a year: members of the system, tied where at least one of two owes it to the other. Pledges to or
 * from states outside the system are no ties of it and told apart.
 */
export interface ObligationNetwork {
  readonly year: number;
  readonly obligation: Obligation | 'any';
  /** State numbers, ascending; state `i` of the graph is `members[i]`. */
  readonly members: Int16Array;
  readonly graph: Graph;
  /** Pairs with a tie of which one or both are outside the system. */
  readonly outside: readonly OutsidePair[];
}

export interface OutsidePair {
  /** The lower number of the two. */
  readonly ccode1: number;
  readonly ccode2: number;
  /** Bits: 1 where the first owes the second, 2 where the second owes the first. */
  readonly ties: number;
}

export function obligationNetwork(year: number, obligation: Obligation | 'any', members: Members, pledges: Pledges): ObligationNetwork {
  const states = members.of(year);
  const position = new Int16Array((states.at(-1) ?? 0) + 1).fill(-1);
  states.forEach((state, index) => (position[state] = index));
  const bit = obligationBit(obligation);
  const { from, to, bits } = pledges.of(year);
  const sources = new Int16Array(from.length);
  const targets = new Int16Array(from.length);
  const outside = new Map<number, OutsidePair>();
  let ties = 0;
  for (let row = 0; row < from.length; row++) {
    if (((bits[row] ?? 0) & bit) === 0) continue;
    const a = from[row] ?? 0;
    const b = to[row] ?? 0;
    const i = position[a] ?? -1;
    const j = position[b] ?? -1;
    if (i >= 0 && j >= 0) {
      sources[ties] = i;
      targets[ties] = j;
      ties += 1;
      continue;
    }
    const [ccode1, ccode2] = [Math.min(a, b), Math.max(a, b)];
    const key = ccode1 * 32_768 + ccode2;
    outside.set(key, { ccode1, ccode2, ties: (outside.get(key)?.ties ?? 0) | (a === ccode1 ? 1 : 2) });
  }
  return {
    year,
    obligation,
    members: states,
    graph: createGraph(states.length, sources.subarray(0, ties), targets.subarray(0, ties)),
    outside: [...outside.values()],
  };
}
