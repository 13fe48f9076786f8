import type { AssessRequest } from '../app/assess.ts';
import { formNamed } from '../app/form-named.ts';
import { setByHand, settingOf } from '../app/set-by-hand.ts';
import type { NamedTreaty } from '../app/treaties-named.ts';
import { UserError } from '../app/user-error.ts';
import { askedDay } from './asked-day.ts';
import type { Input } from './command.ts';

/** A flag that takes a whole number. @throws {UserError} where it is none, or too large */
export function wholeFlag(input: Input, flag: string, otherwise: number, most: number): number {
  const text = input.flag(flag);
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text) || Number(text) > most) throw new UserError(`--${flag}: '${text}' is no whole number from 0 to ${most}.`);
  return Number(text);
}

/** What is asked of one assessment, by the flags that all verbs on assessments share. @throws {UserError} for a flag that cannot be read */
export function assessmentAsked(
  input: Input,
  named: NamedTreaty,
  today: string,
): Pick<AssessRequest, 'treaty' | 'date' | 'seed' | 'form' | 'set' | 'contingencies' | 'gone'> {
  const contingencies = input.flags('contingency');
  const gone = input.flag('without');
  return {
    ...setByHand(
      named.treaty,
      input.flags('set').map((text) => settingOf(text)),
    ),
    date: askedDay(input, named.date ?? today),
    seed: wholeFlag(input, 'seed', 1, 999_999_999),
    form: formNamed(input.flag('as') ?? 'pact'),
    ...(contingencies.length > 0 && { contingencies }),
    ...(gone !== undefined && { gone: gone.toUpperCase() }),
  };
}
