import type { SystemId } from '../units.ts';
import type { SourceTable } from './source-table.ts';

/** Where a panel's tables come from: the store, or values made up in a test. */
export interface PanelTables {
  /**
   * A table of a source with the columns named.
   * @throws {DataError} where it is not at hand
   */
  read(source: string, table: string, columns: readonly string[]): Promise<SourceTable>;
}

/** The table that lists the members of a system, and its columns. */
export const SYSTEM_TABLES: Readonly<Record<SystemId, { readonly source: string; readonly table: string; readonly columns: readonly string[] }>> = {
  cow: {
    source: 'cow-states',
    table: 'members',
    columns: ['ccode', 'stateabb', 'statenme', 'styear', 'stmonth', 'stday', 'endyear', 'endmonth', 'endday'],
  },
  gw: { source: 'gw-states', table: 'members', columns: ['gwcode', 'stateabb', 'statename', 'startdate', 'enddate'] },
};
