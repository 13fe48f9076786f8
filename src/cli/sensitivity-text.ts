import type { SensitivityFound } from '../app/sensitivity.ts';
import type { Interval } from '../core/assess/assessment.ts';
import { STATE_ANSWERS, WHOLE_ANSWERS } from '../core/assess/answers.ts';
import type { InputGroup } from '../core/explore/sensitivity/assessment-design.ts';
import type { Shares } from '../core/explore/sensitivity/sensitivity.ts';
import { formatDate } from '../core/states/dates.ts';
import { chance } from './chance.ts';
import { count, table, wrap, type Style } from './style.ts';

/** Assumptions shown where not all are asked for, beside those always shown. */
const SHOWN = 10;

/** What an answer hangs on, as text: the tornado, the indices, then where it turns. */
export function sensitivityText(found: SensitivityFound, style: Style, all: boolean): string {
  const { treaty, against, date, of, unit, central, contingencies } = found;
  const asked = contingencies.length === 1 ? (contingencies[0] ?? '') : count(contingencies.length, 'contingency', 'contingencies');
  return [
    style.bold(
      `${of} of ${treaty}${against === undefined ? '' : ` less ${against}`}, ${formatDate(date)}, ${asked}: ${chance(central)}${unit === '% of GDP' ? ' % of GDP a year' : unit === 'a year' ? ' a year' : ''}`,
    ),
    wrap(`${titleOf(of)}.`, 0),
    '',
    tornadoText(found, style, all),
    ...(found.sobol === undefined ? [] : [sobolText(found.sobol, style, all)]),
    turnsText(found, style),
    wrap(`${found.method}. Seed ${found.seed}.${found.converged ? '' : ' Not every game converged.'}`, 0),
    '',
  ].join('\n');
}

function titleOf(of: string): string {
  const [kind = '', state] = of.split(':');
  if (state !== undefined && (kind === 'net' || kind === 'honors')) return `${state}: ${STATE_ANSWERS[kind]}`;
  return Object.entries(WHOLE_ANSWERS).find(([id]) => id === of)?.[1] ?? of;
}

/** The first few, and those that are always shown. */
function shownOf<T extends { readonly always: boolean }>(rows: readonly T[], all: boolean): readonly T[] {
  return all ? rows : rows.filter(({ always }, i) => always || i < SHOWN);
}

function tornadoText({ tornado }: SensitivityFound, style: Style, all: boolean): string {
  const shown = shownOf(tornado, all);
  const rows = shown.map(({ id, kind, value, low, high, at, swing }) => [
    id,
    kind,
    `${short(value)} [${short(low)}, ${short(high)}]`,
    swing < 1e-12 ? 'nothing' : `${chance(at.low)} to ${chance(at.high)}`,
  ]);
  const left = tornado.length - shown.length;
  return `${style.bold('One at a time')}\n${table([['assumption', 'kind', 'value', 'the answer'], ...rows])}${left === 0 ? '' : `${left} more with --all.\n`}`;
}

const short = (value: number): string => String(Number(value.toPrecision(3)));

function sobolText(sobol: Shares, style: Style, all: boolean): string {
  const range = ({ value, low, high }: Interval): string => `${value.toFixed(2)} [${(low ?? value).toFixed(2)}, ${(high ?? value).toFixed(2)}]`;
  const title = ({ id, names }: InputGroup): string => (names.length > 1 ? `${id} (${names.length} together)` : id);
  const rows = shownOf(sobol.groups, all).map((group) => [title(group), range(group.first), range(group.total)]);
  return `${style.bold('Shares of the variance')}\n${table([['inputs', 'alone', 'with all it meets'], ...rows])}${wrap(
    `Over the draws the answer is ${chance(sobol.mean)} with standard deviation ${chance(sobol.sd)}; ${sobol.together.toFixed(2)} of the variance is made by inputs together. ${sobol.rows} rows, ${sobol.evaluations} runs.`,
    0,
  )}\n`;
}

function turnsText({ sentences }: SensitivityFound, style: Style): string {
  return `${style.bold('Where it turns')}\n${sentences.map((sentence) => wrap(sentence, 0)).join('\n')}\n`;
}
