import type { AdversarySpec, Trigger } from './schema.ts';
import type { TriggerEvent } from './vocabulary.ts';

/** The events of a trigger, any of which makes the clause fall due. */
export function eventsOf({ event }: Trigger): readonly TriggerEvent[] {
  return typeof event === 'string' ? [event] : event;
}

/** The adversaries a trigger names; none where it names none, and so reaches any. */
export function adversariesOf({ against }: Trigger): readonly AdversarySpec[] {
  if (against === undefined) return [];
  return Array.isArray(against) ? against : [against];
}
