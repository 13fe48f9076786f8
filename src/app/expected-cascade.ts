import { capabilitiesOn, yearsOfCapabilities } from '../core/assess/capability.ts';
import { expectedCascade } from '../core/assess/expected-cascade.ts';
import type { Facts } from '../core/facts/facts.ts';
import { NONSTATE, type Verdict } from '../core/law/types.ts';
import type { World } from '../core/states/world.ts';
import { both } from '../core/text/sentence.ts';
import { loadFacts } from './load-catalog.ts';
import type { AskedLaw, TriggerRequest } from './trigger.ts';
import { UserError } from './user-error.ts';

/** Draws of the ranges where none are asked for. */
const DRAWS = 200;

/**
 * A verdict with what is likely to follow: who would come with what chance, and the cascade of those more likely than not to perform.
 * @param field how the cascade is asked for, for errors
 * @throws {UserError} where the catalog does not know the power of the two sides on the date, or no attacker is a state
 */
export function expectedVerdict({ law, verdict, treaties }: AskedLaw, world: World, request: TriggerRequest, field: string): Verdict {
  const { draws = DRAWS, seed = 1, refuses = [] } = request;
  const { date, attackers, target } = verdict.event;
  const facts = loadFacts();
  const capabilities = capabilitiesOn(facts, date);
  if (capabilities === undefined) throw new UserError(`${field}: expected: ${unknownYear(facts, date)}`);
  const challenger = attackers.find((state) => state !== NONSTATE);
  if (challenger === undefined) throw new UserError(`${field}: expected: no attacker is a state, and the chances are of wars between states.`);
  for (const state of [challenger, target]) {
    if (capabilities.shares.has(state)) continue;
    const { year, shares } = capabilities;
    const known = `Known are ${[...shares.keys()].sort().join(' ')}.`;
    throw new UserError(
      `${field}: expected: the catalog does not know the power of ${world.nameOf(state, date)} in ${date.slice(0, 4)} (figures of ${year}).`,
      [known],
    );
  }
  return { ...verdict, cascade: expectedCascade({ facts, world, law, treaties }, verdict, { draws, seed, refuses }) };
}

function unknownYear(facts: Facts, date: string): string {
  const spans = yearsOfCapabilities(facts).map(({ first, last }) => (last === undefined ? `${first} to today` : `${Math.max(1815, first)} to ${last}`));
  return `the catalog knows nobody's power in ${date.slice(0, 4)}, which the chances rest on; ask for a day of ${both(spans)}, or for the cascade by letter or chosen.`;
}
