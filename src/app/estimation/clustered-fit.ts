import { clusteredCovariance } from '../../core/estimate/clustered.ts';
import { fit, type Fit } from '../../core/estimate/fit.ts';
import type { LinkName } from '../../core/estimate/links.ts';
import { numberColumn, type Table } from '../../core/table/table.ts';
import type { ResultTable } from './section.ts';

/** A fit with standard errors robust to dependence within clusters. */
export interface ClusteredFit {
  readonly fit: Fit;
  readonly formula: string;
  /** Cluster of each row used. */
  readonly groups: Int32Array;
  readonly clusters: number;
  /** Rows used in which the outcome is 1. */
  readonly events: number;
  readonly coefficients: readonly Coefficient[];
}

export interface Coefficient {
  readonly name: string;
  readonly estimate: number;
  readonly se: number;
}

export interface ClusteredRequest {
  readonly formula: string;
  /** The column that names the cluster of a row. */
  readonly cluster: string;
  readonly subset?: string;
  /** Logit when left out. */
  readonly link?: LinkName;
}

/** Fits a binary outcome to the rows of a subset, standard errors by cluster. @throws {EstimateError} as `fit` */
export function clusteredFit(table: Table, { formula, cluster, subset, link = 'logit' }: ClusteredRequest): ClusteredFit {
  const found = fit({ model: 'hazard', link, formula, ...(subset !== undefined && { subset }) }, table);
  const { used } = found.prepared.frame;
  const labels = numberColumn(table, cluster).values;
  const outcome = numberColumn(table, formula.split(' ', 1)[0] ?? '').values;
  const { se, clusters } = clusteredCovariance(found, labels);
  return {
    fit: found,
    formula,
    groups: Int32Array.from(used, (row) => labels[row] ?? 0),
    clusters: clusters[0] ?? 0,
    events: used.reduce((sum, row) => sum + (outcome[row] ?? 0), 0),
    coefficients: found.coefficients.map(({ name, estimate }, index) => ({ name, estimate, se: se[index] ?? Number.NaN })),
  };
}

/** The estimate of a regressor. @throws {RangeError} where the fit has none */
export function coefficientOf({ coefficients }: Pick<ClusteredFit, 'coefficients'>, name: string): Coefficient {
  const found = coefficients.find((one) => one.name === name);
  if (found === undefined) throw new RangeError(`the fit has no regressor ${name}`);
  return found;
}

/** -1.35 (0.34) */
export const withError = ({ estimate, se }: Pick<Coefficient, 'estimate' | 'se'>): string => `${estimate.toFixed(2)} (${se.toFixed(2)})`;

/** Fits side by side, a line a regressor. @param events what the outcome is called, in the plural */
export function fitTable(id: string, title: string, events: string, fits: readonly (readonly [words: string, found: ClusteredFit])[]): ResultTable {
  const names = [...new Set(fits.flatMap(([, { coefficients }]) => coefficients.map(({ name }) => name)))];
  const cell = (coefficients: readonly Coefficient[], name: string): string | null => {
    const found = coefficients.find((one) => one.name === name);
    return found === undefined ? null : withError(found);
  };
  return {
    id,
    title,
    columns: ['', ...fits.map(([words]) => words)],
    rows: [
      ...names.map((name) => [name, ...fits.map(([, { coefficients }]) => cell(coefficients, name))]),
      ['rows', ...fits.map(([, found]) => found.fit.n)],
      [events, ...fits.map(([, found]) => found.events)],
      ['log-likelihood', ...fits.map(([, found]) => found.fit.logLik.toFixed(3))],
    ],
    fits: fits.map(([words, { fit: found, ...rest }]) => ({
      words,
      formula: rest.formula,
      n: found.n,
      events: rest.events,
      logLik: found.logLik,
      clusters: rest.clusters,
      coefficients: rest.coefficients,
    })),
  };
}
