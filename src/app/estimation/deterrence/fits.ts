import { numbered, rowScores, sandwich, type Clustered, type Numbered } from '../../../core/estimate/clustered.ts';
import { conditionalLogit } from '../../../core/estimate/conditional-logit.ts';
import { fit } from '../../../core/estimate/fit.ts';
import { holm } from '../../../core/estimate/holm.ts';
import { normalCdf } from '../../../core/math/normal.ts';
import type { NumberColumn } from '../../../core/table/column.ts';
import { selectRows } from '../../../core/table/select.ts';
import { numberColumn, type Table } from '../../../core/table/table.ts';

/** Years asked about apart. */
export const ERAS = [
  { id: 'to-1944', words: '1816-1944', holds: (year: number): boolean => year <= 1944 },
  { id: 'to-1944-peace', words: '... without the world wars', holds: (year: number, worldWar: number): boolean => year <= 1944 && worldWar === 0 },
  { id: 'since-1946', words: '1946-2010', holds: (year: number): boolean => year >= 1946 },
  { id: 'cold-war', words: '... 1946-90', holds: (year: number): boolean => year >= 1946 && year <= 1990 },
  { id: 'since-1991', words: '... 1991-2010', holds: (year: number): boolean => year >= 1991 },
] as const;

export type EraId = (typeof ERAS)[number]['id'];

/** Held in every equation: how long peace has lasted, what lies between the two, what they are, and what they have promised each other. */
const CONTROLS = [
  ...['peace1', 'peace2', 'peace3', 'land', 'contiguous', 'lncinc1', 'lncinc2', 'relative', 'lnkm', 'major1', 'major2', 'major1:major2', 'rivalry'],
  ...['democracy1', 'democracy2', 'democracy1:democracy2', 'democracy_missing', 's', 'pact'],
];

const formulaOf = ({ terms, outcome = 'initiated', without }: EquationRequest): string =>
  `${outcome} ~ ${[terms, ...CONTROLS.filter((name) => name !== without)].join(' + ')}`;

const COLUMNS = [
  ...['ccode1', 'ccode2', 'year', 'dyad', 'initiated', 'initiated_gml', 'reciprocated', 'rivalry'],
  ...['peace1', 'peace2', 'peace3', 'land', 'contiguous', 'lncinc1', 'lncinc2', 'relative', 'lnkm', 'major1', 'major2'],
  ...['democracy1', 'democracy2', 'democracy_missing', 's', 'pact', 'worldwar', 'ally_any', 'ally_unshared', 'ally_peace'],
  ...['applies', 'applies_certain', 'applies_peace', 'applies_certain_peace', 'applies_text', 'applies_text_peace'],
  ...['placebo', 'placebo_peace', 'placebo_text', 'strength_unfiltered', 'strength_filtered', 'offense_any', 'offense', 'neutral_any', 'neutral'],
];

/** Hostility of a dispute in which force is used, and of a war. */
const FORCE = 4;
const WAR = 5;

/**
 * The politically relevant directed dyad-years in which a dispute could begin, with what is asked about besides: `pair` numbers the ordered pair,
 * `force_begun` and `war_begun` say that the dispute begun came to force or war, `applies_war` that a promise would apply but none made in peace.
 * @param frame the initiation frame
 */
export function relevantPairs(frame: Table): Table {
  const [relevant, atRisk] = [numberColumn(frame, 'relevant').values, numberColumn(frame, 'at_risk').values];
  const rows: number[] = [];
  for (let row = 0; row < frame.rows; row++) if (relevant[row] === 1 && atRisk[row] === 1) rows.push(row);
  const hostility = numberColumn(frame, 'hostlev').values;
  const table = selectRows(frame, rows, COLUMNS);
  const values = (name: string): NumberColumn['values'] => numberColumn(table, name).values;
  const [one, other, applies, peace] = [values('ccode1'), values('ccode2'), values('applies'), values('applies_peace')];
  const made = (name: string, kind: 'int8' | 'int32', of: (row: number) => number): NumberColumn => {
    const array = kind === 'int8' ? new Int8Array(table.rows) : new Int32Array(table.rows);
    for (let row = 0; row < table.rows; row++) array[row] = of(row);
    return { name, kind, values: array };
  };
  const came = (row: number, level: number): number => ((hostility[rows[row] ?? 0] ?? 0) >= level ? 1 : 0);
  return {
    rows: table.rows,
    columns: [
      ...table.columns,
      made('pair', 'int32', (row) => (one[row] ?? 0) * 1000 + (other[row] ?? 0)),
      made('force_begun', 'int8', (row) => came(row, FORCE)),
      made('war_begun', 'int8', (row) => came(row, WAR)),
      made('applies_war', 'int8', (row) => (applies[row] === 1 && peace[row] === 0 ? 1 : 0)),
    ],
  };
}

/** The rows of an era. */
export function inEra(pairs: Table, id: EraId): Table {
  const era = ERAS.find((one) => one.id === id);
  const [year, worldWar] = [numberColumn(pairs, 'year').values, numberColumn(pairs, 'worldwar').values];
  const rows: number[] = [];
  for (let row = 0; row < pairs.rows; row++) if (era?.holds(year[row] ?? 0, worldWar[row] ?? 0) === true) rows.push(row);
  return selectRows(pairs, rows);
}

/** An equation on the rows of an era, covariance by pair of states and by both states. */
export interface Equation {
  readonly names: readonly string[];
  readonly beta: Float64Array;
  /** By undirected pair of states. */
  readonly pairs: Clustered;
  /** Two ways: by challenger and by target. Undefined within pairs. */
  readonly states?: Clustered;
  readonly n: number;
  readonly events: number;
  readonly logLik: number;
  readonly converged: boolean;
}

export interface EquationRequest {
  /** What is asked about, as a formula writes it: `applies_peace + placebo_peace`. */
  readonly terms: string;
  /** `initiated` when left out. */
  readonly outcome?: string;
  readonly subset?: string;
  /** What is held elsewhere, and not here: it does not vary. */
  readonly without?: string;
}

/** Logit of the outcome on the terms and the controls. @throws {EstimateError} as `fit` */
export function equationOf(table: Table, request: EquationRequest): Equation {
  const { outcome = 'initiated', subset } = request;
  const found = fit({ model: 'logit', formula: formulaOf(request), ...(subset !== undefined && { subset }) }, table);
  const { likelihood, frame } = found.prepared;
  const happened = numberColumn(table, outcome).values;
  const scores = rowScores(likelihood, found.beta);
  const by = (name: string): Numbered => {
    const { values } = numberColumn(table, name);
    return numbered(Array.from(frame.used, (row) => values[row] ?? 0));
  };
  return {
    names: found.coefficients.map(({ name }) => name),
    beta: found.beta,
    pairs: sandwich(found.vcov, scores, [by('dyad')]),
    states: sandwich(found.vcov, scores, [by('ccode1'), by('ccode2')]),
    n: found.n,
    events: frame.used.reduce((sum, row) => sum + (happened[row] ?? 0), 0),
    logLik: found.logLik,
    converged: found.converged,
  };
}

/** The same within ordered pairs of states: what is lasting about a pair cancels. @throws {EstimateError} as `conditionalLogit` */
export function equationWithin(table: Table, request: EquationRequest): Equation {
  const { subset } = request;
  const { coefficients, beta, vcov, n, events, logLik, clusters, converged } = conditionalLogit(
    { formula: formulaOf(request), group: 'pair', cluster: 'dyad', ...(subset !== undefined && { subset }) },
    table,
  );
  const pairs: Clustered = { vcov, se: coefficients.map(({ se }) => se), clusters: [clusters], adjusted: false };
  return { names: coefficients.map(({ name }) => name), beta, pairs, n, events, logLik, converged };
}

/** A coefficient, or a sum of several, with its errors by pair and by both states. */
export interface Estimate {
  readonly value: number;
  readonly se: number;
  /** By challenger and target; undefined within pairs. */
  readonly seStates?: number;
  readonly n: number;
  readonly events: number;
}

/** @param weights of each coefficient in the sum: `{ applies: 1, placebo: −1 }` is their difference. @throws {RangeError} where the equation has no such regressor */
export function estimateOf({ names, beta, pairs, states, n, events }: Equation, weights: Readonly<Record<string, number>>): Estimate {
  const entries = Object.entries(weights).map(([name, weight]) => {
    const at = names.indexOf(name);
    if (at === -1) throw new RangeError(`the equation has no regressor ${name}`);
    return { at, weight };
  });
  const spread = ({ vcov }: Clustered): number =>
    Math.sqrt(entries.reduce((sum, a) => sum + entries.reduce((part, b) => part + a.weight * b.weight * (vcov[a.at * names.length + b.at] ?? 0), 0), 0));
  return {
    value: entries.reduce((sum, { at, weight }) => sum + weight * (beta[at] ?? 0), 0),
    se: spread(pairs),
    ...(states !== undefined && { seStates: spread(states) }),
    n,
    events,
  };
}

/** The chance of so large an estimate, either way, were the truth 0. */
export const pValue = (value: number, se: number): number => (se > 0 ? 2 * normalCdf(-Math.abs(value / se)) : 1);

/** What so many estimates come to, all of them counted. */
export interface Multiplicity {
  readonly tried: number;
  /** p below .05, and below 0 among them. */
  readonly below: number;
  readonly negative: number;
  /** Places of those that stay below .05 after Holm's steps. */
  readonly standing: readonly number[];
}

/** @param errors those the chances are reckoned by */
export function multiplicity(estimates: readonly Estimate[], errors: 'pairs' | 'states'): Multiplicity {
  const p = estimates.map(({ value, se, seStates }) => pValue(value, errors === 'pairs' ? se : (seStates ?? se)));
  const below = estimates.filter((_, at) => (p[at] ?? 1) < 0.05);
  const adjusted = holm(p);
  return {
    tried: estimates.length,
    below: below.length,
    negative: below.filter(({ value }) => value < 0).length,
    standing: estimates.flatMap((_, at) => ((adjusted[at] ?? 1) < 0.05 ? [at] : [])),
  };
}
