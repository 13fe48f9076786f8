import type { Action, Conflict, Duty } from './types.ts';
import { capitalized, type Wording } from './wording.ts';

/** Duties that send a state to war against their adversaries. */
export const FIGHTING: readonly Action[] = ['defend', 'join-offense'];

const PROMISE: Readonly<Record<Action, string>> = {
  defend: 'defense',
  'join-offense': 'joint offense',
  assist: 'assistance',
  'stay-neutral': 'neutrality',
  'not-attack': 'non-aggression',
  consult: 'consultation',
};

/**
 * Two duties of one state that cannot both be done: help against a state that is owed help, neutrality or
 * non-aggression itself. Linear in the number of pairs of duties of one state.
 */
export function incompatible(a: Duty, b: Duty): boolean {
  return a.state === b.state && a.toward !== b.toward && (clashes(a, b) || clashes(b, a));
}

function clashes(helping: Duty, other: Duty): boolean {
  if (!FIGHTING.includes(helping.action) && helping.action !== 'assist') return false;
  if (!helping.against.includes(other.toward)) return false;
  if (other.action === 'stay-neutral' || FIGHTING.includes(other.action)) return true;
  return FIGHTING.includes(helping.action) && other.action === 'not-attack';
}

/** Every pair of duties that cannot both be done. Pairs of one treaty are left to that treaty's own reading. */
export function conflictsAmong(duties: readonly Duty[], words: Wording): readonly Conflict[] {
  const byState = new Map<string, number[]>();
  duties.forEach((duty, i) => {
    if (duty.action === 'consult') return;
    const list = byState.get(duty.state);
    if (list === undefined) byState.set(duty.state, [i]);
    else list.push(i);
  });
  const found: Conflict[] = [];
  for (const [state, indices] of byState) {
    for (const [k, i] of indices.entries()) {
      for (const j of indices.slice(k + 1)) {
        const [a, b] = [duties[i], duties[j]];
        if (a !== undefined && b !== undefined && incompatible(a, b)) found.push({ state, duties: [i, j], because: conflictSentence(a, b, words) });
      }
    }
  }
  return found;
}

export function conflictSentence(a: Duty, b: Duty, words: Wording): string {
  const owes = (duty: Duty): string => `${words.name(duty.toward)} ${PROMISE[duty.action]}${duty.against.length === 0 ? '' : ` against ${words.names(duty.against)}`} (${duty.treaty}, ${duty.article})`;
  return `${capitalized(words.name(a.state))} owes ${owes(a)} and ${owes(b)}; both cannot be done.`;
}
