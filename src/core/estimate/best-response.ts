import { clusteredCovariance, leastSquares, numbered } from './linear.ts';

/** Years of states that answer what their allies spend. All columns are of one length, without missing values. */
export interface ResponsePanel {
  /** Spending, of GDP. */
  readonly share: Float64Array;
  /** The same a year before. */
  readonly before: Float64Array;
  /** x: allies' spending that guards the state, of its own GDP, at a spill-in of 1. */
  readonly given: Float64Array;
  /** States, or states and eras: whoever has a weight of security of its own. */
  readonly group: ArrayLike<number>;
  /** Rows that may depend on each other: states. */
  readonly cluster: ArrayLike<number>;
  /** What else moves spending, added to the best response. */
  readonly controls: readonly Float64Array[];
}

/** What states' spending tells of the game they play. */
export interface ResponseFit {
  /** π: security that a state has of a unit of its allies' spending, beside a unit of its own. */
  readonly spillin: number;
  readonly spillinError: number;
  /** Share of the way to the best response that is gone in a year; 1 where that was assumed. */
  readonly adjustment: number;
  readonly adjustmentError: number;
  /** α by group, numbered in the order of their first rows, where the controls are 0. */
  readonly weights: Float64Array;
  readonly controls: Float64Array;
  readonly n: number;
  readonly clusters: number;
  readonly ssr: number;
  readonly method: 'variable projection';
  readonly converged: boolean;
  readonly iterations: number;
}

/** What is assumed rather than estimated. */
export interface ResponseAssumptions {
  /** False: ρ is 0, everybody is at its best response every year. */
  readonly adjusting?: boolean;
  /** False: π is 0, nobody answers what its allies spend. */
  readonly answering?: boolean;
}

const STEPS = 100;

/** α at which a share s of GDP is the best response to what allies give: (s + π x)/(1 + π x), the inverse of `bestShare`. */
export const weightOf = (share: number, spillin: number, given: number): number => (share + spillin * given) / (1 + spillin * given);

/** The best response as a share of GDP: max(0, α − (1 − α) π x). */
export const bestShare = (weight: number, spillin: number, given: number): number => Math.max(0, weight - (1 - weight) * spillin * given);

/** The fit at a spill-in: everything else is linear there. */
interface Solved {
  /** ρ: what stays of last year's share. */
  readonly stays: number;
  /** (1 − ρ) α by group. */
  readonly amounts: Float64Array;
  readonly controls: Float64Array;
  /** The linear columns, with what the groups take of them off. */
  readonly columns: readonly Float64Array[];
  readonly residuals: Float64Array;
  readonly ssr: number;
}

/**
 * Nonlinear least squares of
 *
 *     s_t = ρ s_(t−1) + (1 − ρ) (α_g − (1 − α_g) π x) + z γ
 *
 * by variable projection (Golub and Pereyra 1973; steps after Kaufman 1975): given π it is linear, s + π x = ρ (s_(t−1) + π x) + A_g (1 + π x) + z γ
 * with A_g = (1 − ρ) α_g, so that π alone is searched for, by Gauss-Newton. States that spend nothing are corners of the best response and do not
 * belong in the panel.
 */
export function fitBestResponse(panel: ResponsePanel, { adjusting = true, answering = true }: ResponseAssumptions = {}): ResponseFit {
  const { given } = panel;
  const groups = numbered(panel.group);
  const at = (spillin: number): Solved | undefined => solvedAt(panel, groups, spillin, adjusting);
  let spillin = 0;
  let solved = at(spillin);
  let converged = !answering && solved !== undefined;
  let iterations = 0;
  let last: { readonly columns: readonly Float64Array[]; readonly inverse: Float64Array } | undefined;
  while (solved !== undefined && last === undefined && iterations < STEPS) {
    iterations += 1;
    const { stays, amounts, columns, residuals, ssr } = solved;
    const toSpillin = given.map((x, row) => ((amounts[groups.of[row] ?? 0] ?? 0) - (1 - stays)) * x);
    const moving = answering ? [along(directionAt(given, spillin), groups)(toSpillin).left, ...columns] : columns;
    const found = leastSquares(moving, residuals);
    if (found === undefined) break;
    let step = answering ? (found.slopes[0] ?? Number.NaN) : 0;
    let next = at(spillin + step);
    while (!(next !== undefined && next.ssr <= ssr * (1 + 1e-12)) && Math.abs(step) > 1e-12 * (1 + Math.abs(spillin))) {
      step /= 2;
      next = at(spillin + step);
    }
    converged ||= Math.abs(step) < 1e-10 * (1 + Math.abs(spillin));
    if (converged) last = { columns: moving, inverse: found.inverse };
    else [spillin, solved] = [spillin + step, next];
  }
  const spread = last === undefined || solved === undefined ? undefined : clusteredCovariance(last.columns, solved.residuals, panel.cluster, last.inverse);
  const k = last?.columns.length ?? 0;
  const errorOf = (estimated: boolean, place: number): number => (estimated ? Math.sqrt(spread?.covariance[place * k + place] ?? Number.NaN) : 0);
  const { stays = Number.NaN, amounts = new Float64Array(groups.count), controls = new Float64Array(), ssr = Number.NaN } = solved ?? {};
  return {
    spillin,
    spillinError: errorOf(answering, 0),
    adjustment: 1 - stays,
    adjustmentError: errorOf(adjusting, answering ? 1 : 0),
    weights: amounts.map((amount) => amount / (1 - stays)),
    controls,
    n: panel.share.length,
    clusters: spread?.clusters ?? 0,
    ssr,
    method: 'variable projection',
    converged,
    iterations,
  };
}

const directionAt = (given: Float64Array, spillin: number): Float64Array => given.map((x) => 1 + spillin * x);

type Groups = ReturnType<typeof numbered>;

/** Least squares at a spill-in; undefined where some columns make up another. */
function solvedAt({ share, before, given, controls }: ResponsePanel, groups: Groups, spillin: number, adjusting: boolean): Solved | undefined {
  const direction = directionAt(given, spillin);
  const project = along(direction, groups);
  const guarded = (values: Float64Array): Float64Array => values.map((value, row) => value + spillin * (given[row] ?? 0));
  const raw = [...(adjusting ? [guarded(before)] : []), ...controls];
  const columns = raw.map((column) => project(column).left);
  const outcome = guarded(share);
  const slopes = raw.length === 0 ? new Float64Array() : leastSquares(columns, project(outcome).left)?.slopes;
  if (slopes === undefined) return undefined;
  const rest = outcome.map((value, row) => value - raw.reduce((sum, column, j) => sum + (slopes[j] ?? 0) * (column[row] ?? 0), 0));
  const { left: residuals, slopes: amounts } = project(rest);
  return {
    stays: adjusting ? (slopes[0] ?? Number.NaN) : 0,
    amounts,
    controls: slopes.slice(adjusting ? 1 : 0),
    columns,
    residuals,
    ssr: residuals.reduce((sum, value) => sum + value * value, 0),
  };
}

interface Projected {
  readonly left: Float64Array;
  readonly slopes: Float64Array;
}

/** Takes off a column what goes along a direction, within groups. */
function along(direction: Float64Array, { of, count }: Groups): (column: Float64Array) => Projected {
  const squares = new Float64Array(count);
  for (let row = 0; row < direction.length; row++) squares[of[row] ?? 0] = (squares[of[row] ?? 0] ?? 0) + (direction[row] ?? 0) ** 2;
  return (column) => {
    const slopes = new Float64Array(count);
    for (let row = 0; row < column.length; row++) slopes[of[row] ?? 0] = (slopes[of[row] ?? 0] ?? 0) + (direction[row] ?? 0) * (column[row] ?? 0);
    for (let g = 0; g < count; g++) slopes[g] = (slopes[g] ?? 0) / (squares[g] ?? 1);
    return { left: column.map((value, row) => value - (slopes[of[row] ?? 0] ?? 0) * (direction[row] ?? 0)), slopes };
  };
}
