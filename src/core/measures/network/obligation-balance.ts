import { structuralBalance, type Balance } from './balance.ts';
import type { ObligationNetwork } from './obligation-network.ts';

/** Structural balance of a network of obligations, its ties positive, and the pairs given negative; pairs outside the system are left out. */
export function obligationBalance({ members, graph }: ObligationNetwork, negative: readonly (readonly [ccode1: number, ccode2: number])[]): Balance {
  const { size, ties } = graph;
  const position = new Map(Array.from(members, (state, index) => [state, index]));
  const against = new Uint8Array(size * size);
  for (const [ccode1, ccode2] of negative) {
    const [i, j] = [position.get(ccode1), position.get(ccode2)];
    if (i === undefined || j === undefined) continue;
    against[i * size + j] = 1;
    against[j * size + i] = 1;
  }
  return structuralBalance(size, ties, against);
}
