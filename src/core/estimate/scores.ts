import { quantile } from '../math/quantile.ts';
import type { Rng } from '../math/rng.ts';

/** Predicted chances of what happened (1) or did not (0), row by row. */
export interface Scored {
  readonly chances: ArrayLike<number>;
  readonly happened: ArrayLike<number>;
}

/** How good predicted chances are. */
export interface Scores {
  readonly n: number;
  readonly events: number;
  /** The chance that an event was given a higher chance than a row without one, ties counting half; NaN where all rows are alike. */
  readonly auc: number;
  /** The mean precision over the events, each at the threshold that finds it; the share of events is what chance gives. */
  readonly averagePrecision: number;
  /** The mean squared error. */
  readonly brier: number;
  /** The mean of -ln of the chance given to what happened. */
  readonly logScore: number;
}

/** Every score at once. */
export function scoresOf(scored: Scored): Scores {
  const ranked = rank(scored);
  let events = 0;
  for (const one of ranked.happened) events += one;
  return {
    n: scored.chances.length,
    events,
    auc: aucOf(ranked),
    averagePrecision: precisionOf(ranked),
    brier: brier(scored),
    logScore: logScore(scored),
  };
}

/** The mean squared error of the chances (Brier 1950, Monthly Weather Review 78). */
function brier({ chances, happened }: Scored): number {
  let sum = 0;
  for (let row = 0; row < chances.length; row++) sum += ((chances[row] ?? 0) - (happened[row] ?? 0)) ** 2;
  return sum / chances.length;
}

/** The least chance that is told from none: the log score of a certainty that fails is that of 1 in 10^15. */
const LEAST = 1e-15;

/** The mean of -ln of the chance given to what happened (Good 1952, Journal of the Royal Statistical Society B 14). Less is better. */
function logScore({ chances, happened }: Scored): number {
  let sum = 0;
  for (let row = 0; row < chances.length; row++) {
    const chance = chances[row] ?? 0;
    sum -= happened[row] === 1 ? Math.log(Math.max(LEAST, chance)) : Math.log1p(-Math.min(1 - LEAST, chance));
  }
  return sum / chances.length;
}

/** What happened, by falling chance. */
interface Ranked {
  readonly order: Uint32Array;
  readonly happened: Uint8Array;
  /** 1 for the last of the rows that have one chance. */
  readonly last: Uint8Array;
}

function rank({ chances, happened }: Scored): Ranked {
  const order = descending(Float64Array.from(chances));
  const n = order.length;
  const ranked = { order, happened: new Uint8Array(n), last: new Uint8Array(n) };
  for (let at = 0; at < n; at++) {
    const row = order[at] ?? 0;
    ranked.happened[at] = happened[row] === 1 ? 1 : 0;
    ranked.last[at] = at + 1 < n && chances[row] === chances[order[at + 1] ?? 0] ? 0 : 1;
  }
  return ranked;
}

/** Rows up to which a sort by a function is the faster. */
const FEW_ROWS = 20_000;

/** Row numbers by falling value, of equal ones by rising number: many are sorted by their bits, 16 at a time, as a million take seconds by a function. */
function descending(values: Float64Array): Uint32Array {
  const n = values.length;
  if (n <= FEW_ROWS) return Uint32Array.from(values.keys()).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * n);
  const low = new Uint32Array(n);
  const high = new Uint32Array(n);
  for (let row = 0; row < n; row++) {
    const lower = words[2 * row] ?? 0;
    const upper = words[2 * row + 1] ?? 0;
    // Numbers from 0 up grow with their bits, which are turned over; those below 0 fall with theirs.
    const negative = upper >>> 31 === 1;
    low[row] = negative ? lower : ~lower;
    high[row] = negative ? upper : ~upper & 0x7fff_ffff;
  }
  let from = Uint32Array.from({ length: n }, (_, row) => row);
  let to = new Uint32Array(n);
  for (const keys of [low, high]) {
    for (const shift of [0, 16]) {
      const starts = new Uint32Array(65_537);
      for (let row = 0; row < n; row++) {
        const next = (((keys[row] ?? 0) >>> shift) & 0xffff) + 1;
        starts[next] = (starts[next] ?? 0) + 1;
      }
      for (let bucket = 1; bucket <= 65_536; bucket++) starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
      for (let at = 0; at < n; at++) {
        const row = from[at] ?? 0;
        const bucket = ((keys[row] ?? 0) >>> shift) & 0xffff;
        const place = starts[bucket] ?? 0;
        starts[bucket] = place + 1;
        to[place] = row;
      }
      [from, to] = [to, from];
    }
  }
  return from;
}

/**
 * The area under the receiver operating characteristic, by ranks (Hanley and McNeil 1982, Radiology 143).
 * @param weights how often each rank counts; once when left out
 */
function aucOf({ happened, last }: Ranked, weights?: Float64Array): number {
  let [won, events, without] = [0, 0, 0];
  let [eventsHere, withoutHere] = [0, 0];
  for (let at = 0; at < happened.length; at++) {
    const weight = weights === undefined ? 1 : (weights[at] ?? 0);
    if (happened[at] === 1) eventsHere += weight;
    else withoutHere += weight;
    if (last[at] === 0) continue;
    // A row without an event loses to every event above it, and half to those beside it.
    won += withoutHere * (events + eventsHere / 2);
    events += eventsHere;
    without += withoutHere;
    [eventsHere, withoutHere] = [0, 0];
  }
  return won / (events * without);
}

/** Average precision, rows of one chance taken together: the sum of precision times the gain in recall. */
function precisionOf({ happened, last }: Ranked): number {
  let [sum, events, here] = [0, 0, 0];
  for (let at = 0; at < happened.length; at++) {
    here += happened[at] ?? 0;
    if (last[at] === 0) continue;
    events += here;
    sum += here * (events / (at + 1));
    here = 0;
  }
  return sum / events;
}

/** A bin of a calibration: rows with chances alike, the mean chance and the share of events with its Wilson interval. */
export interface CalibrationBin {
  readonly n: number;
  readonly events: number;
  readonly meanChance: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Rows in bins of rising chance, each with about as many expected events as the others, so that rare events are seen where they are.
 * @param bins how many at most; rows of one chance are never parted
 */
export function calibration(scored: Scored, bins = 10): CalibrationBin[] {
  const { chances } = scored;
  const { order, happened } = rank(scored);
  let total = 0;
  for (const row of order) total += chances[row] ?? 0;
  const found: CalibrationBin[] = [];
  let [n, events, sum, passed] = [0, 0, 0, 0];
  for (let at = order.length - 1; at >= 0; at--) {
    const chance = chances[order[at] ?? 0] ?? 0;
    n++;
    events += happened[at] ?? 0;
    sum += chance;
    const parted = at === 0 || chances[order[at - 1] ?? 0] !== chance;
    if (at > 0 && !(parted && passed + sum >= (total * (found.length + 1)) / bins)) continue;
    const [low, high] = wilson(events, n);
    found.push({ n, events, meanChance: sum / n, share: events / n, low, high });
    passed += sum;
    [n, events, sum] = [0, 0, 0];
  }
  return found;
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959_963_984_540_054;

/** Wilson's interval of a share (Wilson 1927, Journal of the American Statistical Association 22), at 95 %. */
function wilson(events: number, n: number): readonly [low: number, high: number] {
  const share = events / n;
  const square = Z * Z;
  const middle = (share + square / (2 * n)) / (1 + square / n);
  const half = (Z / (1 + square / n)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  return [events === 0 ? 0 : middle - half, events === n ? 1 : middle + half];
}

/** A number with the middle 95 % of its draws. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Resampling {
  readonly draws: number;
  readonly rng: Rng;
  /** The group of each row: whole groups are drawn. */
  readonly groups: Int32Array;
}

/** The AUC of each of several predictions of the same rows, and how much each exceeds the first, over draws of groups of rows. */
export interface AucIntervals {
  readonly aucs: readonly Interval[];
  /** The first less itself: 0. */
  readonly differences: readonly Interval[];
}

/**
 * Intervals of the AUC, and of differences between predictions of the same rows, by a bootstrap over groups (Efron 1979): every draw
 * takes the same groups for all predictions, so that what they share cancels.
 */
export function aucIntervals(predictions: readonly ArrayLike<number>[], happened: ArrayLike<number>, { draws, rng, groups: of }: Resampling): AucIntervals {
  const ranks = predictions.map((chances) => rank({ chances, happened }));
  const groups = ranks.map(({ order }) => Int32Array.from(order, (row) => of[row] ?? 0));
  const count = of.reduce((most, group) => Math.max(most, group), -1) + 1;
  const times = new Float64Array(count);
  const weights = new Float64Array(of.length);
  const values = predictions.map(() => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw++) {
    times.fill(0);
    for (let pick = 0; pick < count; pick++) {
      const group = rng.int(count);
      times[group] = (times[group] ?? 0) + 1;
    }
    ranks.forEach((ranked, index) => {
      const group = groups[index] ?? of;
      for (let at = 0; at < weights.length; at++) weights[at] = times[group[at] ?? 0] ?? 0;
      (values[index] ?? weights)[draw] = aucOf(ranked, weights);
    });
  }
  const whole = ranks.map((ranked) => aucOf(ranked));
  const [first] = values;
  return {
    aucs: values.map((column, index) => intervalOf(whole[index] ?? Number.NaN, column)),
    differences: values.map((column, index) =>
      intervalOf(
        (whole[index] ?? Number.NaN) - (whole[0] ?? Number.NaN),
        column.map((value, draw) => value - (first?.[draw] ?? Number.NaN)),
      ),
    ),
  };
}

function intervalOf(value: number, draws: Float64Array): Interval {
  // Draws without an event say nothing.
  const sorted = draws.filter((one) => !Number.isNaN(one)).sort();
  return { value, low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}
