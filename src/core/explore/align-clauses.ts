import type { Treaty } from '../treaty/schema.ts';
import type { Obligation } from '../treaty/obligation-schema.ts';

/**
 * The second of two treaties with its clauses called as those of the first that promise the same kind of thing, first to first: clauses of one
 * treaty are known by their ids, those of two by what they promise.
 */
export function alignClauses(base: Treaty, treaty: Treaty): Treaty {
  const taken = new Set(treaty.obligations.filter(({ id }) => base.obligations.some((one) => one.id === id)).map(({ id }) => id));
  const obligations = treaty.obligations.map((clause): Obligation => {
    if (taken.has(clause.id) && base.obligations.some(({ id }) => id === clause.id)) return clause;
    const partner = base.obligations.find(({ id, kind }) => kind === clause.kind && !taken.has(id));
    if (partner === undefined) return clause;
    taken.add(partner.id);
    return { ...clause, id: partner.id };
  });
  return { ...treaty, obligations };
}
