import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/core/math/rng.ts';
import { symmetricEigen } from '../../../src/core/math/symmetric-eigen.ts';

describe('eigenvalues of a symmetric matrix', () => {
  it.each<[string, number, readonly number[], readonly number[]]>([
    ['2 1; 1 2', 2, [2, 1, 1, 2], [1, 3]],
    ['a diagonal', 3, [4, 0, 0, 0, -1, 0, 0, 0, 0], [-1, 0, 4]],
    // The second differences of three points: 2 − 2 cos(kπ/4).
    ['2 -1 0; -1 2 -1; 0 -1 2', 3, [2, -1, 0, -1, 2, -1, 0, -1, 2], [2 - Math.SQRT2, 2, 2 + Math.SQRT2]],
    ['of one cell', 1, [7], [7]],
  ])('%s', (_, n, matrix, expected) => {
    const found = symmetricEigen(Float64Array.from(matrix), n).values.toSorted();
    expected.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 12));
  });

  it('make the matrix again with their vectors, which are orthonormal', () => {
    const n = 12;
    const rng = createRng(3, 'symmetric');
    const matrix = new Float64Array(n * n);
    for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) matrix[i * n + j] = matrix[j * n + i] = rng.normal();
    const { values, vectors } = symmetricEigen(matrix, n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        let [again, product] = [0, 0];
        for (let k = 0; k < n; k++) {
          again += (values[k] ?? 0) * (vectors[i * n + k] ?? 0) * (vectors[j * n + k] ?? 0);
          product += (vectors[k * n + i] ?? 0) * (vectors[k * n + j] ?? 0);
        }
        expect(again).toBeCloseTo(matrix[i * n + j] ?? Number.NaN, 10);
        expect(product).toBeCloseTo(i === j ? 1 : 0, 12);
      }
    }
  });
});
