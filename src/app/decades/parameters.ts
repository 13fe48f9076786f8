import type { Parameter, Parameters } from '../../core/facts/parameters.ts';
import { createRng } from '../../core/math/rng.ts';
import { challengeColumns } from '../../core/stages/chain.ts';
import { numberColumn, type Table } from '../../core/table/table.ts';
import { EXIT_TABLES } from '../estimation/exit/frame.ts';
import { fitWhole } from '../estimation/crisis/fit.ts';
import { readCrisisData } from '../estimation/crisis/data.ts';
import { INITIATION_TABLES } from '../estimation/deterrence/initiation-frame.ts';
import { dataVersions, type EstimationContext } from '../estimation/section.ts';
import { loadFacts } from '../load-catalog.ts';
import { clusteredLogit } from './logit.ts';
import { DECADES_DECLARED } from './declared.ts';
import { recordOfPacts, recordOfPower, recordOfRegimes, recordOfRivalries, type Estimate, type Ties } from './record-rates.ts';

/** Day of this specification: not of a run, so that the same data give the same file. */
const SPECIFIED = '2026-11-26';
const COMMAND = 'foedus fit --parameters decades -o catalog/parameters/decades.json';
/** The 95th percentile of the standard normal: ends of a 90 % range. */
const Z90 = 1.644_853_626_951_472_2;
const rounded = (value: number): number => Number(value.toPrecision(6));

/** Regressors of a yearly challenge that a simulated world keeps up to date, by the names of the initiation frame. */
export const STATUS_QUO = [
  ['land', 'land', 'where they share a land border'],
  ['near', 'contiguous', 'where they touch by land or by up to 400 miles of water'],
  ['distance', 'lnkm', 'by ln(1 + km between their lands)'],
  ['power', 'lncinc1', "by ln(challenger's share of the world's power + 1e-5)"],
  ['target-power', 'lncinc2', "by ln(target's share + 1e-5)"],
  ['odds', 'relative', "by the challenger's chance to win alone against the target alone"],
  ['major', 'major1', 'where the challenger is a great power'],
  ['major-target', 'major2', 'where the target is'],
  ['rivalry', 'rivalry', 'between strategic rivals'],
  ['pact', 'pact', 'where one has promised the other defense'],
  ['lesser-pact', 'pact_other', 'where one has promised the other nonaggression, neutrality or consultation'],
  ['past', 'past', 'by ln(1 + disputes begun between the two, each halved every ten years)'],
  ['activity', 'activity1', "by ln(1 + the challenger's with anybody, each halved every five years)"],
  ['target-activity', 'activity2', "by ln(1 + the target's)"],
] as const;

const ERAS = [
  { id: 'to-1945', first: 1816, last: 1945, words: '1816 to 1945, years of the world wars left out' },
  { id: 'since-1946', first: 1946, last: 2010, words: '1946 to 2010' },
  { id: '1946-1989', first: 1946, last: 1989, words: '1946 to 1989, for checks that start in 1990' },
] as const;

/** v_C as the catalog ships it: what promises take of the odds is held at it, so that it is not counted twice. */
const WORTH = { before: 'challenge.win-before-1946', since: 'challenge.win-since-1946' } as const;

/**
 * What the decades ahead run on beside the parameters of crises, survival and spending: the yearly hazard of a challenge, how rivalries begin and
 * end, regimes change, power moves, pacts are made and joined; and what no data settle, as declared.
 * @throws {DataError} where a table is lacking
 */
export async function estimateDecades(context: EstimationContext): Promise<Parameters> {
  const { store } = context;
  const data = await readCrisisData(context);
  const { fit, odds } = fitWhole(data);
  const { chain, initiation } = data;
  const columns = challengeColumns(chain, fit.resist.beta, { promised: odds.promised.prevail, alone: odds.alone.prevail });
  const shipped = loadFacts().parameters.find(({ id }) => id === 'crisis')?.parameters;
  const [before, since] = [shipped?.[WORTH.before]?.value, shipped?.[WORTH.since]?.value];
  if (before === undefined || since === undefined) throw new RangeError('the catalog lacks the parameters of crises');
  const [fallBefore, fallSince] = columns.slice(-2);
  const offset = Float64Array.from(chain.challenge.place, (_, row) => before * (fallBefore?.[row] ?? 0) + since * (fallSince?.[row] ?? 0));
  const rows = Int32Array.from(chain.challenge.place, (place) => chain.rows[place] ?? 0);
  const hazards = ERAS.map((era) => hazardOf(initiation, rows, chain.challenge.happened, chain.challenge.cluster, offset, era));
  const pairs: Ties = { initiation, states: data.pairs.states };
  const estimates: Readonly<Record<string, Estimate>> = {
    ...Object.assign({}, ...hazards.map(({ entries }) => entries)),
    ...recordOfRivalries(pairs),
    ...(await recordOfRegimes(context)),
    ...(await recordOfPower(context)),
    ...(await recordOfPacts(context, pairs, createRng(1, 'decades', 'controls'))),
  };
  const tables = [...new Map([...INITIATION_TABLES, ...EXIT_TABLES].map((one) => [one.join('/'), one])).values()];
  return {
    format: 1,
    id: 'decades',
    title: 'Decades ahead',
    unit: 'log odds a year for challenge.*, rivalry.begin-* and formation.pair-*, yearly rates elsewhere unless a meaning says otherwise',
    source:
      'Estimated from the record of 1816 to 2010 (GML 2.2.1, ATOP 5.1, NMC, COW contiguity, states, great powers and wars, CShapes distances, rivalries, Polity 5); declared values are ours',
    made: {
      date: SPECIFIED,
      command: COMMAND,
      data: dataVersions(store, tables).map(({ source, table, version, sha256 }) => ({ source: `${source}/${table}`, version, sha256 })),
      n: hazards[1]?.n ?? 0,
      log_likelihood: rounded(hazards[1]?.logLik ?? 0),
    },
    parameters: { ...Object.fromEntries(Object.entries(estimates).map(([name, one]) => [name, estimated(one)])), ...DECADES_DECLARED },
    covariance: blockDiagonal(hazards.map(({ names, vcov }) => ({ names, vcov }))),
  };
}

function estimated({ value, se, low, high, meaning, basis }: Estimate): Parameter {
  const ends = se === undefined ? { low: low ?? value, high: high ?? value } : { low: value - Z90 * se, high: value + Z90 * se };
  return { value: rounded(value), low: rounded(Math.min(value, ends.low)), high: rounded(Math.max(value, ends.high)), kind: 'estimated', meaning, basis };
}

interface Hazard {
  readonly names: readonly string[];
  readonly vcov: Float64Array;
  readonly entries: Readonly<Record<string, Estimate>>;
  readonly n: number;
  readonly logLik: number;
}

function hazardOf(
  initiation: Table,
  all: Int32Array,
  happenedAll: Int32Array,
  clusters: Int32Array,
  offsetAll: Float64Array,
  era: (typeof ERAS)[number],
): Hazard {
  const [year, worldwar] = ['year', 'worldwar'].map((name) => numberColumn(initiation, name).values);
  const among = Int32Array.from(all.keys()).filter((at) => {
    const row = all[at] ?? 0;
    const when = year?.[row] ?? 0;
    return when >= era.first && when <= era.last && worldwar?.[row] !== 1;
  });
  const columns = [
    new Float64Array(among.length).fill(1),
    ...STATUS_QUO.map(([, column]) => {
      const { values } = numberColumn(initiation, column);
      return Float64Array.from(among, (at) => values[all[at] ?? 0] ?? 0);
    }),
  ];
  const offset = Float64Array.from(among, (at) => offsetAll[at] ?? 0);
  const happened = Int32Array.from(among, (at) => happenedAll[at] ?? 0);
  const late = era.id === 'since-1946' ? [Float64Array.from(among, (at) => ((year?.[all[at] ?? 0] ?? 0) >= 1990 ? 1 : 0))] : [];
  const names = ['constant', ...STATUS_QUO.map(([name]) => name), ...late.map(() => 'since-1990')];
  const {
    beta,
    logLik,
    vcov,
    se,
    clusters: found,
  } = clusteredLogit(
    { names, columns: [...columns, ...late], happened, offset },
    Int32Array.from(among, (at) => clusters[at] ?? 0),
  );
  const events = happened.reduce((sum, one) => sum + one, 0);
  const basis = `logit of ${events.toLocaleString('en-US')} challenges in ${happened.length.toLocaleString('en-US')} politically relevant directed dyad-years, ${era.words}; what promises take of the challenger's odds held at the shipped ${WORTH.since} and ${WORTH.before}; errors clustered by ${found.toLocaleString('en-US')} pairs`;
  const meanings = ['log odds of a challenge in a year, constant', ...STATUS_QUO.map(([, , words]) => `added ${words}`), 'added since 1990'];
  const full = names.map((name) => `challenge.${name}.${era.id}`);
  return {
    names: full,
    vcov,
    n: happened.length,
    logLik,
    entries: Object.fromEntries(full.map((name, at) => [name, { value: beta[at] ?? 0, se: se[at] ?? 0, meaning: meanings[at] ?? '', basis }])),
  };
}

function blockDiagonal(blocks: readonly { readonly names: readonly string[]; readonly vcov: Float64Array }[]): NonNullable<Parameters['covariance']> {
  const names = blocks.flatMap((block) => block.names);
  const matrix = names.map(() => names.map(() => 0));
  let at = 0;
  for (const { names: own, vcov } of blocks) {
    own.forEach((_, i) => own.forEach((__, j) => ((matrix[at + i] ?? [])[at + j] = rounded(vcov[i * own.length + j] ?? 0))));
    at += own.length;
  }
  return { names, matrix };
}
