import type { SolvedCase, SolvedWorlds } from './solve-case.ts';
import type { PreparedCase } from './case-game.ts';
import type { ParameterValues } from './parameter-values.ts';

/** What a contingency costs where it comes to be, for one draw: % of own GDP a year over ten years. */
export interface Losses {
  readonly target: number;
  readonly ally: number;
}

/** A loss a year over ten years, as one sum in % of a year's GDP: not discounted, as output lost later is lost all the same. */
const LOSS_YEARS = 10;
/** Kilometers within which an ally shares the region of the target. */
const REGION_KM = 1500;

/** Chance in a year that the matter is lost: conceded, or decided against the target. */
const lost = ({ solution: { pChallenge, pResist, pWin } }: SolvedCase): number => pChallenge * (1 - pResist * pWin);

/** What one contingency adds to a member's balance, in % of its own GDP a year. */
export interface BalanceParts {
  /** Losses that the treaty spares it: as target, with its own war; as ally, what the target's fall would cost. */
  readonly deterrence: number;
  /** What fighting for others costs it more than without the treaty; negative. */
  readonly joining: number;
  /** The part of joining that the promise and not the interest explains; negative. */
  readonly entrapment: number;
}

export const NO_PARTS: BalanceParts = { deterrence: 0, joining: 0, entrapment: 0 };

/** What a contingency adds to the balance of a member that is its target. */
export function targetParts(worlds: SolvedWorlds, losses: Losses, values: ParameterValues): BalanceParts {
  const cost = (solved: SolvedCase): number => lost(solved) * LOSS_YEARS * losses.target + solved.solution.pWar * values.get('currency.war-target');
  return { ...NO_PARTS, deterrence: cost(worlds.without) - cost(worlds.with) };
}

/** ... and of a member that may come to the target's aid. @param i its place among the allies of the game */
export function allyParts(worlds: SolvedWorlds, prepared: PreparedCase, i: number, losses: Losses, values: ParameterValues): BalanceParts {
  const ally = prepared.allies[i];
  if (ally === undefined) return NO_PARTS;
  const { kmToTarget, bordersTarget } = ally.joiner;
  const near = bordersTarget || kmToTarget < REGION_KM;
  // Far from the region the fitted worth of winning stands for what is at stake.
  const stake = near && losses.ally > 0 ? LOSS_YEARS * losses.ally : values.get('currency.logit') * Math.max(0, values.get('join.delta-win'));
  const fights = ({ solution }: SolvedCase): number => solution.pWar * (solution.pJoin[i] ?? 0);
  const reading = worlds.with.reading.allies[i];
  const war = values.get('currency.war-joiner');
  return {
    deterrence: (lost(worlds.without) - lost(worlds.with)) * stake,
    joining: -(fights(worlds.with) - fights(worlds.without)) * war,
    entrapment: -(reading?.entrapment ?? 0) * war,
  };
}
