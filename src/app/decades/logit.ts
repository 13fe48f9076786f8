import { binaryKernel } from '../../core/estimate/binary.ts';
import { numbered, rowScores, sandwich } from '../../core/estimate/clustered.ts';
import { EstimateError } from '../../core/estimate/estimate-error.ts';
import { logLikelihood, type Likelihood } from '../../core/estimate/likelihood.ts';
import { logit } from '../../core/estimate/links.ts';
import { cholesky, invertCholesky } from '../../core/math/cholesky.ts';
import { weightedLogit, type Choice } from '../../core/stages/weighted-logit.ts';

/** A logit with the covariance of its coefficients, rows of one cluster depending on each other. */
export interface ClusteredLogit {
  readonly beta: Float64Array;
  readonly vcov: Float64Array;
  readonly se: readonly number[];
  readonly clusters: number;
  readonly logLik: number;
}

/** @throws {EstimateError} where the columns do not identify the coefficients */
export function clusteredLogit(choice: Choice, clusters: ArrayLike<number>): ClusteredLogit {
  const { names, columns, happened, offset } = choice;
  const { beta, logLik } = weightedLogit(choice);
  const size = beta.length;
  // What is held stands as a last column with coefficient 1; errors of the others hold it there.
  const held = offset ?? new Float64Array(happened.length);
  const whole: Likelihood = {
    rows: happened.length,
    kernel: binaryKernel(happened, logit),
    designs: [{ names: [...names, 'held'], columns: [...columns, held] }],
    offsets: [0],
  };
  const point = Float64Array.from([...beta, 1]);
  const { hessian } = logLikelihood(whole)(point, 2);
  const information = new Float64Array(size * size);
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) information[i * size + j] = -(hessian[i * (size + 1) + j] ?? 0);
  const factor = cholesky(information, size);
  if (factor === undefined) throw new EstimateError(`the logit of ${names.join(', ')} is not identified.`);
  const scores = rowScores(whole, point);
  const values = new Float64Array(scores.rows * size);
  for (let row = 0; row < scores.rows; row++) values.set(scores.values.subarray(row * (size + 1), row * (size + 1) + size), row * size);
  const found = sandwich(invertCholesky(factor, size), { rows: scores.rows, size, values }, [numbered(Array.from(clusters))]);
  return { beta, logLik, vcov: found.vcov, se: found.se, clusters: found.clusters[0] ?? 0 };
}
