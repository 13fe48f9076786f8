import { similarities } from '../src/core/measures/similarity/all-dyads.ts';
import { portfoliosOf, type PortfolioYear } from '../src/core/measures/similarity/portfolios.ts';
import { madeUpRecord, YEARS } from './made-up-record.ts';
import type { Suite } from './suite.ts';

const { members, pledges, capabilities } = madeUpRecord();
const portfolios = (): PortfolioYear[] =>
  Array.from({ length: YEARS[1] - YEARS[0] + 1 }, (_, index) => portfoliosOf(YEARS[0] + index, members, pledges, capabilities));
const years = portfolios();
const pairs = years.reduce((sum, { members: { length } }) => sum + (length * (length - 1)) / 2, 0);

/** One year in this many is computed by the plain version, evenly over all of them. */
const SAMPLE = 29;
const sampled = years.filter((_, index) => index % SAMPLE === SAMPLE - 1);
const sampledPairs = sampled.reduce((sum, { members: { length } }) => sum + (length * (length - 1)) / 2, 0);

/** The five measures of two rows, entry by entry, as one would first write them; tau-b from its cross-table. */
function plain(a: Uint8Array, b: Uint8Array, weights: Float64Array): readonly number[] {
  const table = new Float64Array(16);
  let [linear, weighted, squared, total, sumA, sumB, squares] = [0, 0, 0, 0, 0, 0, 0];
  const n = a.length;
  for (let k = 0; k < n; k++) {
    const [x, y, weight] = [a[k] ?? 0, b[k] ?? 0, weights[k] ?? 0];
    linear += Math.abs(x - y);
    weighted += weight * Math.abs(x - y);
    squared += (x - y) ** 2;
    total += weight;
    sumA += x;
    sumB += y;
    squares += x * x + y * y;
    table[4 * x + y] = (table[4 * x + y] ?? 0) + 1;
  }
  let [score, tiedA, tiedB] = [0, 0, 0];
  for (let one = 0; one < 16; one++) {
    for (let other = 0; other < 16; other++) {
      const product = (table[one] ?? 0) * (table[other] ?? 0);
      const [dx, dy] = [Math.sign((one >> 2) - (other >> 2)), Math.sign((one & 3) - (other & 3))];
      score += product * dx * dy;
      tiedA += product * dx * dx;
      tiedB += product * dy * dy;
    }
  }
  return [
    1 - (2 * linear) / (3 * n),
    1 - (2 * weighted) / (3 * total),
    score / Math.sqrt(tiedA * tiedB),
    1 - squared / (squares - (2 * sumA * sumB) / n),
    1 - squared / (squares - (sumA + sumB) ** 2 / (2 * n)),
  ];
}

export const suite: Suite = {
  title: `Five similarity measures of ${pairs.toLocaleString('en')} pairs of states in ${String(years.length)} years`,
  cases: {
    [`entry by entry (${String(sampled.length)} years run)`]: {
      times: pairs / sampledPairs,
      body: () => {
        for (const {
          members: { length: size },
          levels,
          weights,
        } of sampled) {
          const rows = Array.from({ length: size }, (_, i) => levels.subarray(i * size, (i + 1) * size));
          rows.forEach((a, i) => {
            for (const b of rows.slice(i + 1)) plain(a, b, weights);
          });
        }
      },
    },
    'sparse rows': () => void similarities(years),
    'sparse rows, portfolios laid out anew': () => void similarities(portfolios()),
  },
};
