import type { Parameter, Parameters } from '../../../core/facts/parameters.ts';
import { jointCovariance } from '../../../core/estimate/joint-covariance.ts';
import type { Rate } from '../../../core/estimate/rate.ts';
import type { ExitFrames } from '../../../core/record/exit.ts';
import type { Table } from '../../../core/table/table.ts';
import { coefficientOf, type ClusteredFit } from '../clustered-fit.ts';
import { DECLARED, MEANINGS, REFERENCE_MEANINGS } from './declared.ts';
import { EXIT_TABLES, readExitFrames } from './frame.ts';
import { ERAS, exitFormula, pactFit, REGRESSORS, shareOf, yearlyRate, type EraId, type Where } from './fits.ts';
import { dataVersions, type EstimationContext } from '../section.ts';

/** Day of this specification: not of a run, so that the same data give the same file. */
const SPECIFIED = '2026-11-26';
const COMMAND = 'foedus fit --parameters exit -o catalog/parameters/survival.json';

/** The 95th percentile of the standard normal: ends of a 90 % range. */
const Z90 = 1.644_853_626_951_472_2;

const PACT: Where = { defense_ever: 1 };
const ERA_WHERE: Readonly<Record<EraId, Where>> = { all: {}, 'to-1945': { after_1945: 0 }, 'since-1946': { after_1945: 1 } };

/** Clauses that the text of a treaty tells: their shares are wanted of members' years too. */
const TOLD = ['conditional', 'offense', 'asymmetric'] as const;

type Entries = Record<string, Parameter>;

/** Six significant digits: far below the errors, and the same on every machine. */
const rounded = (value: number): number => Number(value.toPrecision(6));

const suffix = (era: EraId): string => (era === 'all' ? '' : `.${era}`);
const inYears = (words: string): string => `, ${words}`;

/**
 * The parameters of survival and exit, estimated from the record: baselines by kind and era, log odds by era, shares of the years in which each term
 * holds; those that no data settle as declared. Nothing in it is drawn: the same data give the same file to the last digit.
 * @throws {DataError} where a table is lacking
 */
export async function estimateExit({ store }: EstimationContext): Promise<Parameters> {
  const frames = await readExitFrames(store);
  const fits = ERAS.map(({ id, words, subset }) => ({ id, words, found: pactFit(frames.treaties, exitFormula(id), { subset }) }));
  const [all] = fits;
  const data = dataVersions(store, EXIT_TABLES).map(({ source, table, version, sha256 }) => ({ source: `${source}/${table}`, version, sha256 }));
  return {
    format: 1,
    id: 'survival',
    title: 'Survival, exit and renegotiation',
    unit: 'log odds of the yearly hazard for hazard.*, yearly rates for baseline.*, shares of years for reference.*, else as the meaning says',
    source:
      'Estimated from 280 defense pacts and their members, 1815 to 2018: ATOP 5.1 with NMC, Polity 5, interstate wars and great powers of the Correlates of War. ' +
      'Ranges are robust to dependence within treaties; names that end in .to-1945 and .since-1946 hold in those years; declared values are ours',
    made: {
      date: SPECIFIED,
      command: COMMAND,
      data,
      ...(all !== undefined && { n: all.found.fit.n, log_likelihood: rounded(all.found.fit.logLik) }),
    },
    parameters: {
      ...baselines(frames),
      ...withdrawals(frames.treaties),
      ...Object.assign({}, ...fits.map(({ id, words, found }) => hazards(id, words, found))),
      ...DECLARED.hazards,
      ...references(frames),
      ...DECLARED.rest,
    },
    covariance: covarianceOf(fits),
  };
}

const ofRate = ({ value, low, high, n, events }: Rate, meaning: string): Parameter => ({
  value: rounded(value),
  low: rounded(low),
  high: rounded(high),
  kind: 'estimated',
  meaning,
  basis: `${events} ends in ${n.toLocaleString('en-US')} years at risk (ATOP 5.1); range clustered by treaty`,
});

function baselines({ treaties, members }: ExitFrames): Entries {
  const kinds = [
    ['any', 'yearly rate at which defense pacts of any kind end', treaties, 'ended', {}],
    ['multilateral', 'yearly rate at which multilateral defense pacts end', treaties, 'ended', { multilateral: 1 }],
    ['major-minor', 'yearly rate at which bilateral defense pacts with a great power end', treaties, 'ended', { multilateral: 0, major_at_signing: 1 }],
    ['minor-minor', 'yearly rate at which bilateral defense pacts without a great power end', treaties, 'ended', { multilateral: 0, major_at_signing: 0 }],
    ['member-multilateral', 'yearly rate at which a member leaves a multilateral defense pact, with its end or alone', members, 'left', { multilateral: 1 }],
    ['member-bilateral', 'yearly rate at which a member leaves a bilateral defense pact, with its end or alone', members, 'left', { multilateral: 0 }],
    ['member-alone', 'yearly rate at which a member leaves a multilateral defense pact that goes on', members, 'left_alone', { multilateral: 1 }],
  ] as const;
  return Object.fromEntries(
    ERAS.flatMap(({ id, words }) =>
      kinds.map(([kind, meaning, table, outcome, where]): [string, Parameter] => [
        `baseline.${kind}${suffix(id)}`,
        ofRate(yearlyRate(table, outcome, { ...PACT, ...ERA_WHERE[id], ...where }, Z90), `${meaning}${inYears(words)}`),
      ]),
    ),
  );
}

/** Names as they were before eras had one. */
const WITHDRAWALS = [
  ['withdrawal-before-1946', 'to-1945', 1],
  ['no-withdrawal-before-1946', 'to-1945', 0],
  ['withdrawal-since-1946', 'since-1946', 1],
  ['no-withdrawal-since-1946', 'since-1946', 0],
] as const;

function withdrawals(treaties: Table): Entries {
  return Object.fromEntries(
    WITHDRAWALS.map(([name, era, clause]) => [
      `baseline.${name}`,
      ofRate(
        yearlyRate(treaties, 'ended', { ...PACT, ...ERA_WHERE[era], withdrawal_ever: clause }, Z90),
        `yearly rate at which defense pacts end, ${clause === 1 ? 'with' : 'without'} a right to leave in their text, ${era === 'to-1945' ? 'to 1945' : 'since 1946'}: ` +
          'describes who writes such clauses, and is not what a clause does',
      ),
    ]),
  );
}

/** Regressors that an era's equation has, with their names. */
const regressorsOf = (era: EraId): (readonly [regressor: string, term: (typeof REGRESSORS)[keyof typeof REGRESSORS]])[] =>
  Object.entries(REGRESSORS).filter(([regressor]) => era === 'all' || regressor !== 'after_1945');

function hazards(era: EraId, words: string, found: ClusteredFit): Entries {
  return Object.fromEntries(
    regressorsOf(era).map(([regressor, term]): [string, Parameter] => {
      const { estimate, se } = coefficientOf(found, regressor);
      return [
        `hazard.${term}${suffix(era)}`,
        {
          value: rounded(estimate),
          low: rounded(estimate - Z90 * se),
          high: rounded(estimate + Z90 * se),
          kind: 'estimated',
          meaning: `${MEANINGS[term]}${inYears(words)}`,
          basis: `yearly logit of ends of defense pacts, ${found.events} ends in ${found.fit.n.toLocaleString('en-US')} pact-years, a right to leave and the number of members held; standard error ${se.toFixed(2)}, clustered by treaty`,
        },
      ];
    }),
  );
}

function references({ treaties, members }: ExitFrames): Entries {
  const share = (name: string, column: string, table: Table, where: Where, meaning: string): [string, Parameter] => {
    const { value, n } = shareOf(table, column, { ...PACT, ...where });
    const at = rounded(value);
    return [name, { value: at, low: at, high: at, kind: 'estimated', meaning, basis: `counted over ${n.toLocaleString('en-US')} years (ATOP 5.1)` }];
  };
  const pacts = Object.entries(REGRESSORS).flatMap(([column, term]) =>
    term === 'capability-change' ? [] : [share(`reference.${term}`, column, treaties, {}, `share of the observed pact-years ${REFERENCE_MEANINGS[term]}`)],
  );
  const told = ERAS.filter(({ id }) => id !== 'all').flatMap(({ id, words }) =>
    (['member-multilateral', 'member-bilateral'] as const).flatMap((kind) =>
      TOLD.map((term) => {
        const where = { ...ERA_WHERE[id], multilateral: kind === 'member-multilateral' ? 1 : 0 };
        const of = kind === 'member-multilateral' ? 'multilateral' : 'bilateral';
        return share(
          `reference.${term}.${kind}.${id}`,
          term,
          members,
          where,
          `share of the years of members of ${of} defense pacts ${REFERENCE_MEANINGS[term]}${inYears(words)}`,
        );
      }),
    ),
  );
  return Object.fromEntries([...pacts, ...told]);
}

/** Joint covariance of the log odds over all three fits. */
function covarianceOf(fits: readonly { readonly id: EraId; readonly found: ClusteredFit }[]): NonNullable<Parameters['covariance']> {
  const joint = jointCovariance(fits.map(({ found }) => found));
  const all = fits.flatMap(({ id, found }) => found.coefficients.map(({ name }) => ({ id, name })));
  const terms = new Map<string, string>(Object.entries(REGRESSORS));
  const kept = all.flatMap(({ id, name }, at) => {
    const term = terms.get(name);
    return term === undefined ? [] : [{ at, name: `hazard.${term}${suffix(id)}` }];
  });
  return {
    names: kept.map(({ name }) => name),
    matrix: kept.map((a) => kept.map((b) => rounded(joint[a.at * all.length + b.at] ?? Number.NaN))),
  };
}
