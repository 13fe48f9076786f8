import { describe, expect, it } from 'vitest';
import { conditionalLogit } from '../../../src/core/estimate/conditional-logit.ts';
import { createRng } from '../../../src/core/math/rng.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';
import type { Table } from '../../../src/core/table/table.ts';

interface Line {
  readonly group: number;
  readonly x: number;
  readonly z: number;
  readonly y: number;
}
const tableOf = (lines: readonly Line[]): Table =>
  tableFromRows(
    { group: 'int16', x: 'float64', z: 'float64', y: 'int8', cluster: 'int16' },
    lines.map((line) => ({ ...line, cluster: line.group % 3 })),
  );

/** Groups of three to seven, in which one to all but one happen; two more in which none and all do. */
function madeUp(): Line[] {
  const rng = createRng(11, 'groups');
  return Array.from({ length: 14 }, (_, group) => {
    const rows = 3 + (group % 5);
    const events = group === 12 ? 0 : group === 13 ? rows : 1 + (group % (rows - 1));
    const lines = Array.from({ length: rows }, () => ({ group, x: rng.normal(), z: rng.normal() }));
    // The likeliest happen, but for noise.
    const order = lines.map((line, at) => ({ at, pull: 0.7 * line.x - 0.4 * line.z + 2 * rng.normal() })).toSorted((a, b) => b.pull - a.pull);
    const happened = new Set(order.slice(0, events).map(({ at }) => at));
    return lines.map((line, at) => ({ ...line, y: happened.has(at) ? 1 : 0 }));
  }).flat();
}

/** The log-likelihood of one group by enumerating every choice of as many rows. */
function enumerated(lines: readonly Line[], b: number, c: number): number {
  const pull = lines.map(({ x, z }) => b * x + c * z);
  const events = lines.reduce((sum, { y }) => sum + y, 0);
  let all = 0;
  for (let mask = 0; mask < 2 ** lines.length; mask++) {
    const chosen = pull.filter((_, at) => (mask >> at) % 2 === 1);
    if (chosen.length === events) all += Math.exp(chosen.reduce((sum, one) => sum + one, 0));
  }
  return lines.reduce((sum, { y }, at) => sum + y * (pull[at] ?? 0), 0) - Math.log(all);
}

const lines = madeUp();
const groups = [...new Set(lines.map(({ group }) => group))].map((group) => lines.filter((line) => line.group === group));

describe('the logit within groups', () => {
  const found = conditionalLogit({ formula: 'y ~ x + z', group: 'group' }, tableOf(lines));
  const [b = 0, c = 0] = found.beta;

  it('has the likelihood of an enumeration of all choices, and its maximum', () => {
    const at = (one: number, other: number): number => groups.reduce((sum, group) => sum + enumerated(group, one, other), 0);
    expect(found.converged).toBe(true);
    expect(found.logLik).toBeCloseTo(at(b, c), 10);
    for (const [one, other] of [
      [1e-3, 0],
      [-1e-3, 0],
      [0, 1e-3],
      [0, -1e-3],
    ] as const)
      expect(at(b + one, c + other)).toBeLessThan(found.logLik);
  });

  it('has errors by group as differences of the enumeration give them', () => {
    const step = 1e-4;
    const slope = (group: readonly Line[], which: 0 | 1, one: number, other: number): number => {
      const [u, v] = which === 0 ? [step, 0] : [0, step];
      return (enumerated(group, one + u, other + v) - enumerated(group, one - u, other - v)) / (2 * step);
    };
    let [h11, h12, h22, m11, m12, m22] = [0, 0, 0, 0, 0, 0];
    for (const group of groups) {
      const [s, t] = [slope(group, 0, b, c), slope(group, 1, b, c)];
      [m11, m12, m22] = [m11 + s * s, m12 + s * t, m22 + t * t];
      h11 -= (slope(group, 0, b + step, c) - slope(group, 0, b - step, c)) / (2 * step);
      h12 -= (slope(group, 0, b, c + step) - slope(group, 0, b, c - step)) / (2 * step);
      h22 -= (slope(group, 1, b, c + step) - slope(group, 1, b, c - step)) / (2 * step);
    }
    const determinant = h11 * h22 - h12 ** 2;
    const factor = found.groups / (found.groups - 1);
    const variance = (factor * (h22 ** 2 * m11 - 2 * h22 * h12 * m12 + h12 ** 2 * m22)) / determinant ** 2;
    expect(found.coefficients[0]?.se).toBeCloseTo(Math.sqrt(variance), 5);
  });

  it('counts the groups in which the outcome differs', () => {
    const telling = groups.slice(0, 12);
    expect([found.groups, found.clusters, found.n, found.events]).toEqual([12, 12, telling.flat().length, telling.flat().reduce((sum, { y }) => sum + y, 0)]);
  });

  it('of pairs is the logit of differences', () => {
    // Of ten pairs the one with x happened in seven: log(7/3), with −H = 10 · .7 · .3.
    const pairs = Array.from({ length: 10 }, (_, group) => [
      { group, x: 1, z: 0, y: group < 7 ? 1 : 0 },
      { group, x: 0, z: 0, y: group < 7 ? 0 : 1 },
    ]).flat();
    const { coefficients, constant, logLik } = conditionalLogit({ formula: 'y ~ x + z', group: 'group' }, tableOf(pairs));
    expect(coefficients).toHaveLength(1);
    expect(coefficients[0]?.estimate).toBeCloseTo(Math.log(7 / 3), 10);
    expect(coefficients[0]?.se).toBeCloseTo(Math.sqrt(10 / 9 / 2.1), 7);
    expect(logLik).toBeCloseTo(7 * Math.log(0.7) + 3 * Math.log(0.3), 10);
    expect(constant).toEqual(['z']);
  });

  it('leaves no trace of what all rows of a group share', () => {
    const shifted = conditionalLogit({ formula: 'y ~ x + z', group: 'group' }, tableOf(lines.map((line) => ({ ...line, x: line.x + 900 * line.group }))));
    expect(shifted.beta[0]).toBeCloseTo(b, 8);
    expect(shifted.logLik).toBeCloseTo(found.logLik, 8);
  });

  it('takes clusters of groups, and a subset', () => {
    const { clusters, groups: telling } = conditionalLogit({ formula: 'y ~ x', group: 'group', cluster: 'cluster', subset: 'group < 6' }, tableOf(lines));
    expect([telling, clusters]).toEqual([6, 3]);
  });

  it('refuses what cannot be told', () => {
    const same = tableOf(lines.map((line) => ({ ...line, y: 0 })));
    expect(() => conditionalLogit({ formula: 'y ~ x', group: 'group' }, same)).toThrow('in no group does y differ');
    const twice = tableOf(lines.map((line) => ({ ...line, z: 2 * line.x })));
    expect(() => conditionalLogit({ formula: 'y ~ x + z', group: 'group' }, twice)).toThrow('linear combination');
    expect(() => conditionalLogit({ formula: 'y ~ x | z', group: 'group' }, tableOf(lines))).toThrow('one equation');
  });
});
