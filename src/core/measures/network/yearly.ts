import { createRng } from '../../math/rng.ts';
import type { Members } from '../record/members.ts';
import type { Obligation, Pledges } from '../record/pledges.ts';
import { measureNetwork, type NetworkMeasures } from './measures.ts';
import { obligationNetwork, type ObligationNetwork } from './obligation-network.ts';

export interface NetworkYear {
  readonly network: ObligationNetwork;
  readonly measures: NetworkMeasures;
}

/** The networks of an obligation from one year to another, measured. @param seed of the order in which communities are searched */
export function networksByYear(
  [first, last]: readonly [first: number, last: number],
  obligation: Obligation | 'any',
  members: Members,
  pledges: Pledges,
  seed = 1,
): NetworkYear[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const network = obligationNetwork(first + index, obligation, members, pledges);
    return { network, measures: measureNetwork(network.graph, createRng(seed, 'louvain', first + index)) };
  });
}
