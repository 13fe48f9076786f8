/**
 * p-values adjusted for how many there are, by Holm's steps (1979, Scandinavian Journal of Statistics 6): one that stays below α is
 * significant with at most α risk of any false one among them all.
 */
export function holm(p: readonly number[]): number[] {
  const order = p.map((_, at) => at).toSorted((a, b) => (p[a] ?? 1) - (p[b] ?? 1));
  const adjusted = p.map(() => 1);
  let least = 0;
  order.forEach((at, rank) => {
    least = Math.max(least, Math.min(1, (p.length - rank) * (p[at] ?? 1)));
    adjusted[at] = least;
  });
  return adjusted;
}
