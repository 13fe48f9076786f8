import type { CodedField } from '../treaty/vocabulary.ts';

/**
 * What one side codes of a treaty: of each field the items (states, promises, dates ...), and the value of each. Of members and
 * obligations an item left out is not there; in the other fields it is one of which this side says nothing.
 */
export type Coding = Readonly<Record<CodedField, ReadonlyMap<string, string>>>;

/** ATOP codes no later day. */
export const LAST_CODED = '2018-12-31';

/** The value of an end for what stood on the last day that ATOP codes. */
export const IN_EFFECT = 'in effect';
export const MEMBER = 'member';
export const PROMISED = 'promised';
export const UNCONDITIONAL = 'unconditional';
export const NOT_MENTIONED = 'not mentioned';

/** Endings of the items of dates: `FRA joined`. */
export const JOINED = ' joined';
export const LEFT = ' left';

/** Whether a text provides an institution. */
export const held = (provided: boolean): string => (provided ? 'yes' : 'no');

/** Values that say of something that it is not there, or of a date that there is none. */
export const ABSENT: ReadonlySet<string | null> = new Set([held(false), 'none', NOT_MENTIONED, UNCONDITIONAL, 'unspecified', 'public', IN_EFFECT]);

/** Conditions of a promise that ATOP tells apart; what else there may be it counts together. */
export type Condition = 'adversary' | 'place' | 'conflict' | 'number' | 'demands' | 'provocation' | 'attack' | 'request' | 'other';

/** The value of a promise's conditions: on what it depends, or that it depends on nothing. */
export function conditionsInWords(conditions: ReadonlySet<Condition>): string {
  return conditions.size === 0 ? UNCONDITIONAL : [...conditions].toSorted().join(', ');
}
