import { initTreaty, type TreatyPlan } from '../core/treaty/init.ts';
import { UserError } from './user-error.ts';

/**
 * A commented starting file for a treaty; it parses as it stands.
 * @throws {UserError} where the answers do not make a treaty
 */
export function startingTreaty(plan: TreatyPlan): string {
  if (plan.parties.length < 2) throw new UserError('--party: a treaty has at least two parties; name each, such as --party FRA --party GBR.');
  const result = initTreaty(plan);
  if (result.ok) return result.text;
  const [first, ...rest] = result.diagnostics.map(({ message }) => message);
  throw new UserError(`these answers make no treaty: ${first ?? 'something is amiss'}.`, rest);
}
