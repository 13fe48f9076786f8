import type { AdversarySpec, Trigger } from './obligation-schema.ts';
import { CONVENTIONAL_DOMAINS, type Domain, type TriggerEvent } from './vocabulary.ts';

/** The events of a trigger, any of which makes the clause fall due. */
export function eventsOf({ event }: Trigger): readonly TriggerEvent[] {
  return typeof event === 'string' ? [event] : event;
}

/**
 * The domains a trigger covers; null: every one, as a clause on threats that names none does. A text that names none
 * means land, sea and air, and one on cyber attacks the cyber domain too.
 */
export function domainsOf(trigger: Trigger): readonly Domain[] | null {
  if (trigger.domains !== undefined) return trigger.domains;
  const events = eventsOf(trigger);
  if (events.includes('threat')) return null;
  return events.includes('cyber-attack') ? [...CONVENTIONAL_DOMAINS, 'cyber'] : CONVENTIONAL_DOMAINS;
}

/** The adversaries a trigger names; none where it names none, and so reaches any. */
export function adversariesOf({ against }: Trigger): readonly AdversarySpec[] {
  if (against === undefined) return [];
  return Array.isArray(against) ? against : [against];
}
