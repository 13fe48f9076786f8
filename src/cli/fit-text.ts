import type { FitAnswer } from '../app/fit.ts';
import { normalCdf } from '../core/math/normal.ts';
import { count, figuresTable, grouped, type Style } from './style.ts';

const decimals = (value: number | undefined): string => (value === undefined || !Number.isFinite(value) ? '-' : value.toFixed(4));

/** A fit as scholars read it: coefficients with standard errors, then what was asked for beside them. */
export function fitText(answer: FitAnswer, { bold, yellow }: Style): string {
  const { fit, bootstrap } = answer;
  const { prepared } = fit;
  const kind = [prepared.request.model, prepared.type, prepared.link]
    .filter((word, index, all) => word !== undefined && all.indexOf(word) === index)
    .join(', ');
  const left = [
    `N ${grouped(fit.n)}`,
    ...(prepared.frame.dropped > 0 ? [`${grouped(prepared.frame.dropped)} dropped for missing values`] : []),
    ...(prepared.frame.excluded > 0 ? [`${grouped(prepared.frame.excluded)} outside the subset`] : []),
  ];
  const lines = fit.coefficients.map(({ name, estimate, se }, index) => {
    const error = bootstrap?.se[index] ?? se;
    const z = estimate / error;
    return [
      name,
      decimals(estimate),
      decimals(error),
      Number.isFinite(z) ? z.toFixed(2) : '-',
      Number.isFinite(z) ? (2 * normalCdf(-Math.abs(z))).toFixed(4) : '-',
    ];
  });
  return [
    `${bold(kind)}\n${left.join(', ')}\n\n`,
    figuresTable([['coefficient', 'estimate', bootstrap === undefined ? 'se' : 'boot se', 'z', 'p'], ...lines]),
    ...prepared.fixed.map(({ name, value }) => `${name} held at ${value}\n`),
    `\nlog-likelihood ${fit.logLik.toFixed(4)}, AIC ${fit.aic.toFixed(4)}, ${fit.converged ? 'converged' : 'NOT CONVERGED'} in ${count(fit.iterations, 'step')}\n`,
    ...(bootstrap === undefined
      ? []
      : [`standard errors from ${grouped(bootstrap.draws - bootstrap.failed)} draws of a bootstrap (seed ${answer.seed}), ${bootstrap.failed} failed\n`]),
    ...fit.warnings.map((warning) => `${yellow('warning')} ${warning}\n`),
    ...answer.profiles.map(profileText),
    scenarioText(answer),
    againstText(answer),
  ].join('');
}

function profileText({ name, points, interval: [low, high], exceeded }: FitAnswer['profiles'][number]): string {
  return [
    `\nprofile of ${name}: 95 % from ${decimals(low)} to ${decimals(high)}\n`,
    figuresTable([['value', 'log-likelihood'], ...points.map(({ value, logLik }) => [decimals(value), decimals(logLik)])]),
    ...(exceeded ? ['The profile climbs above the fit: the fit is a local maximum alone.\n'] : []),
  ].join('');
}

function scenarioText({ scenarios, bootstrap }: FitAnswer): string {
  const [first] = scenarios;
  if (first === undefined) return '';
  const varied = Object.keys(first.at).filter((name) => scenarios.some(({ at }) => at[name] !== first.at[name]));
  const held = Object.entries(first.at).filter(([name]) => !varied.includes(name));
  const rows = scenarios.flatMap(({ at, predictions }) =>
    predictions.map(({ name, estimate, low, high }) => [...varied.map((one) => valueText(at[one])), name, decimals(estimate), decimals(low), decimals(high)]),
  );
  return [
    `\npredictions with 95 % intervals from ${bootstrap === undefined ? 'simulated coefficients' : 'the bootstrap'}\n`,
    ...(held.length === 0 ? [] : [`at ${held.map(([name, value]) => `${name} ${valueText(value)}`).join(', ')}\n`]),
    figuresTable([[...varied, '', 'estimate', 'low', 'high'], ...rows]),
  ].join('');
}

const valueText = (value: number | string | undefined): string => (typeof value === 'number' ? String(Number(value.toPrecision(4))) : (value ?? ''));

function againstText({ against }: FitAnswer): string {
  if (against === undefined) return '';
  const { comparison, fit } = against;
  const { vuong, clarke, n } = comparison;
  const side = (favors: 1 | 2): string => (favors === 1 ? 'the first' : 'the second');
  return [
    `\nagainst ${fit.prepared.request.model} '${fit.prepared.request.formula}': log-likelihood ${decimals(fit.logLik)}, AIC ${decimals(fit.aic)}\n`,
    `Vuong ${vuong.statistic.toFixed(3)} (p ${vuong.p.toFixed(4)}), toward ${side(vuong.favors)} model\n`,
    `Clarke ${clarke.statistic} of ${n} rows (p ${clarke.p.toFixed(4)}), toward ${side(clarke.favors)} model\n`,
  ].join('');
}
