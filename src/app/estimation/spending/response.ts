import { createRng } from '../../../core/math/rng.ts';
import { quantile } from '../../../core/math/quantile.ts';
import { fitBestResponse, weightOf, type ResponseFit, type ResponsePanel } from '../../../core/estimate/best-response.ts';
import { ERAS, thinned } from '../../../core/record/spending.ts';
import { numberColumn, textColumn, type Table } from '../../../core/table/table.ts';

/** Which rows, and what is assumed of them. */
export interface ResponseQuestion {
  readonly rows?: (row: number) => boolean;
  /** Allies' spending of the year before (budgets answer what is known), or of the same year. */
  readonly answers: 'before' | 'now';
  /** Whether the best response is approached by a part a year, or kept every year. */
  readonly adjusting: boolean;
  /** False: nobody answers what its allies spend. */
  readonly answering?: boolean;
  readonly thinning: number;
  /** Whether each era has a trend of its own. */
  readonly trends: boolean;
  /** The members' mean share of the year before, without its own, as a control for what moves them all. */
  readonly meanShare?: boolean;
}

/** The frame's columns that a fit reads, with the rows it can use. */
export interface ResponseRows {
  readonly panel: ResponsePanel;
  /** Rows of the frame. */
  readonly rows: Int32Array;
  /** State and era of each group of the panel, in the order of their numbers. */
  readonly groups: readonly { readonly state: string; readonly era: number }[];
}

/** The rows of an alliance's frame as a panel; rows that lack a value are left out. */
export function responseRows(frame: Table, question: ResponseQuestion): ResponseRows {
  const column = (name: string): ArrayLike<number> => numberColumn(frame, name).values;
  const states = textColumn(frame, 'state');
  const [year, era, share, before, threat, growth] = [
    column('year'),
    column('era'),
    column('share'),
    column('share_before'),
    column('threat_before'),
    column('growth'),
  ];
  const [given, part] = question.answers === 'before' ? [column('given_before'), column('part_before')] : [column('given'), column('part')];
  const others = question.meanShare === true ? othersShare(frame) : undefined;
  const rows = Int32Array.from(
    Array.from({ length: frame.rows }, (_, row) => row).filter(
      (row) =>
        (era[row] ?? 0) > 0 &&
        (question.rows?.(row) ?? true) &&
        [share, before, threat, growth, given, ...(others === undefined ? [] : [others])].every((values) => Number.isFinite(values[row] ?? Number.NaN)),
    ),
  );
  const pick = (of: (row: number) => number): Float64Array => Float64Array.from(rows, of);
  const keys = new Map<string, number>();
  const groups: { state: string; era: number }[] = [];
  const group = Int32Array.from(rows, (row) => {
    const [state, id] = [states.levels[states.values[row] ?? 0] ?? '', era[row] ?? 0];
    const key = `${state} ${id}`;
    const found = keys.get(key) ?? groups.push({ state, era: id }) - 1;
    keys.set(key, found);
    return found;
  });
  const present = ERAS.filter(({ id }) => rows.some((row) => era[row] === id));
  const trends = question.trends
    ? present.map(({ id, first, last }) => pick((row) => (era[row] === id ? ((year[row] ?? 0) - (first + last) / 2) / 10 : 0)))
    : [];
  return {
    rows,
    groups,
    panel: {
      share: pick((row) => share[row] ?? Number.NaN),
      before: pick((row) => before[row] ?? Number.NaN),
      given: pick((row) => thinned({ given: given[row] ?? Number.NaN, part: part[row] ?? Number.NaN }, question.thinning)),
      group,
      cluster: Int32Array.from(rows, (row) => states.values[row] ?? 0),
      controls: [
        pick((row) => threat[row] ?? Number.NaN),
        pick((row) => growth[row] ?? Number.NaN),
        ...trends,
        ...(others === undefined ? [] : [pick((row) => others[row] ?? Number.NaN)]),
      ],
    },
  };
}

/** The mean share of all other rows of a year, the year before. */
function othersShare(frame: Table): Float64Array {
  const [year, share] = [numberColumn(frame, 'year').values, numberColumn(frame, 'share_before').values];
  const sums = new Map<number, readonly [sum: number, n: number]>();
  for (let row = 0; row < frame.rows; row++) {
    const [sum, n] = sums.get(year[row] ?? 0) ?? [0, 0];
    sums.set(year[row] ?? 0, [sum + (share[row] ?? 0), n + 1]);
  }
  return Float64Array.from({ length: frame.rows }, (_, row) => {
    const [sum, n] = sums.get(year[row] ?? 0) ?? [0, 0];
    return n > 1 ? (sum - (share[row] ?? 0)) / (n - 1) : Number.NaN;
  });
}

export const fitResponse = (frame: Table, question: ResponseQuestion): ResponseFit => fitBestResponse(responseRows(frame, question).panel, question);

/** How the spill-in is estimated: budgets answer what allies spent the year before, by a part a year, with a trend for each era. */
export const MAIN: ResponseQuestion = { answers: 'before', adjusting: true, thinning: 1, trends: true };

const THINNINGS = Array.from({ length: 11 }, (_, i) => i / 10);

/** The panel at another thinning than 1: x takes its place. */
type AtThinning = (thinning: number) => ResponsePanel;

/** The thinning at which the panel is fitted best, between 0 and 1: the best of eleven, and the vertex of the parabola through it and its neighbors. */
export function bestThinning(at: AtThinning): number {
  const ssr = THINNINGS.map((thinning) => fitBestResponse(at(thinning)).ssr);
  const best = ssr.reduce((least, value, i) => (value < (ssr[least] ?? Infinity) ? i : least), 0);
  const [left, middle, right] = [ssr[best - 1], ssr[best] ?? Number.NaN, ssr[best + 1]];
  if (left === undefined || right === undefined) return THINNINGS[best] ?? 1;
  return (THINNINGS[best] ?? 1) + (0.05 * (left - right)) / (left - 2 * middle + right);
}

/** A number with the quantiles of its bootstrap draws. */
export interface Drawn {
  readonly value: number;
  /** 2.5, 5, 95 and 97.5 %. */
  readonly q025: number;
  readonly q05: number;
  readonly q95: number;
  readonly q975: number;
  /** Share of draws above 0. */
  readonly positive: number;
}

/** The calibration: how far allies' spending stands in for one's own. */
export interface Calibrated {
  /** The thinning fitted best, 0 to 1. */
  readonly thinning: Drawn;
  /** π where forces are divided in proportion to what they guard. */
  readonly proportional: Drawn;
  /** π at the thinning fitted best, which is held in the draws. */
  readonly spillin: Drawn;
  /** Share of the way to the best response gone in a year, at that thinning. */
  readonly adjustment: Drawn;
  /** What allies' spending is worth to the member in the middle, of its own GDP. */
  readonly worth: Drawn;
  readonly fit: ResponseFit;
  readonly proportionalFit: ResponseFit;
  readonly draws: number;
  readonly failed: number;
}

/**
 * The spill-in, the thinning and the speed of adjustment, with a bootstrap that draws whole states.
 * @param draws of whole states, with replacement; a state drawn twice is two
 */
export function calibrateRecord(frame: Table, { seed, draws }: { readonly seed: number; readonly draws: number }, onDraw?: (done: number) => void): Calibrated {
  const proportional = responseRows(frame, MAIN);
  const part = numberColumn(frame, 'part_before').values;
  const factor = (thinning: number): Float64Array => Float64Array.from(proportional.rows, (row) => (part[row] ?? Number.NaN) ** (thinning - 1));
  const at = (panel: ResponsePanel, rows?: Int32Array): AtThinning => {
    const own = (row: number): number => part[proportional.rows[rows === undefined ? row : (rows[row] ?? 0)] ?? 0] ?? Number.NaN;
    return (thinning) => (thinning === 1 ? panel : { ...panel, given: panel.given.map((x, row) => x * own(row) ** (thinning - 1)) });
  };
  const whole = at(proportional.panel);
  const thinning = bestThinning(whole);
  const [fit, proportionalFit] = [fitBestResponse(whole(thinning)), fitBestResponse(proportional.panel)];
  const weight = factor(thinning);
  const middle = quantile(proportional.panel.given.map((x, row) => x * (weight[row] ?? Number.NaN)).sort(), 0.5);

  const clusters = [...new Set(Array.from(proportional.panel.cluster))];
  const drawn = { thinning: new Array<number>(), proportional: new Array<number>(), spillin: new Array<number>(), adjustment: new Array<number>() };
  let failed = 0;
  for (let draw = 0; draw < draws; draw++) {
    const rng = createRng(seed, 'spending', draw);
    const { panel, rows } = redrawn(
      proportional.panel,
      clusters.map(() => clusters[rng.int(clusters.length)] ?? 0),
    );
    const other = at(panel, rows);
    const [one, held] = [fitBestResponse(panel), fitBestResponse(other(thinning))];
    if (one.converged && held.converged) {
      drawn.thinning.push(bestThinning(other));
      drawn.proportional.push(one.spillin);
      drawn.spillin.push(held.spillin);
      drawn.adjustment.push(held.adjustment);
    } else failed += 1;
    onDraw?.(draw + 1);
  }
  return {
    thinning: summary(thinning, drawn.thinning),
    proportional: summary(proportionalFit.spillin, drawn.proportional),
    spillin: summary(fit.spillin, drawn.spillin),
    adjustment: summary(fit.adjustment, drawn.adjustment),
    worth: summary(
      fit.spillin * middle,
      drawn.spillin.map((spillin) => spillin * middle),
    ),
    fit,
    proportionalFit,
    draws,
    failed,
  };
}

function summary(value: number, drawn: readonly number[]): Drawn {
  const sorted = Float64Array.from(drawn).sort();
  const [q025 = value, q05 = value, q95 = value, q975 = value] = sorted.length === 0 ? [] : [0.025, 0.05, 0.95, 0.975].map((p) => quantile(sorted, p));
  return { value, q025, q05, q95, q975, positive: drawn.filter((one) => one > 0).length / drawn.length };
}

/** A panel of clusters drawn, each with groups of its own, and the rows of the first panel that it is made of. */
export function redrawn(panel: ResponsePanel, clusters: readonly number[]): { readonly panel: ResponsePanel; readonly rows: Int32Array } {
  const rowsOf = new Map<number, number[]>();
  for (let row = 0; row < panel.share.length; row++) {
    const cluster = panel.cluster[row] ?? 0;
    const known = rowsOf.get(cluster);
    if (known === undefined) rowsOf.set(cluster, [row]);
    else known.push(row);
  }
  const groups = Array.from(panel.group).reduce((most, group) => Math.max(most, group), 0) + 1;
  const rows: number[] = [];
  const drawOf: number[] = [];
  clusters.forEach((cluster, draw) => {
    for (const row of rowsOf.get(cluster) ?? []) {
      rows.push(row);
      drawOf.push(draw);
    }
  });
  const take = (values: ArrayLike<number>): Float64Array => Float64Array.from(rows, (row) => values[row] ?? Number.NaN);
  return {
    rows: Int32Array.from(rows),
    panel: {
      share: take(panel.share),
      before: take(panel.before),
      given: take(panel.given),
      group: Int32Array.from(rows, (row, i) => (drawOf[i] ?? 0) * groups + (panel.group[row] ?? 0)),
      cluster: Int32Array.from(drawOf),
      controls: panel.controls.map(take),
    },
  };
}

/** A member's weight of security in an era: the mean over years of the α at which its share is the best response to its allies. */
export interface Weight {
  readonly state: string;
  readonly era: number;
  readonly years: number;
  readonly weight: number;
}

/** Weights of security by state and era, at a spill-in and a thinning. */
export function weightsOf(frame: Table, spillin: number, thinning: number): Weight[] {
  const states = textColumn(frame, 'state');
  const [era, share, given, part] = ['era', 'share', 'given', 'part'].map((name) => numberColumn(frame, name).values);
  const sums = new Map<string, { state: string; era: number; years: number; sum: number }>();
  for (let row = 0; row < frame.rows; row++) {
    const [state, id] = [states.levels[states.values[row] ?? 0] ?? '', era?.[row] ?? 0];
    const one = sums.get(`${state} ${id}`) ?? { state, era: id, years: 0, sum: 0 };
    one.years += 1;
    one.sum += weightOf(share?.[row] ?? Number.NaN, spillin, thinned({ given: given?.[row] ?? Number.NaN, part: part?.[row] ?? Number.NaN }, thinning));
    sums.set(`${state} ${id}`, one);
  }
  return [...sums.values()].filter(({ era: id }) => id > 0).map(({ sum, ...one }) => ({ ...one, weight: sum / one.years }));
}
