import { fold } from './fold.ts';

/**
 * Edit distance of two words: insertions, deletions, substitutions and swaps of neighboring letters, each costing one
 * (Damerau 1964, in the form in which no part of the word is edited twice). Letters are compared as given.
 */
export function editDistance(a: string, b: string): number {
  const s = [...a];
  const t = [...b];
  let beforeLast: number[] = [];
  let last = Array.from({ length: t.length + 1 }, (_, j) => j);
  for (let i = 1; i <= s.length; i++) {
    const row = [i];
    for (let j = 1; j <= t.length; j++) {
      const same = s[i - 1] === t[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && s[i - 1] === t[j - 2] && s[i - 2] === t[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[t.length] ?? 0;
}

/** How many slips of the pen a word of this length may hold and still be recognized: one in three letters, at least one. */
export function slipsAllowed(word: string): number {
  return Math.max(1, Math.floor([...word].length / 3));
}

export interface NearestOptions {
  /** At most so many answers; 3 when left out. */
  readonly limit?: number;
  /** Greatest edit distance of an answer; `slipsAllowed(word)` when left out. */
  readonly maxDistance?: number;
}

/**
 * The candidates nearest to what was typed, for "Did you mean": accents and case do not count. Best first; among equals
 * the order of `candidates` stands. Empty where nothing is near.
 */
export function nearest(word: string, candidates: Iterable<string>, options: NearestOptions = {}): string[] {
  const typed = fold(word.trim());
  const { limit = 3, maxDistance = slipsAllowed(typed) } = options;
  const found: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const folded = fold(candidate);
    if (Math.abs(folded.length - typed.length) > 2 * maxDistance) continue;
    const distance = editDistance(typed, folded);
    if (distance <= maxDistance) found.push({ candidate, distance });
  }
  found.sort((a, b) => a.distance - b.distance);
  return found.slice(0, limit).map(({ candidate }) => candidate);
}
