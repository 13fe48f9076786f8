import { expect, it } from 'vitest';
import { holm } from '../../../src/core/estimate/holm.ts';

it.each<[string, readonly number[], readonly number[]]>([
  // Steps: 4 × .005, 3 × .01, 2 × .03, then no less than the one before.
  ['four steps', [0.01, 0.04, 0.03, 0.005], [0.03, 0.06, 0.06, 0.02]],
  ['never above 1', [0.6, 0.7], [1, 1]],
  ['one alone is left as it is', [0.04], [0.04]],
  ['none', [], []],
])('Holm: %s', (_, p, expected) => {
  const found = holm(p);
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 12));
});
