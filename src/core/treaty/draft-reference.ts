const DRAFT = 'draft:';

/** How a draft is named where a treaty of the catalog may be: `draft:nordic-compact`. */
export const draftReference = (name: string): string => `${DRAFT}${name}`;

/** The draft that such a name is of; undefined for any other. */
export const draftOf = (reference: string): string | undefined => (reference.startsWith(DRAFT) ? reference.slice(DRAFT.length) : undefined);
