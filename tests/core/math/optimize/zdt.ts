/** Test problems of Zitzler, Deb and Thiele (2000, Evolutionary Computation 8: 173-195): thirty numbers in [0, 1], two objectives. */
export const ZDT_SIZE = 30;

const g = (x: readonly number[]): number => 1 + (9 * x.slice(1).reduce((sum, value) => sum + value, 0)) / (x.length - 1);

export const ZDT: Readonly<Record<'zdt1' | 'zdt2' | 'zdt3', (x: readonly number[]) => readonly [number, number]>> = {
  zdt1: (x) => [x[0] ?? 0, g(x) * (1 - Math.sqrt((x[0] ?? 0) / g(x)))],
  zdt2: (x) => [x[0] ?? 0, g(x) * (1 - ((x[0] ?? 0) / g(x)) ** 2)],
  zdt3: (x) => [x[0] ?? 0, g(x) * (1 - Math.sqrt((x[0] ?? 0) / g(x)) - ((x[0] ?? 0) / g(x)) * Math.sin(10 * Math.PI * (x[0] ?? 0)))],
};

/** Volume within (1.1, 1.1) that the true front (g = 1) dominates: the strip above the lowest second objective seen so far, summed finely. */
export function trueVolume(problem: keyof typeof ZDT, steps = 1_000_000): number {
  let [sum, lowest] = [0, Infinity];
  for (let k = 0; k < steps; k++) {
    const x = (k + 0.5) / steps;
    lowest = Math.min(lowest, ZDT[problem]([x, 0])[1]);
    sum += Math.max(0, 1.1 - lowest) / steps;
  }
  return sum + 0.1 * (1.1 - lowest);
}
