/**
 * How far two pledges of an ordered scale lie apart: any difference counts 1 (nominal), its size (linear), or its square.
 * F. M. Häge, "Choice or Circumstance? Adjusting Measures of Foreign Policy Similarity for Chance Agreement",
 * Political Analysis 19 (2011), 287-305.
 */
export type Distance = 'nominal' | 'linear' | 'squared';

export const DISTANCES: readonly Distance[] = ['nominal', 'linear', 'squared'];

export function distanceBetween(a: number, b: number, distance: Distance): number {
  switch (distance) {
    case 'nominal':
      return a === b ? 0 : 1;
    case 'linear':
      return Math.abs(a - b);
    case 'squared':
      return (a - b) * (a - b);
  }
}
