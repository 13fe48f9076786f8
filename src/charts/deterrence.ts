import type { Interval, WithWithout } from '../core/assess/assessment.ts';
import { interval, line, opens, words, type Chart, type ChartTable, type Hit, type Key } from './chart.ts';
import { percent, percentRange, points } from './numbers.ts';
import { linear, ticksTo } from './scale.ts';
import type { Element } from './svg.ts';

/** Chances with the treaty and without: challenge, war, and war once challenged. */
export interface DeterrenceFigure {
  readonly challenge: WithWithout;
  readonly war: WithWithout;
  readonly warGivenChallenge: WithWithout;
}

export const DETERRENCE_KEY: readonly Key[] = [
  { mark: 'ring', text: 'without' },
  { mark: 'dot', text: 'with the treaty' },
  { mark: 'half', text: '50%' },
  { mark: 'whole', text: '90% of draws' },
];

const ROWS = [
  { name: 'challenge', title: 'Challenge', under: 'in a year' },
  { name: 'war', title: 'War', under: 'in a year' },
  { name: 'warGivenChallenge', title: 'War, given a challenge', under: 'share of challenges' },
] as const;

const highest = ({ with: a, without: b }: WithWithout): number => Math.max(a.value, a.high ?? 0, b.value, b.high ?? 0);

/** Paired dot-intervals, hollow without and solid with; all three rows always. */
export function deterrenceChart(data: DeterrenceFigure, width: number): Chart {
  const narrow = width < 430;
  const name = narrow ? 0 : 132;
  const right = narrow ? width - 8 : width - 132;
  const left = narrow ? 8 : name + 8;
  const drawing: Element[] = [];
  const hits: Hit[] = [];
  let y = 0;
  // Challenge and war share an axis where both can be read on it.
  const together = highest(data.war) * 6 > highest(data.challenge);
  ROWS.forEach(({ name: key, title, under }, row) => {
    const { with: held, without, difference } = data[key];
    const most = row < 2 && together ? Math.max(highest(data.challenge), highest(data.war)) : highest(data[key]);
    const ticks = ticksTo(100 * most, 2);
    const top = ticks.at(-1) ?? 1;
    const at = linear([0, top / 100], [left, right]);
    const axisHere = !(row === 0 && together);
    if (row > 0) drawing.push(line(0, y, width, y, 'grid'));
    y += 8;
    if (narrow) drawing.push(words(0, y + 14, title, 'name'), words(roomBeside(title), y + 14, under, ''));
    else
      drawing.push(...titleLines(title).map((one, i) => words(0, y + 18 + 18 * i, one, 'name')), words(0, y + 18 + 18 * titleLines(title).length, under, ''));
    const strip = y + (narrow ? 22 : 0);
    drawing.push(...ticks.map((tick) => line(at(tick / 100), strip, at(tick / 100), strip + 54, 'grid')));
    drawing.push(...interval(at, strip + 15, without, 'ring'), ...interval(at, strip + 38, held, 'dot'));
    const numbers: readonly (readonly [string, string, string, Interval])[] = [
      ['without', percent(without.value), `${key}.without`, without],
      ['with', percent(held.value), `${key}.with`, held],
      ['change', points(difference.value), `${key}.difference`, difference],
    ];
    numbers.forEach(([label, text, why], i) => {
      const x = narrow ? ([0, width / 2, width][i] ?? 0) : width;
      const anchor = narrow ? ((['start', 'middle', 'end'] as const)[i] ?? 'start') : 'end';
      const base = narrow ? strip + 92 : strip + 14 + 21 * i + (i === 2 ? 4 : 0);
      if (narrow) drawing.push(words(x, strip + 74, label, '', anchor));
      else drawing.push(words(width - 112, base, label, ''));
      const number = opens(x, base, text, why, `${title}, ${label}: ${text}`, anchor);
      drawing.push(number.drawn);
      hits.push(number.hit);
    });
    if (!narrow) drawing.push(line(width - 112, strip + 42, width, strip + 42, 'grid'));
    y = strip + (narrow ? 100 : 64);
    if (axisHere) {
      const base = narrow ? strip + 54 : y - 8;
      drawing.push(
        ...ticks.map((tick, i) =>
          words(
            at(tick / 100),
            base + 14,
            `${tick}${i === ticks.length - 1 ? '%' : ''}`,
            'tick',
            i === 0 ? 'start' : i === ticks.length - 1 ? 'end' : 'middle',
          ),
        ),
      );
      if (narrow) y += 16;
      else y += 12;
    }
  });
  return { width, height: y, drawing, hits };
}

const titleLines = (title: string): readonly string[] => (title.length > 14 ? ['War, given a', 'challenge'] : [title]);
const roomBeside = (title: string): number => title.length * 7.6 + 8;

export function deterrenceTable(data: DeterrenceFigure): ChartTable {
  return {
    head: ['Chance', 'Without', '90%', 'With', '90%', 'Change, points', '90%'],
    rows: ROWS.map(({ name, title, under }) => {
      const { with: held, without, difference } = data[name];
      const both = (one: Interval): string[] => [percent(one.value), percentRange(one.low, one.high)];
      const change = difference.low === undefined || difference.high === undefined ? '' : `${points(difference.low)} to ${points(difference.high)}`;
      return [`${title}, ${under}`, ...both(without), ...both(held), points(difference.value), change];
    }),
  };
}

/** What the figure says, or that it cannot tell. */
export function deterrenceFinding({ challenge, warGivenChallenge }: DeterrenceFigure, treaty: string): string {
  const { without, with: held, difference } = challenge;
  const open = difference.low !== undefined && difference.high !== undefined && difference.low < 0 && difference.high > 0;
  const ratio = held.value / without.value;
  if (Math.abs(difference.value) < 1e-9) return `${treaty} changes nothing here`;
  const more = warGivenChallenge.difference.value > 1e-6 ? ', but each is likelier to become war' : '';
  const less =
    ratio < 0.55
      ? 'Half as many challenges or fewer'
      : ratio < 0.8
        ? 'Clearly fewer challenges'
        : ratio < 1
          ? `${percent(1 - ratio)} fewer challenges`
          : 'No fewer challenges';
  if (open) return `${less} at the central values; the draws cannot tell the sign`;
  return `${less}${more}`;
}
