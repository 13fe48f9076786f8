import type { Chart, ChartTable, Key } from '../../../charts/chart.ts';
import { chartFile } from '../../../charts/file.ts';
import {
  CALIBRATION_KEY,
  calibrationChart,
  calibrationRows,
  DECADE_KEY,
  decadeChart,
  decadeRows,
  FORECAST_KEY,
  forecastChart,
  forecastTable,
  type CalibrationPanel,
  type DecadePanel,
  type ForecastLine,
} from '../../../charts/forecasts.ts';
import { xmlText } from '../../../core/formats/xml.ts';
import type { ResultTable } from '../section.ts';
import { UserError } from '../../user-error.ts';
import type { Forecast, Validation } from './validation.ts';

type FigureId = 'scores' | 'decades' | 'calibration';

interface Figure {
  readonly id: FigureId;
  readonly question: string;
  readonly finding: string;
  readonly keys: readonly Key[];
  readonly chart: Chart;
  /** The same in rows. */
  readonly table: ChartTable;
}

const WIDTH = 760;
const SOURCE = 'foedus validate, on GML disputes 2.1, COW, ATOP 5.1';

const short = (title: string): string => title.split(':', 1)[0] ?? title;

function linesOf({ title, forecasts, facts }: Validation): ForecastLine[] {
  return forecasts
    .filter(({ model }) => model === 'plain')
    .map(({ split, rows, auc }): ForecastLine => {
      const of = (model: Forecast['model']): number | undefined => forecasts.find((one) => one.split === split && one.model === model)?.auc.value;
      const mark = facts.find(({ id }) => id === `auc.${split}`)?.expected?.value;
      const [few, structure] = [of('few'), of('structure')];
      return {
        question: short(title),
        rows,
        plain: auc,
        ...(few !== undefined && { few }),
        ...(structure !== undefined && { structure }),
        ...(mark !== undefined && { mark }),
      };
    });
}

const decadesOf = ({ title, decades }: Validation): DecadePanel => ({
  title: short(title),
  decades: decades
    .filter(({ model }) => model === 'plain')
    .map(({ decade, scores }) => ({
      decade,
      plain: scores.auc,
      few: decades.find((one) => one.decade === decade && one.model === 'few')?.scores.auc ?? scores.auc,
    })),
});

function binsOf({ title, forecasts }: Validation): CalibrationPanel {
  const first = forecasts.find(({ model }) => model === 'plain');
  return {
    title: short(title),
    bins: (first?.bins ?? []).map(({ meanChance, share, low, high }) => ({ chance: meanChance, share, low, high })),
  };
}

/** Figures of what was tested, those that have anything to draw. */
function validationFigures(sections: readonly Validation[]): Figure[] {
  const tested = sections.filter(({ forecasts }) => forecasts.length > 0);
  if (tested.length === 0) return [];
  const [lines, decades, bins] = [tested.flatMap(linesOf), tested.map(decadesOf), tested.map(binsOf)];
  const best = lines.toSorted((a, b) => b.plain.value - a.plain.value);
  const [top, bottom] = [best[0], best.at(-1)];
  const figure = (id: FigureId, question: string, finding: string, keys: readonly Key[], rest: Pick<Figure, 'chart' | 'table'>): Figure => ({
    id,
    question,
    finding,
    keys,
    ...rest,
  });
  const said = (line: ForecastLine | undefined): string =>
    line === undefined ? '' : `${line.plain.value.toFixed(2).replace(/^0/, '')} (${line.question.toLowerCase()})`;
  const passed = decades
    .flatMap(({ title, decades: those }) => those.map(({ decade, plain }) => ({ title, decade, plain })))
    .toSorted((a, b) => b.plain - a.plain);
  const when = (one: (typeof passed)[number] | undefined): string => (one === undefined ? '' : `${one.title.toLowerCase()} in the ${one.decade}s`);
  const inside = bins.flatMap(({ bins: those }) => those.map(({ chance, low, high }) => chance >= low && chance <= high));
  return [
    figure('scores', 'How well is told apart what was not fitted? Areas under the curve.', `From ${said(bottom)} to ${said(top)}`, FORECAST_KEY, {
      chart: forecastChart(lines, WIDTH),
      table: forecastTable(lines),
    }),
    figure('decades', 'And decade by decade?', `Best: ${when(passed[0])}. Worst: ${when(passed.at(-1))}`, DECADE_KEY, {
      chart: decadeChart(decades, WIDTH),
      table: decadeRows(decades),
    }),
    figure(
      'calibration',
      'Do things happen as often as predicted?',
      `${inside.filter(Boolean).length} of ${inside.length} chances lie in the interval of the share seen`,
      CALIBRATION_KEY,
      {
        chart: calibrationChart(bins, WIDTH),
        table: calibrationRows(bins),
      },
    ),
  ];
}

/** A figure as a file of its own. */
const figureFile = ({ chart, question, finding, keys }: Figure): string =>
  chartFile(chart, { question, finding, source: `${keys.map(({ mark, text }) => `${MARKS[mark] ?? mark}: ${text}`).join('; ')}. ${SOURCE}.` });

/** Marks of a legend in words. */
const MARKS: Readonly<Partial<Record<Key['mark'], string>>> = { tick: 'bar', line: 'straight line', solid: 'line', dashed: 'dashed' };

/** One figure as SVG. @throws {UserError} where there is nothing to draw */
export function validationSvg(sections: readonly Validation[], id: string): string {
  const figure = validationFigures(sections).find((one) => one.id === id);
  if (figure === undefined) throw new UserError('Shares of GDP have no figure: name another section.');
  return figureFile(figure);
}

const STYLE =
  'body{font-family:system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;line-height:1.45}svg{max-width:100%;height:auto}' +
  'div{overflow-x:auto}table{border-collapse:collapse;font-size:.85rem;font-variant-numeric:tabular-nums}th,td{padding:.2rem .6rem;text-align:left;border-bottom:1px solid #ccc}';

const rowHtml = (cells: readonly string[], cell: 'th' | 'td'): string => `<tr>${cells.map((text) => `<${cell}>${xmlText(text)}</${cell}>`).join('')}</tr>`;

const tableHtml = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<h3>${xmlText(title)}</h3>\n<div><table>\n${[rowHtml(head, 'th'), ...rows.map((row) => rowHtml(row, 'td'))].join('\n')}\n</table></div>`;

/** Figures and tables as one page that needs nothing else. */
export function validationPage(sections: readonly Validation[], cellText: (cell: ResultTable['rows'][number][number]) => string): string {
  const drawn = validationFigures(sections).map(
    (one) => `${figureFile(one)}<details><summary>Table</summary>${tableHtml(one.finding, one.table.head, one.table.rows)}</details>`,
  );
  const told = sections.map(({ title, method, tables, notes }) =>
    [
      `<h2>${xmlText(title)}</h2>`,
      `<p>${xmlText(method)}</p>`,
      ...tables.map((table) =>
        tableHtml(
          table.title,
          table.columns,
          table.rows.map((row) => row.map(cellText)),
        ),
      ),
      ...notes.map((note) => `<p>${xmlText(note)}</p>`),
    ].join('\n'),
  );
  return [
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>Validation</title>\n<style>${STYLE}</style>\n</head>\n<body>\n<h1>What was predicted, and what happened</h1>`,
    ...drawn,
    ...told,
    '</body>\n</html>\n',
  ].join('\n');
}
