import { linear } from '../../../core/estimate/linear.ts';
import type { Parameter, Parameters } from '../../../core/facts/parameters.ts';
import { quantile } from '../../../core/math/quantile.ts';
import type { ResponseFit } from '../../../core/estimate/best-response.ts';
import { ERAS } from '../../../core/record/spending.ts';
import { numberColumn, textColumn, type Table } from '../../../core/table/table.ts';
import { DEPTH_TABLES, readDepthFrame } from './depth-frame.ts';
import { estimateFact, Z95 } from '../facts.ts';
import { dataVersions, type EstimationContext, type Fact, type ResultTable, type Section } from '../section.ts';
import { depthFits, type DepthFit } from './depth.ts';
import { LAST_ATOP_YEAR, readSpendingFrames, SPENDING_TABLES, type SpendingFrames } from './frame.ts';
import { calibrateRecord, fitResponse, MAIN, weightsOf, type Calibrated, type Drawn, type ResponseQuestion, type Weight } from './response.ts';
import { scoreSpending } from './validation.ts';

const Z90 = 1.644_853_626_951_472_2;

/** Every table this rests on, each once. */
const TABLES = [...SPENDING_TABLES, ...DEPTH_TABLES.filter(([source, table]) => !SPENDING_TABLES.some(([s, t]) => s === source && t === table))];

/** One way of estimating the spill-in. */
interface SpillinFit {
  readonly id: string;
  readonly words: string;
  readonly thinning: number;
  readonly spillin: number;
  readonly error: number;
  readonly adjustment: number | null;
  readonly n: number;
  readonly states: number;
}

interface SpendingEstimate {
  readonly frames: SpendingFrames;
  readonly calibrated: Calibrated;
  readonly fits: readonly SpillinFit[];
  readonly weights: readonly Weight[];
  readonly depth: readonly DepthFit[];
}

async function estimate(context: EstimationContext): Promise<SpendingEstimate> {
  const { seed, draws, onProgress } = context;
  const [frames, depth] = [await readSpendingFrames(context), await readDepthFrame(context)];
  const calibrated = calibrateRecord(frames.nato, { seed, draws }, (done) => onProgress?.(done, draws, 'spending'));
  return {
    frames,
    calibrated,
    fits: spillinFits(frames, calibrated),
    weights: weightsOf(frames.nato, calibrated.spillin.value, calibrated.thinning.value),
    depth: depthFits(depth),
  };
}

/** Every estimate of the spill-in, the main one first. */
function spillinFits({ nato, natoOwn, neutrals, coverage }: SpendingFrames, { thinning }: Calibrated): SpillinFit[] {
  const era = numberColumn(nato, 'era').values;
  const states = textColumn(nato, 'state');
  const usa = states.levels.indexOf('USA');
  const fitted = (id: string, words: string, question: Partial<ResponseQuestion> = {}, frame: Table = nato): SpillinFit => {
    const asked = { ...MAIN, thinning: thinning.value, ...question };
    const fit: ResponseFit = fitResponse(frame, asked);
    return {
      id,
      words,
      thinning: asked.thinning,
      spillin: fit.spillin,
      error: fit.spillinError,
      adjustment: asked.adjusting ? fit.adjustment : null,
      n: fit.n,
      states: fit.clusters,
    };
  };
  return [
    fitted('main', "members answer last year's spending, by a part a year; state and trend by era"),
    fitted('proportional', 'the same, forces divided in proportion to what they guard', { thinning: 1 }),
    ...ERAS.map(({ id, name }) => fitted(`era-${id}`, `the same, ${name}`, { rows: (row) => era[row] === id })),
    ...ERAS.map(({ id, name }) => fitted(`era-${id}.proportional`, `the same, ${name}`, { rows: (row) => era[row] === id, thinning: 1 })),
    fitted('own', "the same, shares by NATO's own tables, 2015-2024", {}, natoOwn),
    fitted('without-usa', 'without the United States', { rows: (row) => states.values[row] !== usa }),
    fitted('without-usa.proportional', 'without the United States', { rows: (row) => states.values[row] !== usa, thinning: 1 }),
    fitted('mean-share', "with the others' mean share last year", { meanShare: true }),
    fitted('mean-share.proportional', "with the others' mean share last year", { meanShare: true, thinning: 1 }),
    fitted('no-trends', 'without trends', { trends: false }),
    fitted('no-trends.proportional', 'without trends', { trends: false, thinning: 1 }),
    fitted('now', "members answer this year's spending", { answers: 'now' }),
    fitted('now.proportional', "members answer this year's spending", { answers: 'now', thinning: 1 }),
    fitted('at-once', "at the best response to last year's every year", { adjusting: false }),
    fitted('at-once.proportional', "at the best response to last year's every year", { adjusting: false, thinning: 1 }),
    fitted('at-once-now', "at the best response to this year's every year", { adjusting: false, answers: 'now' }),
    fitted('at-once-now.proportional', "at the best response to this year's every year", { adjusting: false, answers: 'now', thinning: 1 }),
    fitted('neutrals', 'placebo: neutrals in Europe, as if NATO guarded them', {}, neutrals),
    fitted('neutrals.proportional', 'placebo: neutrals in Europe, as if NATO guarded them', { thinning: 1 }, neutrals),
    ...coverageFits(coverage),
  ];
}

/** All states with state and year effects: whether who gains a guardian spends less than others of the year. To first order in α. */
function coverageFits(frame: Table): SpillinFit[] {
  const states = textColumn(frame, 'state').values;
  const [year, share, given] = [numberColumn(frame, 'year').values, numberColumn(frame, 'share').values, numberColumn(frame, 'given').values];
  return (
    [
      ['coverage', 1949, LAST_ATOP_YEAR],
      ['coverage.to-1990', 1949, 1990],
      ['coverage.from-1991', 1991, LAST_ATOP_YEAR],
    ] as const
  ).map(([id, first, last]): SpillinFit => {
    const rows = Array.from({ length: frame.rows }, (_, row) => row).filter((row) => (year[row] ?? 0) >= first && (year[row] ?? 0) <= last);
    const take = (values: ArrayLike<number>): Float64Array => Float64Array.from(rows, (row) => values[row] ?? Number.NaN);
    const fit = linear({
      outcome: take(share),
      regressors: [{ name: 'given', values: take(given) }],
      within: [take(states), take(year)],
      clusters: take(states),
    });
    const mean = rows.reduce((sum, row) => sum + (share[row] ?? 0), 0) / rows.length;
    const [slope] = fit.slopes;
    return {
      id,
      words: `all states, what those that owe them defense spend, state and year effects, ${first}-${last}`,
      thinning: 1,
      spillin: -(slope?.estimate ?? Number.NaN) / (1 - mean),
      error: (slope?.error ?? Number.NaN) / (1 - mean),
      adjustment: null,
      n: fit.n,
      states: fit.clusters,
    };
  });
}

/** The estimates of the spill-in that are facts, beside the calibrated one. */
const SPILLIN_FACTS: readonly (readonly [id: string, words: string])[] = [
  ...ERAS.map(({ id, name }) => [`era-${id}`, `... ${name}`] as const),
  ['own', "... by NATO's own tables, 2015-2024"],
  ['without-usa', '... without the United States'],
  ['no-trends', '... without trends'],
  ['at-once-now', '... members always at the best response to this year'],
  ['neutrals', "... placebo: Europe's neutrals, as if NATO guarded them"],
  ['coverage', '... all states and what those who owe them defense spend'],
];

const interval = ({ value, q025, q975 }: Drawn): { value: number; low: number; high: number } => ({ value, low: q025, high: q975 });

/** Mean and spread of the weights of security of an era, by members. */
function spreadOf(
  weights: readonly Weight[],
  era: number,
): { readonly mean: number; readonly spread: number; readonly sorted: Float64Array; readonly n: number } {
  const sorted = Float64Array.from(weights.flatMap((one) => (one.era === era ? [one.weight] : []))).sort();
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return { mean, spread: Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (sorted.length - 1)), sorted, n: sorted.length };
}

const significant = ({ slopes }: DepthFit): boolean => Math.abs((slopes[0]?.estimate ?? 0) / (slopes[0]?.error ?? 1)) > Z95;

/** Spending: what the record says of spill-ins, weights of security, and deep treaties. @throws {DataError} where a table is lacking */
export async function spendingSection(context: EstimationContext): Promise<Section> {
  const { frames, calibrated, fits, weights, depth } = await estimate(context);
  const { fit, thinning, proportional, spillin, adjustment, worth } = calibrated;
  const validation = scoreSpending(frames.nato);
  const [n, [mainDepth, plainDepth]] = [fit.n, depth];
  const fact = (id: string, words: string, drawn: Drawn, unit?: string): Fact => ({ id, words, ...interval(drawn), n, ...(unit !== undefined && { unit }) });
  const times100 = (drawn: Drawn): Drawn => ({ ...drawn, value: 100 * drawn.value, q025: 100 * drawn.q025, q975: 100 * drawn.q975 });
  const facts: Fact[] = [
    fact('thinning', 'thinning fitted best: 0 a pure public good, 1 in proportion', thinning),
    fact('spillin', 'mean spill-in π at that thinning', spillin),
    ...SPILLIN_FACTS.flatMap(([id, words]): Fact[] => {
      const found = fits.find((one) => one.id === id);
      return found === undefined ? [] : [estimateFact(`spillin.${id}`, words, { estimate: found.spillin, se: found.error }, { n: found.n })];
    }),
    fact('spillin.proportional', 'mean spill-in where the thinning is 1', proportional),
    fact('worth', "what allies' spending is worth to the member in the middle", times100(worth), '% of its GDP'),
    fact('adjustment', 'part of the way to the best response gone in a year', adjustment),
    {
      id: 'free-riding',
      words: 'draws in which members spend less where allies spend more',
      value: spillin.positive,
      n: calibrated.draws,
      note: 'George and Sandler 2018 find free riding in 1968-2015',
    },
    ...ERAS.map(({ id, name }): Fact => {
      const { mean, spread, n: members } = spreadOf(weights, id);
      return {
        id: `weight.${id}`,
        words: `mean weight of security, ${name}`,
        value: 100 * mean,
        unit: '%',
        n: members,
        note: `spread ${(100 * spread).toFixed(2)}`,
      };
    }),
    ...validation.rows.map((row): Fact => ({
      id: `mae.${row.id}`,
      words: `off by, ${row.ahead}: ${row.method}`,
      value: row.mae,
      unit: 'points',
      n: row.n,
    })),
    ...[mainDepth, plainDepth].flatMap((one): Fact[] => {
      const slope = one?.slopes[0];
      return one === undefined || slope === undefined
        ? []
        : [
            {
              id: `depth.${one.id}`,
              words: `growth of non-majors' military spending by depth, ${one.depth}`,
              value: slope.estimate,
              low: slope.low,
              high: slope.high,
              n: one.n,
              note: 'Alley 2021: below 0',
            },
          ];
    }),
    {
      id: 'depth.negative',
      words: 'regressions on depth in which it lowers spending, beyond chance (5 %)',
      value: depth.filter((one) => significant(one) && (one.slopes[0]?.estimate ?? 0) < 0).length,
      n: depth.length,
      note: `${depth.filter((one) => significant(one) && (one.slopes[0]?.estimate ?? 0) > 0).length} raise it beyond chance`,
    },
  ];
  return {
    id: 'spending',
    title: 'Spending: who answers what allies spend',
    method:
      "Shares of GDP by SIPRI. NATO's members go a part of the way each year to the best response of the spending game, max(0, α − (1 − α) π x), to what their allies spent the year before; α by state and era, a trend by era, growth of GDP and Soviet and Russian spending as controls. Nonlinear least squares; intervals by a bootstrap of whole states. Depth: least squares within states and years, clustered by state.",
    facts,
    tables: tablesOf({ fits, weights, depth }),
    data: dataVersions(context.store, TABLES),
    notes: [
      `${fits.length} estimates of the spill-in and ${depth.length} regressions on depth are shown, all that the command makes; well over a hundred fits were looked at while the design was chosen, and the main one was chosen after its rivals had been seen.`,
      `${frames.lacking} years of members have no share of GDP and are left out, of allies' spending too; none spends nothing. GDP as SIPRI's shares imply it is ${frames.gdpCheck.worldBank.median.toFixed(3)} of the World Bank's and ${frames.gdpCheck.weo.median.toFixed(3)} of the IMF's in the middle; SIPRI's shares are ${frames.gdpCheck.nato.median.toFixed(3)} of NATO's.`,
      ...validation.notes,
      ...(calibrated.failed > 0 ? [`${calibrated.failed} of ${calibrated.draws} draws did not converge and are left out.`] : []),
    ],
  };
}

function tablesOf({ fits, weights, depth }: Pick<SpendingEstimate, 'fits' | 'weights' | 'depth'>): ResultTable[] {
  const states = [...new Set(weights.map(({ state }) => state))].toSorted();
  return [
    {
      id: 'spillin',
      title: 'Estimates of the spill-in',
      columns: ['how', 'thinning', 'π', 'error', 'adjustment', 'n', 'states'],
      rows: fits.map((one) => [one.words, one.thinning, one.spillin, one.error, one.adjustment, one.n, one.states]),
    },
    {
      id: 'weights',
      title: 'Weights of security, % (mean over years of the α that makes each share a best response)',
      columns: ['member', ...ERAS.map(({ name }) => name)],
      rows: states.map((state) => [
        state,
        ...ERAS.map(({ id }) => {
          const found = weights.find((one) => one.state === state && one.era === id);
          return found === undefined ? null : 100 * found.weight;
        }),
      ]),
    },
    {
      id: 'depth',
      title: 'Growth of military spending by latent depth of treaties',
      columns: ['outcome', 'depth', 'who', 'effects', 'slope', 'error', 'further', 'n', 'states'],
      rows: depth.map((one) => {
        const [slope, second] = one.slopes;
        const further =
          second !== undefined && second.name.startsWith('depth ') ? `${second.name} ${second.estimate.toFixed(3)} (${second.error.toFixed(3)})` : '';
        return [one.outcome, one.depth, one.who, one.effects, slope?.estimate ?? null, slope?.error ?? null, further, one.n, one.states];
      }),
    },
  ];
}

const rounded = (value: number): number => Number(value.toPrecision(6));

/** The parameters of spending for `catalog/parameters/spending.json`. @throws {DataError} where a table is lacking */
export async function estimateSpending(context: EstimationContext): Promise<Parameters> {
  const { calibrated, fits, weights, depth } = await estimate(context);
  const { fit, thinning, proportional, spillin, adjustment } = calibrated;
  const era = spreadOf(weights, ERAS.length);
  const estimated = (value: number, low: number, high: number, meaning: string, basis: string): Parameter => ({
    value: rounded(value),
    low: rounded(Math.min(value, low)),
    high: rounded(Math.max(value, high)),
    kind: 'estimated',
    meaning,
    basis,
  });
  const drawn = ({ value, q05, q95 }: Drawn, meaning: string, basis: string): Parameter => estimated(value, q05, q95, meaning, basis);
  const normal = (value: number, error: number, meaning: string, basis: string): Parameter =>
    estimated(value, value - Z90 * error, value + Z90 * error, meaning, basis);
  const sample = `NATO's members 1950-2024, SIPRI, n = ${fit.n}, ${fit.clusters} states`;
  const drawnBy = `${sample}; ${calibrated.draws} draws of whole states, seed ${context.seed}`;
  const byEra = fits.filter(({ id }) => /^era-\d$/.test(id));
  const slope = depth[0]?.slopes[0];
  return {
    format: 1,
    id: 'spending',
    title: 'Spending: spill-ins, thinning and weights of security',
    unit: 'as each meaning says',
    source: 'Estimated by foedus from military expenditure by SIPRI, members by NATO, treaties by ATOP, depth by Alley 2021',
    made: {
      date: '2026-11-26',
      command: `foedus fit --parameters spending --boot ${context.draws} --seed ${context.seed} -o catalog/parameters/spending.json`,
      data: dataVersions(context.store, TABLES).map(({ source, table, version, sha256 }) => ({ source: `${source}/${table}`, version, sha256 })),
      n: fit.n,
    },
    parameters: {
      'spending.thinning': drawn(
        thinning,
        "how far an ally's forces are thinned out over those it guards: 0 a pure public good, 1 divided in proportion to what is guarded",
        `the thinning at which members' answers to what allies spent the year before are fitted best; ${drawnBy}`,
      ),
      'spending.spillin': drawn(
        spillin,
        "mean π: security that a unit of allies' spending gives beside a unit of one's own, at the thinning above",
        `best responses approached by a part a year, weights by state and era, a trend by era; ${drawnBy}, thinning held. Without trends the sign is the other, and answers within the year are not told from none: see docs/estimate/spending.md`,
      ),
      'spending.spillin-proportional': drawn(proportional, 'the same where the thinning is 1', drawnBy),
      ...Object.fromEntries(
        byEra.map((one, i) => [
          `spending.spillin-${ERAS[i]?.name ?? ''}`,
          normal(
            one.spillin,
            one.error,
            `the same at the thinning above, ${ERAS[i]?.name ?? ''}`,
            `n = ${one.n}, ${one.states} states; normal, errors clustered by state`,
          ),
        ]),
      ),
      'spending.adjustment': drawn(adjustment, 'part of the way to the best response gone in a year', drawnBy),
      'spending.weight': estimated(
        era.mean,
        quantile(era.sorted, 0.05),
        quantile(era.sorted, 0.95),
        `α: weight of security of a member of NATO, mean over ${era.n} members since 2014; the range is that of the middle 90 % of members`,
        "the mean over years of the α that makes each observed share the best response to the others', at the spill-in and thinning above",
      ),
      ...(slope === undefined
        ? {}
        : {
            'spending.depth': normal(
              slope.estimate,
              slope.error,
              "change of the yearly growth of a non-major's military spending by one unit of latent depth of its treaties (asinh of the rate); not used by any model",
              `least squares within states and years, 1919-2007, n = ${depth[0]?.n ?? 0}, errors clustered by state; the first of ${depth.length} regressions`,
            ),
          }),
    },
  };
}
