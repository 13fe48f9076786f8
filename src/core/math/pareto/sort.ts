import { dominatesFeasibly, type Scored } from './dominance.ts';

/**
 * Fast non-dominated sorting (Deb and others 2002, IEEE Transactions on Evolutionary Computation 6: 182-197): the places of the points by
 * front, the front that nothing dominates first. O(M n²) for n points and M objectives.
 */
export function nonDominatedSort(points: readonly Scored[]): number[][] {
  const beaten = points.map((): number[] => []);
  const beatenBy = new Int32Array(points.length);
  for (let i = 0; i < points.length; i++) {
    for (let j = i + 1; j < points.length; j++) {
      const [a, b] = [points[i], points[j]];
      if (a === undefined || b === undefined) continue;
      const [winner, loser] = dominatesFeasibly(a, b) ? [i, j] : dominatesFeasibly(b, a) ? [j, i] : [-1, -1];
      if (winner === -1) continue;
      beaten[winner]?.push(loser);
      beatenBy[loser] = (beatenBy[loser] ?? 0) + 1;
    }
  }
  const fronts: number[][] = [];
  let front = points.flatMap((_, i) => (beatenBy[i] === 0 ? [i] : []));
  while (front.length > 0) {
    fronts.push(front);
    const next: number[] = [];
    for (const i of front) {
      for (const j of beaten[i] ?? []) {
        beatenBy[j] = (beatenBy[j] ?? 0) - 1;
        if (beatenBy[j] === 0) next.push(j);
      }
    }
    front = next.toSorted((a, b) => a - b);
  }
  return fronts;
}

/** The places of the points that nothing dominates; of several that are alike in every objective, all. */
export function frontOf(points: readonly Scored[]): number[] {
  const kept: number[] = [];
  points.forEach((point, i) => {
    const beats = (j: number, over: Scored): boolean => {
      const other = points[j];
      return other !== undefined && dominatesFeasibly(other, over);
    };
    if (kept.some((j) => beats(j, point))) return;
    for (let k = kept.length - 1; k >= 0; k--) {
      const other = points[kept[k] ?? -1];
      if (other !== undefined && dominatesFeasibly(point, other)) kept.splice(k, 1);
    }
    kept.push(i);
  });
  return kept;
}
