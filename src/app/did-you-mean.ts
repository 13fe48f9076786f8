import { nearest } from '../core/text/nearest.ts';
import { either } from '../core/text/sentence.ts';

/** " Did you mean nato or seato?", with a space before it; the fallback where nothing is near. */
export function didYouMean(word: string, candidates: Iterable<string>, otherwise = ''): string {
  const near = nearest(word, candidates);
  if (near.length === 0) return otherwise === '' ? '' : ` ${otherwise}`;
  return ` Did you mean ${either(near)}?`;
}
