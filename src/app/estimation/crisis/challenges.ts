import { binaryKernel } from '../../../core/estimate/binary.ts';
import { numbered, rowScores, sandwich } from '../../../core/estimate/clustered.ts';
import { EstimateError } from '../../../core/estimate/estimate-error.ts';
import { logLikelihood, type Likelihood } from '../../../core/estimate/likelihood.ts';
import { logit } from '../../../core/estimate/links.ts';
import { cholesky, invertCholesky } from '../../../core/math/cholesky.ts';
import { challengeColumns } from '../../../core/stages/chain.ts';
import { weightedLogit } from '../../../core/stages/weighted-logit.ts';
import { numberColumn } from '../../../core/table/table.ts';
import type { CrisisEstimate } from './fit.ts';
import type { EstimationContext, ResultTable } from '../section.ts';

/** What a challenge is made to hang on beside the status quo, to 1945 and since. */
interface Variant {
  readonly words: string;
  /** Parts of the status quo left out. */
  readonly without?: readonly string[];
  /** The two regressors whose slopes are told. */
  readonly told: (parts: Parts) => readonly [Float64Array, Float64Array];
  /** Others that are held. */
  readonly held?: (parts: Parts) => readonly Float64Array[];
  readonly peaceYears?: boolean;
}

interface Parts {
  /** r(1 − p⁰) to 1945 and since, then what promises take of r(1 − p). */
  readonly alone: readonly [Float64Array, Float64Array];
  readonly fall: readonly [Float64Array, Float64Array];
  /** 1 − p to 1945 and since. */
  readonly loses: readonly [Float64Array, Float64Array];
}

const falls = ({ fall }: Parts): readonly [Float64Array, Float64Array] => fall;
const alone = ({ alone: both }: Parts): readonly Float64Array[] => both;
const whole = (parts: Parts): readonly [Float64Array, Float64Array] => [minus(parts.alone[0], parts.fall[0]), minus(parts.alone[1], parts.fall[1])];
const minus = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, row) => value - (b[row] ?? 0));

const VARIANTS: readonly Variant[] = [
  { words: 'what promises take, as shipped', told: falls, held: alone },
  { words: '... without the years of the world wars', told: falls, held: alone, peaceYears: true },
  { words: '... nothing held of the odds without promises', told: falls },
  { words: '... nor relative strength', told: falls, without: ['relative'] },
  { words: 'r (1 − p) as a whole', told: whole },
  { words: '... relative strength left to it', told: whole, without: ['relative'] },
  { words: '... and without the years of the world wars', told: whole, without: ['relative'], peaceYears: true },
  { words: '1 − p whatever the chance of being resisted, relative strength left to it', told: ({ loses }) => loses, without: ['relative'] },
];

/**
 * The slope of challenges in what the challenger may expect, by specification: every one that was tried for it. Where a slope is of what promises
 * take, deterrence is a positive one; where it is of the odds as a whole, a positive slope means that better odds bring challenges.
 */
export function challengesTable({ data: { chain, initiation }, fit, odds }: CrisisEstimate, onProgress?: EstimationContext['onProgress']): ResultTable {
  const { challenge } = chain;
  const columns = challengeColumns(chain, fit.resist.beta, { promised: odds.promised.prevail, alone: odds.alone.prevail });
  const size = challenge.columns.length;
  const last = (at: number): Float64Array => columns[size + at] ?? new Float64Array(challenge.place.length);
  const loses = (since: boolean): Float64Array =>
    Float64Array.from(challenge.place, (place, row) => ((challenge.postwar[row] === 1) === since ? 1 - (odds.promised.prevail[place] ?? 0.5) : 0));
  const parts: Parts = { alone: [last(0), last(1)], fall: [last(2), last(3)], loses: [loses(false), loses(true)] };
  const worldWar = challenge.columns[challenge.names.indexOf('worldwar')];
  const codes = ['ccode1', 'ccode2'].map((name) => {
    const values = numberColumn(initiation, name).values;
    return Int32Array.from(challenge.place, (place) => values[chain.rows[place] ?? 0] ?? 0);
  });
  const rows = VARIANTS.map(({ words, without = [], told, held = () => [], peaceYears = false }, index) => {
    onProgress?.(index, VARIANTS.length, 'specifications of challenges');
    const left = peaceYears ? [...without, 'worldwar'] : without;
    const kept = challenge.columns.filter((_, at) => !left.includes(challenge.names[at] ?? ''));
    const used = [...kept, ...held(parts), ...told(parts)];
    const among = Int32Array.from(challenge.place.keys()).filter((row) => !peaceYears || worldWar?.[row] === 0);
    const pick = (values: ArrayLike<number>): Float64Array => Float64Array.from(among, (row) => values[row] ?? 0);
    const found = slopes(
      used.map(pick),
      Int32Array.from(pick(challenge.happened)),
      [challenge.cluster, ...codes].map((way) => [...pick(way)]),
    );
    return [words, among.length, found.events, ...found.told.flatMap(({ slope, byPair, byState }) => [slope, byPair, byState])];
  });
  return {
    id: 'challenges',
    title: 'What the challenger may expect, and challenges: slopes to 1945 and since, errors clustered by pair, and by challenger and target',
    columns: ['slope of', 'rows', 'challenges', 'to 1945', 'by pair', 'two ways', 'since 1946', 'by pair', 'two ways'],
    rows,
  };
}

interface Slope {
  readonly slope: number;
  readonly byPair: number;
  readonly byState: number;
}

/** The slopes of the last two columns, with standard errors clustered in one way and in two others. */
function slopes(columns: readonly Float64Array[], happened: Int32Array, [pairs = [], challengers = [], targets = []]: readonly (readonly number[])[]) {
  const names = columns.map((_, at) => `x${at}`);
  const { beta } = weightedLogit({ names, columns, happened });
  const likelihood: Likelihood = { rows: happened.length, kernel: binaryKernel(happened, logit), designs: [{ names, columns }], offsets: [0] };
  const factor = cholesky(
    logLikelihood(likelihood)(beta, 2).hessian.map((value) => -value),
    beta.length,
  );
  if (factor === undefined) throw new EstimateError('the specification of a challenge is not identified.');
  const bread = invertCholesky(factor, beta.length);
  const scores = rowScores(likelihood, beta);
  const byPair = sandwich(bread, scores, [numbered(pairs)]);
  const byState = sandwich(bread, scores, [numbered(challengers), numbered(targets)]);
  const round = (value: number | undefined): number => Number((value ?? Number.NaN).toFixed(2));
  return {
    events: happened.reduce((sum, one) => sum + one, 0),
    told: [beta.length - 2, beta.length - 1].map((at): Slope => ({ slope: round(beta[at]), byPair: round(byPair.se[at]), byState: round(byState.se[at]) })),
  };
}
