import { clusteredCovariance, leastSquares, numbered } from '../../estimate/linear.ts';

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
  readonly method: 'Gauss-Newton';
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

interface At {
  readonly spillin: number;
  /** ρ: what stays of last year's share. */
  readonly stays: number;
  readonly weights: Float64Array;
  readonly controls: Float64Array;
}

/**
 * Nonlinear least squares of
 *
 *     s_t = ρ s_(t−1) + (1 − ρ) (α_g − (1 − α_g) π x) + z γ
 *
 * by Gauss-Newton; the weights α are taken off within their groups in every step. States that spend nothing are corners of the best
 * response and do not belong in the panel.
 */
export function fitBestResponse(panel: ResponsePanel, { adjusting = true, answering = true }: ResponseAssumptions = {}): ResponseFit {
  const { share, before, given } = panel;
  const n = share.length;
  const groups = numbered(panel.group);
  const places = { spillin: answering ? 0 : -1, stays: adjusting ? (answering ? 1 : 0) : -1, controls: (answering ? 1 : 0) + (adjusting ? 1 : 0) };
  const k = places.controls + panel.controls.length;
  let at: At = { spillin: 0, stays: 0, weights: new Float64Array(groups.count), controls: new Float64Array(panel.controls.length) };
  let residuals = residualsAt(panel, groups.of, at);
  let converged = false;
  let iterations = 0;
  let last: { readonly columns: readonly Float64Array[]; readonly inverse: Float64Array } | undefined;
  while (iterations < STEPS && !converged) {
    iterations += 1;
    const { spillin, stays, weights } = at;
    const direction = given.map((x) => (1 - stays) * (1 + spillin * x));
    const toSpillin = given.map((x, row) => (1 - stays) * ((weights[groups.of[row] ?? 0] ?? 0) - 1) * x);
    const toStays = before.map((s, row) => {
      const [alpha, x] = [weights[groups.of[row] ?? 0] ?? 0, given[row] ?? 0];
      return s - (alpha - (1 - alpha) * spillin * x);
    });
    const raw = [...(answering ? [toSpillin] : []), ...(adjusting ? [toStays] : []), ...panel.controls];
    const project = along(direction, groups.of, groups.count);
    const columns = raw.map((column) => project(column).left);
    const found = leastSquares(columns, residuals);
    if (found === undefined) break;
    last = { columns, inverse: found.inverse };
    const rest = residuals.map((value, row) => value - raw.reduce((sum, column, j) => sum + (found.slopes[j] ?? 0) * (column[row] ?? 0), 0));
    const shift = project(rest).slopes;
    const stepped = (length: number): At => ({
      spillin: spillin + length * (found.slopes[places.spillin] ?? 0),
      stays: stays + length * (found.slopes[places.stays] ?? 0),
      weights: weights.map((alpha, g) => alpha + length * (shift[g] ?? 0)),
      controls: at.controls.map((gamma, j) => gamma + length * (found.slopes[places.controls + j] ?? 0)),
    });
    const ssr = sumOfSquares(residuals);
    let length = 1;
    let next = stepped(length);
    let then = residualsAt(panel, groups.of, next);
    while (!(sumOfSquares(then) <= ssr * (1 + 1e-12)) && length > 1e-6) {
      length /= 2;
      next = stepped(length);
      then = residualsAt(panel, groups.of, next);
    }
    const moved = Math.max(Math.abs(next.spillin - spillin), Math.abs(next.stays - stays));
    converged = moved < 1e-10 * (1 + Math.abs(next.spillin));
    [at, residuals] = [next, then];
  }
  const spread = last === undefined ? undefined : clusteredCovariance(last.columns, residuals, panel.cluster, last.inverse);
  const errorOf = (j: number): number => (j < 0 ? 0 : Math.sqrt(spread?.covariance[j * k + j] ?? Number.NaN));
  return {
    spillin: at.spillin,
    spillinError: errorOf(places.spillin),
    adjustment: 1 - at.stays,
    adjustmentError: errorOf(places.stays),
    weights: at.weights,
    controls: at.controls,
    n,
    clusters: spread?.clusters ?? 0,
    ssr: sumOfSquares(residuals),
    method: 'Gauss-Newton',
    converged,
    iterations,
  };
}

const sumOfSquares = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0);

function residualsAt({ share, before, given, controls }: ResponsePanel, group: Int32Array, { spillin, stays, weights, controls: gamma }: At): Float64Array {
  return share.map((s, row) => {
    const [alpha, x] = [weights[group[row] ?? 0] ?? 0, given[row] ?? 0];
    const best = alpha - (1 - alpha) * spillin * x;
    return s - stays * (before[row] ?? 0) - (1 - stays) * best - controls.reduce((sum, column, j) => sum + (gamma[j] ?? 0) * (column[row] ?? 0), 0);
  });
}

/** Takes off a column what goes along a direction, within groups. */
function along(
  direction: Float64Array,
  group: Int32Array,
  count: number,
): (column: Float64Array) => { readonly left: Float64Array; readonly slopes: Float64Array } {
  const squares = new Float64Array(count);
  for (let row = 0; row < direction.length; row++) squares[group[row] ?? 0] = (squares[group[row] ?? 0] ?? 0) + (direction[row] ?? 0) ** 2;
  return (column) => {
    const slopes = new Float64Array(count);
    for (let row = 0; row < column.length; row++) slopes[group[row] ?? 0] = (slopes[group[row] ?? 0] ?? 0) + (direction[row] ?? 0) * (column[row] ?? 0);
    for (let g = 0; g < count; g++) slopes[g] = (slopes[g] ?? 0) / (squares[g] ?? 1);
    return { left: column.map((value, row) => value - (slopes[group[row] ?? 0] ?? 0) * (direction[row] ?? 0)), slopes };
  };
}
