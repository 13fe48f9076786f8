import type { Rng } from '../math/rng.ts';

/** A state that never was. */
export interface SyntheticState {
  /** In the range of Correlates of War numbers, and none of theirs. */
  readonly ccode: number;
  readonly abb: string;
  readonly name: string;
  /** First year as a member of the system. */
  readonly from: number;
  /** Last year; the end of the world where it survives. */
  readonly to: number;
  /** Kilometers east and north of the southwestern corner of its continent. */
  readonly x: number;
  readonly y: number;
  /** Relative size, with which every capability begins. */
  readonly size: number;
}

/** The first of the numbers 861 to 899, which the Correlates of War do not use. */
const FIRST_CODE = 861;

const NAMES = (
  'Aldovia Brenmark Calvora Dornia Estmere Faravel Gorland Halvessia Istrova Jorvania Kestria Lumara Morvania Nordhaven ' +
  'Ostervale Pelagia Quillon Rovenia Sarmira Tarnovia Ulmeria Vestara Wendmark Xanthia Yselland Zamoria Arvonia Belmoria ' +
  'Corvinia Drusia Elvaria Frisonia Galdoria Hestia Ivaria Jutmark'
).split(' ');

const WIDTH = 6000;
const HEIGHT = 4000;

/**
 * The states of a world: half are there from the first year, the others join at random, one in six is lost again.
 * @param count at most 36
 */
export function syntheticStates(rng: Rng, count: number, [first, last]: readonly [number, number]): SyntheticState[] {
  if (count > NAMES.length) throw new RangeError(`a synthetic world has at most ${NAMES.length} states, not ${count}`);
  return NAMES.slice(0, count).map((name, index): SyntheticState => {
    const from = index < count / 2 ? first : first + 20 + rng.int(last - first - 40);
    const lost = rng.next() < 1 / 6;
    return {
      ccode: FIRST_CODE + index,
      abb: name.slice(0, 3).toUpperCase(),
      name,
      from,
      to: lost ? Math.min(last, from + 30 + rng.int(80)) : last,
      x: rng.next() * WIDTH,
      y: rng.next() * HEIGHT,
      size: Math.exp(1.1 * rng.normal()),
    };
  });
}

/** Whether a state is a member of the system in a year. */
export function aliveIn(state: SyntheticState, year: number): boolean {
  return state.from <= year && year <= state.to;
}

/** Kilometers between two states. */
export function distanceBetween(a: SyntheticState, b: SyntheticState): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/**
 * Whether two states share a border: no third one lies in the circle over the line between them (the graph of K. R. Gabriel and
 * R. R. Sokal, Systematic Zoology 18, 1969).
 */
export function areNeighbors(a: SyntheticState, b: SyntheticState, states: readonly SyntheticState[]): boolean {
  const x = (a.x + b.x) / 2;
  const y = (a.y + b.y) / 2;
  const radius = distanceBetween(a, b) / 2;
  return states.every((c) => c === a || c === b || Math.hypot(c.x - x, c.y - y) >= radius);
}
