import type { Row } from '../table/table.ts';
import type { Treaty } from '../treaty/schema.ts';
import { codeOf } from './alliance.ts';
import type { DatedPhase } from './phases.ts';

type Exit = NonNullable<Treaty['exit']>;
type Term = NonNullable<Treaty['term']>;
type Ended = NonNullable<Treaty['ended']>;

/** Months as a duration: 240 is P20Y, 106 P8Y10M. */
export function durationOf(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return `P${years === 0 ? '' : `${years}Y`}${rest === 0 ? '' : `${rest}M`}`;
}

/** How long it lasts and how it is renewed; undefined where ATOP found no text. */
export function termOf(row: Row): Term | undefined {
  const kind = codeOf(row, 'speclgth');
  if (kind === undefined) return undefined;
  const [length, renewal, renewed] = [codeOf(row, 'length') ?? 0, codeOf(row, 'proren'), codeOf(row, 'renewlgt') ?? 0];
  return {
    ...(kind === 1 && length > 0
      ? { kind: 'fixed', length: durationOf(length) }
      : kind === 2
        ? { kind: 'until-condition', condition: 'Until a condition is met that ATOP does not spell out (speclgth 2)' }
        : { kind: kind === 3 ? 'indefinite' : 'unspecified' }),
    ...(renewal === 1 && { renewal: 'active' }),
    ...(renewal === 2 && { renewal: 'tacit' }),
    ...(renewed > 0 && { renewal_length: durationOf(renewed) }),
  };
}

const LEAVING: Readonly<Record<number, Exit>> = {
  1: { note: 'During the term a party may leave with notice, of a length that ATOP does not code (renounce 1)' },
  2: { note: 'During the term a party may leave where its partner is the aggressor (renounce 2)' },
  3: { note: 'During the term a party may leave after a set period that ATOP does not code (renounce 3)' },
  4: { allowed: false, note: 'The text forbids leaving during the term (renounce 4)' },
};

/** How a party leaves during the term; undefined where the text does not mention it. */
export function exitOf(row: Row): Exit | undefined {
  return LEAVING[codeOf(row, 'renounce') ?? 0];
}

const HOW: Readonly<Record<number, Ended['how']>> = { 1: 'expired', 2: 'abrogated', 3: 'replaced' };
const LOST_INDEPENDENCE = 4;

/** The end of an alliance, given its last phase, and how it came about; undefined where it was in effect at the end of 2018. */
export function endOf({ phase: { row, members }, until }: DatedPhase): Ended | undefined {
  if (until === undefined) return undefined;
  const term = codeOf(row, 'term') ?? 0;
  const gone = members.some((member) => codeOf(member, 'termmode') === LOST_INDEPENDENCE);
  return { date: until, how: HOW[term] ?? (gone ? 'party-ended' : 'lapsed'), source: `ATOP 5.1 (term ${term})` };
}
