import { cholesky, invertCholesky } from '../math/cholesky.ts';
import { maximize, type Evaluation, type Smooth } from '../math/optimize/newton.ts';
import { numberColumn, type Table } from '../table/table.ts';
import { numbered, sandwich } from './clustered.ts';
import { EstimateError } from './estimate-error.ts';
import type { Coefficient } from './fit.ts';
import { columnsOf, parseFormula } from './formula.ts';
import { modelFrame } from './model-frame.ts';
import { modelMatrix } from './model-matrix.ts';
import { binaryOutcome } from './outcome.ts';
import { parseSubset } from './subset.ts';

export interface ConditionalLogitRequest {
  /** `y ~ x1 + x2`; a constant means nothing here. */
  readonly formula: string;
  /** Column that numbers the groups: what does not vary within one falls out. */
  readonly group: string;
  readonly subset?: string;
  /** Column that numbers clusters of groups; each group by itself when left out. */
  readonly cluster?: string;
}

export interface ConditionalLogit {
  /** With standard errors by cluster. */
  readonly coefficients: readonly Coefficient[];
  readonly beta: Float64Array;
  /** By cluster. */
  readonly vcov: Float64Array;
  readonly logLik: number;
  /** Rows, events and groups that tell something: those of groups in which it happened in some rows and not in others. */
  readonly n: number;
  readonly events: number;
  readonly groups: number;
  readonly clusters: number;
  /** Regressors that vary within no group and were left out. */
  readonly constant: readonly string[];
  readonly converged: boolean;
}

/** Rows of one group that has both outcomes; `x` row by row. */
interface Group {
  readonly rows: number;
  readonly events: number;
  readonly x: Float64Array;
  readonly happened: Uint8Array;
}

/**
 * Chamberlain's logit within groups (1980, Review of Economic Studies 47): the chance of what happened given how often it happened in
 * the group, in which what is particular to the group cancels. Exact, by the recursion of Howard (1972, Journal of the Royal
 * Statistical Society B 34) and Gail, Lubin and Rubinstein (1981, Biometrika 68); O(rows · events · coefficients²) a step.
 * @throws {EstimateError} where the question cannot be put to these data
 */
export function conditionalLogit({ formula, group, subset, cluster }: ConditionalLogitRequest, table: Table): ConditionalLogit {
  const { outcome, equations } = parseFormula(formula);
  const [equation] = equations;
  if (equation === undefined || equations.length !== 1 || outcome.length !== 1)
    throw new EstimateError('a logit within groups has one outcome and one equation.');
  const frame = modelFrame(table, {
    columns: [...new Set([...outcome, ...columnsOf(equations)])],
    ...(subset !== undefined && { subset: parseSubset(subset, table) }),
  });
  const happened = binaryOutcome(frame, outcome, 'logit').values;
  const { names, columns } = modelMatrix({ ...equation, intercept: true }, frame);
  const labels = numberColumn(table, group).values;
  const members = new Map<number, number[]>();
  for (let row = 0; row < frame.rows; row++) {
    const label = labels[frame.used[row] ?? 0] ?? 0;
    const known = members.get(label);
    if (known === undefined) members.set(label, [row]);
    else known.push(row);
  }
  const telling = [...members.values()].filter((rows) => new Set(rows.map((row) => happened[row] ?? 0)).size > 1);
  if (telling.length === 0) throw new EstimateError(`${group}: in no group does ${outcome[0] ?? ''} differ.`);
  const kept = columns.map((column, at) => at > 0 && telling.some((rows) => rows.some((row) => column[row] !== column[rows[0] ?? 0])));
  const used = columns.filter((_, at) => kept[at] === true);
  const groups = telling.map((rows): Group => ({
    rows: rows.length,
    events: rows.reduce((sum, row) => sum + (happened[row] ?? 0), 0),
    x: Float64Array.from(rows.flatMap((row) => used.map((column) => column[row] ?? 0))),
    happened: Uint8Array.from(rows, (row) => happened[row] ?? 0),
  }));
  const size = used.length;
  const found = maximize(withinGroups(groups, size), new Float64Array(size), { concave: true });
  const factor = cholesky(
    found.hessian.map((value) => -value),
    size,
    1e-13,
  );
  if (factor === undefined) throw new EstimateError('a regressor is a linear combination of the others within the groups.', ['Leave one of them out.']);
  const scores = new Float64Array(groups.length * size);
  groups.forEach((one, at) => scores.set(withinGroups([one], size)(found.x, 1).gradient, at * size));
  const clusters = cluster === undefined ? undefined : numberColumn(table, cluster).values;
  const ways = numbered(telling.map((rows, at) => clusters?.[frame.used[rows[0] ?? 0] ?? 0] ?? at));
  const { vcov, se } = sandwich(invertCholesky(factor, size), { rows: groups.length, size, values: scores }, [ways]);
  return {
    coefficients: names.filter((_, at) => kept[at] === true).map((name, at) => ({ name, estimate: found.x[at] ?? Number.NaN, se: se[at] ?? Number.NaN })),
    beta: found.x,
    vcov,
    logLik: found.value,
    n: groups.reduce((sum, { rows }) => sum + rows, 0),
    events: groups.reduce((sum, { events }) => sum + events, 0),
    groups: groups.length,
    clusters: ways.count,
    constant: names.filter((_, at) => at > 0 && kept[at] === false),
    converged: found.converged,
  };
}

/** The log-likelihood within groups, with exact derivatives. */
function withinGroups(groups: readonly Group[], size: number): Smooth {
  return (beta, order): Evaluation => {
    const gradient = new Float64Array(order > 0 ? size : 0);
    const hessian = new Float64Array(order > 1 ? size * size : 0);
    let value = 0;
    for (const group of groups) value += addGroup(group, size, beta, order, gradient, hessian);
    return { value, gradient, hessian };
  };
}

/**
 * Adds a group's part. Let f(j) be the sum over all choices of j of its rows of the product of their exp(x'β): a row t makes
 * f(j) + e_t f(j − 1) of it. Derivatives of f go by the same recursion, and log f(events) is what the numerator is divided by.
 */
function addGroup(
  { rows, events, x, happened }: Group,
  size: number,
  beta: Float64Array,
  order: 0 | 1 | 2,
  gradient: Float64Array,
  hessian: Float64Array,
): number {
  const eta = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let a = 0; a < size; a++) sum += (x[row * size + a] ?? 0) * (beta[a] ?? 0);
    eta[row] = sum;
  }
  // A shift that leaves the likeliest choice of so many rows a product of 1.
  const shift =
    eta
      .toSorted()
      .slice(rows - events)
      .reduce((sum, one) => sum + one, 0) / events;
  const f = new Float64Array(events + 1);
  const g = new Float64Array(order > 0 ? (events + 1) * size : 0);
  const h = new Float64Array(order > 1 ? (events + 1) * size * size : 0);
  f[0] = 1;
  let value = 0;
  for (let row = 0; row < rows; row++) {
    const e = Math.exp((eta[row] ?? 0) - shift);
    const from = row * size;
    for (let j = Math.min(events, row + 1); j > 0; j--) {
      const before = f[j - 1] ?? 0;
      if (order > 1) {
        for (let a = 0; a < size; a++) {
          const xa = x[from + a] ?? 0;
          const ga = g[(j - 1) * size + a] ?? 0;
          const to = (j * size + a) * size;
          const last = ((j - 1) * size + a) * size;
          for (let b = a; b < size; b++) {
            const xb = x[from + b] ?? 0;
            h[to + b] = (h[to + b] ?? 0) + e * ((h[last + b] ?? 0) + xa * (g[(j - 1) * size + b] ?? 0) + xb * ga + xa * xb * before);
          }
        }
      }
      if (order > 0) for (let a = 0; a < size; a++) g[j * size + a] = (g[j * size + a] ?? 0) + e * ((g[(j - 1) * size + a] ?? 0) + (x[from + a] ?? 0) * before);
      f[j] = (f[j] ?? 0) + e * before;
    }
    if (happened[row] === 1) {
      value += (eta[row] ?? 0) - shift;
      if (order > 0) for (let a = 0; a < size; a++) gradient[a] = (gradient[a] ?? 0) + (x[from + a] ?? 0);
    }
  }
  const all = f[events] ?? 0;
  if (order > 0) {
    for (let a = 0; a < size; a++) {
      const mean = (g[events * size + a] ?? 0) / all;
      gradient[a] = (gradient[a] ?? 0) - mean;
      if (order < 2) continue;
      for (let b = a; b < size; b++) {
        const bend = (h[(events * size + a) * size + b] ?? 0) / all - (mean * (g[events * size + b] ?? 0)) / all;
        hessian[a * size + b] = (hessian[a * size + b] ?? 0) - bend;
        if (b > a) hessian[b * size + a] = (hessian[b * size + a] ?? 0) - bend;
      }
    }
  }
  return value - Math.log(all);
}
