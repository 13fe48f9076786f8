import { normalCdf, normalDensity } from './normal.ts';

/** E[max(0, X)] for X normal with a mean and a standard deviation (Bachelier 1900, Annales scientifiques de l'École normale supérieure 17). */
export function expectedPositivePart(mean: number, spread: number): number {
  if (spread === 0) return Math.max(0, mean);
  const z = mean / spread;
  return Math.max(0, mean * normalCdf(z) + spread * normalDensity(z));
}
