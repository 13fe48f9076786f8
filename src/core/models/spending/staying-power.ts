import { nextDebt } from './debt.ts';

/** A fall of output. */
export interface Downturn {
  /** First year of it, from 1. */
  readonly year: number;
  /** Output lost against the path without it, in %. */
  readonly depth: number;
  /** Years until what is regained is regained, evenly. */
  readonly lasts: number;
  /** Share of the loss that is regained, 0 to 1; 1 unless given. */
  readonly regained?: number;
}

/** What a state's strength rests on in the years ahead. Rates in % a year, real; shares in % of GDP. */
export interface StayingPowerCase {
  /** Of output per worker. */
  readonly growth: number;
  /** Of the workforce: aging makes it negative; 0 unless given. */
  readonly workforce_growth?: number;
  /** Points of GDP a year by which pensions and care for the old worsen the budget; 0 unless given. */
  readonly aging_cost?: number;
  /** Defense spending today. */
  readonly defense: number;
  /** Political will: what is spent above `peace_share` halves in so many years; it lasts unless given. */
  readonly will_half_life?: number;
  /** What is spent once the will is gone; 0 unless given. */
  readonly peace_share?: number;
  /** Share of forces and stocks that wears out in a year, above 0 to 1; .1 unless given (declared, .05 to .2). */
  readonly wear?: number;
  readonly debt: number;
  /** Mean interest on the debt, real. */
  readonly interest: number;
  readonly primary_balance: number;
  /** Debt at which spending is cut; none unless given. */
  readonly ceiling?: number;
  /** Share of the cuts that defense bears, 0 to 1; .1 unless given (declared, 0 to .5). */
  readonly defense_cut?: number;
  /** By how much a percent of output lost worsens the budget, in points of GDP; .5 unless given (declared, .4 to .6). */
  readonly stabilizers?: number;
  /** Strength needed today, where today's own is 1. */
  readonly level: number;
  /** Growth of what is needed: the challenger's. */
  readonly level_growth: number;
  readonly downturn?: Downturn;
  /** Years looked ahead; 30 unless given. */
  readonly years?: number;
}

/** One year; strength and output are 1 today. */
export interface StrengthYear {
  readonly year: number;
  readonly output: number;
  /** % of GDP. */
  readonly defense: number;
  readonly debt: number;
  readonly strength: number;
  readonly needed: number;
}

/** How long a state can keep up a level of strength. */
export interface StayingPower {
  readonly path: readonly StrengthYear[];
  /** Years in which strength is at least what is needed, from today on, to a fraction of a year; null: as far as was looked. */
  readonly years: number | null;
  /** What, made to last alone, would keep the level up longest: the first thing to mend. Null where the level is kept up. */
  readonly binding: 'will' | 'debt' | 'growth' | null;
  readonly method: 'recursion';
  readonly converged: true;
  readonly iterations: number;
  readonly warnings: readonly string[];
}

/**
 * Years a level of strength can be sustained. Each year
 *
 *     output    Y′ = Y (1 + growth)(1 + workforce growth), less the downturn
 *     will      m = peace + (defense − peace) 2^(−t / half-life)
 *     debt      d′ = d (1 + r)/(1 + γ) − balance; above the ceiling defense bears its share of the cuts that hold it
 *     strength  K′ = (1 − wear) K + wear · m Y / (m₀ Y₀)
 *
 * so that strength stays 1 where spending does.
 * @throws {RangeError} for rates, shares or a downturn out of range
 */
export function stayingPower(input: StayingPowerCase): StayingPower {
  const path = strengthPath(input);
  const years = yearsAbove(path);
  const last = path.at(-1);
  return {
    path,
    years,
    binding: years === null ? null : bindingIn(input, years),
    method: 'recursion',
    converged: true,
    iterations: path.length - 1,
    warnings: last !== undefined && input.ceiling !== undefined && input.debt > input.ceiling ? ['The debt is above the ceiling today.'] : [],
  };
}

/** What a downturn does to staying power. */
export interface DownturnEffect {
  readonly without: StayingPower;
  readonly with: StayingPower;
  /** Years by which the level is lost earlier; 0 where it is kept up in both, null where only the downturn loses it. */
  readonly yearsLost: number | null;
  /** Largest shortfall of strength against the path without it, in %. */
  readonly deepest: number;
}

/** @throws {RangeError} for rates, shares or a downturn out of range */
export function downturnEffect(input: StayingPowerCase, downturn: Downturn): DownturnEffect {
  const { downturn: _, ...calm } = input;
  const without = stayingPower(calm);
  const hit = stayingPower({ ...calm, downturn });
  const deepest = Math.max(...hit.path.map(({ strength }, year) => 100 * (1 - strength / (without.path[year]?.strength ?? strength))));
  const both = without.years === null ? (hit.years === null ? 0 : null) : without.years - (hit.years ?? without.years);
  return { without, with: hit, yearsLost: both, deepest };
}

function strengthPath(input: StayingPowerCase): StrengthYear[] {
  const { growth, workforce_growth = 0, aging_cost = 0, defense, will_half_life = Infinity, peace_share = 0, wear = 0.1 } = input;
  const { interest, primary_balance, ceiling = Infinity, defense_cut = 0.1, stabilizers = 0.5, level, level_growth, downturn, years = 30 } = input;
  if (!(growth > -100 && workforce_growth > -100 && level_growth > -100)) throw new RangeError('growth is above −100 %');
  if (!(defense > 0 && wear > 0 && wear <= 1 && will_half_life > 0))
    throw new RangeError('defense, wear and the half-life of will are above 0, wear at most 1');
  if (!(input.debt >= 0 && defense_cut >= 0 && defense_cut <= 1)) throw new RangeError('debt is 0 or more; the share of the cuts lies between 0 and 1');
  if (downturn !== undefined && !(downturn.depth >= 0 && downturn.depth < 100 && downturn.lasts > 0))
    throw new RangeError('a downturn takes 0 to under 100 % for some time');
  const trend = ((100 + growth) * (100 + workforce_growth)) / 1e4;
  const path: StrengthYear[] = [{ year: 0, output: 1, defense, debt: input.debt, strength: 1, needed: level }];
  let { debt } = input;
  let output = 1;
  let strength = 1;
  for (let year = 1; year <= years; year++) {
    const lost = lossIn(downturn, year);
    const now = trend ** year * (1 - lost / 100);
    const gamma = 100 * (now / output - 1);
    output = now;
    const willed = peace_share + (defense - peace_share) * 2 ** (-year / will_half_life);
    const balance = primary_balance - aging_cost * year - stabilizers * lost + (defense - willed);
    const next = nextDebt(debt, interest, gamma, balance);
    // Cuts that hold the debt at the ceiling; where it is above already, that hold it where it is.
    const cuts = Math.max(0, next - Math.max(ceiling, debt));
    const share = Math.max(0, willed - defense_cut * cuts);
    debt = next - cuts;
    strength = (1 - wear) * strength + (wear * share * output) / defense;
    path.push({ year, output, defense: share, debt, strength, needed: level * (1 + level_growth / 100) ** year });
  }
  return path;
}

/** % of output lost in a year. */
function lossIn(downturn: Downturn | undefined, year: number): number {
  if (downturn === undefined || year < downturn.year) return 0;
  const { depth, lasts, regained = 1 } = downturn;
  return depth * (1 - regained * Math.min(1, (year - downturn.year) / lasts));
}

/** Years until strength falls below what is needed, between whole years on a straight line. */
function yearsAbove(path: readonly StrengthYear[]): number | null {
  let before = 0;
  for (const { year, strength, needed } of path) {
    const margin = strength - needed;
    if (margin < 0) return year === 0 ? 0 : year - 1 + before / (before - margin);
    before = margin;
  }
  return null;
}

/** Of will, debt and growth, the one whose mending alone keeps the level up longest; a tie goes to the first. */
function bindingIn(input: StayingPowerCase, years: number): 'will' | 'debt' | 'growth' {
  const { will_half_life: _will, ceiling: _ceiling, ...rest } = input;
  const mended = {
    will: { ...rest, ...(input.ceiling !== undefined && { ceiling: input.ceiling }) },
    debt: { ...rest, ...(input.will_half_life !== undefined && { will_half_life: input.will_half_life }) },
  };
  const longer = (one: StayingPowerCase): number => (yearsAbove(strengthPath(one)) ?? Infinity) - years;
  const [will, debt] = [longer(mended.will), longer(mended.debt)];
  if (will <= 1e-9 && debt <= 1e-9) return 'growth';
  return will >= debt ? 'will' : 'debt';
}
