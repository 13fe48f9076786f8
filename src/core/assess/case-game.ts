import type { CrisisGame, Joiner } from '../models/crisis/game.ts';
import { lossOfStrength, milesOf, milesPerDay } from '../measures/loss-of-strength.ts';
import { jointStrength } from '../models/response/interoperability.ts';
import type { CrisisCase, JoinerCase } from './crisis-case.ts';
import type { ParameterValues } from './parameter-values.ts';
import { jointPrice, priceOf, type PricePart } from './promise.ts';

/** The world with the assessed treaty, or the same without its promises, bases and forces. */
export type Side = 'with' | 'without';

/** What a draw fixes beside the parameters: response and the ranges of a contingency. */
export interface ResponseValues {
  /** ρ of each joiner and principal, by state; 1 where not told. */
  readonly readiness: (state: string, delayed: boolean) => number;
  /** I between two states, 0 to 1. */
  readonly interoperability: (a: string, b: string) => number;
  /** Where between its ends each tripwire stands: its value is value + z · half its range. */
  readonly tripwire: (presence: NonNullable<JoinerCase['presence']>) => number;
}

/** A joiner of the game with the derivation of its payoffs. */
export interface JoinerPayoffs {
  readonly state: string;
  readonly joiner: Joiner;
  /** a, in logits: the promise alone. */
  readonly promise: number;
  readonly promiseParts: readonly PricePart[];
  readonly tripwire: number;
  /** The terms of −k: private motives. */
  readonly motiveParts: readonly PricePart[];
}

export interface CaseGame {
  readonly game: CrisisGame;
  readonly allies: readonly JoinerPayoffs[];
  readonly supporters: readonly JoinerPayoffs[];
}

const isPostwar = (date: string): boolean => date >= '1946-01-01';

/** The escalation parameter of an era. */
export function escalationName(date: string): string {
  if (date < '1914') return 'escalation.1816-1913';
  if (date < '1946') return 'escalation.1914-1945';
  return date < '1991' ? 'escalation.1946-1990' : 'escalation.1991-2010';
}

/** −k of a joiner but for its promise: the fitted private motives to come to a war. */
function motives(joiner: JoinerCase, nuclearChallenger: boolean, date: string, values: ParameterValues): PricePart[] {
  const part = (parameter: string, times: number): PricePart => ({ parameter, value: values.get(parameter) * times });
  const lnTarget = Math.log1p(joiner.kmToTarget);
  const parts = [
    part('join.intercept', 1),
    part('join.war', 1),
    part('join.distance-target', lnTarget),
    part('join.distance-challenger', Math.log1p(joiner.kmToChallenger)),
    part('join.log-capability', Math.log(joiner.share + 1e-5)),
    part('join.major', Number(joiner.major)),
    part('join.major-distance', joiner.major ? lnTarget : 0),
    part('join.border-target', Number(joiner.bordersTarget)),
    part('join.border-challenger', Number(joiner.bordersChallenger)),
    part('join.rivalry', Number(joiner.rival)),
    part('join.nuclear', Number(nuclearChallenger)),
    part('join.post-1945', Number(isPostwar(date))),
  ];
  return parts.filter(({ value }) => value !== 0);
}

function fullPrice(joiner: JoinerCase, side: Side, values: ParameterValues): { readonly price: number; readonly parts: readonly PricePart[] } {
  const priced = joiner[side].promises.map((terms) => ({ treaty: terms.treaty, ...priceOf(terms, values) }));
  const dearest = priced.toSorted((a, b) => b.price - a.price)[0];
  return { price: jointPrice(priced, values.get('join.largest-price')), parts: dearest?.parts ?? [] };
}

function payoffs(joiner: JoinerCase, side: Side, built: CrisisCase, assessed: string, values: ParameterValues, response: ResponseValues): JoinerPayoffs {
  const { date, contingency } = built;
  const kappa = values.get('join.kappa');
  const full = fullPrice(joiner, side, values);
  // The share of the fitted price that is interest stays where it is, treaty or not.
  const interest = (1 - kappa) * fullPrice(joiner, 'with', values).price;
  const promise = kappa * full.price;
  const { presence } = joiner;
  const stays = side === 'with' || presence?.treaty !== assessed;
  const tripwire = presence === undefined || !stays ? 0 : response.tripwire(presence);
  const opponentNuclear = joiner.side === 'target' ? built.challenger.nuclear : built.target.nuclear;
  const motiveParts = motives(joiner, opponentNuclear, date, values);
  const restraint = joiner[side].restrained ? values.get('join.neutrality') : 0;
  const motive = motiveParts.reduce((sum, { value }) => sum + value, 0) + restraint + interest - (opponentNuclear ? values.get('nuclear.joiner') : 0);
  const friend = joiner.side === 'target' ? contingency.target : contingency.challenger;
  const delayed = joiner[side].promises.some(({ consultFirst }) => consultFirst);
  const away = lossOfStrength(joiner.share, milesOf(joiner.kmToPlace), milesPerDay(Number(date.slice(0, 4))));
  const strength = jointStrength(away * response.readiness(joiner.state, delayed), response.interoperability(joiner.state, friend), values.get('response.phi'));
  return {
    state: joiner.state,
    promise,
    promiseParts: full.parts,
    tripwire,
    motiveParts: [
      ...motiveParts,
      { parameter: 'join.kappa', value: interest },
      ...(restraint === 0 ? [] : [{ parameter: 'join.neutrality', value: restraint }]),
    ],
    joiner: { strength, value: values.get('join.delta-win'), war_cost: -motive, broken_promise_cost: promise + tripwire },
  };
}

/** The crisis game of a case under one world and one set of values; `statusQuo` is b_C, calibrated by the caller. */
export function caseGame(built: CrisisCase, side: Side, assessed: string, values: ParameterValues, response: ResponseValues, statusQuo: number): CaseGame {
  const { date, challenger, target, joiners } = built;
  const year = Number(date.slice(0, 4));
  const postwar = isPostwar(date);
  const made = joiners.map((joiner) => ({ side: joiner.side, payoffs: payoffs(joiner, side, built, assessed, values, response) }));
  const allies = made.filter((one) => one.side === 'target').map((one) => one.payoffs);
  const supporters = made.filter((one) => one.side === 'challenger').map((one) => one.payoffs);
  const away = (share: number, km: number): number => lossOfStrength(share, milesOf(km), milesPerDay(year));
  const escalation = values.get(escalationName(date));
  // The fitted index of resisting is X − v (1 − p): its constant is the cost of resisting, whether war follows or not.
  const win = values.get('resist.win');
  const resist =
    values.get('resist.intercept') +
    values.get('resist.border') * Number(built.bordering) +
    values.get('resist.distance') * Math.log1p(built.kmBetween) +
    values.get('resist.rivalry') * Number(built.rivals) +
    values.get('resist.major-target') * Number(target.major) +
    values.get('resist.post-1945') * Number(postwar);
  const nuclearAnswer = target.nuclear ? values.get('nuclear.challenger') : 0;
  return {
    allies,
    supporters,
    game: {
      decisiveness: 1,
      escalation,
      challenger: {
        strength: away(challenger.share, challenger.kmToPlace),
        value: values.get(postwar ? 'challenge.win-since-1946' : 'challenge.win-before-1946'),
        war_cost: nuclearAnswer,
        status_quo: statusQuo,
      },
      target: { strength: away(target.share, target.kmToPlace) * response.readiness(target.state, false), value: win, war_cost: (win - resist) / escalation },
      allies: allies.map(({ joiner }) => joiner),
      ...(supporters.length > 0 && { supporters: supporters.map(({ joiner }) => joiner) }),
    },
  };
}
