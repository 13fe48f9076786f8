import type { Contingency } from '../facts/contingencies.ts';
import { createRng, type Rng } from '../math/rng.ts';
import type { Losses } from './balance.ts';
import { drawValues, splitNormal } from './parameter-values.ts';
import type { PreparedAssessment } from './prepare.ts';
import { quantitiesOf } from './quantities.ts';
import { anchorsOf, solveCase } from './solve-case.ts';

/** A yearly rate drawn on the scale of its logarithm, as it cannot be negative. */
export function drawRate(rng: Rng, { value, low, high }: Contingency['frequency']['per_year']): number {
  const log = (x: number): number => Math.log(Math.max(x, 1e-6));
  return Math.exp(splitNormal(rng, { value: log(value), low: log(low), high: log(high) }));
}

/** The losses of a contingency, none below zero. */
export function drawLosses(rng: Rng, { target_gdp, ally_gdp }: Contingency['loss']): Losses {
  return { target: Math.max(0, splitNormal(rng, target_gdp)), ally: ally_gdp === undefined ? 0 : Math.max(0, splitNormal(rng, ally_gdp)) };
}

/** Draws by contingency and quantity: `samples[c][q][draw - from]`. */
export type Samples = readonly (readonly Float64Array[])[];

/** A yearly rate in place of the one drawn: of the contingency at a place, in a draw. */
export type RateOf = (place: number, draw: number, drawn: number) => number;

/**
 * Draws `from` to `to` − 1 of every quantity. Each draw takes its numbers from streams of its own, named by the seed, the contingency and its
 * place: however the draws are shared out, they are the same.
 */
export function drawAssessment(
  { asked, solved: central, parameters, options, inForce, members }: PreparedAssessment,
  from: number,
  to: number,
  rateOf: RateOf = (_place, _draw, drawn) => drawn,
): Samples {
  const { seed, set = {} } = options;
  const anchors = central.map(anchorsOf);
  const quantities = asked.map((one) => quantitiesOf(one, members));
  const samples = quantities.map((list) => list.map(() => new Float64Array(to - from)));
  for (let draw = from; draw < to; draw++) {
    const values = drawValues(parameters, createRng(seed, 'parameters', draw), set);
    asked.forEach(({ prepared, contingency, responseFor }, index) => {
      const rng = createRng(seed, contingency.id, draw);
      const rate = rateOf(index, draw, drawRate(rng, contingency.frequency.per_year));
      const losses = drawLosses(rng, contingency.loss);
      const worlds = solveCase(prepared, values, responseFor(values, rng), rate, inForce, anchors[index]);
      const solved = { worlds, values, losses };
      quantities[index]?.forEach(({ of }, number) => {
        const kept = samples[index]?.[number];
        if (kept !== undefined) kept[draw - from] = of(solved);
      });
    });
  }
  return samples;
}

/** The parts of several draws as one, in their order. */
export function joinSamples(parts: readonly Samples[]): Samples {
  const [first = []] = parts;
  return first.map((quantities, c) =>
    quantities.map((_, q) => {
      const pieces = parts.map((part) => part[c]?.[q] ?? new Float64Array());
      const joined = new Float64Array(pieces.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const piece of pieces) {
        joined.set(piece, at);
        at += piece.length;
      }
      return joined;
    }),
  );
}
