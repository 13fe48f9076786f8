import { capitalized } from '../text/sentence.ts';
import type { Action, Conflict, Duty } from './types.ts';
import { ACTION_NOUN, type Wording } from './wording.ts';

/** Duties to act against somebody. */
const HELPING: readonly Action[] = ['defend', 'join-offense', 'assist'];

/** Duties that send a state to war against their adversaries. */
export const FIGHTING: readonly Action[] = ['defend', 'join-offense'];

/**
 * Whether two duties of one state cannot both be done: help against a state that is owed help, neutrality or
 * non-aggression itself.
 */
export function incompatible(a: Duty, b: Duty): boolean {
  return a.state === b.state && a.toward !== b.toward && (clashes(a, b) || clashes(b, a));
}

function clashes(helping: Duty, other: Duty): boolean {
  if (!HELPING.includes(helping.action)) return false;
  if (!helping.against.includes(other.toward)) return false;
  if (other.action === 'stay-neutral' || FIGHTING.includes(other.action)) return true;
  return FIGHTING.includes(helping.action) && other.action === 'not-attack';
}

/** Every pair of duties that cannot both be done. Linear in the duties and the adversaries they name. */
export function conflictsAmong(duties: readonly Duty[], words: Wording): readonly Conflict[] {
  const owedTo = new Map<string, number[]>();
  duties.forEach((duty, i) => {
    const key = `${duty.state}>${duty.toward}`;
    const list = owedTo.get(key);
    if (list === undefined) owedTo.set(key, [i]);
    else list.push(i);
  });
  const found = new Map<string, Conflict>();
  for (const [i, helping] of duties.entries()) {
    if (!HELPING.includes(helping.action)) continue;
    for (const foe of helping.against) {
      for (const j of owedTo.get(`${helping.state}>${foe}`) ?? []) {
        const other = duties[j];
        const pair = i < j ? [i, j] : [j, i];
        if (other === undefined || !incompatible(helping, other) || found.has(pair.join())) continue;
        found.set(pair.join(), { state: helping.state, duties: pair, because: conflictSentence(helping, other, words) });
      }
    }
  }
  return [...found.values()];
}

/** The conflict of two duties of one state in a sentence. */
export function conflictSentence(a: Duty, b: Duty, words: Wording): string {
  const owes = (duty: Duty): string =>
    `${words.name(duty.toward)} ${ACTION_NOUN[duty.action]}${duty.against.length === 0 ? '' : ` against ${words.names(duty.against)}`} (${duty.treaty}, ${duty.article})`;
  return `${capitalized(words.name(a.state))} owes ${owes(a)} and ${owes(b)}; both cannot be done.`;
}
