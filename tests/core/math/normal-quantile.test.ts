import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../../src/core/math/normal.ts';
import { normalQuantile } from '../../../src/core/math/normal-quantile.ts';

describe('the quantile of the standard normal', () => {
  it.each([
    // Wichura (1988), AS 241, test data.
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.26234008979841],
    [0.975, 1.959963984540054],
    [0.5, 0],
  ])('at %f is %f', (p, x) => expect(normalQuantile(p)).toBeCloseTo(x, 12));

  it('undoes the distribution function', () => {
    for (let x = -8; x <= 5; x += 0.37) expect(normalQuantile(normalCdf(x))).toBeCloseTo(x, 8);
  });

  it('has no end', () => expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]));
});
