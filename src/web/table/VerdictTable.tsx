import { useLoaded } from '../data/EngineProvider.tsx';
import { treatyLabel } from '../fight/cite.ts';
import type { StoryStep } from '../fight/story.ts';
import { TABLE_HEAD, tableCsv, tableRows } from '../fight/table.ts';
import { useCopied } from '../panels/useCopied.ts';
import { download } from '../shell/download.ts';

interface Props {
  readonly step: StoryStep;
  readonly date: string;
  readonly caption: string;
  readonly sel: string | null;
}

/** The same verdicts as a table, in the order of the panel. */
export function VerdictTable({ step, date, caption, sel }: Props) {
  const { engine } = useLoaded();
  const [copied, copy] = useCopied();
  const rows = tableRows(step, engine.world, date, (id) => treatyLabel(engine.treaty(id), id));
  const csv = tableCsv(rows);
  return (
    <div>
      <div className="tablev" tabIndex={0} role="region" aria-label="Table of verdicts">
        <table>
          <caption className="vh">{caption}</caption>
          <thead>
            <tr>
              {TABLE_HEAD.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, state, cells: [name, ...cells] }) => (
              <tr key={key} className={state === sel ? 'on' : undefined}>
                <th scope="row">{name}</th>
                {cells.map((cell, i) => (
                  <td key={TABLE_HEAD[i + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 ? <p className="src">No treaty binds anyone at this step.</p> : null}
      </div>
      <p className="src tablefoot">
        {rows.length} {rows.length === 1 ? 'row' : 'rows'}, as on the map at this step.
        <button type="button" className="lnk" onClick={() => download(csv, 'text/csv;charset=utf-8', `foedus-${date}.csv`)}>
          CSV
        </button>
        <button type="button" className="lnk" onClick={() => copy(csv)}>
          {copied ? 'Copied' : 'Copy'}
        </button>
      </p>
    </div>
  );
}
