import { sources } from '../../data/sources/index.ts';
import type { Store } from '../../data/store/store.ts';

const titleOf = (id: string): string => sources.find((source) => source.id === id)?.title ?? id;

/** One line that says which version of each source the numbers rest on. */
export function versionsNote(store: Store, ids: readonly string[]): string {
  const named = ids.flatMap((id) => {
    const entry = store.entry(id);
    return entry === undefined ? [] : [`${titleOf(id)} ${entry.version}${entry.synthetic === true ? ' (synthetic, not the real data)' : ''}`];
  });
  return `Data: ${named.join('; ')}.`;
}
