/** A point to be ranked: objectives to be made small, and by how much it breaks the constraints. */
export interface Scored {
  readonly objectives: readonly number[];
  /** 0 where it is feasible. */
  readonly violation: number;
}

/** Whether a is nowhere above b and somewhere below it. Objectives are to be made small. */
export function dominates(a: readonly number[], b: readonly number[]): boolean {
  let better = false;
  for (let i = 0; i < a.length; i++) {
    const [x = 0, y = 0] = [a[i], b[i]];
    if (x > y) return false;
    if (x < y) better = true;
  }
  return better;
}

/** Deb's constrained domination (Deb and others 2002, section VI): the feasible before the infeasible, the less infeasible before the more. */
export function dominatesFeasibly(a: Scored, b: Scored): boolean {
  if (a.violation > 0 || b.violation > 0) return a.violation < b.violation;
  return dominates(a.objectives, b.objectives);
}
