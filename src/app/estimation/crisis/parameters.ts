import type { Parameter, Parameters } from '../../../core/facts/parameters.ts';
import { quantile } from '../../../core/math/quantile.ts';
import { truncatedQuantile } from '../../../core/math/truncated-normal.ts';
import { CHALLENGE_WINS } from '../../../core/stages/chain.ts';
import { drawnCovariance } from '../../../core/stages/chain-bootstrap.ts';
import { ERAS, type Escalation } from '../../../core/stages/chain-data.ts';
import { DECLARED, MEANINGS } from './declared.ts';
import { drawsOf, errorOf, estimateChain, estimateOf, type CrisisEstimate } from './fit.ts';
import { INITIATION_TABLES } from '../deterrence/initiation-frame.ts';
import { dataVersions, type EstimationContext } from '../section.ts';

/** Day of this specification: not of a run, so that the same data give the same file. */
const SPECIFIED = '2026-11-26';
const COMMAND = 'foedus fit --parameters crisis -o catalog/parameters/crisis.json';

/** The 95th percentile of the standard normal: ends of a 90 % range. */
const Z90 = 1.644_853_626_951_472_2;

/** Standard deviation of the prior of v_C since 1946, about 0. */
const PRIOR = 1;
const [, SINCE_1946] = CHALLENGE_WINS;

/** Six significant digits: far below the errors, and the same on every machine. */
const rounded = (value: number): number => Number(value.toPrecision(6));

/**
 * The parameters of the crisis game, estimated from the record by statistical backward induction, with their joint covariance over draws; those that no
 * data settle as declared.
 * @throws {DataError} where a table is lacking
 */
export async function estimateCrisis(context: EstimationContext): Promise<Parameters> {
  return crisisParameters(await estimateChain(context), context);
}

type Rows = { readonly happened: Int32Array };
type Side = { readonly joined: Int32Array };
type Stage = { readonly logLik: number };

/** What of an estimate the file tells. */
interface Estimated extends Pick<CrisisEstimate, 'names' | 'values' | 'draws'> {
  readonly data: {
    readonly chain: {
      readonly join: { readonly sides: Readonly<Record<'target' | 'challenger', Side>> };
      readonly resist: Rows;
      readonly challenge: Rows;
      readonly escalation: Pick<Escalation, 'era' | 'war'>;
    };
  };
  readonly fit: Readonly<Record<'join' | 'resist' | 'challenge', Stage>>;
}

interface Told extends Pick<EstimationContext, 'seed' | 'draws'> {
  readonly store: Pick<EstimationContext['store'], 'entry'>;
}

/** The file of parameters that an estimate makes. */
export function crisisParameters(found: Estimated, { store, seed, draws }: Told): Parameters {
  const { data, fit } = found;
  const joint = Object.keys(MEANINGS);
  const matrix = drawnCovariance(
    found.draws.values,
    joint.map((name) => found.names.indexOf(name)),
  );
  const versions = dataVersions(store, INITIATION_TABLES).map(({ source, table, version, sha256 }) => ({ source: `${source}/${table}`, version, sha256 }));
  return {
    format: 1,
    id: 'crisis',
    title: 'Crisis parameters',
    unit: 'logits, λ = 1, unless a meaning says otherwise',
    source:
      'Estimated from the disputes of 1816 to 2010 by statistical backward induction: GML 2.2.1, COW wars 4.0, ATOP 5.1 by its conditions, NMC, COW contiguity and great powers, ' +
      'CShapes distances, rivalries, V-Dem. Ranges are 90 % over draws of disputes and pairs of states; declared values are ours',
    made: {
      date: SPECIFIED,
      command: seed === 1 && draws === 200 ? COMMAND : `${COMMAND} --seed ${seed} --boot ${draws}`,
      data: versions,
      n: data.chain.challenge.happened.length,
      log_likelihood: rounded(fit.join.logLik + fit.resist.logLik + fit.challenge.logLik),
    },
    parameters: {
      ...Object.fromEntries(joint.map((name) => [name, estimated(found, name)])),
      ...DECLARED.join,
      [SINCE_1946]: sinceWar(found),
      ...Object.fromEntries(ERAS.map(({ id }) => [`escalation.${id}`, escalation(found, id)])),
      ...DECLARED.rest,
    },
    covariance: { names: joint, matrix: joint.map((_, i) => joint.map((__, j) => rounded(matrix[i * joint.length + j] ?? Number.NaN))) },
  };
}

/** What stage an estimate is of. */
function basisOf({ data: { chain } }: Estimated, name: string): string {
  const events = (happened: Int32Array): string => happened.reduce((sum, one) => sum + one, 0).toLocaleString('en-US');
  const rows = (happened: Int32Array): string => happened.length.toLocaleString('en-US');
  const { target, challenger } = chain.join.sides;
  if (name === 'join.challenger-side') return `${events(challenger.joined)} joins of the challenger's side in ${rows(challenger.joined)} state-disputes`;
  if (name.startsWith('join.'))
    return `${events(target.joined)} joins of the target's side in ${rows(target.joined)} state-disputes, logit at the fixed point of expectations`;
  if (name.startsWith('resist.')) return `${events(chain.resist.happened)} of ${rows(chain.resist.happened)} challenges resisted, logit`;
  return `${events(chain.challenge.happened)} challenges in ${rows(chain.challenge.happened)} politically relevant directed dyad-years, logit`;
}

function estimated(found: Estimated, name: string): Parameter {
  const [value, se] = [estimateOf(found, name), errorOf(found, name)];
  const meaning = MEANINGS[name] ?? name;
  const basis = `${basisOf(found, name)}; standard error ${se.toFixed(2)} over ${found.draws.values.length} draws`;
  return { value: rounded(value), low: rounded(value - Z90 * se), high: rounded(value + Z90 * se), kind: 'estimated', meaning, basis };
}

/**
 * The record since 1946 tells little of v_C: what is drawn is mostly the prior, about 0. The value is its median where it is not negative, as no
 * challenger is drawn by what defeats it; the range takes in what the record does not rule out.
 */
function sinceWar(found: Estimated): Parameter {
  const [estimate, error] = [estimateOf(found, SINCE_1946), errorOf(found, SINCE_1946)];
  const weight = PRIOR ** 2 / (PRIOR ** 2 + error ** 2);
  const [mean, sd] = [weight * estimate, Math.sqrt(weight) * error];
  return {
    value: rounded(truncatedQuantile(mean, sd, 0, 0.5)),
    low: rounded(mean - Z90 * sd),
    high: rounded(mean + Z90 * sd),
    kind: 'declared',
    meaning: 'v_C since 1946',
    basis:
      `the record shows no deterrent effect of promises since 1946, and none against it: the estimate is ${estimate.toFixed(1)}, standard error ${error.toFixed(1)} (${basisOf(found, SINCE_1946)}); ` +
      `range after a prior about 0 with standard deviation ${PRIOR}, value its median above 0, below which being defeated would draw challenges`,
  };
}

function escalation(found: Estimated, era: string): Parameter {
  const { chain } = found.data;
  const name = `escalation.${era}`;
  const place = ERAS.findIndex(({ id }) => id === era);
  let [resisted, wars] = [0, 0];
  chain.escalation.era.forEach((one, row) => {
    if (one !== place) return;
    resisted++;
    wars += chain.escalation.war[row] ?? 0;
  });
  const sorted = drawsOf(found, name);
  const value = rounded(estimateOf(found, name));
  return {
    value,
    low: Math.min(value, rounded(quantile(sorted, 0.05))),
    high: Math.max(value, rounded(quantile(sorted, 0.95))),
    kind: 'estimated',
    meaning: `ω: chance that a resisted challenge becomes war, ${era}`,
    basis: `${wars} interstate wars (COW) of ${resisted} disputes that a target resisted (GML)`,
  };
}
