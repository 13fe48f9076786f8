/** Where sums of products go: the cell of the first, and how far the next column's is from it. */
export interface Target {
  readonly cells: Float64Array;
  readonly at: number;
  readonly step: number;
}

/** Adds the inner product of `a` with each column of x from `first` on. Four sums at a time, as they do not wait for each other. */
export function addInner({ cells, at: to, step }: Target, a: Float64Array, x: readonly Float64Array[], first: number, count: number): void {
  let column = first;
  let cell = to;
  for (; column + 4 <= x.length; column += 4) {
    const [x1 = a, x2 = a, x3 = a, x4 = a] = [x[column], x[column + 1], x[column + 2], x[column + 3]];
    let [one, two, three, four] = [0, 0, 0, 0];
    for (let at = 0; at < count; at++) {
      const factor = a[at] ?? 0;
      one += factor * (x1[at] ?? 0);
      two += factor * (x2[at] ?? 0);
      three += factor * (x3[at] ?? 0);
      four += factor * (x4[at] ?? 0);
    }
    for (const sum of [one, two, three, four]) {
      cells[cell] = (cells[cell] ?? 0) + sum;
      cell += step;
    }
  }
  for (; column < x.length; column++) {
    cells[cell] = (cells[cell] ?? 0) + inner(a, x[column] ?? a, count);
    cell += step;
  }
}

/** The same of `a` and of `b`, whose sums stand `across` further: each column is read once for both. */
export function addInners(target: Target, across: number, a: Float64Array, b: Float64Array, x: readonly Float64Array[], first: number, count: number): void {
  const { cells, step } = target;
  let column = first;
  let cell = target.at;
  for (; column + 4 <= x.length; column += 4) {
    const [x1 = a, x2 = a, x3 = a, x4 = a] = [x[column], x[column + 1], x[column + 2], x[column + 3]];
    let [a1, a2, a3, a4, b1, b2, b3, b4] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let at = 0; at < count; at++) {
      const p = a[at] ?? 0;
      const q = b[at] ?? 0;
      const v1 = x1[at] ?? 0;
      const v2 = x2[at] ?? 0;
      const v3 = x3[at] ?? 0;
      const v4 = x4[at] ?? 0;
      a1 += p * v1;
      b1 += q * v1;
      a2 += p * v2;
      b2 += q * v2;
      a3 += p * v3;
      b3 += q * v3;
      a4 += p * v4;
      b4 += q * v4;
    }
    for (const [one, other] of [
      [a1, b1],
      [a2, b2],
      [a3, b3],
      [a4, b4],
    ]) {
      cells[cell] = (cells[cell] ?? 0) + (one ?? 0);
      cells[cell + across] = (cells[cell + across] ?? 0) + (other ?? 0);
      cell += step;
    }
  }
  if (column === x.length) return;
  const rest = { cells, at: cell, step };
  addInner(rest, a, x, column, count);
  addInner({ ...rest, at: cell + across }, b, x, column, count);
}

function inner(a: Float64Array, b: Float64Array, count: number): number {
  let [one, two, three, four] = [0, 0, 0, 0];
  let at = 0;
  for (; at + 4 <= count; at += 4) {
    one += (a[at] ?? 0) * (b[at] ?? 0);
    two += (a[at + 1] ?? 0) * (b[at + 1] ?? 0);
    three += (a[at + 2] ?? 0) * (b[at + 2] ?? 0);
    four += (a[at + 3] ?? 0) * (b[at + 3] ?? 0);
  }
  for (; at < count; at++) one += (a[at] ?? 0) * (b[at] ?? 0);
  return one + two + three + four;
}
