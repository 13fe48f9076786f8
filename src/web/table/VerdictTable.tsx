import type { FightTable } from '../fight/table.ts';
import { useCopied } from '../panels/useCopied.ts';
import { download } from '../shell/download.ts';

interface Props {
  readonly table: FightTable;
  readonly date: string;
  readonly caption: string;
  readonly sel: string | null;
  /** What stands where there are no rows. */
  readonly empty: string;
}

/** What the map shows as a table, in the order of the panel. */
export function VerdictTable({ table: { head, rows, csv }, date, caption, sel, empty }: Props) {
  const [copied, copy] = useCopied();
  return (
    <div>
      <div className="tablev" tabIndex={0} role="region" aria-label="Table of verdicts">
        <table>
          <caption className="vh">{caption}</caption>
          <thead>
            <tr>
              {head.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, state, cells: [name, ...cells] }) => (
              <tr key={key} className={state === sel ? 'on' : undefined}>
                <th scope="row">{name}</th>
                {cells.map((cell, i) => (
                  <td key={head[i + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 ? <p className="src">{empty}</p> : null}
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
