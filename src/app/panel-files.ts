import { writeDta } from '../core/formats/dta.ts';
import { withDuck } from '../data/duck/open.ts';
import { writeParquet } from '../data/duck/write-parquet.ts';
import { writeCsv } from '../data/panels/write-csv.ts';
import { writeJson } from '../data/panels/write-json.ts';
import { panelTitle, type Panel } from './panel.ts';

/** Columns that a panel is sorted by, of each unit. */
function sortedBy({ table, unit }: Panel): readonly string[] {
  const keys = { 'state-year': 2, 'dyad-year': 3, 'directed-dyad-year': 3, 'alliance-member-year': 3, 'dispute-participant': 3, 'k-ad-year': 1 };
  return table.columns.slice(0, keys[unit]).map(({ name }) => name);
}

/** How a panel is written to a path, by file ending. */
export function panelWriters(panel: Panel): Readonly<Record<string, (file: string) => Promise<void>>> {
  const { table } = panel;
  return {
    parquet: (file) => withDuck((duck) => writeParquet(duck, table, file)),
    csv: (file) => writeCsv(table, file),
    json: async (file) => writeJson(table, file),
  };
}

/** A panel as a Stata file, with labels. */
export function panelDta(panel: Panel): Uint8Array {
  return writeDta(panel.table, { label: panelTitle(panel), sortedBy: sortedBy(panel) });
}
