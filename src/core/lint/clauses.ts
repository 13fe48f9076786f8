/** How rules read the clauses of a treaty. */
import type { Path } from '../diagnostics.ts';
import { normalizeDate, spansOverlap } from '../states/dates.ts';
import type { Span, StateId } from '../states/types.ts';
import type { Treaty } from '../treaty/schema.ts';
import type { ToWhom, Who } from '../treaty/schema-words.ts';
import type { Obligation, Trigger } from '../treaty/obligation-schema.ts';
import { adversariesOf } from '../treaty/trigger.ts';

/** An obligation and where it is written. */
export interface WrittenClause {
  readonly obligation: Obligation;
  readonly path: Path;
}

/** The treaty's obligations, then those that amendments add. */
export function clausesOf(treaty: Treaty): readonly WrittenClause[] {
  const first = treaty.obligations.map((obligation, i): WrittenClause => ({ obligation, path: ['obligations', i] }));
  const added = (treaty.amendments ?? []).flatMap(({ change }, i): WrittenClause[] =>
    'adds' in change ? [{ obligation: change.adds, path: ['amendments', i, 'change', 'adds'] }] : [],
  );
  return [...first, ...added];
}

/** Triggers written in a treaty: of its clauses and of what amendments set. */
export function triggersOf(treaty: Treaty): readonly { readonly trigger: Trigger; readonly path: Path; readonly clause: string }[] {
  const set = (treaty.amendments ?? []).flatMap(({ change }, i) =>
    'adds' in change || change.set?.trigger === undefined
      ? []
      : [{ trigger: change.set.trigger, path: ['amendments', i, 'change', 'set', 'trigger'], clause: change.obligation }],
  );
  const own = clausesOf(treaty).flatMap(({ obligation, path }) =>
    obligation.trigger === undefined ? [] : [{ trigger: obligation.trigger, path: [...path, 'trigger'], clause: obligation.id }],
  );
  return [...own, ...set];
}

/** The states that ever were or will be parties, each once. */
export function partiesOf(treaty: Treaty): readonly StateId[] {
  return [...new Set(treaty.parties.map(({ state }) => state))];
}

/** The states `bound` or `to` names, over the whole life of the treaty; undefined for `any`. */
export function statesIn(who: Who | ToWhom, treaty: Treaty): readonly StateId[] | undefined {
  if (who === 'any') return undefined;
  if (who === 'all') return partiesOf(treaty);
  if (Array.isArray(who)) return who;
  return [...new Set(treaty.parties.filter((party) => party.role === who.role).map(({ state }) => state))];
}

/** Whether the clause reaches any adversary whatever. */
export function isOpen(trigger: Trigger): boolean {
  const named = adversariesOf(trigger);
  return named.length === 0 || named.some((spec) => spec === 'any' || spec === 'states');
}

/** Whether an attack counts wherever in the world it falls. */
export function isWorldwide({ area }: Trigger): boolean {
  const parts = area === undefined ? [] : (area.parts ?? [area]);
  return parts.some(({ territory, include }) => territory === 'any' && include === undefined);
}

/** Kinds by which a state fights for another. */
export function isHelp({ kind }: Obligation): boolean {
  return kind === 'defense' || kind === 'offense';
}

/** Whether the text itself fixes that force is used. `automatic` is what a clause means that says nothing. */
export function isAutomaticForce({ response }: Obligation): boolean {
  return response?.automaticity !== 'discretionary' && response?.force === 'required';
}

/** A span of days from dates as written; an unknown day or month counts as the first. */
export function spanOf(from: string | undefined, to: string | undefined): Span {
  return { ...(from !== undefined && { from: normalizeDate(from) }), ...(to !== undefined && { to: normalizeDate(to) }) };
}

/** Whether two clauses can bind on one day by their own dates. */
export function together(a: Obligation, b: Obligation): boolean {
  return spansOverlap(spanOf(a.from, a.until), spanOf(b.from, b.until));
}

/** Whether a date as written is before another; an unknown day or month counts as the first. */
export function isBefore(a: string, b: string): boolean {
  return normalizeDate(a) < normalizeDate(b);
}
