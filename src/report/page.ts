import { hatch } from '../charts/file.ts';
import { el, px } from '../charts/svg.ts';
import type { ChartTable, Key } from '../charts/chart.ts';
import type { BriefFigure } from './brief.ts';
import { drawing, html, styleSheet, type Html } from './html.ts';
import { reportStyle } from './style.ts';

/** Nothing is fetched and nothing runs: a reader of the file may check it here. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/** A page of its own: style, type and drawings inside, no script, no request. */
export function page(title: string, body: Html, face: string): string {
  return `${
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
          <title>${title}</title>
          ${styleSheet(...reportStyle(face))}
        </head>
        <body>
          <svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs>${drawing(hatch('var(--line-strong)', 'var(--paper)'))}</defs></svg>
          ${body}
        </body>
      </html> `.html
  }`;
}

/** Two rings: the mark. */
export const mark = (): Html =>
  drawing(
    el(
      'svg',
      { viewBox: '0 0 22 14', 'aria-hidden': 'true', fill: 'none', stroke: 'currentColor', 'stroke-width': '2' },
      el('circle', { cx: 7.5, cy: 7, r: 5.5 }),
      el('circle', { cx: 14.5, cy: 7, r: 5.5 }),
    ),
  );

const legend = (keys: readonly Key[]): Html | false =>
  keys.length > 0 && html`<p class="lg">${keys.map(({ mark: kind, text }) => html`<span><i class="k-${kind}"></i> ${text}</span>`)}</p>`;

export const tableOf = ({ head, rows }: ChartTable): Html =>
  html`<div class="wide">
    <table>
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, i) => (i === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;

/** A figure with its question, finding, legend, drawing, table and source. */
export function figure({ id, question, finding, keys, note, chart, table, source }: BriefFigure): Html {
  const svg = el('svg', { viewBox: `0 0 ${px(chart.width)} ${px(chart.height)}`, role: 'img', 'aria-label': `${question} ${finding}` }, ...chart.drawing);
  return html`<figure class="fig" id="${id}">
    <p class="q">${question}</p>
    <h2>${finding}</h2>
    ${legend(keys)} ${note !== undefined && html`<p class="src note-line">${note}</p>`}
    <div class="chart">${drawing(svg)}</div>
    <figcaption>
      <p class="src">Source: ${source}</p>
      <details>
        <summary>Table</summary>
        ${tableOf(table)}
      </details>
    </figcaption>
  </figure> `;
}
