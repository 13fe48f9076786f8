import type { Axis } from '../../../core/explore/sweep/axis.ts';
import { isList } from '../../../core/explore/sweep/axis.ts';
import { UserError } from '../../user-error.ts';

/** @throws {UserError} where something else than the numbers named is varied */
export function onlyNumbers(verb: string, axes: readonly Axis[], names: readonly string[]): void {
  for (const axis of axes) {
    if (!names.includes(axis.name)) throw new UserError(`vary: ${verb} has no '${axis.name}'; it has ${names.join(', ')}.`);
    if (isList(axis) && !axis.values.every((value) => typeof value === 'number')) throw new UserError(`vary: ${axis.name} takes numbers.`);
  }
}
