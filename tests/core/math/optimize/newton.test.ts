import { describe, expect, it } from 'vitest';
import { maximize, type Smooth } from '../../../../src/core/math/optimize/newton.ts';

/** Rosenbrock 1960, The Computer Journal 3, upside down: a curved ridge with its top at (1, 1). */
const ridge: Smooth = (v) => {
  const [x = 0, y = 0] = v;
  return {
    value: -100 * (y - x * x) ** 2 - (1 - x) ** 2,
    gradient: Float64Array.of(400 * x * (y - x * x) + 2 * (1 - x), -200 * (y - x * x)),
    hessian: Float64Array.of(400 * (y - 3 * x * x) - 2, 400 * x, 400 * x, -200),
  };
};

describe('Newton with damping', () => {
  it.each([
    [-1.2, 1],
    [0, 0],
    [3, -4],
  ])('climbs from (%d, %d), where the function may curve upward', (x, y) => {
    const top = maximize(ridge, Float64Array.of(x, y));
    expect(top.converged).toBe(true);
    expect(top.x[0]).toBeCloseTo(1, 8);
    expect(top.x[1]).toBeCloseTo(1, 8);
  });

  it('says where it did not arrive', () => {
    expect(maximize(ridge, Float64Array.of(-1.2, 1), { maxIterations: 2 })).toMatchObject({ converged: false, iterations: 2 });
    const climbsForever: Smooth = ([x = 0]) => ({ value: -Math.exp(-x), gradient: Float64Array.of(Math.exp(-x)), hessian: Float64Array.of(-Math.exp(-x)) });
    expect(maximize(climbsForever, Float64Array.of(0), { maxIterations: 10 }).converged).toBe(false);
  });

  it('stops on a plateau', () => {
    const flat: Smooth = ([x = 0, y = 0]) => ({
      value: -((x + y) ** 2),
      gradient: Float64Array.of(-2 * (x + y), -2 * (x + y)),
      hessian: Float64Array.of(-2, -2, -2, -2),
    });
    const end = maximize(flat, Float64Array.of(3, 4));
    expect(end.converged).toBe(true);
    expect(end.value).toBeCloseTo(0, 10);
  });
});
