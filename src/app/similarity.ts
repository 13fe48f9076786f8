import type { Catalog } from '../core/catalog.ts';
import { similarities } from '../core/measures/similarity/all-dyads.ts';
import { portfoliosOf } from '../core/measures/similarity/portfolios.ts';
import { MISSING, type Column } from '../core/table/column.ts';
import { numberColumn, type Table } from '../core/table/table.ts';
import { readCapabilities, readRecord, recordNotes, versionsOf, yearsCovered, type ListedState } from './dyads/read-record.ts';
import { codesOf, membersMeant, type YearCodes } from './dyads/state-codes.ts';
import { loadCatalog } from './load-catalog.ts';
import { usingStore } from './with-store.ts';

export interface SimilarityRequest {
  readonly years: readonly [first: number, last: number];
  /** Only pairs with this state. */
  readonly state?: string;
  /** ... and this one. */
  readonly with?: string;
  /** Further columns of codes beside the COW numbers. */
  readonly codes?: YearCodes;
}

export interface SimilarityAnswer {
  /** Columns `ccode1 ccode2 year s s_weighted tau_b kappa pi`, each pair of a year once; then codes of another system. */
  readonly table: Table;
  readonly years: readonly [first: number, last: number];
  readonly method: Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
  readonly listed: ReadonlyMap<number, ListedState>;
  /** Pairs computed before a choice of states, and the time that reading and computing took. */
  readonly computed: { readonly pairs: number; readonly readSeconds: number; readonly seconds: number };
}

const METHOD = {
  coding: 'what i owes k: 3 defense, else 2 neutrality or nonaggression, else 1 consultation, else 0; itself 3',
  states: 'a portfolio has one entry for each member of the COW system in any part of the year',
  s: 'Signorino and Ritter (1999), absolute distances, all states alike',
  s_weighted: 's with each entry weighted by the CINC of the state it concerns; a missing CINC weighs 0',
  tau_b: "Kendall's tau-b (Bueno de Mesquita 1975)",
  kappa: "Cohen's kappa, squared distances (Häge 2011)",
  pi: "Scott's pi, squared distances (Häge 2011)",
};

const SOURCES = ['atop', 'cow-states', 'nmc'];

/**
 * Similarity of alliance portfolios: every pair of states of every year asked for, or those of one or two states.
 * @throws {UserError} where the store lacks a source, no year is covered, or a state is unknown
 */
export function similarityOf(folder: string, request: SimilarityRequest, catalog: () => Catalog = loadCatalog): Promise<SimilarityAnswer> {
  return usingStore(folder, async (store) => {
    const begun = performance.now();
    const record = await readRecord(store);
    const capabilities = await readCapabilities(store);
    const read = performance.now();
    const { members, pledges, listed } = record;
    const years = yearsCovered(request.years, record);
    const meant = [request.state, request.with].map((text, index) =>
      text === undefined ? undefined : membersMeant(text, years, record, { catalog, where: index === 0 ? '--state' : '--with' }),
    );
    const begunComputing = performance.now();
    const portfolios = Array.from({ length: years[1] - years[0] + 1 }, (_, index) => portfoliosOf(years[0] + index, members, pledges, capabilities));
    const found = similarities(portfolios);
    const seconds = (performance.now() - begunComputing) / 1000;
    const table: Table = {
      rows: found.rows,
      columns: [
        { name: 'ccode1', kind: 'int16', label: 'COW state number, side 1', values: found.ccode1 },
        { name: 'ccode2', kind: 'int16', label: 'COW state number, side 2', values: found.ccode2 },
        { name: 'year', kind: 'int16', label: 'year', values: found.year },
        { name: 's', kind: 'float64', label: 'S, unweighted', values: found.s },
        { name: 's_weighted', kind: 'float64', label: 'S, weighted by CINC', values: found.sWeighted },
        { name: 'tau_b', kind: 'float64', label: "Kendall's tau-b", values: found.tauB },
        { name: 'kappa', kind: 'float64', label: "Cohen's kappa, squared distances", values: found.kappa },
        { name: 'pi', kind: 'float64', label: "Scott's pi, squared distances", values: found.pi },
      ],
    };
    const chosen = pick(table, found.ccode1, found.ccode2, meant);
    const coded = request.codes === undefined || request.codes === 'cow' ? { table: chosen, notes: [] } : withCodes(chosen, request.codes, catalog());
    const unweighted = portfolios.reduce((sum, year) => sum + year.unweighted, 0);
    const stateYears = portfolios.reduce((sum, year) => sum + year.members.length, 0);
    return {
      table: coded.table,
      years,
      method: METHOD,
      versions: versionsOf(store, SOURCES),
      notes: [
        ...recordNotes(store, SOURCES, request.years, years, record),
        ...(unweighted > 0 ? [`CINC is missing in ${unweighted} of ${stateYears} state-years, which weigh 0.`] : []),
        'Pledges to or from states outside the system are left out.',
        ...coded.notes,
      ],
      listed,
      computed: { pairs: found.rows, readSeconds: (read - begun) / 1000, seconds },
    };
  });
}

/** The rows that concern the states meant. */
function pick(table: Table, ccode1: Int16Array, ccode2: Int16Array, [one, other]: readonly (ReadonlySet<number> | undefined)[]): Table {
  if (one === undefined && other === undefined) return table;
  const has = (set: ReadonlySet<number> | undefined, state: number): boolean => set === undefined || set.has(state);
  const rows: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    const [a, b] = [ccode1[row] ?? 0, ccode2[row] ?? 0];
    if ((has(one, a) && has(other, b)) || (has(one, b) && has(other, a))) rows.push(row);
  }
  const columns = table.columns.map((column): Column => {
    if (column.kind === 'text') return { ...column, values: Int32Array.from(rows, (row) => column.values[row] ?? -1) };
    const values = column.values.slice(0, rows.length);
    rows.forEach((row, index) => (values[index] = column.values[row] ?? Number.NaN));
    return { ...column, values };
  });
  return { rows: rows.length, columns };
}

const NUMBERS: Readonly<Record<Exclude<YearCodes, 'cow'>, { readonly prefix: string; readonly title: string }>> = {
  gw: { prefix: 'gwcode', title: 'Gleditsch-Ward number' },
  iso3: { prefix: 'iso3c', title: 'ISO 3166 code' },
};

/** The table with the codes of another system as two more columns, and what was not converted. */
function withCodes(table: Table, codes: Exclude<YearCodes, 'cow'>, catalog: Catalog): { readonly table: Table; readonly notes: readonly string[] } {
  const codeOf = codesOf(catalog, codes);
  const { prefix, title } = NUMBERS[codes];
  const year = numberColumn(table, 'year').values;
  const levels: string[] = [];
  const numberOf = new Map<string, number>();
  const without = new Set<string>();
  const column = (side: 1 | 2): Column => {
    const ccode = numberColumn(table, `ccode${side}`).values;
    const described = { name: `${prefix}${side}`, label: `${title}, side ${side}` };
    const codeAt = (row: number): string | undefined => {
      const code = codeOf(ccode[row] ?? 0, year[row] ?? 0);
      if (code === undefined) without.add(`${ccode[row]} (${year[row]})`);
      return code;
    };
    if (codes === 'gw')
      return { ...described, kind: 'int16', values: Int16Array.from({ length: table.rows }, (_, row) => Number(codeAt(row) ?? MISSING.int16)) };
    const levelAt = (row: number): number => {
      const code = codeAt(row);
      if (code === undefined) return -1;
      const level = numberOf.get(code) ?? levels.push(code) - 1;
      numberOf.set(code, level);
      return level;
    };
    return { ...described, kind: 'text', levels, values: Int32Array.from({ length: table.rows }, (_, row) => levelAt(row)) };
  };
  const columns = [...table.columns, column(1), column(2)];
  const named = [...without];
  const shown = `${named.slice(0, 10).join(', ')}${named.length > 10 ? ` and ${named.length - 10} more` : ''}`;
  return { table: { rows: table.rows, columns }, notes: named.length === 0 ? [] : [`No single ${title} of the year for ${shown}.`] };
}
