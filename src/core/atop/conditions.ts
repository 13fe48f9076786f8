import type { StateId } from '../states/types.ts';
import { both } from '../text/sentence.ts';
import type { Row } from '../table/table.ts';
import type { Trigger } from '../treaty/obligation-schema.ts';
import type { ObligationKind, TriggerEvent } from '../treaty/vocabulary.ts';
import { codeOf } from './alliance.ts';

/** The kinds that ATOP codes: how the column of the promise and those of its conditions are named, and what it is in words. */
export interface AtopKind {
  readonly kind: ObligationKind;
  /** Column of the promise itself. */
  readonly column: string;
  /** First letters of the columns of its conditions: defco + adv, loc, con, num, dem, npr. */
  readonly conditions?: string;
  readonly event?: TriggerEvent;
  readonly promise: string;
}

export const ATOP_KINDS: readonly AtopKind[] = [
  { kind: 'defense', column: 'defense', conditions: 'defco', event: 'armed-attack', promise: 'Active military aid where a partner is attacked' },
  { kind: 'offense', column: 'offense', conditions: 'offco', event: 'war', promise: 'Active military aid where a partner fights without having been attacked' },
  { kind: 'neutrality', column: 'neutral', conditions: 'neuco', event: 'war', promise: "Neutrality in a partner's conflict" },
  { kind: 'nonaggression', column: 'nonagg', promise: 'No use of force against a partner' },
  { kind: 'consultation', column: 'consul', conditions: 'conco', event: 'threat', promise: 'Consultation in crises' },
];

/** What a member's codes make of a promise. */
export interface Reading {
  readonly trigger?: Trigger;
  /** Conditions that ATOP codes and does not spell out, in words: "place", "the adversary". */
  readonly unknown: readonly string[];
  /** The adversary was taken from the threat that ATOP codes for the whole agreement. */
  readonly inferred: boolean;
  /** The codes read, as ATOP names them: "defense 1", "defcoadv 1". */
  readonly codes: readonly string[];
}

/** How many adversaries a condition on their number asks for: ATOP does not say, and the texts that have one say two. */
const SEVERAL = 2;

/**
 * The conditions of one member's promise. Those that ATOP spells out (who is named, unprovoked, on request, only where
 * attacked, several adversaries) become conditions of the trigger; of the others ATOP says only that there are some.
 * @param named the states that the agreement names as a threat
 */
export function readConditions({ column, conditions, event }: AtopKind, row: Row, named: readonly StateId[]): Reading {
  const codes = [`${column} 1`];
  const unknown: string[] = [];
  const has = (condition: string): boolean => {
    const name = `${conditions ?? ''}${condition}`;
    if (conditions === undefined || codeOf(row, name) !== 1) return false;
    codes.push(`${name} 1`);
    return true;
  };
  const [adversary, place, conflict, number, demands] = [has('adv'), has('loc'), has('con'), has('num'), has('dem')];
  const [unprovoked, attacked, request] = [has('npr'), has('att'), has('req')];
  const other = codeOf(row, 'olimob') === 1 && column === chiefColumn(row);
  if (other) codes.push('olimob 1');
  const varies = codeOf(row, 'obvary') === 1;
  if (varies) codes.push('obvary 1');

  const narrowed = (adversary || conflict) && named.length > 0;
  if (adversary && !narrowed) unknown.push('the adversary');
  if (place) unknown.push('the place');
  if (conflict) unknown.push('an ongoing conflict');
  if (number && narrowed) unknown.push('the number of adversaries');
  if (demands) unknown.push('demands');
  if (other) unknown.push('something else');
  if (varies) unknown.push('the partner');
  if (event === undefined) return { unknown, inferred: false, codes };
  return {
    trigger: {
      event: attacked ? 'armed-attack' : event,
      ...(narrowed && { against: [...named] }),
      ...(number && !narrowed && { attackers_at_least: SEVERAL }),
      ...(unprovoked && { unprovoked: true }),
      ...(request && { on_request: true }),
    },
    unknown,
    inferred: narrowed,
    codes,
  };
}

/** The column of the strongest promise a member made: other limits, which ATOP ties to none, are read as its. */
function chiefColumn(row: Row): string | undefined {
  return ['defense', 'offense', 'neutral', 'consul', 'nonagg'].find((column) => codeOf(row, column) === 1);
}

/** What is promised and when, in a sentence. */
export function promiseInWords({ promise }: AtopKind, { trigger, unknown }: Reading, names: readonly string[]): string {
  const parts = [
    ...(trigger?.against === undefined ? [] : [`against ${both(names)}`]),
    ...(trigger?.attackers_at_least === undefined ? [] : ['where several adversaries fight it']),
    ...(trigger?.unprovoked === true ? ['where it did not provoke'] : []),
    ...(trigger?.on_request === true ? ['on request'] : []),
    ...(unknown.length === 0 ? [] : ['on a condition that ATOP does not spell out']),
  ];
  return [promise, ...parts].join(', ');
}

/** The reading that stays open where conditions are not spelled out. */
export function openQuestion(unknown: readonly string[]): string | undefined {
  if (unknown.length === 0) return undefined;
  return `ATOP codes a condition on ${both(unknown)} and does not say which; whether it is met here is not known.`;
}
