import type { WorldState } from './state.ts';

/** Counts anew which pairs are bound by a pact of defense, and which by less; called where a treaty changed. */
export function countTies({ n, pact, lesser, treaties }: Pick<WorldState, 'n' | 'pact' | 'lesser' | 'treaties'>): void {
  pact.fill(0);
  lesser.fill(0);
  for (const { members, defense } of treaties) {
    const kind = defense ? pact : lesser;
    for (const i of members) for (const j of members) if (i !== j && (kind[i * n + j] ?? 0) < 255) kind[i * n + j] = (kind[i * n + j] ?? 0) + 1;
  }
}
