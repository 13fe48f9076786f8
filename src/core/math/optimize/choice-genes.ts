import type { Rng } from '../rng.ts';

/** A choice for each of several questions, by its place among the answers. */
export type Choices = readonly number[];

/**
 * The operators for choices without an order: each answer from either parent alike, and another answer with a chance of one question in all.
 * @param sizes how many answers each question has
 */
export function choiceGenes(sizes: readonly number[]): {
  readonly random: (rng: Rng) => Choices;
  readonly cross: (a: Choices, b: Choices, rng: Rng) => readonly [Choices, Choices];
  readonly mutate: (x: Choices, rng: Rng) => Choices;
  readonly key: (x: Choices) => string;
} {
  const open = Math.max(1, sizes.filter((size) => size > 1).length);
  return {
    random: (rng) => sizes.map((size) => rng.int(size)),
    cross: (a, b, rng) => {
      const fromA = a.map(() => rng.next() < 0.5);
      const pick = (first: Choices, second: Choices): Choices => first.map((value, i) => (fromA[i] === true ? value : (second[i] ?? value)));
      return [pick(a, b), pick(b, a)];
    },
    mutate: (x, rng) =>
      x.map((value, i) => {
        const size = sizes[i] ?? 1;
        if (size < 2 || rng.next() >= 1 / open) return value;
        const other = rng.int(size - 1);
        return other < value ? other : other + 1;
      }),
    key: (x) => x.join(','),
  };
}

/** How many ways there are to choose. */
export function countChoices(sizes: readonly number[]): number {
  return sizes.reduce((product, size) => product * size, 1);
}

/** Every way to choose, the last question turning fastest. */
export function* allChoices(sizes: readonly number[]): Generator<Choices> {
  const at = sizes.map(() => 0);
  for (;;) {
    yield [...at];
    let i = sizes.length - 1;
    while (i >= 0) {
      at[i] = (at[i] ?? 0) + 1;
      if ((at[i] ?? 0) < (sizes[i] ?? 1)) break;
      at[i] = 0;
      i--;
    }
    if (i < 0) return;
  }
}
