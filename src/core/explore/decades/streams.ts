import { createRng, type Rng } from '../../math/rng.ts';

/** Streams of one world, one for each year and mechanism: what one draws moves no other, so that runs with and without a scenario share their luck. */
export interface Streams {
  of(year: number, mechanism: string): Rng;
}

export function streamsOf(seed: number, world: number): Streams {
  return { of: (year, mechanism) => createRng(seed, 'decades', world, year, mechanism) };
}

/** Poisson counts by Knuth's product of uniforms: means here are small. */
export function poisson(rng: Rng, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = rng.next(); product > limit && count < 1000; product *= rng.next()) count++;
  return count;
}

/** A Gumbel draw: the largest of score + Gumbel picks with chances proportional to exp(score). */
export function gumbel(rng: Rng): number {
  return -Math.log(-Math.log(Math.max(1e-300, rng.next())));
}
