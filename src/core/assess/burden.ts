import type { Facts } from '../facts/facts.ts';
import { indicatorAt, type Indicator } from '../facts/indicators.ts';
import { calibrate } from '../models/spending/calibrate.ts';
import { burdenAgainstBenefit, exploitation } from '../models/spending/exploitation.ts';
import type { SpendingGame } from '../models/spending/game.ts';
import { spendingGaps, type SpendingGaps } from '../models/spending/gaps.ts';
import type { PreparedAssessment } from './prepare.ts';
import { centralValues } from './parameter-values.ts';
import type { SolvedWorlds } from './solve-case.ts';

/** One member's part of the burden. Money in billions of current US dollars. */
export interface MemberBurden {
  readonly state: string;
  readonly gdp: number;
  readonly defense: number;
  /** Millions. */
  readonly population: number;
  /** Of its GDP, 0 to 1. */
  readonly share: number;
  readonly year: number;
  /** α: the weight of security that its spending before the treaty's pledges tells, or today's where there is none. */
  readonly weight: number;
  /** What it would spend if each did what is best for it, with the treaty and without. */
  readonly nash: number;
  readonly apart: number;
  /** What it would pay in the efficient allocation. */
  readonly efficient: number;
  /** The floor it pledged; undefined where it pledged none. */
  readonly pledge?: number;
}

/** The mean spill-in that the record of an alliance gives, beside that of the crisis game. */
export interface SpillinCheck {
  /** π of a unit of allies' spending, with its 90 % range, from `catalog/parameters/spending.json`. */
  readonly record: { readonly value: number; readonly low: number; readonly high: number };
  /** The mean over the members of what the game gives them of a unit of all others' spending. */
  readonly game: number;
}

export interface SpendingLedger {
  readonly members: readonly MemberBurden[];
  /** Members left out, with the figures they lack. */
  readonly notAssessed: readonly { readonly state: string; readonly lacks: string }[];
  readonly gaps: SpendingGaps | undefined;
  readonly baseYear: number;
  /** Undefined where the record was not put to it. */
  readonly spillins?: SpillinCheck;
  readonly method: string;
  readonly warnings: readonly string[];
}

export interface BurdenLedger extends SpendingLedger {
  /** Whether the large pay more than their share: rank correlation of GDP and share of GDP. */
  readonly exploitation: ReturnType<typeof exploitation> | undefined;
  readonly benefits: ReturnType<typeof burdenAgainstBenefit> | undefined;
}

interface Figures {
  readonly state: string;
  readonly gdp: Indicator;
  readonly defense: Indicator;
  readonly population: Indicator;
  /** Share of GDP in the base year, where known. */
  readonly base: Indicator | undefined;
}

function figuresOf(facts: Facts, state: string, year: number, baseYear: number): Figures | string {
  const at = (name: 'gdp' | 'defense' | 'population'): Indicator | undefined => indicatorAt(facts.indicators, state, name, year);
  const [gdp, defense, population] = [at('gdp'), at('defense'), at('population')];
  if (gdp === undefined) return 'GDP';
  if (defense === undefined) return 'defense expenditure';
  if (population === undefined) return 'population';
  return { state, gdp, defense, population, base: indicatorAt(facts.indicators, state, 'defense-share', baseYear, 1) };
}

/**
 * π: what a unit of j's spending is worth to i: the chance that j comes to i's aid, times what is left of its strength on the way and what
 * its forces count beside i's. The mean over the contingencies in which i is the target; where it is the target of none, over all.
 */
export function spillinsOf({ asked, solved }: PreparedAssessment, members: readonly string[], side: keyof SolvedWorlds): number[][] {
  const chances = asked.map(({ prepared }, c) => {
    const worlds = solved[c];
    const byState = new Map<string, number>();
    prepared.allies.forEach(({ joiner, away }, i) => {
      const left = joiner.share === 0 ? 0 : away / joiner.share;
      byState.set(joiner.state, (worlds?.[side].solution.pJoin[i] ?? 0) * left);
    });
    return { target: prepared.built.contingency.target, byState };
  });
  const meansOver = (used: typeof chances): number[] =>
    members.map((j) => {
      const values = used.flatMap(({ target, byState }) => (target === j ? [] : [byState.get(j) ?? 0]));
      return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
    });
  const overall = meansOver(chances);
  return members.map((i) => {
    const own = chances.filter(({ target }) => target === i);
    return (own.length > 0 ? meansOver(own) : overall).map((value, j) => (i === members[j] ? 0 : value));
  });
}

/** The mean over members of what a unit of all others' spending is worth to them. */
function meanSpillin(spillins: readonly (readonly number[])[], spending: readonly number[]): number {
  const means = spillins.map((row, i) => {
    const others = spending.map((value, j) => (i === j ? 0 : value));
    return row.reduce((sum, value, j) => sum + value * (others[j] ?? 0), 0) / others.reduce((sum, value) => sum + value, 0);
  });
  return means.reduce((sum, value) => sum + value, 0) / means.length;
}

/**
 * Who pays, who rides: spending of the members of a treaty against the Nash equilibrium with and without it, the efficient allocation, and what
 * they pledged. Weights of security are read off the year before the first pledge was agreed, where the catalog has it.
 */
export function spendingLedger(prepared: PreparedAssessment): SpendingLedger {
  const { subject, options, members } = prepared;
  const { facts, treaty } = subject;
  const { date } = options;
  const year = Number(date.slice(0, 4));
  const pledges = (treaty.burden?.pledges ?? []).filter(
    ({ metric, at_least, agreed }) => metric === 'defense-share-of-gdp' && at_least !== undefined && (agreed ?? '') <= date,
  );
  const agreed = pledges.map((pledge) => pledge.agreed ?? date).toSorted()[0];
  const baseYear = agreed === undefined ? year : Number(agreed.slice(0, 4));
  const estimated = facts.parameters.find(({ id }) => id === 'spending');
  const values = centralValues(estimated ?? prepared.parameters, options.set);
  const known: Figures[] = [];
  const notAssessed: { state: string; lacks: string }[] = [];
  for (const state of members) {
    const figures = figuresOf(facts, state, year, baseYear);
    if (typeof figures === 'string') notAssessed.push({ state, lacks: figures });
    else if (figures.defense.value > 0) known.push(figures);
    else notAssessed.push({ state, lacks: 'armed forces of its own' });
  }
  const none = { members: [], notAssessed, gaps: undefined, baseYear, method: 'none', warnings: [] };
  if (known.length < 2) return none;

  const states = known.map(({ state }) => state);
  const incomes = known.map(({ gdp }) => gdp.value);
  const all = incomes.reduce((sum, income) => sum + income, 0);
  const thinning = values.get('spending.thinning');
  const game = (side: keyof SolvedWorlds, weights: readonly number[]): SpendingGame => ({
    members: incomes.map((income, i) => ({ income, security_weight: weights[i] ?? 0 })),
    // An ally's forces guard all its partners: what there is of them for one is thinned out by its part of what is guarded.
    spillins: spillinsOf(prepared, states, side).map((row, i) => row.map((value) => value * ((incomes[i] ?? 0) / all) ** thinning)),
  });
  // Shares of the base year at today's incomes: what each would spend by the taste it showed before it pledged.
  const observed = known.map(({ base, defense, gdp }) => (base === undefined ? defense.value : (base.value / 100) * gdp.value));
  const calibration = calibrate(
    game(
      'with',
      incomes.map(() => 0),
    ),
    observed,
  );
  const weights = calibration.weights.map(({ value }) => (Number.isNaN(value) ? 0 : value));
  const floors = known.map(({ state, gdp }) => {
    const bound = pledges.filter(({ bound: who }) => who === undefined || who === 'all' || (Array.isArray(who) && who.includes(state)));
    return Math.max(0, ...bound.map(({ at_least }) => (at_least ?? 0) * gdp.value));
  });
  const pledged = floors.some((floor) => floor > 0);
  const gaps = spendingGaps(game('with', weights), {
    without: game('without', weights),
    start: observed,
    ...(pledged && { pledge: { floors, enforcement: 0 } }),
  });
  const shares = known.map(({ defense, gdp }) => defense.value / gdp.value);
  const record = estimated?.parameters['spending.spillin'];
  return {
    members: known.map(({ state, gdp, defense, population }, i) => ({
      state,
      gdp: gdp.value,
      defense: defense.value,
      population: population.value,
      share: shares[i] ?? Number.NaN,
      year: defense.year,
      weight: weights[i] ?? Number.NaN,
      nash: gaps.nash[i] ?? Number.NaN,
      apart: (gaps.nash[i] ?? Number.NaN) + (gaps.pooling[i] ?? Number.NaN),
      efficient: gaps.efficient[i] ?? Number.NaN,
      ...((floors[i] ?? 0) > 0 && { pledge: floors[i] ?? 0 }),
    })),
    notAssessed,
    gaps,
    baseYear,
    ...(record !== undefined && {
      spillins: {
        record: { value: record.value, low: record.low, high: record.high },
        game: meanSpillin(
          spillinsOf(prepared, states, 'with'),
          known.map(({ defense }) => defense.value),
        ),
      },
    }),
    method: `joint products with spill-ins from the crisis game, thinned by ${thinning.toFixed(2)} (${options.set?.['spending.thinning'] !== undefined ? 'set by hand' : estimated === undefined ? 'declared' : 'estimated'}); weights of security read off ${baseYear}`,
    warnings: [...calibration.warnings, ...gaps.warnings],
  };
}

/** The ledger with the tests of fairness: exploitation of the great by the small, and burden against benefit. */
export function burdenLedger(prepared: PreparedAssessment): BurdenLedger {
  const ledger = spendingLedger(prepared);
  const { members } = ledger;
  const of = (read: (member: MemberBurden) => number): number[] => members.map(read);
  if (members.length < 2) return { ...ledger, exploitation: undefined, benefits: undefined };
  return {
    ...ledger,
    exploitation: exploitation(
      of(({ gdp }) => gdp),
      of(({ share }) => share),
      prepared.options.seed,
    ),
    benefits: burdenAgainstBenefit(
      of(({ defense }) => defense),
      { GDP: of(({ gdp }) => gdp), population: of(({ population }) => population) },
    ),
  };
}
