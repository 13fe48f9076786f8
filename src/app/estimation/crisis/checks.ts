import { logistic } from '../../../core/math/logistic.ts';
import { CHALLENGE_WINS, fitChain, RESIST_WIN, type ChainFit } from '../../../core/stages/chain.ts';
import { correlatedOffsets } from '../../../core/stages/correlated.ts';
import { expectedAt, fitJoin, joinIndex, type JoinSide } from '../../../core/stages/join-stage.ts';
import { COMPANY_NAME, GAIN_NAME, JOIN_NAMES, JOIN_PARAMETERS, PROMISE_NAMES } from '../../../core/stages/join-terms.ts';
import { predictPromised } from '../../../core/stages/pair-odds.ts';
import { indexOf, weightedLogit } from '../../../core/stages/weighted-logit.ts';
import { numberColumn } from '../../../core/table/table.ts';
import { estimateOf, type CrisisEstimate } from './fit.ts';
import type { EstimationContext, ResultTable } from '../section.ts';

const round = (value: number): number => Number(value.toFixed(3));
const NAMES = JOIN_PARAMETERS;

/** The reduced form, the estimates, and one more round of expectations. */
export function stepsTable({ data: { chain }, fit: { join } }: CrisisEstimate): ResultTable {
  const { gains, company } = expectedAt(chain.join, join.second, join);
  const { target } = chain.join.sides;
  const third = weightedLogit({ names: NAMES, columns: [...target.columns, gains.target, company.target], happened: target.joined }, join.second.beta);
  return {
    id: 'steps',
    title: 'Joining at once: nobody else, the others as expected, and one round more',
    columns: ['parameter', 'reduced form', 'estimate', 'one round more'],
    rows: NAMES.map((name, at) => [name, ...[join.first, join.second, third].map(({ beta }) => round(beta[at] ?? Number.NaN))]),
  };
}

/** Slopes of joining the target's side beside those that joining the challenger's would have by itself. */
export function sidesTable({ data: { chain }, fit: { join } }: CrisisEstimate): ResultTable {
  const alone = (name: 'target' | 'challenger') => {
    const side: JoinSide = chain.join.sides[name];
    return weightedLogit({ names: NAMES, columns: [...side.columns, join.gains[name], join.company[name]], happened: side.joined }, join.second.beta);
  };
  const sides = [alone('target'), alone('challenger')];
  return {
    id: 'sides',
    title: "Joining the target's side, and the challenger's with slopes of its own",
    columns: ['parameter', 'target', 'challenger'],
    rows: [
      ...NAMES.map((name, at) => [name, ...sides.map(({ beta }) => round(beta[at] ?? Number.NaN))]),
      ['log-likelihood', ...sides.map(({ logLik }) => round(logLik))],
    ],
  };
}

const SHARED = ['join.intercept', 'join.post-1945'];

/** Joining before 1946 and since. */
export function erasTable({ data, fit: { join } }: CrisisEstimate): ResultTable {
  const { chain, joining } = data;
  const [numbers, years] = ['dispnum', 'year'].map((name) => numberColumn(joining.table, name).values);
  const yearOf = new Map(Array.from(numbers ?? [], (number, row) => [number, years?.[row] ?? 0]));
  const within = (from: number, to: number) => {
    const weights = Float64Array.from(chain.join.disputes, (number) => {
      const year = yearOf.get(number) ?? 0;
      return year >= from && year <= to ? 1 : 0;
    });
    return fitJoin(chain.join, join, weights);
  };
  const eras = [within(0, 1945), within(1946, 9999)];
  return {
    id: 'eras',
    title: 'Joining to 1945 and since 1946',
    columns: ['parameter', 'to 1945', 'since 1946'],
    // Within an era the constant and the era's own cannot be told apart.
    rows: NAMES.filter((name) => !SHARED.includes(name)).map((name) => [
      name,
      ...eras.map(({ second }) => round(second.beta[NAMES.indexOf(name)] ?? Number.NaN)),
    ]),
  };
}

const KAPPAS = [0.36, 0.68, 1] as const;

/** What states that owed help would do at war with their promise and without, as more or less of its price is the promise. */
export function kappaTable({ data: { chain }, fit: { join } }: CrisisEstimate): ResultTable {
  const { target } = chain.join.sides;
  const [war, owed] = ['join.war', 'join.promise'].map((name) => JOIN_NAMES.indexOf(name));
  const { target: eta } = joinIndex(chain.join.sides, join.second, join);
  const price = indexOf(target.columns, join.second.beta.map((value, at) => (PROMISE_NAMES.includes(NAMES[at] ?? '') ? value : 0)).slice(0, JOIN_NAMES.length));
  const rows = Array.from(eta.keys()).filter((row) => target.columns[war ?? 0]?.[row] === 1 && target.columns[owed ?? 0]?.[row] === 1);
  const mean = (value: (row: number) => number): number => rows.reduce((sum, row) => sum + value(row), 0) / rows.length;
  return {
    id: 'kappa',
    title: `How much of the price is the promise: ${rows.length} states that owed help when it came to war`,
    columns: ['κ', 'price of the promise', 'chance of joining', '... without the promise', 'explained by it'],
    rows: KAPPAS.map((kappa) => {
      const joins = mean((row) => logistic(eta[row] ?? 0));
      const without = mean((row) => logistic((eta[row] ?? 0) - kappa * (price[row] ?? 0)));
      return [kappa, round(kappa * mean((row) => price[row] ?? 0)), round(joins), round(without), round(joins - without)];
    }),
  };
}

const CORRELATIONS = [-0.5, -0.25, 0.25, 0.5] as const;

/** What becomes of the estimates where errors of joining and resisting are correlated with the challenger's. */
export function correlationTable(found: CrisisEstimate, onProgress?: EstimationContext['onProgress']): ResultTable {
  const { data, fit, odds, names } = found;
  const { chain, pairs, initiation } = data;
  const known = { promised: odds.promised.prevail, alone: odds.alone.prevail };
  const shown = ['join.promise', GAIN_NAME, COMPANY_NAME, 'join.war', 'resist.intercept', RESIST_WIN, ...CHALLENGE_WINS];
  const at = (one: ChainFit): readonly number[] => [
    ...shown.slice(0, 4).map((name) => one.join.second.beta[NAMES.indexOf(name)] ?? Number.NaN),
    one.resist.beta[0] ?? Number.NaN,
    one.resist.beta[chain.resist.names.length] ?? Number.NaN,
    ...one.challenge.beta.slice(-2),
  ];
  const correlated = CORRELATIONS.map((correlation, index): readonly [number, readonly number[]] => {
    onProgress?.(index, CORRELATIONS.length, 'correlations of the errors');
    const offsets = correlatedOffsets(chain, fit, known, correlation);
    const moved = fitChain(
      chain,
      (join) => {
        const { promised, alone } = predictPromised(pairs, initiation, chain.rows, join, false);
        return { promised: promised.prevail, alone: alone.prevail };
      },
      { start: fit, offsets },
    );
    return [correlation, at(moved)];
  });
  const independent = [0, shown.map((name) => estimateOf({ names, values: found.values }, name))] as const;
  return {
    id: 'correlations',
    title: "Errors of joining and resisting correlated with the challenger's",
    columns: ['correlation', ...shown],
    rows: [...correlated, independent].toSorted(([a], [b]) => a - b).map(([correlation, values]) => [correlation, ...values.map(round)]),
  };
}
