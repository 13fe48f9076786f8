import type { Catalog } from '../core/catalog.ts';
import { createRegistry } from '../core/states/registry.ts';
import { diffTreaties, type Change } from '../core/treaty/diff.ts';
import { treatyAt } from '../core/treaty/resolve.ts';
import type { NamedTreaty } from './treaties-named.ts';

/** Clause by clause, in words: two treaties, or one on two days. */
export function diffNamed(catalog: Catalog, a: NamedTreaty, b: NamedTreaty): readonly Change[] {
  const { nameOf } = createRegistry(catalog.states);
  const as = ({ treaty, date }: NamedTreaty) => (date === undefined ? treaty : treatyAt(treaty, date));
  return diffTreaties(as(a), as(b), (id) => nameOf(id, b.date ?? a.date));
}
