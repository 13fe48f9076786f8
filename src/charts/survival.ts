import type { SurvivalFan } from '../core/assess/survival-fan.ts';
import { line, opens, pathOf, words, type Chart, type ChartTable, type Hit, type Key } from './chart.ts';
import { percent, percentRange } from './numbers.ts';
import { linear } from './scale.ts';
import type { Element } from './svg.ts';

export interface SurvivalFigure {
  readonly fan: SurvivalFan;
  readonly name: string;
  /** The year from which is counted. */
  readonly from: number;
}

export const SURVIVAL_KEY: readonly Key[] = [
  { mark: 'solid', text: 'still bound' },
  { mark: 'dashed', text: 'bound, and comes if asked' },
  { mark: 'half', text: '50%' },
  { mark: 'band', text: '90% of draws' },
];

/** A fan of 50 and 90 % about the chance of being bound, the chance of being bound and coming dashed, windows as ticks below. */
export function survivalChart({ fan, from }: SurvivalFigure, width: number, height: number = Math.max(250, Math.min(330, width * 0.58))): Chart {
  const [left, right, top, bottom] = [44, width - 8, 14, height - 40];
  const last = fan.bound.at(-1)?.year ?? 30;
  const x = linear([0, last], [left, right]);
  const y = linear([0, 1], [bottom, top]);
  const drawing: Element[] = [];
  drawing.push(
    ...[0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((tick) => [
      line(left, y(tick), right, y(tick), 'grid'),
      words(left - 8, y(tick) + 4, `${Math.round(100 * tick)}${tick === 1 ? '%' : ''}`, 'tick', 'end'),
    ]),
  );
  const years = [0, 5, 10, 15, 20, 25, 30].filter((year) => year <= last);
  drawing.push(...years.map((year, i) => words(x(year), bottom + 18, String(from + year), 'tick', i === years.length - 1 ? 'end' : 'middle')));
  const band = (ends: (one: SurvivalFan['bound'][number]) => readonly [number, number], kind: string): Element => ({
    name: 'path',
    attributes: {
      class: kind,
      d: `${pathOf([...fan.bound.map((one): readonly [number, number] => [x(one.year), y(ends(one)[1])]), ...fan.bound.toReversed().map((one): readonly [number, number] => [x(one.year), y(ends(one)[0])])])}Z`,
    },
    children: [],
  });
  drawing.push(
    band(({ low, high }) => [low, high], 'band'),
    band(({ half }) => half, 'band'),
  );
  drawing.push({ name: 'path', attributes: { class: 'curve', d: pathOf(fan.bound.map(({ year, value }) => [x(year), y(value)])) }, children: [] });
  if (fan.honored !== undefined)
    drawing.push({ name: 'path', attributes: { class: 'curve dashed', d: pathOf(fan.honored.map(({ year, value }) => [x(year), y(value)])) }, children: [] });
  for (const { years: when, what, date } of fan.windows) {
    const at = x(Math.min(last, when));
    drawing.push(
      line(at, bottom - 8, at, bottom + 5, 'rule-ink'),
      words(at + (at > right - 120 ? -5 : 5), bottom - 10, `${what}, ${date.slice(0, 4)}`, 'label', at > right - 120 ? 'end' : 'start'),
    );
  }
  const ten = fan.bound[10];
  const hits: Hit[] = [];
  if (ten !== undefined) {
    const lead = 'In ten years: ';
    const number = opens(
      lead.length * 6.1,
      height + 14,
      percent(ten.value),
      `survival:${fan.state}`,
      `Still bound in ten years: ${percent(ten.value)}`,
      'start',
    );
    drawing.push(
      words(0, height + 14, lead, ''),
      number.drawn,
      words(
        number.hit.x + number.hit.width + 7,
        height + 14,
        `(90%: ${percentRange(ten.low, ten.high)}) still bound${fan.honored === undefined ? '.' : `, ${percent(fan.honored[10]?.value ?? Number.NaN)} bound and coming.`}`,
        '',
      ),
    );
    hits.push(number.hit);
  }
  return { width, height: height + 24, drawing, hits };
}

export function survivalTable({ fan, from }: SurvivalFigure): ChartTable {
  return {
    head: ['Year', 'Still bound', '90%', 'Bound and comes', '90%'],
    rows: fan.bound
      .filter(({ year }) => year % 5 === 0)
      .map(({ year, value, low, high }) => {
        const honored = fan.honored?.[year];
        return [
          String(from + year),
          percent(value),
          percentRange(low, high),
          honored === undefined ? 'promises nothing here' : percent(honored.value),
          honored === undefined ? '' : percentRange(honored.low, honored.high),
        ];
      }),
  };
}

export function survivalFinding({ fan, name }: SurvivalFigure): string {
  const twenty = fan.bound[20];
  return twenty === undefined ? `How long ${name} stays is not known` : `${name} is still bound in twenty years with chance ${percent(twenty.value)}`;
}
