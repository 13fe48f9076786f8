import type { CrisisGame, Joiner } from '../models/crisis/game.ts';
import { MOTIVES, type MotiveFacts } from '../models/crisis/motives.ts';
import { lossOfStrength, milesOf, milesPerDay } from '../measures/loss-of-strength.ts';
import { compareText } from '../text/compare.ts';
import type { CrisisCase, JoinerCase } from './crisis-case.ts';
import type { ParameterValues } from './parameter-values.ts';
import { jointPrice, priceOf, pricedClause, pricePartsOf, type PricedClause, type PricePart } from './promise.ts';

/** The world with the assessed treaty, or the same without its promises, bases and forces. */
export type Side = 'with' | 'without';

/** What a draw fixes beside the parameters: response and the ranges of a contingency. */
export interface ResponseValues {
  /** ρ of each joiner and principal, by state; 1 where not told. */
  readonly readiness: (state: string, delayed: boolean) => number;
  /** I of a joiner's forces with those of the side it would join, 0 to 1. */
  readonly interoperability: (state: string) => number;
  /** What standing aside would lose where its forces stand in the way, in logits. */
  readonly tripwire: (joiner: JoinerCase) => number;
}

const isPostwar = (date: string): boolean => date >= '1946-01-01';

/** The escalation parameter of an era. */
export function escalationName(date: string): string {
  if (date < '1914') return 'escalation.1816-1913';
  if (date < '1946') return 'escalation.1914-1945';
  return date < '1991' ? 'escalation.1946-1990' : 'escalation.1991-2010';
}

/** A fitted parameter and how often it counts. */
interface Term {
  readonly parameter: string;
  readonly times: number;
}

/** −k of a joiner but for its promise: the fitted private motives to come to a war. */
function motivesOf(joiner: JoinerCase, nuclearOpponent: boolean, date: string): readonly Term[] {
  const facts: MotiveFacts = {
    war: 1,
    ln_km_side: Math.log1p(joiner.kmToTarget),
    ln_km_opponent: Math.log1p(joiner.kmToChallenger),
    ln_cinc: Math.log(joiner.share + 1e-5),
    major: Number(joiner.major),
    border_side: Number(joiner.bordersTarget),
    border_opponent: Number(joiner.bordersChallenger),
    rival_opponent: Number(joiner.rival),
    nuclear_opponent: Number(nuclearOpponent),
    postwar: Number(isPostwar(date)),
  };
  const terms: readonly Term[] = [
    ...MOTIVES.map(([parameter, of]) => ({ parameter, times: of(facts) })),
    { parameter: 'join.challenger-side', times: Number(joiner.side === 'challenger') },
    { parameter: 'nuclear.joiner', times: nuclearOpponent ? -1 : 0 },
  ];
  return terms.filter(({ times }) => times !== 0);
}

/** A joiner with all that is looked up once for many draws. */
interface PreparedJoiner {
  readonly joiner: JoinerCase;
  readonly motives: readonly Term[];
  readonly clauses: Readonly<Record<Side, readonly PricedClause[]>>;
  /** Strength at the place, before readiness and interoperability. */
  readonly away: number;
  readonly delayed: Readonly<Record<Side, boolean>>;
  readonly tripwireStays: Readonly<Record<Side, boolean>>;
}

/** A case ready to be played with any values. */
export interface PreparedCase {
  readonly built: CrisisCase;
  readonly allies: readonly PreparedJoiner[];
  readonly supporters: readonly PreparedJoiner[];
  readonly challengerStrength: number;
  readonly targetStrength: number;
  readonly resist: readonly Term[];
}

/** Looks up once what every draw of a case needs. @param assessed ids of the assessed treaties */
export function prepareCase(built: CrisisCase, assessed: ReadonlySet<string>): PreparedCase {
  const { date, challenger, fellows, target, joiners } = built;
  const year = Number(date.slice(0, 4));
  const away = (share: number, km: number): number => lossOfStrength(share, milesOf(km), milesPerDay(year));
  const prepareJoiner = (joiner: JoinerCase): PreparedJoiner => {
    const clausesOf = (side: Side): readonly PricedClause[] => joiner[side].promises.map(pricedClause).sort((a, b) => compareText(a.treaty, b.treaty));
    const consults = (side: Side): boolean => joiner[side].promises.some(({ consultFirst }) => consultFirst);
    const { presence } = joiner;
    return {
      joiner,
      motives: motivesOf(joiner, joiner.side === 'target' ? challenger.nuclear : target.nuclear, date),
      clauses: { with: clausesOf('with'), without: clausesOf('without') },
      away: away(joiner.share, joiner.kmToPlace),
      delayed: { with: consults('with'), without: consults('without') },
      tripwireStays: { with: presence !== undefined, without: presence !== undefined && (presence.treaty === undefined || !assessed.has(presence.treaty)) },
    };
  };
  const resist: readonly Term[] = [
    { parameter: 'resist.intercept', times: 1 },
    { parameter: 'resist.border', times: Number(built.bordering) },
    { parameter: 'resist.distance', times: Math.log1p(built.kmBetween) },
    { parameter: 'resist.rivalry', times: Number(built.rivals) },
    { parameter: 'resist.major-target', times: Number(target.major) },
    { parameter: 'resist.post-1945', times: Number(isPostwar(date)) },
  ];
  return {
    built,
    allies: joiners.filter(({ side }) => side === 'target').map(prepareJoiner),
    supporters: joiners.filter(({ side }) => side === 'challenger').map(prepareJoiner),
    challengerStrength: [challenger, ...fellows].reduce((sum, { share, kmToPlace }) => sum + away(share, kmToPlace), 0),
    targetStrength: away(target.share, target.kmToPlace),
    resist: resist.filter(({ times }) => times !== 0),
  };
}

function sumOf(terms: readonly Term[], values: ParameterValues): number {
  let sum = 0;
  for (const { parameter, times } of terms) sum += values.get(parameter) * times;
  return sum;
}

/** The share of the fitted price that is interest, and stays in both worlds: friends ally. */
function interestOf({ clauses }: PreparedJoiner, values: ParameterValues): number {
  return (1 - values.get('join.kappa')) * jointPrice(clauses.with, values);
}

/** What joins of every side have in common in one draw, read once. */
interface Shared {
  readonly kappa: number;
  readonly neutrality: number;
  readonly phi: number;
  readonly deltaWin: number;
  readonly values: ParameterValues;
  readonly response: ResponseValues;
}

/** A joiner's payoffs in both worlds: its motives are the same. */
function payoffsOf(prepared: PreparedJoiner, { kappa, neutrality, phi, deltaWin, values, response }: Shared): Readonly<Record<Side, Joiner>> {
  const { joiner, clauses, away, motives, delayed, tripwireStays } = prepared;
  const price = jointPrice(clauses.with, values);
  const motive = sumOf(motives, values) + (1 - kappa) * price;
  const tripwire = joiner.presence === undefined ? 0 : response.tripwire(joiner);
  const together = phi + (1 - phi) * response.interoperability(joiner.state);
  const of = (side: Side): Joiner => ({
    strength: away * response.readiness(joiner.state, delayed[side]) * together,
    value: deltaWin,
    war_cost: -motive - (joiner[side].restrained ? neutrality : 0),
    nuclear: joiner.nuclear,
    broken_promise_cost: kappa * (side === 'with' ? price : jointPrice(clauses.without, values)) + (tripwireStays[side] ? tripwire : 0),
  });
  return { with: of('with'), without: of('without') };
}

/** What a joiner's payoffs are made of, but for the worth of winning. */
export function derivationOf(prepared: PreparedJoiner, side: Side, values: ParameterValues, response: ResponseValues): readonly PricePart[] {
  const { joiner, motives, clauses, tripwireStays } = prepared;
  const dearest = clauses[side].toSorted((a, b) => priceOf(b, values) - priceOf(a, values))[0];
  const tripwire = joiner.presence === undefined || !tripwireStays[side] ? 0 : response.tripwire(joiner);
  return [
    ...motives.map(({ parameter, times }) => ({ parameter, value: values.get(parameter) * times })),
    ...(joiner[side].restrained ? [{ parameter: 'join.neutrality', value: values.get('join.neutrality') }] : []),
    ...(clauses.with.length === 0 ? [] : [{ parameter: 'join.kappa', value: interestOf(prepared, values) }]),
    ...(dearest === undefined ? [] : pricePartsOf(dearest, values)),
    ...(tripwire === 0 ? [] : [{ parameter: 'tripwire', value: tripwire }]),
  ];
}

/** The crisis game of a case in both worlds, for one set of values, the challenger's status quo at 0. */
export function caseGames(prepared: PreparedCase, values: ParameterValues, response: ResponseValues): Readonly<Record<Side, CrisisGame>> {
  const { built, allies, supporters } = prepared;
  const { date, target } = built;
  const escalation = values.get(escalationName(date));
  const shared: Shared = {
    kappa: values.get('join.kappa'),
    neutrality: values.get('join.neutrality'),
    phi: values.get('response.phi'),
    deltaWin: values.get('join.delta-win'),
    values,
    response,
  };
  const allied = allies.map((joiner) => payoffsOf(joiner, shared));
  const supporting = supporters.map((joiner) => payoffsOf(joiner, shared));
  // The fitted index of resisting is X − v (1 − p): its constant is the cost of resisting, whether war follows or not.
  const win = values.get('resist.win');
  const principals = {
    decisiveness: 1,
    escalation,
    company: values.get('join.company'),
    challenger: {
      strength: prepared.challengerStrength,
      value: values.get(isPostwar(date) ? 'challenge.win-since-1946' : 'challenge.win-before-1946'),
      war_cost: 0,
      nuclear_cost: values.get('nuclear.challenger'),
    },
    target: {
      strength: prepared.targetStrength * response.readiness(target.state, false),
      value: win,
      war_cost: (win - sumOf(prepared.resist, values)) / escalation,
      nuclear: target.nuclear,
    },
  };
  const of = (side: Side): CrisisGame => ({
    ...principals,
    allies: allied.map((one) => one[side]),
    ...(supporting.length > 0 && { supporters: supporting.map((one) => one[side]) }),
  });
  return { with: of('with'), without: of('without') };
}
