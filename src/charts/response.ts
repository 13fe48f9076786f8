import type { ComparedRule, ResponseCurve } from '../core/assess/response-curve.ts';
import { box, disc, line, opens, pathOf, words, type Chart, type ChartTable, type Hit } from './chart.ts';
import { percent, percentRange } from './numbers.ts';
import { linear } from './scale.ts';
import type { Element } from './svg.ts';

export interface ResponseFigure {
  readonly curve: ResponseCurve;
  /** The rule it is compared with. */
  readonly beside: ComparedRule;
}

export const RULE_WORDS: Readonly<Record<ComparedRule, string>> = {
  unanimity: 'consensus',
  silence: 'silence procedure',
  'two-thirds': 'two thirds',
  majority: 'majority',
  'hub-decides': 'one decides for all',
  none: 'each for itself',
};

/** The text's own rule in words. */
export const ownRule = ({ rule }: ResponseCurve): string =>
  rule === 'unanimity'
    ? 'consensus'
    : rule === 'silence'
      ? 'silence procedure'
      : rule === 'hub'
        ? 'one decides for all'
        : rule === 'none'
          ? 'each for itself'
          : 'a share of the members';

/** The share in place by day: median and band by the text's rule, the compared one dashed, warning shaded, the window's close a line. */
export function responseChart({ curve, beside }: ResponseFigure, width: number, height: number = Math.max(250, Math.min(330, width * 0.58))): Chart {
  const [left, right, top, bottom] = [44, width - 8, 26, height - 40];
  const last = curve.days.at(-1)?.day ?? 30;
  const highest = Math.max(...curve.days.map(({ high, byRule }) => Math.max(high, byRule[beside])));
  const most = [0.25, 0.5, 1].find((one) => highest <= one) ?? 1;
  const x = linear([0, last], [left, right]);
  const y = linear([0, most], [bottom, top]);
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].map((part) => part * most);
  const drawing: Element[] = [];
  const hits: Hit[] = [];
  const shade = Math.min(last, curve.warning);
  if (shade > 0) drawing.push(box(left, top, x(shade) - left, bottom - top, 'shade'));
  drawing.push(
    ...ticks.flatMap((tick, i) => [
      line(left, y(tick), right, y(tick), 'grid'),
      words(left - 8, y(tick) + 4, `${Math.round(100 * tick)}${i === ticks.length - 1 ? '%' : ''}`, 'tick', 'end'),
    ]),
  );
  const days = Array.from({ length: 7 }, (_, i) => Math.round((i * last) / 6));
  drawing.push(
    ...days.map((day, i) => words(x(day), bottom + 16, String(day), 'tick', i === days.length - 1 ? 'end' : 'middle')),
    words((left + right) / 2, bottom + 34, 'Days since the first sign', '', 'middle'),
  );
  const upper = curve.days.map(({ day, high }): readonly [number, number] => [x(day), y(high)]);
  const lower = curve.days.toReversed().map(({ day, low }): readonly [number, number] => [x(day), y(low)]);
  drawing.push({ name: 'path', attributes: { class: 'band', d: `${pathOf([...upper, ...lower])}Z` }, children: [] });
  drawing.push({
    name: 'path',
    attributes: { class: 'curve dashed', d: pathOf(curve.days.map(({ day, byRule }) => [x(day), y(byRule[beside])])) },
    children: [],
  });
  drawing.push({ name: 'path', attributes: { class: 'curve', d: pathOf(curve.days.map(({ day, value }) => [x(day), y(value)])) }, children: [] });
  if (shade > 0) drawing.push(words(x(shade / 2), top + 16, 'warning', '', 'middle'));
  const { atWindow, window } = curve;
  if (window <= last) {
    const at = x(window);
    const toLeft = at > (left + right) / 2;
    drawing.push(
      line(at, top - 6, at, bottom, 'rule-ink'),
      words(at + (toLeft ? -7 : 7), top - 10, `window closes, day ${Number(window.toFixed(1))}`, 'label', toLeft ? 'end' : 'start'),
    );
    drawing.push(disc(at, y(atWindow.byRule[beside]), 5, 'ring'), disc(at, y(atWindow.value), 5.5, 'dot'));
  }
  const end = curve.days.at(-1);
  if (end !== undefined) {
    const [own, other] = [y(end.value), y(end.byRule[beside])];
    const apart = Math.abs(own - other) < 16;
    drawing.push(words(right, (own <= other || apart ? own : own + 26) - 9, ownRule(curve), 'label', 'end'));
    drawing.push(words(right, (own <= other || apart ? other + 19 : other - 9) + (apart ? 4 : 0), RULE_WORDS[beside], 'halo', 'end'));
  }
  const foot = `At day ${Number(window.toFixed(1))}: `;
  const number = opens(foot.length * 6.4, height + 14, percent(atWindow.value), 'response', `In place at day ${window}: ${percent(atWindow.value)}`, 'start');
  drawing.push(words(0, height + 14, foot, ''), number.drawn);
  const rest = `(90%: ${percentRange(atWindow.low, atWindow.high)}) by ${ownRule(curve)}, ${percent(atWindow.byRule[beside])} by ${RULE_WORDS[beside]}.`;
  drawing.push(words(number.hit.x + number.hit.width + 7, height + 14, rest, ''));
  hits.push(number.hit);
  return { width, height: height + 24, drawing, hits };
}

export function responseTable({ curve, beside }: ResponseFigure): ChartTable {
  return {
    head: ['Day', ownRule(curve), '90%', RULE_WORDS[beside]],
    rows: curve.days
      .filter((_, i) => i % 6 === 0)
      .map(({ day, value, low, high, byRule }) => [String(Number(day.toFixed(1))), percent(value), percentRange(low, high), percent(byRule[beside])]),
  };
}

export function responseFinding({ curve }: ResponseFigure): string {
  return `${percent(curve.atWindow.value)} of the promised strength is there when the window closes`;
}
