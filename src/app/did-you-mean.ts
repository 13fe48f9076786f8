import { nearest } from '../core/text/nearest.ts';
import { either } from '../core/text/sentence.ts';

/** "Did you mean nato or seato?"; the other sentence where nothing is near. */
export function didYouMean(near: readonly string[], otherwise: string): string {
  return near.length === 0 ? otherwise : `Did you mean ${either(near)}?`;
}

/** An id and the other words its bearer is known by. */
export type Known = readonly [id: string, ...words: readonly (string | undefined)[]];

/** From how many letters on a part of a name is a hint of the whole. */
const TELLING = 3;

/** Ids, three at most, one of whose words is near to what was typed, or holds it. */
export function idsNear(typed: string, known: Iterable<Known>): readonly string[] {
  const idOf = new Map<string, string>();
  for (const [id, ...words] of known) for (const word of [id, ...words]) if (word !== undefined) idOf.set(word, id);
  const lower = typed.toLowerCase();
  const holding = [...idOf.keys()].filter((word) => lower.length >= TELLING && word.toLowerCase().includes(lower));
  const ids = [...nearest(typed, idOf.keys()), ...holding].map((word) => idOf.get(word) ?? word);
  return [...new Set(ids)].slice(0, 3);
}
