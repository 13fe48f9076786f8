import { treatyAt } from '../treaty/resolve.ts';
import type { Treaty } from '../treaty/schema.ts';
import type { Who } from '../treaty/schema-words.ts';
import type { Obligation } from '../treaty/obligation-schema.ts';

/** One pact of all, one hub bound to each spoke, or every two partners by themselves. */
export type Form = { readonly kind: 'pact' } | { readonly kind: 'hub'; readonly hub: string } | { readonly kind: 'pairs' };

/** The states a clause names, of those there are. */
function statesOf(who: Who | Obligation['to'], treaty: Treaty, members: readonly string[]): readonly string[] {
  if (who === 'all' || who === 'any') return members;
  if (Array.isArray(who)) return members.filter((state) => who.includes(state));
  return treaty.parties.filter(({ role, state }) => role === who.role && members.includes(state)).map(({ state }) => state);
}

/** The treaty as if two of its members alone had signed it: what each owes the other stays as the text has it. */
function between(treaty: Treaty, a: string, b: string, members: readonly string[]): Treaty {
  const obligations = treaty.obligations.flatMap((clause): Obligation[] => {
    const bound = statesOf(clause.bound, treaty, members).filter((state) => state === a || state === b);
    const to = clause.to === 'any' ? ('any' as const) : statesOf(clause.to, treaty, members).filter((state) => state === a || state === b);
    return bound.length === 0 || to.length === 0 ? [] : [{ ...clause, bound, to }];
  });
  return {
    ...treaty,
    id: `${treaty.id}--${a.toLowerCase()}-${b.toLowerCase()}`,
    parties: treaty.parties.filter(({ state }) => state === a || state === b),
    obligations,
    // Two states decide for themselves: no body of the many stands between them.
    decisions: { rule: 'none' },
  };
}

/**
 * The texts that bind the same partners under a form: the treaty itself, or one between each two of them that the form joins. An
 * alliance of two is the same under all.
 * @throws {RangeError} where the hub is no member
 */
export function textsOf(treaty: Treaty, form: Form, date: string): readonly Treaty[] {
  if (form.kind === 'pact') return [treaty];
  const standing = treatyAt(treaty, date);
  const members = [...new Set(standing.parties.map(({ state }) => state))];
  if (form.kind === 'hub' && !members.includes(form.hub)) throw new RangeError(`${form.hub} is no member of ${treaty.id} on ${date}`);
  const pairs = members.flatMap((a, i) => members.slice(i + 1).map((b) => [a, b] as const));
  const joined = form.kind === 'pairs' ? pairs : pairs.filter((pair) => pair.includes(form.hub));
  return joined.map(([a, b]) => between(treaty, a, b, members));
}
