import type { Treaty } from '../core/treaty/schema.ts';
import { setClause } from '../core/treaty/set-clause.ts';
import { UserError } from './user-error.ts';

const PARAMETER = /^(join|resist|challenge|escalation|nuclear|response|currency|spending)\./;

/** Whether a name is that of a parameter of a model, and not of a clause. */
export const isParameter = (name: string): boolean => PARAMETER.test(name);

/** NAME=VALUE, where NAME is a clause of a treaty or a parameter of a model. */
export interface Setting {
  readonly name: string;
  readonly value: string;
}

/** @throws {UserError} where nothing is set */
export function settingOf(text: string, where = '--set'): Setting {
  const cut = text.indexOf('=');
  if (cut < 1) throw new UserError(`${where}: '${text}' sets nothing; write NAME=VALUE.`);
  return { name: text.slice(0, cut), value: text.slice(cut + 1) };
}

/** A treaty with clauses set by hand, and parameters. @throws {UserError} for a place there is not, or a parameter that is no number */
export function setByHand(
  treaty: Treaty,
  settings: readonly Setting[],
  where = '--set',
): { readonly treaty: Treaty; readonly set: Readonly<Record<string, number>> } {
  const set: Record<string, number> = {};
  let changed = treaty;
  for (const { name, value } of settings) {
    if (isParameter(name)) {
      if (value.trim() === '' || !Number.isFinite(Number(value))) throw new UserError(`${where}: ${name} is a number, not '${value}'.`);
      set[name] = Number(value);
      continue;
    }
    try {
      changed = setClause(changed, name, value);
    } catch (error) {
      if (error instanceof RangeError) throw new UserError(`${where} ${name}=${value}: ${error.message}.`, [], { cause: error });
      throw error;
    }
  }
  return { treaty: changed, set };
}
