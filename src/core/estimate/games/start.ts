import { maximize } from '../../math/optimize/newton.ts';
import { binaryKernel } from '../binary.ts';
import { logLikelihood, sizeOf, startsOf, type Likelihood } from '../likelihood.ts';
import type { Link } from '../links.ts';
import type { Design } from '../model-matrix.ts';
import { lookAhead, type ErrorType } from './looking-ahead.ts';
import { decisionsOf, type Game } from './tree.ts';

/** Steps of a single choice's fit: where it separates the rows, its coefficients would grow with every further one. */
const STEPS = 12;

/**
 * Where the search for a game's coefficients begins: statistical backward induction (Bas, Signorino and Walker 2008, Political
 * Analysis 16). The last choice is fitted by itself; each earlier one with regressors weighted by the predicted chances of what follows.
 * Scales begin at 1.
 */
export function inductionStart(
  game: Game,
  likelihood: Likelihood,
  outcome: Int32Array,
  { link, type }: { readonly link: Link; readonly type: ErrorType },
): Float64Array {
  const { rows, designs } = likelihood;
  const { nodes, choices } = decisionsOf(game);
  const starts = startsOf(designs);
  const beta = new Float64Array(sizeOf({ designs }));
  const chances = nodes.map(() => new Float64Array(rows));
  const chance = new Float64Array(3);
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at];
    if (node === undefined) continue;
    const ahead = lookAhead(node, type);
    const parts = node.paths.flatMap(({ utility }, path) => {
      const design = utility < 0 ? undefined : designs[utility];
      return design === undefined ? [] : [{ path, design, start: starts[utility] ?? 0, width: design.names.length }];
    });
    const width = parts.reduce((sum, part) => sum + part.width, 0);
    if (width === 0) {
      chances[at]?.fill(0.5);
      continue;
    }
    const columns = Array.from({ length: width }, () => new Float64Array(rows));
    const nothing = new Float64Array(node.paths.length);
    const q = new Float64Array(node.later.length);
    const taken = new Int32Array(rows);
    const reached = new Float64Array(rows);
    for (let row = 0; row < rows; row++) {
      for (let m = 0; m < q.length; m++) q[m] = chances[node.later[m] ?? 0]?.[row] ?? 0;
      ahead.look(nothing, q, 0);
      let next = 0;
      for (const { path, design, width: own } of parts) {
        const weight = ahead.slopes[path] ?? 0;
        for (let a = 0; a < own; a++, next++) {
          const column = columns[next];
          if (column !== undefined) column[row] = weight * (design.columns[a]?.[row] ?? 0);
        }
      }
      const choice = choices[outcome[row] ?? 0]?.find((one) => one.node === at);
      reached[row] = choice === undefined ? 0 : 1;
      taken[row] = choice?.right === true ? 1 : 0;
    }
    const design: Design = { names: columns.map((_, index) => String(index)), columns };
    const stage = { rows, kernel: binaryKernel(taken, link), designs: [design], offsets: [0] };
    const { x } = maximize(logLikelihood(stage, { weights: reached }), new Float64Array(width), {
      maxIterations: STEPS,
      tolerance: 1e-4,
      keepHessian: true,
      concave: true,
    });
    let next = 0;
    for (const part of parts) {
      beta.set(x.subarray(next, next + part.width), part.start);
      next += part.width;
    }
    for (let row = 0; row < rows; row++) {
      let z = 0;
      for (let a = 0; a < width; a++) z += (columns[a]?.[row] ?? 0) * (x[a] ?? 0);
      link.chance(z, chance);
      const own = chances[at];
      if (own !== undefined) own[row] = chance[0] ?? 0;
    }
  }
  return beta;
}
