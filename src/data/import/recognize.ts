import type { Layout, Source, TableSpec } from '../source.ts';

/** A table that a file of some name holds, as the sources' layouts say. */
export interface Recognized {
  readonly source: Source;
  /** Of the source; a layout may name another than the source's own. */
  readonly version: string;
  readonly table: TableSpec;
  readonly layout: Layout;
  /** Place of the layout among the table's: the lower is preferred where several files hold the table. */
  readonly rank: number;
}

/** The tables that a file of this base name may hold; a final `.gz` is as good as none. */
export function recognize(name: string, sources: readonly Source[]): readonly Recognized[] {
  const names = [name, name.replace(/\.gz$/i, '')];
  return sources.flatMap((source) =>
    source.tables.flatMap((table) => {
      const rank = table.layouts.findIndex(({ file }) => names.some((one) => file.test(one)));
      const layout = table.layouts[rank];
      return layout === undefined ? [] : [{ source, version: layout.version ?? source.version, table, layout, rank }];
    }),
  );
}
