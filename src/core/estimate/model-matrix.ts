import { cholesky } from '../math/cholesky.ts';
import { EstimateError } from './estimate-error.ts';
import type { Equation } from './formula.ts';
import type { ModelFrame, Variable } from './model-frame.ts';

/** Regressors of one equation, column by column. A column of the data stands in it as it is, not copied. */
export interface Design {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
}

/** What the constant is called, as in R. */
export const INTERCEPT = '(Intercept)';

/** One factor of a product: the names of its columns, and each of them. */
interface Coded {
  readonly names: readonly string[];
  readonly column: (index: number) => Float64Array;
}

function coded(name: string, variable: Variable, full: boolean): Coded {
  if (variable.kind === 'number') return { names: [name], column: () => variable.values };
  const skipped = full ? 0 : 1;
  return {
    names: variable.levels.slice(skipped).map((level) => `${name}${level}`),
    column: (index) => indicator(variable.values, index + skipped),
  };
}

function indicator(values: Int32Array, level: number): Float64Array {
  const column = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) if (values[row] === level) column[row] = 1;
  return column;
}

function product(a: Float64Array, b: Float64Array): Float64Array {
  const column = new Float64Array(a.length);
  for (let row = 0; row < a.length; row++) column[row] = (a[row] ?? 0) * (b[row] ?? 0);
  return column;
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
    let choices: (readonly number[])[] = [[]];
    for (const part of parts) choices = part.names.flatMap((_, index) => choices.map((before) => [...before, index]));
    return choices.map((choice) => ({
      name: parts.map((part, index) => part.names[choice[index] ?? 0]).join(':'),
      column: parts.map((part, index) => part.column(choice[index] ?? 0)).reduce(product),
    }));
  });
  const all = [...(intercept ? [{ name: INTERCEPT, column: new Float64Array(rows).fill(1) }] : []), ...products.flat()];
  return { names: all.map(({ name }) => name), columns: all.map(({ column }) => column) };
}

/** Names of regressors that are linear combinations of those before them. */
export function redundantColumns({ names, columns }: Design): string[] {
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
