import type { DecadesAnswer } from '../core/explore/decades/answer.ts';
import type { Replay } from '../app/decades/log.ts';
import type { Coverage } from '../core/explore/decades/coverage.ts';
import type { Fan, FanPoint } from '../core/explore/decades/fans.ts';
import { SERIES_MEANING } from '../core/explore/decades/types.ts';
import { count, figuresTable, wrap, type Style } from './style.ts';

const figure = (value: number): string => (Math.abs(value) >= 100 || Number.isInteger(value) ? String(Math.round(value)) : value.toFixed(1));
const range = ({ median, ninety: [low, high] }: FanPoint): string => `${figure(median)} [${figure(low)}, ${figure(high)}]`;

/** A few years of a fan, the last among them. */
function some(points: readonly FanPoint[]): readonly FanPoint[] {
  const wanted = new Set([0, Math.floor((points.length - 1) / 2), points.length - 1]);
  return points.filter((_, at) => wanted.has(at));
}

function fanTable(fans: readonly Fan[], style: Style): string {
  const years = some(fans[0]?.points ?? []).map(({ year }) => String(year));
  return figuresTable([['', ...years].map((cell) => style.bold(cell)), ...fans.map(({ series, points }) => [series, ...some(points).map(range)])]);
}

/** A run of decades: fans, then stories. */
export function decadesText(found: DecadesAnswer, style: Style, most: number): string {
  const { from, years, worlds, asked, seed, scenarios, injects, audit } = found;
  const hand = [...scenarios, ...(injects > 0 ? [count(injects, 'inject')] : [])];
  const title = `${from} to ${from + years - 1}: ${count(worlds, 'world')}, ${count(found.states, 'state')}, ${count(found.treaties.pacts, 'pact')} of defense at the start${hand.length === 0 ? '' : `; ${hand.join(', ')}`}`;
  const told = found.sums.map(({ series, points }) => ({ series, points }));
  return [
    style.bold(title),
    ...(worlds < asked ? [wrap(`Stopped after ${worlds} of ${asked} worlds: what follows is of those.`, 0)] : []),
    '',
    fanTable(found.fans, style),
    '',
    style.bold('Sums since the start'),
    fanTable(told, style),
    '',
    wrap(`Median and 90 % range over worlds. ${found.fans.map(({ series }) => `${series}: ${SERIES_MEANING[series]}`).join('; ')}.`, 0),
    '',
    ...found.chronicles.flatMap(({ world, wrong, lines }) => [
      style.bold(`World ${world}: what went wrong weighs ${figure(wrong)}`),
      ...lines.slice(0, most).map(({ year, text, why }) => wrap(`${year}  ${text}${why === '' ? '' : ` (${why})`}`, 6).trimStart()),
      ...(lines.length > most ? [`      ... ${lines.length - most} lines more with --lines ${lines.length}`] : []),
      '',
    ]),
    auditText(audit),
    wrap(`${found.method}. Seed ${seed}. ${found.basis.join(' ')}`, 0),
    wrap(`Simplified: ${found.simplified.join(' ')}`, 0),
    `Hash of the worlds: ${found.hash}`,
    '',
  ].join('\n');
}

function auditText({ treatyYears, memberYears, joined, left, ended, faults }: DecadesAnswer['audit']): string {
  const n = (value: number): string => value.toLocaleString('en-US');
  return wrap(
    `Audit: ${n(memberYears)} member-years in ${n(treatyYears)} treaty-years; ${n(joined)} joined or founded, ${n(left)} left, ${n(ended)} were members when a treaty ended. ` +
      (faults.length === 0
        ? 'At the start + joined - left - ended = at the end, in every treaty and year.'
        : `${n(faults.length)} treaty-years do not add up: ${faults
            .slice(0, 3)
            .map(({ world, treaty, year }) => `world ${world}, ${treaty} ${year}`)
            .join('; ')}.`),
    0,
  );
}

export function replayText({ file, worlds, same, first, foedus }: Replay): string {
  return same
    ? `${file}: ${count(worlds, 'world')} replayed, the same bytes.\n`
    : `${file}: world ${first ?? 0} differs; the log was written by foedus ${foedus}.\n`;
}

/** How far the fans hold what happened. */
export function coverageText(found: readonly Coverage[], { from, worlds }: { readonly from: number; readonly worlds: number }, style: Style): string {
  const share = (value: number): string => value.toFixed(2);
  const rows = found.map(({ series, of, years, half, ninety, happened, expected, last }) => [
    of === 'sum' ? `${series}, summed` : series,
    String(years),
    share(half),
    share(ninety),
    figure(happened),
    figure(expected),
    figure(last.happened),
    `${figure(last.median)} [${figure(last.low)}, ${figure(last.high)}]`,
  ]);
  return [
    style.bold(`From ${from}: what happened against ${count(worlds, 'world')}`),
    '',
    figuresTable([['', 'years', '50 % holds', '90 % holds', 'mean', 'expected', 'at the end', 'worlds'].map((cell) => style.bold(cell)), ...rows]),
    '',
    wrap(
      'Share of the years in which what happened lies within the 50 % and 90 % range of the worlds; nominal are .50 and .90. Years of one history depend on each other, sums most of all: a share far from nominal is told, not tuned away.',
      0,
    ),
    '',
  ].join('\n');
}
