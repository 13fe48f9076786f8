import { describe, expect, it } from 'vitest';
import { drawnInWords, drawValues } from '../../../src/core/assess/parameter-values.ts';
import type { Parameter, Parameters } from '../../../src/core/facts/parameters.ts';
import { createRng } from '../../../src/core/math/rng.ts';

const parameter = (value: number, spread: number, shape?: 'uniform'): Parameter => ({
  value,
  low: value - spread,
  high: value + spread,
  kind: shape === undefined ? 'estimated' : 'declared',
  meaning: 'made up',
  basis: 'made up',
  ...(shape !== undefined && { shape }),
});

const FILE: Parameters = {
  format: 1,
  id: 'made-up',
  title: 'Made up',
  unit: 'logits',
  source: 'none',
  made: { date: '2026-01-01' },
  parameters: { a: parameter(1, 3), b: parameter(-2, 2), c: parameter(0.5, 0.5, 'uniform'), d: parameter(4, 1) },
  covariance: {
    names: ['a', 'b'],
    matrix: [
      [4, -1.5],
      [-1.5, 1],
    ],
  },
};

const drawn = (file: Parameters, names: readonly string[], draws = 4000): number[][] =>
  Array.from({ length: draws }, (_, draw) => {
    const values = drawValues(file, createRng(5, draw));
    return names.map((name) => values.get(name));
  });

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

describe('draws of parameters', () => {
  it('those estimated together have their covariance, about their values', () => {
    const pairs = drawn(FILE, ['a', 'b']);
    const [a, b] = [mean(pairs.map(([one = 0]) => one)), mean(pairs.map(([, one = 0]) => one))];
    expect(a).toBeCloseTo(1, 0);
    expect(b).toBeCloseTo(-2, 1);
    const product = (i: number, j: number): number => mean(pairs.map((pair) => ((pair[i] ?? 0) - (i === 0 ? a : b)) * ((pair[j] ?? 0) - (j === 0 ? a : b))));
    expect(Math.abs(product(0, 0) - 4)).toBeLessThan(0.3);
    expect(Math.abs(product(1, 1) - 1)).toBeLessThan(0.08);
    expect(Math.abs(product(0, 1) + 1.5)).toBeLessThan(0.12);
  });

  it('one that another tells wholly follows it', () => {
    const { parameters, covariance = { names: [], matrix: [] } } = FILE;
    const file: Parameters = {
      ...FILE,
      parameters,
      covariance: {
        ...covariance,
        matrix: [
          [4, -2],
          [-2, 1],
        ],
      },
    };
    for (const [a = 0, b = 0] of drawn(file, ['a', 'b'], 50)) expect(b + 2).toBeCloseTo(-(a - 1) / 2, 9);
  });

  it('others come each from its range, and what is set stays', () => {
    const others = drawn(FILE, ['c', 'd'], 500);
    expect(others.every(([c = -1]) => c >= 0 && c <= 1)).toBe(true);
    expect(new Set(others.map(([, d]) => d)).size).toBe(500);
    expect(drawValues(FILE, createRng(1), { a: 7, d: 8 }).get('a')).toBe(7);
  });

  it('says what is drawn together', () => {
    expect(drawnInWords(FILE)).toBe('2 parameters estimated from the record drawn together by their covariance, 2 others each from its range');
    const { covariance: _, ...alone } = FILE;
    expect(drawnInWords(alone)).toBe('4 parameters drawn each from its range');
  });
});
