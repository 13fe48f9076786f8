import type { EventQuestion } from '../../../src/core/law/event.ts';
import type { Action, Reason } from '../../../src/core/law/types.ts';

/** What a treaty's text asks in one event, written from the text before the engine was asked. */
export interface Case {
  readonly id: string;
  readonly title: string;
  readonly question: EventQuestion;
  readonly owed?: readonly Owed[];
  readonly notOwed?: readonly Refused[];
  readonly noDuty?: readonly NoDuty[];
  readonly cascade?: {
    readonly mode: 'letter' | 'chosen';
    readonly refuses?: readonly string[];
    /** States that join, in any order. */
    readonly includes?: readonly string[];
    readonly excludes?: readonly string[];
  };
  /** The clause, or the fact of history, that decides it. */
  readonly source: string;
}

export interface Owed {
  /** One state, or several with a space between them: each owes it. */
  readonly state: string;
  /** One of them is enough where the text can be read either way. */
  readonly action: Action | readonly Action[];
  readonly toward?: string;
  readonly treaty: string;
}

export interface Refused {
  readonly state: string;
  readonly treaty: string;
  readonly toward?: string;
  readonly reason: Reason | readonly Reason[];
}

export interface NoDuty {
  readonly state: string;
  readonly action?: Action | readonly Action[];
  readonly treaty?: string;
}

/** A question in one line. */
export function ask(attackers: string, target: string, date: string, rest: Omit<EventQuestion, 'attackers' | 'target' | 'date'> = {}): EventQuestion {
  return { attackers: attackers.split(' '), target, date, ...rest };
}

export const at = (lat: number, lon: number) => ({ lat, lon });

export const FIGHT: readonly Action[] = ['defend', 'join-offense'];
export const HELP: readonly Action[] = ['defend', 'assist'];
