import { allChoices, choiceGenes, countChoices, type Choices } from '../../math/optimize/choice-genes.ts';
import { nsga2 } from '../../math/optimize/nsga2.ts';
import type { Scored } from '../../math/pareto/dominance.ts';
import { createRng } from '../../math/rng.ts';
import { lookup } from './cases.ts';
import { violationOf, type Demand } from './demands.ts';
import type { DesignSummary, Evaluator } from './evaluate.ts';
import { minimized, type ObjectiveId } from './objectives.ts';
import { applyChoices, type DesignVariable } from './variable.ts';

/** A way to write the treaty, looked at. */
export interface Looked {
  readonly choices: Choices;
  readonly reading: DesignSummary;
  readonly score: Scored;
}

/** All ways looked at, each once. */
export interface Archive {
  readonly look: (choices: Choices) => Looked;
  readonly has: (choices: Choices) => boolean;
  readonly all: () => readonly Looked[];
}

export interface SearchSpace {
  readonly variables: readonly DesignVariable[];
  readonly objectives: readonly ObjectiveId[];
  readonly demands: readonly Demand[];
}

export const keyOf = (choices: Choices): string => choices.join(',');

/** @param readings those there are already, from an earlier run or another search; new ones are added to them */
export function createArchive(evaluator: Evaluator, { variables, objectives, demands }: SearchSpace, readings: Map<string, DesignSummary>): Archive {
  const looked = new Map<string, Looked>();
  return {
    has: (choices) => looked.has(keyOf(choices)),
    all: () => [...looked.values()],
    look: (choices) => {
      const key = keyOf(choices);
      const before = looked.get(key);
      if (before !== undefined) return before;
      const reading = lookup(readings, key, () => summaryOf(evaluator.read(applyChoices(evaluator.setting.given, variables, choices))));
      const score = { objectives: minimized(reading.objectives, objectives), violation: violationOf(demands, reading) };
      const found: Looked = { choices, reading, score };
      looked.set(key, found);
      return found;
    },
  };
}

const summaryOf = ({ objectives, challenges, wars }: DesignSummary): DesignSummary => ({ objectives, challenges, wars });

/** Solutions in a generation. */
const POPULATION = 60;
/** Generations in a row that find nothing new, after which the space is taken to be worked out. */
const STALE = 20;

/** Looks at what an earlier run looked at, and at nothing else. */
export function* searchKnown(archive: Archive, readings: ReadonlyMap<string, DesignSummary>): Generator<void> {
  for (const key of [...readings.keys()]) {
    archive.look(key.split(',').map(Number));
    yield;
  }
}

/** Looks at every way to write it, a step for each. */
export function* searchAll(archive: Archive, sizes: readonly number[]): Generator<void> {
  for (const choices of allChoices(sizes)) {
    archive.look(choices);
    yield;
  }
}

/** Looks at so many ways drawn at random, none twice, a step for each. */
export function* searchAtRandom(archive: Archive, sizes: readonly number[], budget: number, seed: number): Generator<void> {
  const rng = createRng(seed, 'design', 'random');
  const { random } = choiceGenes(sizes);
  for (let found = archive.all().length, misses = 0; found < budget && misses < 1000;) {
    const choices = random(rng);
    if (archive.has(choices)) {
      misses++;
      continue;
    }
    misses = 0;
    archive.look(choices);
    found++;
    yield;
  }
}

/** Looks for the front by NSGA-II within a budget of distinct ways to write it, a step for each generation. The text as given starts with the others. */
export function* searchByGenes(archive: Archive, sizes: readonly number[], budget: number, seed: number): Generator<void> {
  const genes = choiceGenes(sizes);
  const population = Math.min(POPULATION, Math.max(8, 2 * Math.ceil(Math.min(budget, countChoices(sizes)) / 10)));
  const given = sizes.map(() => 0);
  // Each clause changed by itself: what a drafter would try first.
  const single = sizes.flatMap((size, i) => Array.from({ length: size - 1 }, (_, k) => given.map((value, j) => (j === i ? k + 1 : value))));
  const start = [given, ...single].slice(0, Math.ceil(population / 2));
  const problem = { ...genes, evaluate: (choices: Choices): Scored => archive.look(choices).score };
  let [before, stale] = [0, 0];
  for (const _generation of nsga2(problem, { rng: createRng(seed, 'design', 'genes'), population, start, crossover: 0.9 })) {
    yield;
    const now = archive.all().length;
    stale = now === before ? stale + 1 : 0;
    before = now;
    if (now >= budget || stale >= STALE) return;
  }
}
