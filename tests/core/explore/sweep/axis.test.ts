import { describe, expect, it } from 'vitest';
import { checkAxis, parseAxis, valueAt, valuesOf } from '../../../../src/core/explore/sweep/axis.ts';

describe('an axis as on the command line', () => {
  it.each([
    ['join.kappa=0:1:0.1', { name: 'join.kappa', from: 0, to: 1, step: 0.1 }],
    ['join.kappa=0:1', { name: 'join.kappa', from: 0, to: 1 }],
    ['losses=0.1:10:log', { name: 'losses', from: 0.1, to: 10, scale: 'log' }],
    ['x=-2:-1e-1:.5', { name: 'x', from: -2, to: -0.1, step: 0.5 }],
    ['exit.notice=P6M,P1Y', { name: 'exit.notice', values: ['P6M', 'P1Y'] }],
    ['as=pact, hub:USA', { name: 'as', values: ['pact', 'hub:USA'] }],
    ['bases=true,false', { name: 'bases', values: [true, false] }],
    ['date=2025-06-01', { name: 'date', values: ['2025-06-01'] }],
    ['n=1,2.5', { name: 'n', values: [1, 2.5] }],
  ])('%s', (text, axis) => {
    expect(parseAxis(text)).toEqual(axis);
  });

  it.each([
    ['kappa', "'kappa' varies nothing"],
    ['=1,2', 'varies nothing'],
    ['x=', 'varies nothing'],
    ['x=1,,2', 'has an empty value'],
    ['x=1,1', 'x has a value twice'],
    ['x=1:0', 'x runs from 1 to 0; write the smaller end first'],
    ['x=0:1:0', 'x has the step 0; it must be above 0'],
    ['x=0:1:log', 'x starts at 0; on the scale log it starts above 0'],
    ['x=0:1:1e-9', 'x has more than 1000000 values'],
  ])('%s is none: %s', (text, message) => {
    expect(() => parseAxis(text)).toThrow(message);
  });

  it.each([
    [{ name: 'x', values: [] }, 'x has no value'],
    [{ name: 'x', from: 1, to: 2, step: 1, scale: 'log' as const }, 'give one of them'],
    [{ name: 'x', from: 1, to: Infinity }, 'needs numbers for its ends'],
  ])('%j: %s', (axis, message) => {
    expect(() => checkAxis(axis)).toThrow(message);
  });
});

describe('its values', () => {
  it('reach the end, without the dust of floating point', () => {
    expect(valuesOf({ name: 'x', from: 0, to: 1, step: 0.1 })).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    expect(valuesOf({ name: 'x', from: 0, to: 1, step: 0.3 })).toEqual([0, 0.3, 0.6, 0.9]);
  });

  it('of a range without a step are not one by one', () => {
    expect(() => valuesOf({ name: 'x', from: 0, to: 1 })).toThrow('x has no step; a grid needs one, such as 0:1:0.1');
  });

  it('at a share', () => {
    expect([0, 0.49, 0.5, 0.999].map((share) => valueAt({ name: 'x', values: ['a', 'b'] }, share))).toEqual(['a', 'a', 'b', 'b']);
    expect([0, 0.34, 0.99].map((share) => valueAt({ name: 'x', from: 1, to: 3, step: 1 }, share))).toEqual([1, 2, 3]);
    expect(valueAt({ name: 'x', from: 1, to: 3 }, 0.25)).toBe(1.5);
    expect(valueAt({ name: 'x', from: 0.1, to: 10, scale: 'log' }, 0.5)).toBeCloseTo(1, 12);
  });
});
