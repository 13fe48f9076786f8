import type { Store } from '../../data/store.ts';
import { sourceNamed } from '../../data/store.ts';

/** One line that says which version of each source the numbers rest on. */
export function versionsNote(store: Store, ids: readonly string[]): string {
  const named = ids.flatMap((id) => {
    const entry = store.entry(id);
    return entry === undefined ? [] : [`${sourceNamed(id).title} ${entry.version}${entry.synthetic === true ? ' (synthetic, not the real data)' : ''}`];
  });
  return `Data: ${named.join('; ')}.`;
}
