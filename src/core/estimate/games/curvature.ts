import { addProduct, clear, copy, multiply, add } from '../columns.ts';
import { cells } from '../kernel.ts';
import type { SolvedMove } from './solved-moves.ts';

/** What the derivatives of a game need of its moves beside the solution: filled from the first move down. */
export interface Worths {
  /** ∂ log-likelihood/∂z of each move, through its own choice and through earlier ones. */
  readonly worth: readonly Float64Array[];
  /** ∂z/∂z of each move and each later one. */
  readonly through: readonly (readonly Float64Array[])[];
}

/** A product that goes, times other columns, to several second derivatives. */
interface Share {
  readonly factors: readonly Float64Array[];
  readonly parts: readonly { readonly factor: number; readonly slope: Float64Array; readonly pair: number }[];
}

const ONES = cells().fill(1);

/**
 * The second derivatives of a game's log-likelihood in its indices: Σ B_ab ∂z_a ⊗ ∂z_b over pairs of moves, and what a later z does together with a
 * utility or a scale of an earlier move.
 * @param varies whether anything is differentiated by an index
 * @returns fills the columns i · indices + j, i ≤ j
 */
export function curvature(
  moves: readonly SolvedMove[],
  indices: number,
  varies: (index: number) => boolean,
  { worth, through }: Worths,
): (bends: readonly Float64Array[], count: number) => void {
  const none = cells();
  const M = moves.length;
  const pairOf = (i: number, j: number): number => (i < j ? i * indices + j : j * indices + i);

  /** ∂z/∂η of each move, by index. */
  const slopes = moves.map(() => new Map<number, Float64Array>());
  for (let at = M - 1; at >= 0; at--) {
    const { paths = [], scale = -1, later = [] } = moves[at] ?? {};
    const direct = [...paths.map(({ utility }) => utility), scale].filter(varies);
    for (const index of [...direct, ...later.flatMap((below) => [...(slopes[below]?.keys() ?? [])])]) slopes[at]?.set(index, cells());
  }
  function chain(count: number): void {
    for (let at = M - 1; at >= 0; at--) {
      const { paths = [], scale = -1, later = [], ahead } = moves[at] ?? {};
      const own = slopes[at] ?? new Map<number, Float64Array>();
      for (const slope of own.values()) clear(slope, count);
      paths.forEach(({ utility }, path) => add(own.get(utility) ?? none, ahead?.slopes[path] ?? none, count));
      later.forEach((below, m) => {
        for (const [index, lower] of slopes[below] ?? []) addProduct(own.get(index) ?? none, 1, through[at]?.[m] ?? none, lower, count);
      });
      if (varies(scale)) addProduct(own.get(scale) ?? none, -1, ahead?.z ?? none, ONES, count);
    }
  }

  /** B: second derivatives in the z of two moves, the later first; those that are not always 0. */
  const pairs = moves.flatMap((move, at) => [
    { a: at, b: at, terms: [] },
    ...move.later.flatMap((a, m) =>
      move.later.slice(0, m + 1).flatMap((b, n) => {
        const twice = move.ahead.byLaterTwice[m]?.[n];
        return twice === undefined ? [] : [{ a, b, terms: [{ earlier: at, twice }] }];
      }),
    ),
  ]);
  const together = new Map<
    string,
    { readonly a: number; readonly b: number; readonly cells: Float64Array; readonly terms: { earlier: number; twice: Float64Array }[] }
  >();
  for (const { a, b, terms } of pairs) {
    const known = together.get(`${a} ${b}`);
    if (known === undefined) together.set(`${a} ${b}`, { a, b, cells: cells(), terms: [...terms] });
    else known.terms.push(...terms);
  }
  const scratch = cells();
  function bendMoves(count: number): void {
    for (const { a, b, cells: sum, terms } of together.values()) {
      const [one, other] = [moves[a]?.choices, moves[b]?.choices];
      if (one === undefined || other === undefined) continue;
      if (a === b) copy(sum, one.bend, count);
      else clear(sum, count);
      for (const { earlier, twice } of terms) {
        multiply(scratch, one.density, other.density, count);
        multiply(scratch, scratch, twice, count);
        addProduct(sum, 1, scratch, worth[earlier] ?? none, count);
      }
    }
    moves.forEach(({ later, ahead }, at) => {
      later.forEach((below, m) => {
        multiply(scratch, worth[at] ?? none, ahead.byLater[m] ?? none, count);
        addProduct(together.get(`${below} ${below}`)?.cells ?? none, 1, scratch, moves[below]?.choices.tilt ?? none, count);
      });
    });
  }

  const products = [...together.values()].flatMap(({ a, b, cells: sum }): Share[] =>
    (a === b ? [[a, a] as const] : [[a, b] as const, [b, a] as const]).flatMap(([from, to]) =>
      [...(slopes[from] ?? [])].map(([i, slope]) => ({
        factors: [sum, slope],
        parts: [...(slopes[to] ?? [])].flatMap(([j, lower]) => (j >= i ? [{ factor: 1, slope: lower, pair: pairOf(i, j) }] : [])),
      })),
    ),
  );
  const crossed = moves.flatMap(({ paths, later, ahead }, at): Share[] =>
    paths.flatMap(({ utility: i }, path) =>
      later.flatMap((below, m) => {
        const cross = ahead.slopesByLater[path]?.[m];
        if (cross === undefined || !varies(i)) return [];
        const factors = [worth[at] ?? none, cross, moves[below]?.choices.density ?? none];
        return [{ factors, parts: [...(slopes[below] ?? [])].map(([j, slope]) => ({ factor: i === j ? 2 : 1, slope, pair: pairOf(i, j) })) }];
      }),
    ),
  );
  const scaled = moves.flatMap(({ scale, ahead }, at): Share[] => {
    if (!varies(scale)) return [];
    const own = [...(slopes[at] ?? [])].map(([j, slope]) => ({ factor: j === scale ? -2 : -1, slope, pair: pairOf(scale, j) }));
    return [{ factors: [worth[at] ?? none], parts: [...own, { factor: -1, slope: ahead.z, pair: pairOf(scale, scale) }] }];
  });
  const shares = [...products, ...crossed, ...scaled].filter(({ parts }) => parts.length > 0);
  const touched = [...new Set(shares.flatMap(({ parts }) => parts.map(({ pair }) => pair)))];

  return (bends, count) => {
    chain(count);
    bendMoves(count);
    for (const pair of touched) clear(bends[pair] ?? none, count);
    for (const { factors, parts } of shares) {
      const [first = ONES, second, third] = factors;
      if (second !== undefined) multiply(scratch, first, second, count);
      if (third !== undefined) multiply(scratch, scratch, third, count);
      const shared = second === undefined ? first : scratch;
      for (const { factor, slope, pair } of parts) addProduct(bends[pair] ?? none, factor, shared, slope, count);
    }
  };
}
