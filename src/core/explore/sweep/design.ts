import { createRng } from '../../math/rng.ts';
import { MOST_DIMENSIONS, sobolPoints } from '../../math/sobol-sequence.ts';
import { checkAxis, valueAt, valuesOf, type Axis, type SweepValue } from './axis.ts';

export const DESIGNS = ['grid', 'lhs', 'sobol'] as const;

/**
 * How the points of a sweep lie: every combination (grid), or a number of points that fill the space: a Latin hypercube, in which each axis
 * is cut into as many slices as there are points and every slice holds one (M. McKay, R. Beckman, W. Conover 1979, Technometrics 21,
 * 239-245), or a Sobol sequence shifted at random, best where the number is a power of two.
 */
export type DesignKind = (typeof DESIGNS)[number];

export interface DesignSpec {
  readonly kind: DesignKind;
  readonly axes: readonly Axis[];
  /** Points of a hypercube or a sequence; a grid has as many as it has combinations. */
  readonly n?: number;
  readonly seed: number;
}

export type SweepPoint = Readonly<Record<string, SweepValue>>;

export interface Design {
  readonly points: number;
  readonly at: (index: number) => SweepPoint;
}

/** Points that one sweep may have. */
const MOST_POINTS = 1_000_000;

/**
 * The points of a design; the same seed gives the same ones.
 * @throws {RangeError} where axes are missing, twice or wrong, or the number of points does not fit the kind
 */
export function createDesign({ kind, axes, n, seed }: DesignSpec): Design {
  const names = axes.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new RangeError(`${twice} is varied twice`);
  axes.forEach(checkAxis);
  if (kind === 'grid') {
    if (n !== undefined) throw new RangeError('a grid has every combination; n is for the designs lhs and sobol');
    return gridOf(axes);
  }
  if (axes.length === 0) throw new RangeError(`the design ${kind} varies nothing`);
  if (n === undefined) throw new RangeError(`the design ${kind} needs n, its number of points`);
  if (!Number.isSafeInteger(n) || n < 1 || n > MOST_POINTS) throw new RangeError(`n is ${n}; it must be a whole number from 1 to ${MOST_POINTS}`);
  const shareAt = kind === 'lhs' ? hypercube(n, axes.length, seed) : sequence(n, axes.length, seed);
  return { points: n, at: (index) => Object.fromEntries(axes.map((axis, place) => [axis.name, valueAt(axis, shareAt(index, place))])) };
}

/** The last axis moves fastest. */
function gridOf(axes: readonly Axis[]): Design {
  const values = axes.map((axis) => [axis.name, valuesOf(axis)] as const);
  const points = values.reduce((product, [, { length }]) => product * length, 1);
  if (points > MOST_POINTS) throw new RangeError(`the grid has ${points} points; it may have ${MOST_POINTS}`);
  return {
    points,
    at: (index) => {
      let rest = index;
      const chosen = values.toReversed().map(([name, list]): [string, SweepValue] => {
        const value = list[rest % list.length] ?? 0;
        rest = Math.floor(rest / list.length);
        return [name, value];
      });
      return Object.fromEntries(chosen.reverse());
    },
  };
}

type ShareAt = (index: number, axis: number) => number;

function hypercube(n: number, dimensions: number, seed: number): ShareAt {
  const columns = Array.from({ length: dimensions }, (_, axis) => {
    const rng = createRng(seed, 'latin hypercube', axis);
    const order = Uint32Array.from({ length: n }, (_, index) => index);
    for (let last = n - 1; last > 0; last--) {
      const other = rng.int(last + 1);
      [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
    }
    return Float64Array.from(order, (slice) => (slice + rng.next()) / n);
  });
  return (index, axis) => columns[axis]?.[index] ?? 0;
}

function sequence(n: number, dimensions: number, seed: number): ShareAt {
  if (dimensions > MOST_DIMENSIONS) throw new RangeError(`a Sobol sequence varies at most ${MOST_DIMENSIONS} things, not ${dimensions}; take the design lhs`);
  const points = sobolPoints(n, dimensions, seed);
  return (index, axis) => points[index * dimensions + axis] ?? 0;
}
