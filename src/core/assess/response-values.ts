import type { Estimate } from '../facts/estimate.ts';
import type { Facts } from '../facts/facts.ts';
import { commonForcesOf, deliberationOn, readinessClassOf } from '../facts/readiness.ts';
import type { Rng } from '../math/rng.ts';
import { expectedDecisionDays, type DecisionRule } from '../models/response/decision-time.ts';
import { interoperabilityIndex } from '../models/response/interoperability.ts';
import { effectiveShare, type ReadinessTier } from '../models/response/readiness.ts';
import type { Treaty } from '../treaty/schema.ts';
import type { ResponseValues } from './case-game.ts';
import type { CrisisCase } from './crisis-case.ts';
import { splitNormal, type ParameterValues } from './parameter-values.ts';

/** The decision rule of a treaty's body. */
export function decisionRuleOf({ decisions }: Treaty): DecisionRule {
  if (decisions?.silence_procedure === true) return { kind: 'silence', deadline: 2, objects: 0.02 };
  switch (decisions?.rule) {
    case 'consensus':
    case 'unanimity':
      return { kind: 'unanimity' };
    case 'two-thirds':
      return { kind: 'share', share: 2 / 3 };
    case 'qualified-majority':
      return { kind: 'share', share: 0.55 };
    case 'majority':
      return { kind: 'share', share: 0.5 };
    case 'hub-decides':
      return { kind: 'hub' };
    case 'none':
    case undefined:
      return { kind: 'none' };
  }
}

/** How an estimate is read: its central value, or a draw of its own. */
type Read = (estimate: Estimate) => number;

const central: Read = ({ value }) => value;
const drawn =
  (rng: Rng): Read =>
  (estimate) =>
    splitNormal(rng, estimate);

const inUnit = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * How fast and how well together forces act in one contingency: readiness by the day of the fait accompli, interoperability, tripwires.
 * @param treaty the assessed one: its body's decision delays those who must consult first
 * @param rng left out for the central values
 */
export function responseValues(facts: Facts, built: CrisisCase, treaty: Treaty, members: number, values: ParameterValues, rng?: Rng): ResponseValues {
  const read = rng === undefined ? central : drawn(rng);
  const { contingency, date } = built;
  const window =
    Math.max(0, read(contingency.warning_days)) + Math.max(0, contingency.fait_accompli_days === undefined ? 0 : read(contingency.fait_accompli_days));
  const mean = Math.max(0.1, read(deliberationOn(facts.readiness, date)));
  const consultation = expectedDecisionDays(decisionRuleOf(treaty), members, mean);
  const gamma = Math.max(1, values.get('response.gamma'));
  const tiersOf = new Map<string, readonly ReadinessTier[]>();
  const readTiers = (state: string): readonly ReadinessTier[] => {
    const known = tiersOf.get(state);
    if (known !== undefined) return known;
    const tiers = (readinessClassOf(facts.readiness, state, date)?.tiers ?? []).map(({ share, days }) => ({
      share: inUnit(read(share)),
      days: Math.max(0, read(days)),
    }));
    tiersOf.set(state, tiers);
    return tiers;
  };
  const indexOf = new Map<string, number>();
  return {
    readiness: (state, delayed) => {
      const tiers = readTiers(state);
      return tiers.length === 0 ? 1 : inUnit(effectiveShare(tiers, window, mean + (delayed ? consultation : 0), gamma));
    },
    interoperability: (a, b) => {
      const key = `${a} ${b}`;
      const known = indexOf.get(key);
      if (known !== undefined) return known;
      const common = commonForcesOf(facts.readiness, a, b, date, () => true);
      const index =
        common === undefined
          ? undefined
          : interoperabilityIndex({
              ...(common.standards !== undefined && { standards: inUnit(read(common.standards)) }),
              ...(common.equipment !== undefined && { equipment: inUnit(read(common.equipment)) }),
              ...(common.exercises !== undefined && { exercises: inUnit(read(common.exercises)) }),
              ...(common.command !== undefined && { command: inUnit(read(common.command)) }),
            });
      indexOf.set(key, index ?? 0);
      return index ?? 0;
    },
    tripwire: ({ tripwire }) => Math.max(0, read(tripwire)),
  };
}
