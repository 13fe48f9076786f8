import { describe, expect, it } from 'vitest';
import {
  calibrationChart,
  calibrationRows,
  decadeChart,
  decadeRows,
  forecastChart,
  forecastTable,
  type CalibrationPanel,
  type DecadePanel,
  type ForecastLine,
} from '../../src/charts/forecasts.ts';
import { write, type Element } from '../../src/charts/svg.ts';

const LINES: readonly ForecastLine[] = [
  { question: 'Onset', rows: 'to 1990', plain: { value: 0.97, low: 0.96, high: 0.98 }, few: 0.93, mark: 0.965 },
  { question: 'Onset', rows: 'to 1944', plain: { value: 0.936, low: 0.92, high: 0.95 } },
  { question: 'Joining', rows: 'wars', plain: { value: 0.7, low: 0.6, high: 0.8 }, structure: 0.69 },
];
const text = ({ drawing }: { readonly drawing: readonly Element[] }): string => drawing.map((one) => write(one)).join('\n');
const count = (written: string, piece: RegExp): number => [...written.matchAll(piece)].length;

describe('areas under the curve', () => {
  const written = text(forecastChart(LINES, 760));

  it('have a dot for each split, and marks where there is something to mark', () => {
    expect(count(written, /class="dot"/g)).toBe(3);
    expect(count(written, /class="ring"/g)).toBe(1);
    expect(count(written, /class="cross"/g)).toBe(2);
    expect(count(written, /class="mark"/g)).toBe(1);
  });

  it('name each question once', () => {
    expect(count(written, />Onset</g)).toBe(1);
    expect(count(written, />Joining</g)).toBe(1);
  });

  it('lie further right where they are larger', () => {
    const [first, , third] = [...written.matchAll(/<circle class="dot" cx="([\d.]+)"/g)].map(([, x]) => Number(x));
    expect(first).toBeGreaterThan(third ?? Infinity);
  });

  it('are the same as a table', () => {
    expect(forecastTable(LINES).rows[0]).toEqual(['Onset', 'to 1990', '.970', '.960 to .980', '.930', '', '.965']);
  });
});

describe('decade by decade', () => {
  const panels: readonly DecadePanel[] = [
    { title: 'Onset', decades: [1900, 1910, 1920].map((decade) => ({ decade, plain: 0.9, few: 0.2 })) },
    { title: 'Exit', decades: [{ decade: 1900, plain: 0.6, few: 0.5 }] },
  ];

  it('two lines for each question, none below the frame', () => {
    const chart = decadeChart(panels, 760);
    const paths = [...text(chart).matchAll(/<path class="(curve|curve dashed)" d="([^"]*)"/g)];
    expect(paths.map(([, kind]) => kind)).toEqual(['curve dashed', 'curve', 'curve dashed', 'curve']);
    for (const [, , path] of paths)
      for (const [, , y] of (path ?? '').matchAll(/[ML]([\d.]+) ([\d.]+)/g)) expect(Number(y)).toBeLessThanOrEqual(chart.height - 42);
  });

  it('one below the other where there is less room', () => {
    expect(decadeChart(panels, 400).height).toBe(2 * decadeChart(panels, 760).height);
  });

  it('are the same as a table', () => {
    expect(decadeRows(panels).rows).toHaveLength(4);
  });
});

describe('calibration', () => {
  const panels: readonly CalibrationPanel[] = [
    {
      title: 'Onset',
      bins: [
        { chance: 0.0001, share: 0, low: 0, high: 0.0003 },
        { chance: 0.2, share: 0.2, low: 0.15, high: 0.25 },
      ],
    },
  ];

  it('a dot on the line where the share seen is the chance foreseen, and every dot in the frame', () => {
    const chart = calibrationChart(panels, 760);
    const dots = [...text(chart).matchAll(/<circle class="dot" cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    expect(dots).toHaveLength(2);
    for (const [x, y] of dots) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(chart.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(chart.height);
    }
  });

  it('is the same as a table', () => {
    expect(calibrationRows(panels).rows[1]).toEqual(['Onset', '0.20', '0.20', '0.15 to 0.25']);
  });
});
