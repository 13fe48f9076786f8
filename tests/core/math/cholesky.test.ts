import { describe, expect, it } from 'vitest';
import { cholesky, invertCholesky, solveCholesky } from '../../../src/core/math/cholesky.ts';

const A = Float64Array.of(4, 12, -16, 12, 37, -43, -16, -43, 98);

describe('the Cholesky factor', () => {
  it('of a matrix worked by hand', () => {
    expect([...(cholesky(A, 3) ?? [])]).toEqual([2, 0, 0, 6, 1, 0, -8, 5, 3]);
  });

  it('solves and inverts', () => {
    const l = cholesky(A, 3) ?? new Float64Array(9);
    const x = solveCholesky(l, Float64Array.of(0, 6, 39), 3);
    const back = [0, 1, 2].map((i) => [0, 1, 2].reduce((sum, j) => sum + (A[i * 3 + j] ?? 0) * (x[j] ?? 0), 0));
    [0, 6, 39].forEach((value, i) => expect(back[i]).toBeCloseTo(value, 10));
    const inverse = invertCholesky(l, 3);
    expect(inverse[0]).toBeCloseTo(1777 / 36, 9);
    expect(inverse[8]).toBeCloseTo(1 / 9, 9);
  });

  it('is refused to what is not positive definite', () => {
    expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toBeUndefined();
    expect(cholesky(Float64Array.of(1, 1, 1, 1 + 1e-15), 2, 1e-12)).toBeUndefined();
  });
});
