import type { PromiseTerms } from '../../assess/promise.ts';
import type { Action } from '../../law/types.ts';
import type { StartClause, StartTreaty } from './types.ts';

type Terms = Pick<
  PromiseTerms,
  'treaty' | 'article' | 'action' | 'bilateral' | 'bases' | 'conditional' | 'secret' | 'institutions' | 'discretionary' | 'consultFirst'
>;

/** A clause as it stands: what some states owe one against others. */
export interface LiveClause {
  readonly action: Action;
  readonly article: string;
  readonly toward: number;
  readonly role: 'target' | 'attacker';
  /** 1 for states that owe it, and for adversaries against whom it is owed. */
  readonly bound: Uint8Array;
  readonly against: Uint8Array;
  /** Owed against outsiders alike, so that a state that joins or leaves changes sides. */
  readonly open: boolean;
  readonly terms: Terms;
}

/** A treaty as it stands in a world. */
export interface LiveTreaty extends Omit<StartTreaty, 'members' | 'clauses' | 'term'> {
  term?: { readonly article: string; readonly until: number; readonly renewal: number };
  /** Ascending. */
  members: number[];
  clauses: LiveClause[];
  /** Yearly value to each member beside what it was when it began, % of own GDP. */
  readonly value: Float64Array;
  /** Log of power when each entered, less that of the others together. */
  readonly entered: Float64Array;
  /** Year from which a member that gave notice is out; 0 where none did. */
  readonly out: Int16Array;
  /** Made in the world. */
  readonly made: boolean;
  ended?: number;
}

/** Whether a clause is owed against nearly every outsider. */
const OPEN = 0.9;

const maskOf = (n: number, places: Iterable<number>): Uint8Array => {
  const mask = new Uint8Array(n);
  for (const place of places) mask[place] = 1;
  return mask;
};

function termsOf(treaty: Pick<StartTreaty, 'id' | 'members'>, clause: StartClause): Terms {
  const { action, article, conditional, secret, bases, institutions, discretionary, consultFirst } = clause;
  return { treaty: treaty.id, article, action, bilateral: treaty.members.length === 2, bases, conditional, secret, institutions, discretionary, consultFirst };
}

/** @param n states; @param alive which exist */
export function liveTreaty(treaty: StartTreaty, n: number, alive: Uint8Array, made = false): LiveTreaty {
  const members = treaty.members.toSorted((a, b) => a - b);
  const outsiders = Array.from(alive.keys()).filter((place) => alive[place] === 1 && !members.includes(place));
  return {
    ...treaty,
    members,
    made,
    clauses: treaty.clauses.map((clause) => {
      const against = maskOf(n, clause.against);
      const met = outsiders.filter((place) => against[place] === 1).length;
      return {
        action: clause.action,
        article: clause.article,
        toward: clause.toward,
        role: clause.role,
        bound: maskOf(n, clause.bound),
        against,
        open: met >= OPEN * outsiders.length,
        terms: termsOf(treaty, clause),
      };
    }),
    value: new Float64Array(n),
    entered: new Float64Array(n),
    out: new Int16Array(n),
  };
}

/**
 * A member is gone: it owes nothing and is owed nothing; where clauses are owed against any outsider, they are owed against it. The law gives the same
 * for treaties whose conditions look at membership alone (tests/core/explore/decades/live-treaty.test.ts).
 */
export function dropMember(treaty: LiveTreaty, place: number): void {
  treaty.members = treaty.members.filter((one) => one !== place);
  treaty.clauses = treaty.clauses.filter(({ toward, action }) => toward !== place || !HELP.has(action));
  for (const { bound, against, open, action } of treaty.clauses) {
    bound[place] = 0;
    if (open && HELP.has(action)) against[place] = 1;
  }
  treaty.out[place] = 0;
}

/** What is promised to a member, as against the renunciations that are owed to all. */
const HELP: ReadonlySet<Action> = new Set(['defend', 'assist', 'join-offense']);

/** A state joins on the terms of the others: it owes what most of them owe, and is owed what one of them is. */
export function addMember(treaty: LiveTreaty, place: number): void {
  const before = treaty.members.length;
  treaty.members = [...treaty.members, place].toSorted((a, b) => a - b);
  treaty.value[place] = 0;
  treaty.out[place] = 0;
  const patterns = new Map<string, LiveClause>();
  for (const clause of treaty.clauses) {
    const owing = treaty.members.filter((one) => clause.bound[one] === 1).length;
    if (HELP.has(clause.action)) clause.against[place] = 0;
    if (owing >= (before - 1) / 2) {
      clause.bound[place] = 1;
      patterns.set(`${clause.action} ${clause.article}`, clause);
    }
  }
  for (const clause of patterns.values()) {
    if (!HELP.has(clause.action)) continue;
    const bound = clause.bound.slice();
    bound[place] = 0;
    bound[clause.toward] = 1;
    const against = clause.against.slice();
    for (const member of treaty.members) if (clause.open) against[member] = 0;
    treaty.clauses.push({ ...clause, toward: place, bound, against });
  }
}

/** A state that comes to exist is an adversary like any other to open clauses. */
export function meetNewState(treaty: LiveTreaty, place: number): void {
  for (const clause of treaty.clauses) if (clause.open && HELP.has(clause.action) && !treaty.members.includes(place)) clause.against[place] = 1;
}
