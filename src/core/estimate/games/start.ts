import { maximize } from '../../math/optimize/newton.ts';
import { binaryKernel } from '../binary.ts';
import { CHUNK } from '../kernel.ts';
import { indicesOf, logLikelihood, sizeOf, startsOf, type Likelihood } from '../likelihood.ts';
import { createChoices } from '../links.ts';
import { lookAhead } from './looking-ahead.ts';
import type { GameErrors } from './solved-moves.ts';
import { decisionsOf, type Game } from './tree.ts';

/** Steps of a single choice's fit: where it separates the rows, its coefficients would grow with every further one. */
const STEPS = 12;

/**
 * Where the search for a game's coefficients begins: statistical backward induction (Bas, Signorino and Walker 2008, Political
 * Analysis 16). The last choice is fitted by itself; each earlier one with regressors weighted by the predicted chances of what follows.
 * Scales begin at 1.
 */
export function inductionStart(game: Game, likelihood: Likelihood, outcome: Int32Array, { link, type }: Omit<GameErrors, 'scales'>): Float64Array {
  const { rows, designs } = likelihood;
  const { nodes, choices } = decisionsOf(game);
  const starts = startsOf(designs);
  const beta = new Float64Array(sizeOf({ designs }));
  /** The chance that each move goes right, by row. */
  const chances = nodes.map(() => new Float64Array(rows).fill(0.5));
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at];
    if (node === undefined) continue;
    const parts = node.paths.flatMap(({ utility }, path) => {
      const design = designs[utility];
      return design === undefined
        ? []
        : design.columns.map((column, a) => ({ path, column, to: (starts[utility] ?? 0) + a, weighted: new Float64Array(rows) }));
    });
    if (parts.length === 0) continue;
    const later = node.later.map((below) => ({ chance: chances[below], choices: createChoices() }));
    const ahead = lookAhead(node, { type, later: later.map((one) => one.choices) });
    for (let from = 0; from < rows; from += CHUNK) {
      const count = Math.min(CHUNK, rows - from);
      for (const {
        chance,
        choices: { right, left },
      } of later) {
        for (let place = 0; place < count; place++) {
          right[place] = chance?.[from + place] ?? 0;
          left[place] = 1 - (right[place] ?? 0);
        }
      }
      ahead.look([], count, 0);
      for (const { path, column, weighted } of parts) {
        const weight = ahead.slopes[path];
        for (let place = 0; place < count; place++) weighted[from + place] = (weight?.[place] ?? 0) * (column[from + place] ?? 0);
      }
    }
    const choiceOf = choices.map((way) => way.find((one) => one.node === at));
    const stage: Likelihood = {
      rows,
      kernel: binaryKernel(
        outcome.map((end) => (choiceOf[end]?.right === true ? 1 : 0)),
        link,
      ),
      designs: [{ names: parts.map((_, index) => String(index)), columns: parts.map(({ weighted }) => weighted) }],
      offsets: [0],
    };
    const reached = Float64Array.from(outcome, (end) => (choiceOf[end] === undefined ? 0 : 1));
    const { x } = maximize(logLikelihood(stage, { weights: reached }), new Float64Array(parts.length), {
      maxIterations: STEPS,
      tolerance: 1e-2,
      keepHessian: true,
      concave: true,
    });
    parts.forEach(({ to }, index) => (beta[to] = x[index] ?? 0));
    const chance = chances[at];
    indicesOf(stage, x).forEach((z, row) => chance !== undefined && (chance[row] = link.chance(z)));
  }
  return beta;
}
