import { logistic } from '../math/logistic.ts';
import { ERAS, type ChainData } from './chain-data.ts';
import { fitJoin, type FittedJoin } from './join-stage.ts';
import { movedOdds, unpromised, type PairOdds, type PromisedOdds } from './pair-odds.ts';
import { indexOf, weightedLogit, type FittedChoice } from './weighted-logit.ts';

export const RESIST_WIN = 'resist.win';
export const ALONE_WINS = ['odds without promises before 1946', 'odds without promises since 1946'] as const;
export const CHALLENGE_WINS = ['challenge.win-before-1946', 'challenge.win-since-1946'] as const;

/** The crisis game fitted from its last move up. */
export interface ChainFit {
  readonly join: FittedJoin;
  /** Coefficients in the order of the data's columns, the worth of prevailing last. */
  readonly resist: FittedChoice;
  /** ... the odds without promises, then the worth of prevailing, each before 1946 and since. */
  readonly challenge: FittedChoice;
  /** Chance that a resisted challenge becomes war, by era. */
  readonly escalation: readonly number[];
}

/** How often each dispute and each pair of states counts. */
export interface ChainWeights {
  readonly disputes: Float64Array;
  readonly pairs: Float64Array;
}

/** What is added to the index of a stage, row by row, and not estimated. */
export interface ChainOffsets {
  readonly join?: { readonly target: Float64Array; readonly challenger: Float64Array };
  readonly resist?: Float64Array;
}

export interface ChainStart {
  /** Where searches begin. */
  readonly start?: ChainFit;
  readonly weights?: ChainWeights;
  readonly offsets?: ChainOffsets;
}

/**
 * Statistical backward induction (Bas, Signorino and Walker 2008, Political Analysis 16). The index of resisting is X_T b − v_T (1 − p), p the chance that
 * the target's side prevails over who is predicted to join. A yearly challenge weighs r (1 − p) beside the status quo, r the predicted chance of being
 * resisted, in two parts: as it would be were nothing promised, and the fall by what is promised, whose worth is v_C, one to 1945 and another since.
 * @param oddsOf chances of the target's side in `data.rows`, at an equation of joining
 */
export function fitChain(
  data: ChainData,
  oddsOf: (join: FittedJoin) => PromisedOdds<Float64Array>,
  { start, weights, offsets = {} }: ChainStart = {},
): ChainFit {
  const join = fitJoin(data.join, start?.join, weights === undefined ? undefined : ofJoin(data, weights.disputes), offsets.join);
  const { promised, alone } = oddsOf(join);
  const { resist, challenge } = data;
  const resisting = weightedLogit(
    {
      names: [...resist.names, RESIST_WIN],
      columns: [...resist.columns, Float64Array.from(resist.place, (at) => (promised[at] ?? 0.5) - 1)],
      happened: resist.happened,
      ...(offsets.resist !== undefined && { offset: offsets.resist }),
    },
    start?.resist.beta,
    weights === undefined ? undefined : byCluster(resist.cluster, weights.disputes),
  );
  const challenging = weightedLogit(
    {
      names: [...challenge.names, ...ALONE_WINS, ...CHALLENGE_WINS],
      columns: challengeColumns(data, resisting.beta, { promised, alone }),
      happened: challenge.happened,
    },
    start?.challenge.beta,
    weights === undefined ? undefined : byCluster(challenge.cluster, weights.pairs),
  );
  return { join, resist: resisting, challenge: challenging, escalation: escalationOf(data, weights?.disputes) };
}

/** The same on other weights, the odds moved along their slopes: a draw of the bootstrap. */
export function refitChain(data: ChainData, odds: PromisedOdds<PairOdds>, start: ChainFit, weights: ChainWeights): ChainFit {
  const oddsOf = ({ second }: FittedJoin): PromisedOdds<Float64Array> => ({
    promised: movedOdds(odds.promised, second),
    alone: movedOdds(odds.alone, unpromised(second)),
  });
  return fitChain(data, oddsOf, { start, weights });
}

const byCluster = (cluster: Int32Array, weights: Float64Array): Float64Array => Float64Array.from(cluster, (one) => weights[one] ?? 0);

function ofJoin({ disputes, join }: ChainData, weights: Float64Array): Float64Array {
  const byNumber = new Map(Array.from(disputes, (number, index) => [number, weights[index] ?? 0]));
  return Float64Array.from(join.disputes, (number) => byNumber.get(number) ?? 0);
}

/**
 * Regressors of a challenge: the status quo; the chance of being resisted times that of losing, as it would be were nothing promised; and the
 * loss by what is promised, which counts against it.
 */
export function challengeColumns(data: ChainData, resisting: Float64Array, { promised, alone }: PromisedOdds<Float64Array>): Float64Array[] {
  const { challenge } = data;
  const index = indexOf(challenge.resist, resisting);
  const worth = resisting[challenge.resist.length] ?? 0;
  const before = new Float64Array(challenge.place.length);
  const fall = new Float64Array(challenge.place.length);
  challenge.place.forEach((place, row) => {
    const [p, p0] = [promised[place] ?? 0.5, alone[place] ?? 0.5];
    const r = logistic((index[row] ?? 0) - worth * (1 - p));
    before[row] = r * (1 - p0);
    fall[row] = r * (p0 - p);
  });
  return [...challenge.columns, ...byEra(data, before), ...byEra(data, fall)];
}

function byEra({ challenge: { postwar } }: ChainData, values: Float64Array): Float64Array[] {
  const later = values.map((value, row) => value * (postwar[row] ?? 0));
  return [values.map((value, row) => value - (later[row] ?? 0)), later];
}

function escalationOf({ escalation: { era, dispute, war } }: ChainData, weights?: Float64Array): number[] {
  const [resisted, wars] = [ERAS.map(() => 0), ERAS.map(() => 0)];
  era.forEach((one, row) => {
    const weight = weights === undefined ? 1 : (weights[dispute[row] ?? 0] ?? 0);
    resisted[one] = (resisted[one] ?? 0) + weight;
    wars[one] = (wars[one] ?? 0) + weight * (war[row] ?? 0);
  });
  return wars.map((count, one) => count / Math.max(1e-9, resisted[one] ?? 0));
}
