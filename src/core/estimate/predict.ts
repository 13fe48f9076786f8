import { cholesky } from '../math/cholesky.ts';
import { quantile } from '../math/quantile.ts';
import type { Rng } from '../math/rng.ts';
import { EstimateError } from './estimate-error.ts';
import { columnsOf } from './formula.ts';
import type { Fit } from './fit.ts';
import { indicesOf, type Likelihood } from './likelihood.ts';
import type { ModelFrame, Variable } from './model-frame.ts';
import { modelMatrix } from './model-matrix.ts';

/** What a model predicts, row by row: a number for each of its predicted quantities. */
export interface Predictions {
  readonly names: readonly string[];
  readonly rows: readonly Float64Array[];
}

/** What the fit predicts for the rows it was made from. */
export function fitted({ prepared, beta }: Fit): Predictions {
  return { names: prepared.predicted, rows: predictedRows(prepared, prepared.likelihood, beta) };
}

function predictedRows({ predicted, predict }: Fit['prepared'], likelihood: Likelihood, beta: Float64Array): Float64Array[] {
  const k = likelihood.kernel.indices;
  const eta = indicesOf(likelihood, beta);
  return Array.from({ length: likelihood.rows }, (_, row) => {
    const out = new Float64Array(predicted.length);
    predict(eta.subarray(row * k, (row + 1) * k), out);
    return out;
  });
}

/** Values of regressors: numbers, or levels of a factor. */
export type Profile = Readonly<Record<string, number | string>>;

export interface Scenario {
  readonly at: Profile;
  readonly predictions: readonly { readonly name: string; readonly estimate: number; readonly low: number; readonly high: number }[];
}

export interface ScenarioRequest {
  /** Values of some regressors in each scenario; the others stand at their mean, indicators and factors at their mode. */
  readonly profiles: readonly Profile[];
  readonly rng: Rng;
  /** Draws of coefficients from which intervals are made; drawn from their estimated normal distribution when left out. */
  readonly betas?: readonly Float64Array[];
}

/** Draws of coefficients from the estimated distribution. */
const DRAWS = 1000;

/**
 * Predictions for typical rows with 95 % intervals, by simulation of the coefficients (King, Tomz and Wittenberg 2000, American Journal of
 * Political Science 44) or on draws of a bootstrap.
 * @throws {EstimateError} where a regressor or level is none of the model's, or the coefficients have no covariance
 */
export function scenarios(fit: Fit, { profiles, rng, betas = simulated(fit, rng) }: ScenarioRequest): Scenario[] {
  const { prepared, beta } = fit;
  const columns = columnsOf(prepared.equations);
  const typical = Object.fromEntries(columns.map((name) => [name, typicalOf(prepared.frame.variables.get(name))]));
  const full = profiles.map((profile) => {
    const stray = Object.keys(profile).find((name) => !columns.includes(name));
    if (stray !== undefined) throw new EstimateError(`'${stray}' is no regressor of the model.`, [`It has: ${columns.join(', ')}.`]);
    return { ...typical, ...profile };
  });
  const frame = {
    rows: full.length,
    variables: new Map(
      columns.map((name) => [
        name,
        variableAt(
          name,
          full.map((one) => one[name] ?? Number.NaN),
          prepared.frame,
        ),
      ]),
    ),
  };
  const likelihood: Likelihood = { ...prepared.likelihood, rows: full.length, designs: prepared.equations.map((equation) => modelMatrix(equation, frame)) };
  const best = predictedRows(prepared, likelihood, beta);
  const drawn = betas.map((draw) => predictedRows(prepared, likelihood, draw));
  return full.map((at, row) => ({
    at,
    predictions: prepared.predicted.map((name, index) => {
      const values = Float64Array.from(drawn, (rows) => rows[row]?.[index] ?? Number.NaN).sort();
      return { name, estimate: best[row]?.[index] ?? Number.NaN, low: quantile(values, 0.025), high: quantile(values, 0.975) };
    }),
  }));
}

function typicalOf(variable: Variable | undefined): number | string {
  if (variable === undefined) return Number.NaN;
  const { values } = variable;
  if (variable.kind === 'number' && !variable.values.every((value) => value === 0 || value === 1)) {
    return variable.values.reduce((sum, value) => sum + value, 0) / values.length;
  }
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [mode = 0] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [];
  return variable.kind === 'factor' ? (variable.levels[mode] ?? '') : mode;
}

function variableAt(name: string, values: readonly (number | string)[], { variables }: ModelFrame): Variable {
  const known = variables.get(name);
  if (known?.kind !== 'factor') {
    const numbers = Float64Array.from(values, Number);
    if (numbers.some(Number.isNaN)) throw new EstimateError(`${name}: a number is expected.`);
    return { kind: 'number', values: numbers };
  }
  const codes = values.map((value) => known.levels.indexOf(String(value)));
  const unknown = codes.indexOf(-1);
  if (unknown !== -1) throw new EstimateError(`${name}: '${values[unknown]}' is none of its levels (${known.levels.join(', ')}).`);
  return { kind: 'factor', values: Int32Array.from(codes), levels: known.levels };
}

function simulated({ beta, vcov }: Fit, rng: Rng): Float64Array[] {
  const n = beta.length;
  const factor = cholesky(vcov, n);
  if (factor === undefined) throw new EstimateError('the coefficients have no covariance, and no intervals are made.', ['--boot makes them from a bootstrap.']);
  return Array.from({ length: DRAWS }, () => {
    const normal = Float64Array.from({ length: n }, () => rng.normal());
    return beta.map((value, i) => {
      let sum = value;
      for (let j = 0; j <= i; j++) sum += (factor[i * n + j] ?? 0) * (normal[j] ?? 0);
      return sum;
    });
  });
}
