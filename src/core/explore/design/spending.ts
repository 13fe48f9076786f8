import { indicatorAt } from '../../facts/indicators.ts';
import { centralValues } from '../../assess/parameter-values.ts';
import { calibrate } from '../../models/spending/calibrate.ts';
import type { SpendingGame } from '../../models/spending/game.ts';
import { nashSpending } from '../../models/spending/nash.ts';
import type { Treaty } from '../../treaty/schema.ts';
import type { CaseOutcome } from './outcome.ts';
import type { SpendingFactors } from './cases.ts';
import type { DesignSetting } from './setting.ts';
import { floorsOf } from './treaty-variables.ts';

/** What spending adds to a member's balance, % of its own GDP a year. */
export interface SpendingParts {
  readonly pooling: number;
  /** Negative. */
  readonly burden: number;
}

/** Who spends what, for every way to write the treaty: tastes are read off what is observed, once. */
export interface SpendingGround {
  /** What the outcomes of a text and its pledges add, by state; states without figures are missing. */
  readonly partsOf: (treaty: Treaty, outcomes: readonly CaseOutcome[]) => ReadonlyMap<string, SpendingParts>;
  /** By how much spending moves from what is observed where a text's floors differ from the given ones: those above their choice spend the floor. */
  readonly factorsOf: (treaty: Treaty) => SpendingFactors;
}

/**
 * Weights of security are calibrated once, in the world observed (with the given text where it is in force), on the year before its first pledge.
 * @param given outcomes of the given text
 * @param without outcomes with no treaty
 */
export function createSpending(setting: DesignSetting, given: readonly CaseOutcome[], without: readonly CaseOutcome[]): SpendingGround {
  const { subject, date, parameters, set } = setting;
  const { facts } = subject;
  const year = Number(date.slice(0, 4));
  const agreed = floorsOf(setting.given, date)
    .map((pledge) => pledge.agreed ?? date)
    .toSorted()[0];
  const baseYear = agreed === undefined ? year : Number(agreed.slice(0, 4));
  const known = setting.states.flatMap((state) => {
    const at = (name: 'gdp' | 'defense' | 'population'): number | undefined => indicatorAt(facts.indicators, state, name, year)?.value;
    const [gdp, defense, population] = [at('gdp'), at('defense'), at('population')];
    if (gdp === undefined || defense === undefined || population === undefined || !(defense > 0)) return [];
    const base = indicatorAt(facts.indicators, state, 'defense-share', baseYear, 1)?.value;
    return [{ state, gdp, defense, base: base === undefined ? defense : (base / 100) * gdp }];
  });
  if (known.length < 2) return { partsOf: () => new Map<string, SpendingParts>(), factorsOf: () => new Map<string, number>() };
  const states = known.map(({ state }) => state);
  const incomes = known.map(({ gdp }) => gdp);
  const all = incomes.reduce((sum, income) => sum + income, 0);
  const observed = known.map(({ base }) => base);
  const thinning = centralValues(facts.parameters.find(({ id }) => id === 'spending') ?? parameters, set).get('spending.thinning');
  const thinned = incomes.map((income) => (income / all) ** thinning);
  const game = (outcomes: readonly CaseOutcome[], weights: readonly number[]): SpendingGame => ({
    members: incomes.map((income, i) => ({ income, security_weight: weights[i] ?? 0 })),
    spillins: spillinsOf(outcomes, states).map((row, i) => row.map((value) => value * (thinned[i] ?? 0))),
  });
  const world = setting.standing ? given : without;
  const weights = calibrate(
    game(
      world,
      incomes.map(() => 0),
    ),
    observed,
  ).weights.map(({ value }) => (Number.isNaN(value) ? 0 : value));
  const nashIn = (outcomes: readonly CaseOutcome[]): readonly number[] => nashSpending(game(outcomes, weights), observed).spending;
  const apart = nashIn(without);
  const nashGiven = nashIn(given);
  const floorOf = (treaty: Treaty): readonly number[] => {
    const floors = floorsOf(treaty, date);
    const inside = new Set(treaty.parties.map(({ state }) => state));
    return known.map(({ state, gdp }) => {
      if (!inside.has(state)) return 0;
      const binding = floors.filter(({ bound }) => bound === undefined || bound === 'all' || (Array.isArray(bound) && bound.includes(state)));
      return Math.max(0, ...binding.map(({ at_least }) => (at_least ?? 0) * gdp));
    });
  };
  const floorsGiven = floorOf(setting.given);
  return {
    partsOf: (treaty, outcomes) => {
      const nash = nashIn(outcomes);
      const floors = floorOf(treaty);
      return new Map(
        known.map(({ state, gdp }, i) => [
          state,
          {
            pooling: (100 * ((apart[i] ?? 0) - (nash[i] ?? 0))) / gdp,
            burden: (floors[i] ?? 0) > 0 ? (-100 * Math.max(0, (floors[i] ?? 0) - (nash[i] ?? 0))) / gdp : 0,
          },
        ]),
      );
    },
    factorsOf: (treaty) => {
      const floors = floorOf(treaty);
      return new Map(
        states.flatMap((state, i) => {
          const spends = (floor: number | undefined): number => Math.max(nashGiven[i] ?? 0, floor ?? 0);
          const factor = spends(floors[i]) / spends(floorsGiven[i]);
          return Number.isFinite(factor) && Math.abs(factor - 1) > 1e-12 ? [[state, factor] as const] : [];
        }),
      );
    },
  };
}

/** π: mean over the contingencies in which i is the target (over all where it is that of none) of the aid that j brings. */
function spillinsOf(outcomes: readonly CaseOutcome[], states: readonly string[]): number[][] {
  const meanAid = (used: readonly CaseOutcome[]): readonly number[] =>
    states.map((j) => {
      const asked = used.filter(({ target }) => target !== j);
      return asked.length === 0 ? 0 : asked.reduce((sum, { aid }) => sum + (aid.get(j) ?? 0), 0) / asked.length;
    });
  const everywhere = meanAid(outcomes);
  return states.map((i, row) => {
    const own = outcomes.filter(({ target }) => target === i);
    return (own.length > 0 ? meanAid(own) : everywhere).map((value, column) => (column === row ? 0 : value));
  });
}
