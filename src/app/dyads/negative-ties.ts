import { numberColumn } from '../../core/table/table.ts';
import { sourceNamed, tableNamed, type Store } from '../../data/store/store.ts';

/** What may count as a negative relation between two states. */
export const NEGATIVE_TIES = ['rivalry', 'gml', 'mid'] as const;
export type NegativeTie = (typeof NEGATIVE_TIES)[number];

/** Pairs in a negative relation by year; undefined of a year the source does not speak of. */
export type NegativeTies = (year: number) => readonly (readonly [ccode1: number, ccode2: number])[] | undefined;

const TABLES: Readonly<Record<NegativeTie, string>> = { rivalry: 'tss', gml: 'directed-dyad-year', mid: 'directed-dyad-year' };

/** Rivals whose spell holds on any day of a year, or states on opposite sides of a dispute ongoing in it. @throws {DataError} where the store lacks the source */
export async function readNegativeTies(store: Store, source: NegativeTie): Promise<NegativeTies> {
  const id = TABLES[source];
  const [first, last] = tableNamed(sourceNamed(source), id).coverage ?? [Infinity, -Infinity];
  const spans = source === 'rivalry' ? (['start', 'end'] as const) : (['year', 'year'] as const);
  const table = await store.read(source, id, ['ccode1', 'ccode2', ...new Set(spans)], []);
  const [ccode1, ccode2, from, to] = ['ccode1', 'ccode2', ...spans].map((name) => numberColumn(table, name).values);
  return (year) => {
    if (year < first || year > last) return undefined;
    const pairs: [number, number][] = [];
    for (let row = 0; row < table.rows; row++) {
      if ((from?.[row] ?? 0) <= year && year <= (to?.[row] ?? 0)) pairs.push([ccode1?.[row] ?? 0, ccode2?.[row] ?? 0]);
    }
    return pairs;
  };
}
