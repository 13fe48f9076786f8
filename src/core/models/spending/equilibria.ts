import { createRng } from '../../math/rng.ts';
import { autarky } from './autarky.ts';
import { complementarityOf, residual, slack, solveOnSupport, type Complementarity } from './complementarity.ts';
import { checkGame, type SpendingGame } from './game.ts';
import { nashSpending, respondFrom, sumOf, type NashSpending } from './nash.ts';
import { EXACT_MEMBERS, mightSpend, uniqueness, type Uniqueness } from './uniqueness.ts';

/** One Nash equilibrium. */
export interface SpendingEquilibrium {
  readonly spending: readonly number[];
  readonly total: number;
  /**
   * Sign of M's determinant on those who spend: −1 marks one that best responses move away from. Over all equilibria the signs add up
   * to 1. 0 where somebody is just about to spend.
   */
  readonly index: 1 | 0 | -1;
}

/** All Nash equilibria that were found. */
export interface SpendingEquilibria {
  /** The one that best responses reach from the start comes first. */
  readonly equilibria: readonly SpendingEquilibrium[];
  readonly uniqueness: Uniqueness;
  /** Unique: there is no other. Supports: every set of members that might spend was tried. Starts: varied starts were tried; some may be missing. */
  readonly method: 'unique' | 'supports' | 'starts';
  /** Whether all were found, as far as that is known: certain by `unique` and `supports`; by `starts`, that the signs add up. */
  readonly converged: boolean;
  /** Sets of members, or starts, tried. */
  readonly iterations: number;
  readonly warnings: readonly string[];
}

const TOLERANCE = 1e-9;

/**
 * The equilibrium from observed spending, and the others.
 * @param start observed spending; autarky unless given
 * @throws {RangeError} for a game that is none
 */
export function spendingEquilibria(game: SpendingGame, start: readonly number[] = autarky(game)): SpendingEquilibria {
  checkGame(game);
  const first = nashSpending(game, start);
  const problem = complementarityOf(game);
  const certified = uniqueness(problem);
  if (certified.unique === true) {
    return {
      equilibria: [described(problem, first.spending)],
      uniqueness: certified,
      method: 'unique',
      converged: first.converged,
      iterations: 1,
      warnings: first.warnings,
    };
  }
  const spenders = mightSpend(problem);
  return spenders.length <= EXACT_MEMBERS ? bySupports(problem, first, certified, spenders) : byStarts(problem, first, certified, spenders);
}

function bySupports(problem: Complementarity, first: NashSpending, certified: Uniqueness, spenders: readonly number[]): SpendingEquilibria {
  const found = collection(problem, first);
  const sets = 2 ** spenders.length;
  let undetermined = 0;
  for (let set = 0; set < sets; set++) {
    const support = spenders.filter((_, k) => Math.floor(set / 2 ** k) % 2 === 1);
    if (!found.onSupport(support)) undetermined++;
  }
  const warnings = [...first.warnings];
  if (undetermined > 0) warnings.push(`On ${undetermined} sets of spenders the equations leave the spending open; there may be a continuum of equilibria.`);
  return { equilibria: found.all(), uniqueness: certified, method: 'supports', converged: first.converged && undetermined === 0, iterations: sets, warnings };
}

function byStarts(problem: Complementarity, first: NashSpending, certified: Uniqueness, spenders: readonly number[]): SpendingEquilibria {
  const found = collection(problem, first);
  const alone = problem.constant.map((value) => Math.max(0, -value));
  const rng = createRng(1, 'spending equilibria');
  const starts = [
    new Float64Array(problem.n),
    alone,
    ...spenders.map((i) => alone.map((value, j) => (i === j ? value : 0))),
    ...spenders.map((i) => alone.map((value, j) => (i === j ? 0 : value))),
    ...Array.from({ length: 32 }, () => alone.map((value) => (rng.int(2) === 0 ? 0 : value * rng.next()))),
  ];
  for (const start of starts) {
    const { spending, converged } = respondFrom(problem, start);
    if (converged) found.add(spending);
  }
  // Between two that best responses reach lies one that they leave; it is sought where either's members spend, and where all do.
  const reached = found.all();
  found.onSupport(spenders);
  reached.forEach((a, i) => reached.slice(i + 1).forEach((b) => found.onSupport(spenders.filter((k) => (a.spending[k] ?? 0) > 0 || (b.spending[k] ?? 0) > 0))));
  const equilibria = found.all();
  const complete = equilibria.every(({ index }) => index !== 0) && sumOf(equilibria.map(({ index }) => index)) === 1;
  return {
    equilibria,
    uniqueness: certified,
    method: 'starts',
    converged: first.converged && complete,
    iterations: starts.length,
    warnings: [
      ...first.warnings,
      complete
        ? 'Equilibria were sought from varied starts; the signs add up, but pairs of them may be missing.'
        : 'Equilibria were sought from varied starts; their signs do not add up to 1, so some are missing.',
    ],
  };
}

/** The sign of an equilibrium, and its total. */
function described(problem: Complementarity, spending: ArrayLike<number>): SpendingEquilibrium {
  const amounts = Array.from(spending);
  const tiny = TOLERANCE * problem.scale;
  const spends = amounts.map((value) => value > tiny);
  const isOpen = spends.some((does, i) => !does && (problem.constant[i] ?? 0) < 0 && slack(problem, i, amounts) <= tiny);
  const solved = solveOnSupport(
    problem,
    amounts.flatMap((_, i) => (spends[i] === true ? [i] : [])),
  );
  return { spending: amounts, total: sumOf(amounts), index: isOpen ? 0 : (solved?.sign ?? 0) };
}

/** Equilibria found so far, each once. */
function collection(problem: Complementarity, first: NashSpending) {
  const tiny = TOLERANCE * problem.scale;
  const found: ArrayLike<number>[] = first.converged ? [first.spending] : [];
  const isKnown = (spending: Float64Array): boolean => found.some((one) => spending.every((value, i) => Math.abs(value - (one[i] ?? 0)) <= 100 * tiny));
  const add = (spending: Float64Array): void => {
    if (!isKnown(spending) && residual(problem, spending) <= tiny) found.push(spending);
  };
  return {
    add,
    /** Adds the equilibrium on a support, where there is one; false where the equations do not determine the spending. */
    onSupport(support: readonly number[]): boolean {
      const solved = solveOnSupport(problem, support);
      if (solved !== undefined && support.every((i) => (solved.spending[i] ?? 0) > tiny)) add(solved.spending);
      return solved !== undefined;
    },
    all: (): SpendingEquilibrium[] => found.map((spending) => described(problem, spending)),
  };
}
