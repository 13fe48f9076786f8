import type { Estimate } from '../facts/estimate.ts';
import type { Facts } from '../facts/facts.ts';
import { commonForcesOf, deliberationOn, readinessClassOf } from '../facts/readiness.ts';
import type { Rng } from '../math/rng.ts';
import { expectedDecisionDays, type DecisionRule } from '../models/response/decision-time.ts';
import { effectiveShare, type ReadinessTier } from '../models/response/readiness.ts';
import type { Treaty } from '../treaty/schema.ts';
import type { ResponseValues } from './case-game.ts';
import type { CrisisCase } from './crisis-case.ts';
import { splitNormal, type ParameterValues } from './parameter-values.ts';

/** The decision rule of a treaty's body. */
export function decisionRuleOf({ decisions }: Pick<Treaty, 'decisions'>): DecisionRule {
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

interface PreparedState {
  readonly tiers: readonly { readonly share: Estimate; readonly days: Estimate }[];
  /** What its forces have in common with those of the side it would join. */
  readonly common: readonly Estimate[] | undefined;
  readonly tripwire: Estimate | undefined;
}

/** Response of one contingency for given values: the central ones where no generator is handed in. */
export type ResponseFor = (values: ParameterValues, rng?: Rng) => ResponseValues;

/**
 * How fast and how well together forces act in one contingency: readiness by the day of the fait accompli, interoperability, tripwires.
 * What the catalog says is looked up once; each call reads it at its central values or draws it.
 * @param treaty the assessed one, or the one whose body is waited for: its decision delays those who must consult first
 */
export function prepareResponse(
  facts: Facts,
  built: CrisisCase,
  treaty: Pick<Treaty, 'decisions'>,
  members: number,
  allied: (treaty: string, a: string, b: string) => boolean,
): ResponseFor {
  const { contingency, date } = built;
  const friendOf = (side: 'target' | 'challenger'): string => contingency[side];
  const states = new Map<string, PreparedState>();
  const prepareState = (state: string, friend: string | undefined, tripwire?: Estimate): void => {
    const common = friend === undefined ? undefined : commonForcesOf(facts.readiness, state, friend, date, (id) => allied(id, state, friend));
    const known = [common?.standards, common?.equipment, common?.exercises, common?.command].filter((one) => one !== undefined);
    states.set(state, { tiers: readinessClassOf(facts.readiness, state, date)?.tiers ?? [], common: known.length === 0 ? undefined : known, tripwire });
  };
  prepareState(contingency.target, undefined);
  for (const { state, side, presence } of built.joiners) prepareState(state, friendOf(side), presence?.tripwire);
  const deliberation = deliberationOn(facts.readiness, date);
  const rule = decisionRuleOf(treaty);

  return (values, rng) => {
    const read = rng === undefined ? central : drawn(rng);
    const window =
      Math.max(0, read(contingency.warning_days)) + Math.max(0, contingency.fait_accompli_days === undefined ? 0 : read(contingency.fait_accompli_days));
    const mean = Math.max(0.1, read(deliberation));
    const consultation = expectedDecisionDays(rule, members, mean);
    const gamma = Math.max(1, values.get('response.gamma'));
    // Drawn in one order for all, whatever is asked first.
    const shares = new Map<string, readonly [prompt: number, delayed: number]>();
    const indices = new Map<string, number>();
    const tripwires = new Map<string, number>();
    for (const [state, { tiers, common, tripwire }] of states) {
      const drawnTiers = capped(tiers.map(({ share, days }) => ({ share: inUnit(read(share)), days: Math.max(0, read(days)) })));
      const at = (delay: number): number => (drawnTiers.length === 0 ? 1 : inUnit(effectiveShare(drawnTiers, window, delay, gamma)));
      shares.set(state, [at(mean), at(mean + consultation)]);
      indices.set(state, common === undefined ? 0 : common.reduce((sum, one) => sum + inUnit(read(one)), 0) / common.length);
      if (tripwire !== undefined) tripwires.set(state, Math.max(0, read(tripwire)));
    }
    return {
      readiness: (state, delayed) => shares.get(state)?.[delayed ? 1 : 0] ?? 1,
      interoperability: (state) => indices.get(state) ?? 0,
      tripwire: ({ state }) => tripwires.get(state) ?? 0,
    };
  };
}

/** Tiers drawn one by one may sum to more than all there is: scaled down to it. */
function capped(tiers: readonly ReadinessTier[]): readonly ReadinessTier[] {
  const sum = tiers.reduce((total, { share }) => total + share, 0);
  return sum <= 1 ? tiers : tiers.map(({ share, days }) => ({ share: share / sum, days }));
}
