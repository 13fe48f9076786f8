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
    let one = 0;
    let two = 0;
    let three = 0;
    let four = 0;
    for (let at = 0; at < count; at++) {
      const factor = a[at] ?? 0;
      one += factor * (x1[at] ?? 0);
      two += factor * (x2[at] ?? 0);
      three += factor * (x3[at] ?? 0);
      four += factor * (x4[at] ?? 0);
    }
    put(cells, cell, one);
    put(cells, cell + step, two);
    put(cells, cell + 2 * step, three);
    put(cells, cell + 3 * step, four);
    cell += 4 * step;
  }
  for (; column < x.length; column++) {
    put(cells, cell, inner(a, x[column] ?? a, count));
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
    let a1 = 0;
    let a2 = 0;
    let a3 = 0;
    let a4 = 0;
    let b1 = 0;
    let b2 = 0;
    let b3 = 0;
    let b4 = 0;
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
    put(cells, cell, a1);
    put(cells, cell + step, a2);
    put(cells, cell + 2 * step, a3);
    put(cells, cell + 3 * step, a4);
    put(cells, cell + across, b1);
    put(cells, cell + across + step, b2);
    put(cells, cell + across + 2 * step, b3);
    put(cells, cell + across + 3 * step, b4);
    cell += 4 * step;
  }
  if (column === x.length) return;
  const rest = { cells, at: cell, step };
  addInner(rest, a, x, column, count);
  addInner({ ...rest, at: cell + across }, b, x, column, count);
}

function put(cells: Float64Array, at: number, more: number): void {
  cells[at] = (cells[at] ?? 0) + more;
}

function inner(a: Float64Array, b: Float64Array, count: number): number {
  let one = 0;
  let two = 0;
  let three = 0;
  let four = 0;
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
