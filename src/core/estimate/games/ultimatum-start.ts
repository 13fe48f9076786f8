import { cholesky, solveCholesky } from '../../math/cholesky.ts';
import { sizeOf, startsOf, type Likelihood } from '../likelihood.ts';
import type { Design } from '../model-matrix.ts';
import type { Offers } from './ultimatum.ts';

/** Scales from which the search begins, as shares of the spread of the offers. */
const SPREADS = [1, 0.5, 0.2, 2];

/**
 * Where the search for the ultimatum game's coefficients begins. Its likelihood may have several maxima, so there are several starts: R1 from a regression of
 * what 1 keeps, R2 from one of the offers; and constants alone. Each with several scales.
 */
export function ultimatumStarts({ rows, designs }: Likelihood, { offer, most }: Offers): Float64Array[] {
  const [r1, r2, log1, log2] = designs;
  const [, at2 = 0, at3 = 0, at4 = 0] = startsOf(designs);
  const mean = offer.reduce((sum, value) => sum + value, 0) / rows;
  const spread = Math.sqrt(offer.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, rows - 1)) || most / 10;
  const begin = (one: Float64Array, two: Float64Array, scale1: number, scale2: number): Float64Array => {
    const beta = new Float64Array(sizeOf({ designs }));
    beta.set(one, 0);
    beta.set(two, at2);
    if (log1 !== undefined && log1.names.length > 0) beta[at3] = Math.log(scale1);
    if (log2 !== undefined && log2.names.length > 0) beta[at4] = Math.log(scale2);
    return beta;
  };
  const kept = offer.map((value) => most - value);
  const regressions = [leastSquares(r1, kept), leastSquares(r2, offer)] as const;
  const constants = [leastSquares(constantOf(r1), kept), leastSquares(constantOf(r2), offer)] as const;
  return [regressions, constants].flatMap(([one, two]) =>
    SPREADS.flatMap((share) => [begin(one, two, spread * share, spread * share), begin(one, two, spread, spread * share)]),
  );
}

/** The same regressors with all but the first set to zero. */
function constantOf(design: Design | undefined): Design | undefined {
  if (design === undefined) return undefined;
  return { names: design.names, columns: design.columns.map((column, index) => (index === 0 ? column : new Float64Array(column.length))) };
}

/** Ordinary least squares; columns of zeros get zeros. */
function leastSquares(design: Design | undefined, y: Float64Array): Float64Array {
  if (design === undefined || design.names.length === 0) return new Float64Array(0);
  const { columns } = design;
  const width = columns.length;
  const gram = new Float64Array(width * width);
  const moment = new Float64Array(width);
  for (let row = 0; row < y.length; row++) {
    for (let i = 0; i < width; i++) {
      const x = columns[i]?.[row] ?? 0;
      moment[i] = (moment[i] ?? 0) + x * (y[row] ?? 0);
      for (let j = 0; j < width; j++) gram[i * width + j] = (gram[i * width + j] ?? 0) + x * (columns[j]?.[row] ?? 0);
    }
  }
  for (let i = 0; i < width; i++) if (gram[i * width + i] === 0) gram[i * width + i] = 1;
  const factor = cholesky(gram, width);
  return factor === undefined ? new Float64Array(width) : solveCholesky(factor, moment, width);
}
