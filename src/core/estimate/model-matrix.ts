import { cholesky } from '../math/cholesky.ts';
import { EstimateError } from './estimate-error.ts';
import type { Equation } from './formula.ts';
import type { ModelFrame, Variable } from './model-frame.ts';

/** Regressors of one equation: names, and values column by column. */
export interface Design {
  readonly names: readonly string[];
  readonly values: Float64Array;
}

/** What the constant is called, as in R. */
export const INTERCEPT = '(Intercept)';

/** One factor of a product: the names of its columns, and how one of them multiplies what stands in `target`. */
interface Coded {
  readonly names: readonly string[];
  readonly multiply: (target: Float64Array, column: number) => void;
}

function coded(name: string, variable: Variable, full: boolean): Coded {
  const { values } = variable;
  if (variable.kind === 'number') {
    return { names: [name], multiply: (target) => target.forEach((product, row) => (target[row] = product * (values[row] ?? Number.NaN))) };
  }
  const skipped = full ? 0 : 1;
  return {
    names: variable.levels.slice(skipped).map((level) => `${name}${level}`),
    multiply: (target, column) => target.forEach((_, row) => values[row] !== column + skipped && (target[row] = 0)),
  };
}

/**
 * The model matrix of an equation. A factor becomes indicators of its levels, the first of them the base, or of all levels where the formula
 * has nothing that would absorb the base: R's rules, so that the columns are R's.
 */
export function modelMatrix({ intercept, terms }: Equation, { rows, variables }: Pick<ModelFrame, 'rows' | 'variables'>): Design {
  const variable = (name: string): Variable => {
    const found = variables.get(name);
    if (found === undefined) throw new EstimateError(`the data have no column '${name}'.`);
    return found;
  };
  const key = (term: readonly string[]): string => [...term].sort().join('\u0000');
  const present = new Set(['', ...terms.map(key)]);
  // Without a constant the first factor of all keeps every level.
  const firstFactor = intercept ? undefined : terms.find((term) => term.some((name) => variable(name).kind === 'factor'));
  const products = terms.map((term) => {
    const leading = term === firstFactor ? term.find((name) => variable(name).kind === 'factor') : undefined;
    const parts = term.map((name) => coded(name, variable(name), name === leading || !present.has(key(term.filter((other) => other !== name)))));
    let columns: (readonly number[])[] = [[]];
    for (const part of parts) columns = part.names.flatMap((_, index) => columns.map((before) => [...before, index]));
    return { parts, columns };
  });
  const names = [
    ...(intercept ? [INTERCEPT] : []),
    ...products.flatMap(({ parts, columns }) => columns.map((column) => parts.map((part, index) => part.names[column[index] ?? 0]).join(':'))),
  ];
  const values = new Float64Array(rows * names.length);
  if (intercept) values.fill(1, 0, rows);
  let next = intercept ? 1 : 0;
  for (const { parts, columns } of products) {
    for (const column of columns) {
      const target = values.subarray(next * rows, (next + 1) * rows);
      target.fill(1);
      parts.forEach((part, index) => part.multiply(target, column[index] ?? 0));
      next++;
    }
  }
  return { names, values };
}

/** Names of regressors that are linear combinations of those before them. */
export function redundantColumns({ names, values }: Design): string[] {
  const rows = values.length / Math.max(1, names.length);
  const columns = names.map((_, index) => values.subarray(index * rows, (index + 1) * rows));
  const sizes = columns.map((column) => Math.sqrt(inner(column, column)) || 1);
  const kept: number[] = [];
  const redundant: string[] = [];
  names.forEach((name, index) => {
    const tried = [...kept, index].map((at) => ({ column: columns[at] ?? new Float64Array(0), size: sizes[at] ?? 1 }));
    const gram = Float64Array.from(tried.flatMap((a) => tried.map((b) => inner(a.column, b.column) / (a.size * b.size))));
    if (cholesky(gram, tried.length, 1e-11) === undefined) redundant.push(name);
    else kept.push(index);
  });
  return redundant;
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < a.length; row++) sum += (a[row] ?? 0) * (b[row] ?? 0);
  return sum;
}
