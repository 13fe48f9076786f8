import type { Interval } from '../../core/assess/assessment.ts';
import type { Cascade, Expectation, LawEvent } from '../../core/law/types.ts';
import type { Role, Roles } from './roles.ts';
import type { Story } from './story.ts';

/** More likely than this, a state has its step in the likely cascade. */
export const LIKELY = 0.5;

/** An event with what is likely to follow it: null while that is computed, a sentence where it cannot be. */
export interface Likely {
  readonly event: LawEvent;
  readonly found: Cascade | string | null;
}

/** A state's chance, and the event at which it would come in. */
export interface Chance {
  readonly state: string;
  readonly side: Expectation['side'];
  readonly value: Interval;
  readonly bound: Expectation['bound'];
  /** Which of the events asked, counted from 0. */
  readonly at: number;
}

/** The events of a story up to a step, each asked once for who is likely to come. */
export function eventsAsked({ event, steps }: Story, index: number): LawEvent[] {
  const events = steps.slice(0, index + 1).flatMap((step) => step.event ?? []);
  return events.length > 0 ? events : [event];
}

/** Each state's chance: at the first event that binds it, else at the first at which it might come at all. */
export function chancesOf(likely: readonly Likely[]): ReadonlyMap<string, Chance> {
  const chances = new Map<string, Chance>();
  for (const [at, { found }] of likely.entries()) {
    if (found === null || typeof found === 'string') continue;
    for (const { state, side, chance, bound } of found.expected ?? []) {
      const known = chances.get(state);
      if (known !== undefined && (known.bound.length > 0 || bound.length === 0)) continue;
      chances.set(state, { state, side, value: chance, bound, at });
    }
  }
  return chances;
}

/** What the likely cascade makes of an event: who is bound and stays out, and who comes bound by nothing. */
export function likelyChoices({ event, found }: { readonly event: LawEvent; readonly found: Cascade }): {
  readonly refuses: readonly string[];
  readonly joins: readonly { readonly state: string; readonly beside: string }[];
} {
  const expected = found.expected ?? [];
  const [attacker = event.target] = event.attackers;
  return {
    refuses: [...expected.filter(({ chance }) => !(chance.value > LIKELY)).map(({ state }) => state), ...(found.expected_not_assessed ?? [])],
    joins: expected
      .filter(({ chance, bound }) => bound.length === 0 && chance.value > LIKELY)
      .map(({ state, side }) => ({ state, beside: side === 'target' ? event.target : attacker })),
  };
}

/** The roles with their chances; states that might come though no treaty binds them have part too. */
export function withChances(roles: Roles, chances: ReadonlyMap<string, Chance>): Roles {
  const all = new Map<string, Role>();
  for (const [state, role] of roles) {
    const chance = role.kind === 'attacker' || role.kind === 'target' ? undefined : chances.get(state);
    all.set(state, chance ? { ...role, chance: chance.value } : role);
  }
  for (const { state, value } of chances.values()) {
    if (!all.has(state)) all.set(state, { state, kind: 'may', action: null, duties: [], free: [], fresh: false, chance: value });
  }
  return all;
}

/** The bin of the color scale: five of 20 points each. */
export function binOf(chance: number): 1 | 2 | 3 | 4 | 5 {
  return chance < 0.2 ? 1 : chance < 0.4 ? 2 : chance < 0.6 ? 3 : chance < 0.8 ? 4 : 5;
}
