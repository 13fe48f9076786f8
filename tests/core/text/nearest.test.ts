import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../../src/core/text/nearest.ts';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['trigger', 'tirgger', 1],
    ['ca', 'abc', 3],
    ['exit', 'exits', 1],
  ])('%j to %j is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });
});

describe('nearest', () => {
  const verbs = ['trigger', 'matrix', 'calendar', 'conflicts', 'lint', 'diff'];

  it.each([
    ['triger', ['trigger']],
    ['tirgger', ['trigger']],
    ['MATRX', ['matrix']],
    ['calender', ['calendar']],
    ['conflict', ['conflicts']],
    ['zebra', []],
    ['', []],
  ])('%j is near %j', (word, answers) => {
    expect(nearest(word, verbs)).toEqual(answers);
  });

  it('puts the nearest first, keeps the order of equals, and keeps to the limit', () => {
    expect(nearest('cat', ['cut', 'car', 'cat', 'dog'])).toEqual(['cat', 'cut', 'car']);
    expect(nearest('cat', ['cut', 'car', 'cat'], { limit: 1 })).toEqual(['cat']);
    expect(nearest('cat', ['cut', 'car', 'cat'], { maxDistance: 0 })).toEqual(['cat']);
  });

  it('does not mind accents', () => {
    expect(nearest('Turkiye', ['Türkiye'])).toEqual(['Türkiye']);
  });
});
