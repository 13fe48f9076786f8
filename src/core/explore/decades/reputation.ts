import type { WorldState } from './state.ts';

/** Memory fades: duties honored and broken by the half-life of reputations, disputes of pairs by ten years, of states by five (as they were fitted). */
export function fade({ values, n, kept, broken, past, activity }: WorldState): void {
  const left = 0.5 ** (1 / Math.max(0.5, values.get('reputation.half-life')));
  const [ofPair, ofState] = [0.5 ** (1 / 10), 0.5 ** (1 / 5)];
  for (let i = 0; i < n; i++) {
    kept[i] = (kept[i] ?? 0) * left;
    broken[i] = (broken[i] ?? 0) * left;
    activity[i] = (activity[i] ?? 0) * ofState;
  }
  for (let pair = 0; pair < past.length; pair++) past[pair] = (past[pair] ?? 0) * ofPair;
}
