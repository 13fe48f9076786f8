import { linear, type LinearFit, type Slope } from '../../../core/estimate/linear.ts';
import { numberColumn, textColumn, type Table } from '../../../core/table/table.ts';

/** One regression of growth on depth. */
export interface DepthFit {
  readonly id: string;
  readonly outcome: string;
  readonly depth: string;
  readonly who: string;
  readonly effects: string;
  readonly slopes: readonly Slope[];
  readonly n: number;
  readonly states: number;
}

interface DepthQuestion {
  readonly id: string;
  readonly outcome: 'growth' | 'real_growth' | 'share_change' | 'log_spending';
  readonly depth: 'depth' | 'depth_mean' | 'depth_most';
  readonly major?: boolean;
  readonly from?: number;
  readonly stateEffects?: boolean;
  readonly withDemocracy?: boolean;
  readonly added?: readonly string[];
}

const CONTROLS = ['treaties', 'democracy', 'at_war', 'rivals'];
/** Alley's years for the National Material Capabilities. */
const FIRST = 1919;
const LAST_BY_NMC = 2007;

const WORDS = {
  growth: 'growth, asinh, current prices, 1919-2007',
  real_growth: 'growth, log points, constant prices, 1950-2016',
  share_change: 'change of the share of GDP, points, 1950-2016',
  log_spending: 'ln of spending given the year before, 1919-2007',
  depth: "mean by partners' power",
  depth_mean: 'plain mean',
  depth_most: 'deepest treaty',
} as const;

const OUTCOMES = ['growth', 'real_growth', 'share_change'] as const;

/** All regressions, the main one first: none is left out of the report. */
const QUESTIONS: readonly DepthQuestion[] = [
  ...OUTCOMES.flatMap((outcome): DepthQuestion[] => [
    ...(['depth', 'depth_mean', 'depth_most'] as const).map((depth): DepthQuestion => ({ id: `${outcome}.${depth}`, outcome, depth })),
    { id: `${outcome}.year-effects`, outcome, depth: 'depth', stateEffects: false },
    { id: `${outcome}.democracy`, outcome, depth: 'depth', withDemocracy: true },
    { id: `${outcome}.majors`, outcome, depth: 'depth', major: true },
  ]),
  { id: 'growth.since-1946', outcome: 'growth', depth: 'depth', from: 1946 },
  { id: 'level', outcome: 'log_spending', depth: 'depth', added: ['log_spending_before'] },
];

function answer(frame: Table, question: DepthQuestion): DepthFit {
  const { id, outcome, depth, major = false, from = FIRST, stateEffects = true, withDemocracy = false, added = [] } = question;
  const column = (name: string): ArrayLike<number> => numberColumn(frame, name).values;
  const states = textColumn(frame, 'state').values;
  const [year, isMajor, deep, partners] = [column('year'), column('major'), column(depth), column('partners_democracy')];
  const plain = [...CONTROLS, ...added].map((name) => ({ name, values: Float64Array.from(column(name)) }));
  const regressors = [
    { name: 'depth', values: Float64Array.from(deep) },
    ...(withDemocracy
      ? [
          { name: "depth × partners' democracy", values: Float64Array.from(deep, (value, row) => value * (partners[row] ?? Number.NaN)) },
          { name: "partners' democracy", values: Float64Array.from(partners) },
        ]
      : []),
    ...plain,
  ];
  const out = column(outcome);
  const byNmc = outcome === 'growth' || outcome === 'log_spending';
  const rows = Array.from({ length: frame.rows }, (_, row) => row).filter(
    (row) =>
      (isMajor[row] === 1) === major &&
      (year[row] ?? 0) >= from &&
      (!byNmc || (year[row] ?? 0) <= LAST_BY_NMC) &&
      Number.isFinite(out[row]) &&
      regressors.every(({ values }) => Number.isFinite(values[row])),
  );
  const take = (values: ArrayLike<number>): Float64Array => Float64Array.from(rows, (row) => values[row] ?? Number.NaN);
  const fit: LinearFit = linear({
    outcome: take(out),
    regressors: regressors.map(({ name, values }) => ({ name, values: take(values) })),
    within: [...(stateEffects ? [take(states)] : []), take(year)],
    clusters: take(states),
  });
  return {
    id,
    outcome: `${WORDS[outcome]}${from > FIRST ? `, from ${from}` : ''}`,
    depth: WORDS[depth],
    who: major ? 'major powers' : 'non-majors',
    effects: stateEffects ? 'state, year' : 'year',
    slopes: fit.slopes,
    n: fit.n,
    states: fit.clusters,
  };
}

/** Whether members of deeper treaties let their military spending grow less: every regression that was tried, the main one first. */
export const depthFits = (frame: Table): readonly DepthFit[] => QUESTIONS.map((question) => answer(frame, question));
