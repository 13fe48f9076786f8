import { draftReference } from '../../core/treaty/draft-reference.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import { fold } from '../../core/text/fold.ts';
import { draftNames } from '../editor/drafts.ts';
import { datedLabel } from '../fight/cite.ts';
import type { Option } from '../shell/Combobox.tsx';

/** Whether any of the texts holds what was typed, whatever its case and accents. */
export const matches = (query: string, ...texts: readonly string[]): boolean => fold(texts.join(' ').toLowerCase()).includes(fold(query.trim().toLowerCase()));

const endedWords = ({ ended }: Treaty): string => (ended === undefined ? '' : `ended ${ended.date.slice(0, 4)}`);

/**
 * Treaties of the catalog by name, short name or id, to choose from.
 * @param first which come first; those that have not ended when left out
 * @param detail what stands beside the name; the year it ended when left out
 */
export function treatyOptions(
  treaties: readonly Treaty[],
  query: string,
  first: (treaty: Treaty) => boolean = ({ ended }) => ended === undefined,
  detail: (treaty: Treaty) => string = endedWords,
): Option[] {
  return treaties
    .filter(({ name, short = '', id }) => matches(query, name, short, id))
    .toSorted((a, b) => Number(first(b)) - Number(first(a)) || Number(b.ended === undefined) - Number(a.ended === undefined) || a.name.localeCompare(b.name))
    .map((one) => ({ id: one.id, label: datedLabel(one, one.id), detail: detail(one) }));
}

/** Drafts of this browser, then treaties of the catalog. */
export function subjectOptions(treaties: readonly Treaty[], query: string): Option[] {
  const drafts = draftNames().filter((one) => matches(query, one));
  return [
    ...drafts.map((one) => ({ id: draftReference(one), label: one, detail: 'draft', group: 'In this browser' })),
    ...treatyOptions(treaties, query).map((one) => ({ ...one, group: 'Catalog' })),
  ];
}
