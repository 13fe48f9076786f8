import { cholesky } from '../math/cholesky.ts';
import { EstimateError } from './estimate-error.ts';
import type { Equation } from './formula.ts';
import type { ModelFrame, Variable } from './model-frame.ts';

/** Regressors of one equation: names, and values row by row. */
export interface Design {
  readonly names: readonly string[];
  readonly values: Float64Array;
}

/** What the constant is called, as in R. */
export const INTERCEPT = '(Intercept)';

/** One factor of a product: the names of its columns and the value of each in a row. */
interface Coded {
  readonly names: readonly string[];
  readonly at: (row: number, column: number) => number;
}

function coded(name: string, variable: Variable, full: boolean): Coded {
  if (variable.kind === 'number') return { names: [name], at: (row) => variable.values[row] ?? Number.NaN };
  const skipped = full ? 0 : 1;
  return {
    names: variable.levels.slice(skipped).map((level) => `${name}${level}`),
    at: (row, column) => Number(variable.values[row] === column + skipped),
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
  const width = names.length;
  const values = new Float64Array(rows * width);
  let next = 0;
  if (intercept) {
    for (let row = 0; row < rows; row++) values[row * width] = 1;
    next = 1;
  }
  for (const { parts, columns } of products) {
    for (const column of columns) {
      for (let row = 0; row < rows; row++) {
        let product = 1;
        for (let part = 0; part < parts.length; part++) product *= parts[part]?.at(row, column[part] ?? 0) ?? Number.NaN;
        values[row * width + next] = product;
      }
      next++;
    }
  }
  return { names, values };
}

/** Names of regressors that are linear combinations of those before them. */
export function redundantColumns({ names, values }: Design): string[] {
  const width = names.length;
  const rows = width === 0 ? 0 : values.length / width;
  const gram = new Float64Array(width * width);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < width; i++) {
      const x = values[row * width + i] ?? 0;
      if (x !== 0) for (let j = i; j < width; j++) gram[i * width + j] = (gram[i * width + j] ?? 0) + x * (values[row * width + j] ?? 0);
    }
  }
  const kept: number[] = [];
  const redundant: string[] = [];
  for (let column = 0; column < width; column++) {
    const tried = [...kept, column];
    const part = Float64Array.from({ length: tried.length ** 2 }, (_, index) => {
      const [i, j] = [tried[Math.floor(index / tried.length)] ?? 0, tried[index % tried.length] ?? 0];
      const scale = Math.sqrt((gram[i * width + i] ?? 0) * (gram[j * width + j] ?? 0));
      return (gram[Math.min(i, j) * width + Math.max(i, j)] ?? 0) / (scale || 1);
    });
    if (cholesky(part, tried.length, 1e-11) === undefined) redundant.push(names[column] ?? '');
    else kept.push(column);
  }
  return redundant;
}
