import path from 'node:path';
import type { Bootstrap } from '../core/estimate/bootstrap.ts';
import { compare, type Comparison } from '../core/estimate/compare.ts';
import { EstimateError } from '../core/estimate/estimate-error.ts';
import { fit, type Fit } from '../core/estimate/fit.ts';
import { columnsOf, parseFormula } from '../core/estimate/formula.ts';
import { asFactor } from '../core/estimate/model-frame.ts';
import { fitted, scenarios, type Profile as Values, type Scenario } from '../core/estimate/predict.ts';
import { profile, type Profile } from '../core/estimate/profile.ts';
import type { FitRequest, ModelName } from '../core/estimate/request.ts';
import { subsetColumns } from '../core/estimate/subset.ts';
import { createRng } from '../core/math/rng.ts';
import type { Table } from '../core/table/table.ts';
import { hashFile } from '../data/disk/hash.ts';
import { withDuck } from '../data/duck/open.ts';
import { readDataFile } from '../data/duck/read-data-file.ts';
import { bootstrapInThreads } from './bootstrap-threads.ts';
import { UserError } from './user-error.ts';
import { asUser } from './with-store.ts';

export interface FitQuestion {
  /** A .csv, .tsv, .parquet or .dta file. */
  readonly data: string;
  readonly cwd: string;
  readonly request: FitRequest;
  /** Draws of a bootstrap. */
  readonly boot?: number;
  readonly seed: number;
  /** A column whose values group the rows: the bootstrap draws whole groups. */
  readonly cluster?: string;
  /** Coefficients whose profile likelihood is wanted. */
  readonly profiles: readonly string[];
  /** Values of regressors at which predictions with intervals are wanted: `x=0:1:5,regime1=dem`. */
  readonly at: readonly string[];
  /** Another model of the same outcome to compare with. */
  readonly against?: { readonly formula: string; readonly model: ModelName };
}

export interface FitAnswer {
  readonly fit: Fit;
  readonly data: { readonly file: string; readonly sha256: string };
  readonly seed: number;
  readonly bootstrap?: Bootstrap;
  readonly profiles: readonly Profile[];
  readonly scenarios: readonly Scenario[];
  readonly against?: { readonly fit: Fit; readonly comparison: Comparison };
}

/**
 * Fits a model to a data file.
 * @throws {UserError} where the file or the question is at fault
 */
export async function fitFile(question: FitQuestion): Promise<FitAnswer> {
  const { data, cwd, request, boot, seed, cluster, against } = question;
  try {
    const other = against === undefined ? undefined : parseFormula(against.formula);
    const needs = [...(other === undefined ? [] : [...other.outcome, ...columnsOf(other.equations)]), ...(cluster === undefined ? [] : [cluster])];
    const own = parseFormula(request.formula);
    const scale = request.scaleFormula === undefined ? [] : columnsOf(parseFormula(`~ ${request.scaleFormula.replace(/^\s*~/, '')}`).equations);
    const equations = request.fixedUtilities === undefined ? columnsOf(own.equations) : [];
    const subset = request.subset === undefined ? [] : subsetColumns(request.subset);
    const columns = [...new Set([...own.outcome, ...equations, ...scale, ...subset, ...needs])];
    const table = await asUser(() => withDuck((duck) => readDataFile(duck, data, cwd, columns)));
    return await answerFrom(
      table,
      { ...question, request: { ...request, needs } },
      { file: data, sha256: hashFile(path.resolve(cwd, data)).sha256 },
      boot,
      seed,
    );
  } catch (error) {
    if (error instanceof EstimateError) throw new UserError(error.message, error.detail, { cause: error });
    throw error;
  }
}

async function answerFrom(table: Table, question: FitQuestion, data: FitAnswer['data'], boot: number | undefined, seed: number): Promise<FitAnswer> {
  const { request, cluster, against } = question;
  const found = fit(request, table);
  const drawn =
    boot === undefined || boot === 0 ? undefined : await bootstrapInThreads(found, { request, table, draws: boot, seed, ...groupsOf(found, cluster) });
  const profiles = question.at.map(valuesOf).flat();
  const compared = against === undefined ? undefined : fit({ ...request, ...against, needs: columnsUsed(found) }, table);
  return {
    fit: found,
    data,
    seed,
    ...(drawn !== undefined && { bootstrap: drawn }),
    profiles: question.profiles.map((name) => profile(found, name)),
    scenarios:
      profiles.length === 0 ? [] : scenarios(found, { profiles, rng: createRng(seed, 'predictions'), ...(drawn !== undefined && { betas: drawn.betas }) }),
    ...(compared !== undefined && { against: { fit: compared, comparison: compare(found, compared) } }),
  };
}

const columnsUsed = ({ prepared }: Fit): string[] => [...prepared.frame.variables.keys()];

function groupsOf({ prepared }: Fit, cluster: string | undefined): { readonly groups?: Int32Array } {
  const variable = cluster === undefined ? undefined : prepared.frame.variables.get(cluster);
  return variable === undefined ? {} : { groups: asFactor(variable).values };
}

/** `x=0:1:5,regime1=dem`: every combination, a span of numbers as first:last:count. @throws {UserError} where it is something else */
function valuesOf(text: string): Values[] {
  let found: Values[] = [{}];
  for (const part of text.split(',')) {
    const [, name, value = ''] = /^\s*([^=\s]+)\s*=\s*(.+?)\s*$/.exec(part) ?? [];
    if (name === undefined) throw new UserError(`--at '${text}': expected NAME=VALUE, set apart by commas; a span of numbers is first:last:count.`);
    const span = /^(-?[\d.]+):(-?[\d.]+)(?::(\d+))?$/.exec(value);
    const values: (number | string)[] = span === null ? [value !== '' && Number.isFinite(Number(value)) ? Number(value) : value] : spanOf(span);
    found = found.flatMap((one) => values.map((at) => ({ ...one, [name]: at })));
  }
  return found;
}

function spanOf([, first = '0', last = '0', count = '5']: readonly (string | undefined)[]): number[] {
  const [from, to, n] = [Number(first), Number(last), Math.max(2, Number(count))];
  return Array.from({ length: n }, (_, index) => from + ((to - from) * index) / (n - 1));
}

/** What `foedus fit --json` prints. */
export function fitJson(answer: FitAnswer): unknown {
  const { fit: found, bootstrap: drawn, against } = answer;
  const { prepared } = found;
  const size = found.coefficients.length;
  const predictions = fitted(found);
  return {
    model: prepared.request.model,
    formula: prepared.request.formula,
    link: prepared.link,
    ...(prepared.type !== undefined && { type: prepared.type }),
    data: answer.data,
    n: found.n,
    dropped: prepared.frame.dropped,
    excluded: prepared.frame.excluded,
    logLik: found.logLik,
    aic: found.aic,
    converged: found.converged,
    iterations: found.iterations,
    gradient: found.gradient,
    method: "maximum likelihood, Newton's method with analytic derivatives; standard errors from the Hessian",
    coefficients: found.coefficients.map(({ name, estimate, se }, index) => ({
      name,
      estimate,
      se,
      ...(drawn !== undefined && { bootSe: drawn.se[index], interval: drawn.intervals[index] }),
    })),
    fixed: prepared.fixed,
    vcov: Array.from({ length: size }, (_, row) => Array.from(found.vcov.subarray(row * size, (row + 1) * size))),
    predictions: predictions.rows.map((row) => Object.fromEntries(predictions.names.map((name, index) => [name, row[index]]))),
    ...(drawn !== undefined && { bootstrap: { draws: drawn.draws, failed: drawn.failed, seed: answer.seed } }),
    ...(answer.profiles.length > 0 && { profiles: answer.profiles }),
    ...(answer.scenarios.length > 0 && { scenarios: answer.scenarios, seed: answer.seed }),
    ...(against !== undefined && {
      against: { model: against.fit.prepared.request.model, formula: against.fit.prepared.request.formula, aic: against.fit.aic, ...against.comparison },
    }),
    warnings: found.warnings,
  };
}
