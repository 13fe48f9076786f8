import { crowdingDistances } from '../pareto/crowding.ts';
import type { Scored } from '../pareto/dominance.ts';
import { nonDominatedSort } from '../pareto/sort.ts';
import type { Rng } from '../rng.ts';

/** What is searched: how solutions are made, mixed and changed, and how good they are. */
export interface Nsga2Problem<G> {
  readonly random: (rng: Rng) => G;
  readonly cross: (a: G, b: G, rng: Rng) => readonly [G, G];
  readonly mutate: (solution: G, rng: Rng) => G;
  readonly evaluate: (solution: G) => Scored;
  /** Names a solution, where its values are few: of those named alike one alone stays in a generation. */
  readonly key?: (solution: G) => string;
}

export interface Nsga2Options<G> {
  readonly rng: Rng;
  /** Solutions in a generation; even. */
  readonly population: number;
  /** Chance that two parents are mixed; .9 unless given. */
  readonly crossover?: number;
  /** Solutions of the first generation that are not left to chance. */
  readonly start?: readonly G[];
}

export interface Member<G> {
  readonly solution: G;
  readonly score: Scored;
}

interface Ranked<G> extends Member<G> {
  readonly rank: number;
  readonly crowding: number;
}

/**
 * NSGA-II, an elitist multi-objective genetic algorithm (Deb, Pratap, Agarwal and Meyarivan 2002, IEEE Transactions on Evolutionary
 * Computation 6: 182-197): parents by binary tournaments of front and crowding, survivors by the same out of parents and children together.
 * Yields generation after generation, the first one left to chance among them, until it is asked no more.
 */
export function* nsga2<G>(
  problem: Nsga2Problem<G>,
  { rng, population, crossover = 0.9, start = [] }: Nsga2Options<G>,
): Generator<readonly Member<G>[], never, undefined> {
  const scored = (solution: G): Member<G> => ({ solution, score: problem.evaluate(solution) });
  const first: Member<G>[] = [];
  for (let i = 0; i < population; i++) {
    const given = start[i];
    first.push(scored(given === undefined ? problem.random(rng) : given));
  }
  let generation = survivors(first, population, problem.key);
  for (;;) {
    yield generation.map(({ solution, score }) => ({ solution, score }));
    const parent = (): G => tournament(generation, rng);
    const children: Member<G>[] = [];
    while (children.length < population) {
      const [a, b] = [parent(), parent()];
      const pair = rng.next() < crossover ? problem.cross(a, b, rng) : ([a, b] as const);
      for (const child of pair) if (children.length < population) children.push(scored(problem.mutate(child, rng)));
    }
    generation = survivors([...generation, ...children], population, problem.key);
  }
}

function tournament<G>(generation: readonly Ranked<G>[], rng: Rng): G {
  const [a, b] = [generation[rng.int(generation.length)], generation[rng.int(generation.length)]];
  if (a === undefined || b === undefined) throw new RangeError('a generation has at least one member');
  if (a.rank !== b.rank) return (a.rank < b.rank ? a : b).solution;
  return (b.crowding > a.crowding ? b : a).solution;
}

/** The best of a crowd: front by front, and of the last that does not go in whole those that stand most apart. */
function survivors<G>(crowd: readonly Member<G>[], places: number, key?: (solution: G) => string): readonly Ranked<G>[] {
  const members = key === undefined ? crowd : [...new Map(crowd.toReversed().map((one) => [key(one.solution), one])).values()].toReversed();
  const kept: Ranked<G>[] = [];
  for (const [rank, front] of nonDominatedSort(members.map(({ score }) => score)).entries()) {
    if (kept.length >= places) break;
    const of = front.flatMap((i) => members[i] ?? []);
    const crowding = crowdingDistances(of.map(({ score }) => score.objectives));
    const ranked = of.map((member, i): Ranked<G> => ({ ...member, rank, crowding: crowding[i] ?? 0 }));
    const room = places - kept.length;
    kept.push(...(ranked.length <= room ? ranked : ranked.toSorted((a, b) => (b.crowding === a.crowding ? 0 : b.crowding - a.crowding)).slice(0, room)));
  }
  return kept;
}
