import { tableNamed, sourceNamed, type Store } from '../../store/store.ts';
import { coverageOf } from './coverage.ts';
import type { SourceTable } from './source-table.ts';
import type { PanelTables } from './panel-tables.ts';

/** A panel's tables from the store, the columns asked for alone. */
export function storeTables(store: Store): PanelTables {
  return {
    read: async (source, id, columns): Promise<SourceTable> => {
      const spec = tableNamed(sourceNamed(source), id);
      const data = await store.read(source, id, columns, []);
      const entry = store.entry(source);
      const held = entry?.tables.find(({ table }) => table === id);
      const coverage = coverageOf(spec, { rows: data.rows, years: held?.years ?? null });
      const declared = spec.coverage;
      const other = declared !== undefined && coverage !== null && (coverage[0] !== declared[0] || coverage[1] !== declared[1]);
      return {
        source,
        version: held?.version ?? entry?.version ?? spec.version ?? '',
        id,
        data,
        codes: spec.states ?? 'cow',
        coverage,
        absent: spec.absent,
        notes: [
          ...(entry?.synthetic === true ? ['made up by foedus, not the published data'] : []),
          ...(other ? [`another edition than the one known: taken to cover ${coverage[0]} to ${coverage[1]}`] : []),
        ],
      };
    },
  };
}
