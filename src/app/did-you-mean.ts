import { nearest } from '../core/text/nearest.ts';

/** " Did you mean nato or seato?", with a space before it; the fallback where nothing is near. */
export function didYouMean(word: string, candidates: Iterable<string>, otherwise = ''): string {
  const near = nearest(word, candidates);
  if (near.length === 0) return otherwise === '' ? '' : ` ${otherwise}`;
  const last = near.at(-1) ?? '';
  return ` Did you mean ${near.length === 1 ? last : `${near.slice(0, -1).join(', ')} or ${last}`}?`;
}
