import { normalCdf } from './normal.ts';

/** The value below which a share of a normal distribution lies that is cut off below `floor`. */
export function truncatedQuantile(mean: number, sd: number, floor: number, share: number): number {
  const below = normalCdf((floor - mean) / sd);
  const wanted = below + share * (1 - below);
  let [low, high] = [floor, Math.max(floor, mean) + 10 * sd];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (normalCdf((middle - mean) / sd) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
