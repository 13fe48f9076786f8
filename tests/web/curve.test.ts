import { expect, it } from 'vitest';
import { curvePath, treatiesInForce } from '../../src/web/timeline/curve.ts';
import { pact } from '../support/small-world.ts';
import { engine } from './engine.ts';

it('counts what the law counts', () => {
  const counts = treatiesInForce(engine().catalog.treaties);
  const at = (years: number): number => counts.findLast((one) => one.years <= years)?.count ?? 0;
  for (const year of [1820, 1880, 1914, 1939, 1955, 1990, 2025]) expect(at(year + 0.5), String(year)).toBe(engine().law.inForce(`${year}-07-02`).length);
});

it('draws steps down to the base line', () => {
  const counts = treatiesInForce([pact('a', ['AAA', 'BBB'], [])]);
  expect(counts.map(({ count }) => count)).toEqual([0, 1]);
  expect(
    curvePath(
      counts,
      (years) => years - 1815,
      (count) => 10 - count,
      10,
      200,
    ),
  ).toBe('M0.0 10H0.0V10.0H85.0V9.0H200V10Z');
});
