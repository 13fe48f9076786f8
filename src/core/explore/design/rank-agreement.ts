import { midranks } from '../../models/spending/ranks.ts';

/** Spearman's rank correlation, without a test; NaN where either is the same throughout. */
export function rankAgreement(x: readonly number[], y: readonly number[]): number {
  const [a, b] = [midranks(x), midranks(y)];
  const mean = (x.length + 1) / 2;
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((rank, i) => {
    const [u, v] = [rank - mean, (b[i] ?? mean) - mean];
    ab += u * v;
    aa += u * u;
    bb += v * v;
  });
  return ab / Math.sqrt(aa * bb);
}
