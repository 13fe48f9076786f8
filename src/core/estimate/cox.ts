import { cholesky, invertCholesky } from '../math/cholesky.ts';
import { maximize, type Evaluation, type Smooth } from '../math/optimize/newton.ts';
import type { Table } from '../table/table.ts';
import { EstimateError } from './estimate-error.ts';
import { columnsOf, parseFormula } from './formula.ts';
import { modelFrame, type ModelFrame } from './model-frame.ts';
import { INTERCEPT, modelMatrix } from './model-matrix.ts';
import { parseSubset } from './subset.ts';

/** How events at one time are told apart: Efron's average over their orders, or Breslow's, which leaves all at risk for each. */
export type Ties = 'efron' | 'breslow';

export interface CoxRequest {
  /** `ended ~ x1 + x2`: the event, 0 or 1, at the end of each row's time; there is no constant. */
  readonly formula: string;
  /** Column of the time at which a row's time ends. */
  readonly stop: string;
  /** Column of the time after which the row is at risk; 0 when left out. */
  readonly start?: string;
  /** Efron when left out. */
  readonly ties?: Ties;
  readonly subset?: string;
}

export interface CoxFit {
  readonly coefficients: readonly { readonly name: string; readonly estimate: number; readonly se: number }[];
  /** Covariance, row by row. */
  readonly vcov: Float64Array;
  /** Partial log-likelihood at the estimates, and with all coefficients 0. */
  readonly logLik: number;
  readonly logLikNull: number;
  readonly n: number;
  readonly events: number;
  /** Rows that lack a value used. */
  readonly dropped: number;
  readonly converged: boolean;
}

/**
 * Fits the proportional hazards model of Cox (1972, Journal of the Royal Statistical Society B 34) by maximum partial likelihood; ties as Efron
 * (1977, Journal of the American Statistical Association 72) or Breslow (1974, Biometrics 30). Rows may be pieces of one life, (start, stop], so
 * that regressors may change in time. exp of a coefficient is the ratio of hazards.
 * @throws {EstimateError} where the formula or a column is at fault, or nothing ended
 */
export function fitCox(request: CoxRequest, table: Table): CoxFit {
  const { outcome, equations } = parseFormula(request.formula);
  const [event = ''] = outcome;
  const [equation] = equations;
  if (outcome.length !== 1 || equation === undefined || equations.length !== 1) {
    throw new EstimateError(`formula '${request.formula}': one event and one equation are expected.`);
  }
  const times = request.start === undefined ? [request.stop] : [request.stop, request.start];
  const frame = modelFrame(table, {
    columns: [...new Set([event, ...times, ...columnsOf(equations)])],
    ...(request.subset !== undefined && { subset: parseSubset(request.subset, table) }),
  });
  // With the constant, so that a factor has a base; it is then left out, as the baseline hazard holds it.
  const design = modelMatrix({ ...equation, intercept: true }, frame);
  const kept = design.names.flatMap((name, index) => (name === INTERCEPT ? [] : [{ name, values: design.columns[index] ?? new Float64Array(frame.rows) }]));
  if (kept.length === 0) throw new EstimateError('the formula leaves nothing to estimate.');
  const lives: Lives = {
    stop: numbersOf(frame, request.stop),
    start: request.start === undefined ? new Float64Array(frame.rows) : numbersOf(frame, request.start),
    event: numbersOf(frame, event),
    columns: kept.map(({ values }) => centered(values)),
  };
  if (lives.event.some((value) => value !== 0 && value !== 1)) throw new EstimateError(`${event}: an event is 0 or 1.`);
  if (lives.stop.some((stop, row) => !(stop > (lives.start[row] ?? 0)))) throw new EstimateError('a row is at risk for no time: it must stop after it starts.');
  const events = lives.event.reduce((sum, value) => sum + value, 0);
  if (events === 0) throw new EstimateError(`${event}: nothing ended.`);
  const likelihood = partialLikelihood(lives, request.ties ?? 'efron');
  const size = kept.length;
  const zero = new Float64Array(size);
  const best = maximize(likelihood, zero, { concave: true });
  const factor = cholesky(
    best.hessian.map((value) => -value),
    size,
    1e-13,
  );
  const vcov = factor === undefined ? new Float64Array(size * size).fill(Number.NaN) : invertCholesky(factor, size);
  return {
    coefficients: kept.map(({ name }, index) => ({
      name,
      estimate: best.x[index] ?? Number.NaN,
      se: Math.sqrt(vcov[index * size + index] ?? Number.NaN),
    })),
    vcov,
    logLik: best.value,
    logLikNull: likelihood(zero, 0).value,
    n: frame.rows,
    events,
    dropped: frame.dropped,
    converged: best.converged,
  };
}

interface Lives {
  readonly start: Float64Array;
  readonly stop: Float64Array;
  readonly event: Float64Array;
  readonly columns: readonly Float64Array[];
}

function numbersOf({ variables }: ModelFrame, name: string): Float64Array {
  const variable = variables.get(name);
  if (variable?.kind !== 'number') throw new EstimateError(`${name}: a column of numbers is needed here, not text.`);
  return variable.values;
}

/** The likelihood does not answer to the level of a regressor; centered, its exponentials stay small. */
function centered(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

/** Rows in falling order of a time. */
const falling = (times: Float64Array): Uint32Array => Uint32Array.from(times, (_, row) => row).sort((a, b) => (times[b] ?? 0) - (times[a] ?? 0) || a - b);

/** Sums over rows of the relative hazard, of it times the regressors, and times their products (lower triangle). */
interface Sums {
  hazard: number;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

function partialLikelihood({ start, stop, event, columns }: Lives, ties: Ties): Smooth {
  const size = columns.length;
  const rows = stop.length;
  const byStop = falling(stop);
  const byStart = falling(start);
  const nothing = (): Sums => ({ hazard: 0, first: new Float64Array(size), second: new Float64Array(size * size) });
  const relative = new Float64Array(rows);
  function add(to: Sums, row: number, sign: number): void {
    const hazard = sign * (relative[row] ?? 0);
    to.hazard += hazard;
    for (let i = 0; i < size; i++) {
      const weighted = hazard * (columns[i]?.[row] ?? 0);
      to.first[i] = (to.first[i] ?? 0) + weighted;
      for (let j = 0; j <= i; j++) to.second[i * size + j] = (to.second[i * size + j] ?? 0) + weighted * (columns[j]?.[row] ?? 0);
    }
  }
  return (beta): Evaluation => {
    for (let row = 0; row < rows; row++) {
      let index = 0;
      for (let i = 0; i < size; i++) index += (beta[i] ?? 0) * (columns[i]?.[row] ?? 0);
      relative[row] = Math.exp(index);
    }
    let value = 0;
    const gradient = new Float64Array(size);
    const hessian = new Float64Array(size * size);
    const risk = nothing();
    let [entered, left] = [0, 0];
    while (entered < rows) {
      const time = stop[byStop[entered] ?? 0] ?? 0;
      // Rows at risk just before the time: those that stop then or later, less those that start then or later.
      const dying = nothing();
      let deaths = 0;
      for (; entered < rows && stop[byStop[entered] ?? 0] === time; entered++) {
        const row = byStop[entered] ?? 0;
        add(risk, row, 1);
        if (event[row] !== 1) continue;
        deaths++;
        add(dying, row, 1);
        value += Math.log(relative[row] ?? 0);
        for (let i = 0; i < size; i++) gradient[i] = (gradient[i] ?? 0) + (columns[i]?.[row] ?? 0);
      }
      for (; left < rows && (start[byStart[left] ?? 0] ?? 0) >= time; left++) add(risk, byStart[left] ?? 0, -1);
      for (let death = 0; death < deaths; death++) {
        const share = ties === 'efron' ? death / deaths : 0;
        const whole = risk.hazard - share * dying.hazard;
        value -= Math.log(whole);
        for (let i = 0; i < size; i++) {
          const mean = ((risk.first[i] ?? 0) - share * (dying.first[i] ?? 0)) / whole;
          gradient[i] = (gradient[i] ?? 0) - mean;
          for (let j = 0; j <= i; j++) {
            const at = i * size + j;
            const other = ((risk.first[j] ?? 0) - share * (dying.first[j] ?? 0)) / whole;
            const product = ((risk.second[at] ?? 0) - share * (dying.second[at] ?? 0)) / whole;
            hessian[at] = (hessian[at] ?? 0) - product + mean * other;
          }
        }
      }
    }
    for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) hessian[j * size + i] = hessian[i * size + j] ?? 0;
    return { value, gradient, hessian };
  };
}
