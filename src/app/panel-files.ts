import { writeDta, type DtaOptions } from '../core/formats/dta.ts';
import { writeJson } from '../data/disk/write-json.ts';
import { panelTitle, type Panel } from './panel.ts';
import { tableWriters, writeTable } from './write-table.ts';

/** Columns that a panel is sorted by, of each unit. */
function sortedBy({ table, unit }: Panel): readonly string[] {
  const keys = { 'state-year': 2, 'dyad-year': 3, 'directed-dyad-year': 3, 'alliance-member-year': 3, 'dispute-participant': 3, 'k-ad-year': 1 };
  return table.columns.slice(0, keys[unit]).map(({ name }) => name);
}

const stata = (panel: Panel): DtaOptions => ({ label: panelTitle(panel), sortedBy: sortedBy(panel) });

/** How a panel is written to a path, by file ending. */
export function panelWriters({ table }: Panel): Readonly<Record<string, (file: string) => Promise<void>>> {
  return { ...tableWriters(table), json: async (file) => writeJson(table, file) };
}

/** A panel as a Stata file, with labels. */
export function panelDta(panel: Panel): Uint8Array {
  return writeDta(panel.table, stata(panel));
}

/**
 * Writes a panel to a file, in the format of its ending: .csv, .parquet, .dta (Stata, with labels) or .json (an array of records).
 * @throws {UserError} for another ending
 */
export function writePanel(panel: Panel, file: string): Promise<void> {
  return writeTable(panel.table, file, stata(panel));
}
