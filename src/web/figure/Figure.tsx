import { useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Chart, ChartTable, Key } from '../../charts/chart.ts';
import { chartFile } from '../../charts/file.ts';
import { csv } from '../../core/formats/csv.ts';
import { useCopied } from '../panels/useCopied.ts';
import { download } from '../shell/download.ts';
import { DrawnChart } from './DrawnChart.tsx';
import { inert } from './inert.ts';
import { Legend } from './Legend.tsx';
import { fontFace, mapPng } from './map-file.ts';

interface Props {
  /** Also the file's name and the address's fragment. */
  readonly name: string;
  /** Columns of twelve. */
  readonly span: 4 | 5 | 6 | 7 | 8 | 12;
  readonly question: string;
  /** What it says, as a headline. */
  readonly finding: string;
  readonly keys?: readonly Key[];
  readonly note?: string;
  readonly draw: (width: number) => Chart;
  readonly table: ChartTable;
  /** One line: where the numbers come from. */
  readonly source: string;
  readonly asTable: boolean;
  readonly onTable: (shown: boolean) => void;
  readonly onWhy?: (why: string) => void;
  /** Controls above the drawing. */
  readonly controls?: ReactNode;
  /** What stands above the drawing at the places of its marks. */
  readonly over?: (chart: Chart) => ReactNode;
  /** What stands beside the drawing. */
  readonly beside?: ReactNode;
  /** What stands below the drawing. */
  readonly below?: ReactNode;
}

/** A figure with its question, finding, legend, source line, and the same data as a table and as files. */
export function Figure({ name, span, question, finding, keys, note, draw, table, source, asTable, onTable, onWhy, controls, over, beside, below }: Props) {
  const id = useId();
  const last = useRef<HTMLElement>(null);
  const [copied, copy] = useCopied();
  const [failed, setFailed] = useState(false);
  const address = (): string => `${location.href.split('#')[0] ?? ''}#${name}`;
  const save = async (as: 'svg' | 'png'): Promise<void> => {
    try {
      setFailed(false);
      const dark = getComputedStyle(document.documentElement).colorScheme === 'dark' || document.documentElement.dataset['theme'] === 'dark';
      const chart = draw(Math.max(560, last.current?.querySelector('.chart')?.clientWidth ?? 640));
      const caption = { question, finding, source, url: address() };
      if (as === 'svg') return download(chartFile(chart, caption), 'image/svg+xml;charset=utf-8', `${name}.svg`);
      download(await mapPng(chartFile(chart, caption, dark ? 'dark' : 'light', await fontFace())), 'image/png', `${name}.png`);
    } catch {
      setFailed(true);
    }
  };
  const saveTable = (): void => download(csv([table.head, ...table.rows].map((row) => row.map(inert))), 'text/csv;charset=utf-8', `${name}.csv`);
  return (
    <figure className={`fig c${span}`} id={name} ref={last} aria-labelledby={`${id}-h`}>
      <p className="q">{question}</p>
      <h2 id={`${id}-h`}>{finding}</h2>
      {controls}
      {asTable ? (
        <div className="wide" role="region" aria-label={`${question} Table`} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {table.head.map((cell, i) => (
                  <th key={`${cell} ${i}`} scope="col" className={i === 0 ? undefined : 'num'}>
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, r) => (
                <tr key={`${row[0]} ${r}`}>
                  {row.map((cell, i) =>
                    i === 0 ? (
                      <th key={i} scope="row">
                        {cell}
                      </th>
                    ) : (
                      <td key={i} className="num">
                        {cell}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <>
          {keys ? <Legend keys={keys} /> : null}
          {note ? <p className="src note-line">{note}</p> : null}
          <div className={beside ? 'viz with-beside' : 'viz'}>
            <DrawnChart draw={draw} label={finding} onWhy={onWhy}>
              {over}
            </DrawnChart>
            {beside}
          </div>
        </>
      )}
      {below}
      <figcaption className="src">
        <span>{source}</span>
        <span className="tools">
          {failed ? <span role="alert">The browser could not draw the file.</span> : null}
          <button
            type="button"
            className="lnk"
            aria-pressed={asTable}
            aria-label={`${asTable ? 'Figure' : 'Table'}: ${question}`}
            onClick={() => onTable(!asTable)}
          >
            {asTable ? 'Figure' : 'Table'}
          </button>
          <button type="button" className="lnk" aria-label={`Save as CSV: ${question}`} onClick={saveTable}>
            CSV
          </button>
          <button type="button" className="lnk" aria-label={`Save as SVG: ${question}`} onClick={() => void save('svg')}>
            SVG
          </button>
          <button type="button" className="lnk" aria-label={`Save as PNG: ${question}`} onClick={() => void save('png')}>
            PNG
          </button>
          <button type="button" className="lnk" aria-label={`Copy the link: ${question}`} onClick={() => copy(address())}>
            {copied ? 'Copied' : 'Link'}
          </button>
        </span>
      </figcaption>
    </figure>
  );
}
