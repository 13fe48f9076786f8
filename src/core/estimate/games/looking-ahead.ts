import { addProduct, clear, copy, multiply } from '../columns.ts';
import { cells } from '../kernel.ts';
import type { Choices } from '../links.ts';
import type { DecisionNode } from './tree.ts';

/** Errors on actions (`agent`), or on payoffs that their owner alone knows (`private`): Signorino 2003, Political Analysis 11. */
export const ERROR_TYPES = ['agent', 'private'] as const;
export type ErrorType = (typeof ERROR_TYPES)[number];

/**
 * What moving right is worth more than moving left, in standard deviations of its error, as a function of the utilities and of
 * the chances q that later moves go right: z = Σ w(q) u / (σ S(q)). The weights w are chances of outcomes, negative on the left. S is √2 with
 * agent error, and √Σw² with private information, as every payoff has an error of its own, those worth 0 too.
 * All by place, in a batch of rows; undefined where it is 0 whatever the row.
 */
export interface LookAhead {
  readonly z: Float64Array;
  /** ∂z/∂u by path: w/(σ S). */
  readonly slopes: readonly Float64Array[];
  /** ∂z/∂q. */
  readonly byLater: readonly Float64Array[];
  /** ∂²z/∂u∂q, path by path. */
  readonly slopesByLater: readonly (readonly (Float64Array | undefined)[])[];
  /** ∂²z/∂q∂q', the lower triangle. */
  readonly byLaterTwice: readonly (readonly (Float64Array | undefined)[])[];
  /** Computes all of it: the derivatives in q from order 1 on, the second ones from order 2 on. `utilities` by path; undefined is worth 0. */
  readonly look: (utilities: readonly (Float64Array | undefined)[], count: number, order: 0 | 1 | 2) => void;
}

/** What a move looks at. */
export interface Outlook {
  readonly type: ErrorType;
  /** The chances of the later moves, in the order of `later`. */
  readonly later: readonly Choices[];
  /** 1/σ; 1 when left out. */
  readonly shrink?: Float64Array | undefined;
}

/** A product of chances. */
interface Product {
  readonly cells: Float64Array;
  readonly compute?: (count: number) => void;
}

const ONES = cells().fill(1);

function productOf(factors: readonly Float64Array[]): Product {
  const [first = ONES, ...rest] = factors;
  if (rest.length === 0) return { cells: first };
  const out = cells();
  return {
    cells: out,
    compute: (count) => {
      copy(out, first, count);
      for (const factor of rest) multiply(out, out, factor, count);
    },
  };
}

/** The view of one move. Its arrays are overwritten by every call of `look`. */
export function lookAhead({ paths }: DecisionNode, { type, later, shrink }: Outlook): LookAhead {
  const M = later.length;
  const numbers = later.map((_, m) => m);
  // With nothing to follow, two payoffs have an error each: √2 again.
  const varies = type === 'private' && M > 0;
  const products: Product[] = [];
  const product = (factors: readonly Float64Array[]): Float64Array => {
    const made = productOf(factors);
    products.push(made);
    return made.cells;
  };
  const none = cells();
  /** By path: its sign, its chance, and the derivatives of that in each q and in each pair of them, with their sign. */
  const ways = paths.map(({ right, steps }) => {
    const factors = steps.map((step) => ({ ...step, cells: (step.right ? later[step.later]?.right : later[step.later]?.left) ?? none }));
    const without = (...gone: readonly number[]): { readonly turn: number; readonly cells: Float64Array } | undefined => {
      const dropped = factors.filter((factor) => gone.includes(factor.later));
      if (dropped.length < gone.length) return undefined;
      const turn = dropped.reduce((sign, factor) => (factor.right ? sign : -sign), 1);
      return { turn, cells: product(factors.filter((factor) => !gone.includes(factor.later)).map((factor) => factor.cells)) };
    };
    return {
      sign: right ? 1 : -1,
      chance: product(factors.map((factor) => factor.cells)),
      byQ: numbers.map((m) => without(m)),
      byQs: numbers.map((m) => numbers.slice(0, m).map((n) => without(m, n))),
    };
  });
  const z = cells();
  const unit = cells().fill(Math.SQRT1_2);
  const rate = shrink === undefined ? unit : cells();
  const slopes = paths.map(cells);
  const byLater = numbers.map(cells);
  /** ∂ log S/∂q. */
  const spreads = numbers.map(cells);
  const slopesByLater = ways.map(({ byQ }) => byQ.map((way) => (varies || way !== undefined ? cells() : undefined)));
  const byLaterTwice = numbers.map((m) =>
    numbers.slice(0, m + 1).map((n) => (varies || ways.some(({ byQs }) => byQs[m]?.[n] !== undefined) ? cells() : undefined)),
  );
  const sum = cells();
  const other = cells();

  function look(utilities: readonly (Float64Array | undefined)[], count: number, order: 0 | 1 | 2): void {
    for (const { compute } of products) compute?.(count);
    if (varies) {
      clear(sum, count);
      for (const { chance } of ways) addProduct(sum, 1, chance, chance, count);
      for (let at = 0; at < count; at++) unit[at] = 1 / Math.sqrt(sum[at] ?? 0);
    }
    if (shrink !== undefined) multiply(rate, unit, shrink, count);
    clear(z, count);
    ways.forEach(({ sign, chance }, path) => {
      const [slope, utility] = [slopes[path] ?? none, utilities[path]];
      for (let at = 0; at < count; at++) slope[at] = sign * (chance[at] ?? 0) * (rate[at] ?? 0);
      if (utility !== undefined) addProduct(z, 1, slope, utility, count);
    });
    if (order > 0) for (let m = 0; m < M; m++) lookAt(m, utilities, count);
    if (order > 1) for (let m = 0; m < M; m++) lookTwice(m, utilities, count);
  }

  /** The first derivatives in one q. */
  function lookAt(m: number, utilities: readonly (Float64Array | undefined)[], count: number): void {
    const [slope, spread] = [byLater[m] ?? none, spreads[m] ?? none];
    clear(slope, count);
    clear(spread, count);
    ways.forEach(({ sign, chance, byQ }, path) => {
      const [way, utility] = [byQ[m], utilities[path]];
      if (way === undefined) return;
      const [own, turn] = [way.cells, way.turn];
      if (utility !== undefined) addProduct(slope, sign * turn, own, utility, count);
      if (varies) addProduct(spread, turn, own, chance, count);
    });
    if (varies) for (let at = 0; at < count; at++) spread[at] = (spread[at] ?? 0) * (unit[at] ?? 0) * (unit[at] ?? 0);
    for (let at = 0; at < count; at++) slope[at] = (slope[at] ?? 0) * (rate[at] ?? 0) - (z[at] ?? 0) * (spread[at] ?? 0);
  }

  /** The second derivatives in one q and a utility or another q up to it. */
  function lookTwice(m: number, utilities: readonly (Float64Array | undefined)[], count: number): void {
    const [slope, spread] = [byLater[m] ?? none, spreads[m] ?? none];
    ways.forEach(({ sign, byQ }, path) => {
      const [out, way, own] = [slopesByLater[path]?.[m], byQ[m], slopes[path] ?? none];
      if (out === undefined) return;
      if (way === undefined) for (let at = 0; at < count; at++) out[at] = -(own[at] ?? 0) * (spread[at] ?? 0);
      else {
        const [cell, turn] = [way.cells, way.turn * sign];
        for (let at = 0; at < count; at++) out[at] = turn * (cell[at] ?? 0) * (rate[at] ?? 0) - (own[at] ?? 0) * (spread[at] ?? 0);
      }
    });
    for (let n = 0; n <= m; n++) {
      const out = byLaterTwice[m]?.[n];
      if (out === undefined) continue;
      const [slopeN, spreadN] = [byLater[n] ?? none, spreads[n] ?? none];
      // Σ ∂²w u and half of ∂²Σw².
      clear(sum, count);
      clear(other, count);
      ways.forEach(({ sign, chance, byQ, byQs }, path) => {
        const [both, utility] = [byQs[m]?.[n], utilities[path]];
        if (both !== undefined) {
          const [cell, turn] = [both.cells, both.turn];
          if (utility !== undefined) addProduct(sum, sign * turn, cell, utility, count);
          if (varies) addProduct(other, turn, cell, chance, count);
        }
        const [one, two] = [byQ[m], byQ[n]];
        if (!varies || one === undefined || two === undefined) return;
        addProduct(other, one.turn * two.turn, one.cells, two.cells, count);
      });
      for (let at = 0; at < count; at++) {
        const [z0, zm, zn, sm, sn, inverse] = [z[at] ?? 0, slope[at] ?? 0, slopeN[at] ?? 0, spread[at] ?? 0, spreadN[at] ?? 0, unit[at] ?? 0];
        out[at] = (sum[at] ?? 0) * (rate[at] ?? 0) - zm * sn - zn * sm - z0 * ((other[at] ?? 0) * inverse * inverse - sm * sn);
      }
    }
  }

  return { z, slopes, byLater, slopesByLater, byLaterTwice, look };
}
