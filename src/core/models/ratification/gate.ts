import { logistic, logit } from '../../math/logistic.ts';
import { normalCdf } from '../../math/normal.ts';
import { methodFor, quotaMet, type Bloc, type Turnout, type VoteMethod } from './body-vote.ts';
import { thresholdOf, type Quota } from './quota.ts';
import type { VoterWeights } from './weights.ts';

/** Members of a body who vote together, as far as they do. */
export interface Party {
  readonly seats: number;
  /** Supports the government. */
  readonly government?: boolean | undefined;
  /** Toward alliances and defense, −1 to 1; 0 where unknown. */
  readonly stance?: number | undefined;
}

/** Who must agree before a state is bound; a gate of `catalog/institutions` is one as it stands. */
export interface RatificationGate {
  readonly id: string;
  readonly kind: 'executive' | 'chamber' | 'referendum' | 'court';
  readonly seats?: number | undefined;
  /** More than half of the votes cast where left out; for a negative procedure, what it takes to object. */
  readonly quota?: Quota | undefined;
  /** Passes unless the body objects. */
  readonly negative?: boolean | undefined;
  readonly parties?: readonly Party[] | undefined;
}

const MAJORITY: Quota = { of: 'votes-cast', share: '1/2+' };
/** Seats of a body whose size is not given. */
const UNKNOWN_SEATS = 100;

/** A gate with all made ready that does not depend on the shock. */
export interface PreparedGate {
  readonly id: string;
  readonly method: VoteMethod | 'one voter';
  /** P(the gate passes | what moves every voter of the state alike), `common` in logits: value of the treaty and national shock. */
  readonly passes: (common: number) => number;
}

/** Stances of a body whose parties are not listed, and of the people. */
interface Setting {
  /** −1 to 1. */
  readonly stance: number;
  readonly weights: VoterWeights;
  /** Counts every body this way, however large. */
  readonly method?: VoteMethod | undefined;
}

interface Lean {
  readonly seats: number;
  readonly logits: number;
}

/** What moves the members of each party beside the common part. Seats nobody claims lean as the state does; so does a body without parties, the government's supporters being its majority. */
function leansOf({ seats, parties }: RatificationGate, { stance, weights }: Setting): readonly Lean[] {
  const listed = (parties ?? []).filter((party) => party.seats > 0);
  const lean = (toward: number, government: boolean): number => weights.stance * toward + weights.sponsored + (government ? weights.government : 0);
  const claimed = listed.reduce((sum, party) => sum + party.seats, 0);
  const all = seats ?? (claimed === 0 ? UNKNOWN_SEATS : claimed);
  if (claimed > all) throw new RangeError(`${claimed} seats of parties in a body of ${all}`);
  if (claimed === 0) {
    const majority = Math.floor(all / 2) + 1;
    return [
      { seats: majority, logits: lean(stance, true) },
      { seats: all - majority, logits: lean(stance, false) },
    ];
  }
  return [
    ...listed.map((party) => ({ seats: party.seats, logits: lean(party.stance ?? 0, party.government === true) })),
    ...(claimed < all ? [{ seats: all - claimed, logits: lean(stance, false) }] : []),
  ];
}

/** Mean stance of the government's parties; the state's where none is known. */
export function governmentStance(gates: readonly RatificationGate[], otherwise: number): number {
  for (const { parties } of gates) {
    const known = (parties ?? []).filter(({ government, stance, seats }) => government === true && stance !== undefined && seats > 0);
    const seats = known.reduce((sum, party) => sum + party.seats, 0);
    if (seats > 0) return known.reduce((sum, party) => sum + party.seats * (party.stance ?? 0), 0) / seats;
  }
  return otherwise;
}

function chamber(gate: RatificationGate, setting: Setting): PreparedGate {
  const { weights } = setting;
  const leans = leansOf(gate, setting);
  const quota = gate.quota ?? MAJORITY;
  const threshold = thresholdOf(quota.share);
  const seats = leans.reduce((sum, lean) => sum + lean.seats, 0);
  const method = setting.method ?? methodFor(seats, threshold);
  const turnout: Turnout = { attendance: weights.attendance, abstention: weights.abstention };
  const blocs = (common: number, against: boolean): Bloc[] =>
    leans.map((lean) => ({ seats: lean.seats, yes: logistic(against ? -(lean.logits + common) : lean.logits + common) }));
  return {
    id: gate.id,
    method,
    passes: (common) =>
      gate.negative === true
        ? 1 - weights.heard * quotaMet(blocs(common, true), threshold, quota.of, turnout, method)
        : quotaMet(blocs(common, false), threshold, quota.of, turnout, method),
  };
}

/** The median voter's side wins: with very many voters of logistic error, the share for is Λ(u), and a campaign shifts u by a normal. */
function referendum(gate: RatificationGate, { stance, weights }: Setting): PreparedGate {
  const { numerator, denominator } = thresholdOf((gate.quota ?? MAJORITY).share);
  const hurdle = logit(numerator / denominator);
  const lean = weights.stance * stance + weights.people;
  return { id: gate.id, method: 'one voter', passes: (common) => normalCdf((lean + common - hurdle) / weights.campaign) };
}

/** Makes a gate ready. @throws {RangeError} for a quota that is none, or more seats of parties than the body has */
export function prepareGate(gate: RatificationGate, setting: Setting & { readonly governmentStance: number }): PreparedGate {
  const { weights } = setting;
  switch (gate.kind) {
    case 'executive': {
      const lean = weights.stance * setting.governmentStance + weights.signed;
      return { id: gate.id, method: 'one voter', passes: (common) => logistic(lean + common) };
    }
    case 'court':
      return { id: gate.id, method: 'one voter', passes: () => weights.review };
    case 'referendum':
      return referendum(gate, setting);
    case 'chamber':
      return chamber(gate, setting);
  }
}
