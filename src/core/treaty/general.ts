import type { Treaty } from './schema.ts';

/** Parties from which on a renunciation of force is one of war as such. */
const VERY_MANY = 20;

/**
 * Whether a treaty is no tie between two of its parties in particular: an organization, or a promise of peace among very many
 * states (Kellogg-Briand Pact). It yields to self-defense and to other treaties by its own terms.
 */
export function isGeneral({ form, parties, obligations }: Treaty): boolean {
  return form === 'organization' || (parties.length >= VERY_MANY && obligations.every(({ kind }) => kind === 'nonaggression' || kind === 'consultation'));
}
