import type { ListedSource } from '../app/data-sources.ts';
import type { ImportReport } from '../app/data-import.ts';
import type { Pulled } from '../app/data-pull.ts';
import type { SourceStatus, StoreStatus, TableStatus } from '../app/data-status.ts';
import { count, grouped, table, wrap, type Style } from './style.ts';

/** What the `data` verb prints for people. */

const rowsOf = (rows: number): string => `${grouped(rows)} ${rows === 1 ? 'row' : 'rows'}`;
const span = (years: readonly [number, number] | null): string => (years === null ? '' : years[0] === years[1] ? String(years[0]) : `${years[0]}-${years[1]}`);

/** Years in runs: "1915-1918, 1940". */
function runs(years: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const year of years) {
    const last = spans.at(-1);
    if (last !== undefined && last[1] === year - 1) last[1] = year;
    else spans.push([year, year]);
  }
  return spans.map(span).join(', ');
}

const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '  ');

/** One line a source. */
export function sourcesText(listed: readonly ListedSource[]): string {
  const rows = listed.map(({ source, version, coverage, in_store, title }) => [
    source,
    version,
    span(coverage),
    in_store.length === 0 ? '-' : in_store.join(', '),
    title,
  ]);
  return table([['source', 'version', 'years', 'in store', 'title'], ...rows]);
}

/** All there is to know of a source before it is used. */
export function sourceText(listed: ListedSource, style: Style): string {
  const { source, title, version, homepage, terms, terms_url, tables, caveats, in_store, pull } = listed;
  const lines = [
    style.bold(`${source}  ${title}, version ${version}`),
    `  ${homepage}`,
    `  In the store: ${in_store.length === 0 ? 'no' : in_store.join(', ')}. ${pull ? `Fetched by 'foedus data pull ${source}'.` : 'Not fetched by foedus: download it, then foedus data import --from DIR.'}`,
    wrap(`Terms: ${terms}${terms_url === null ? '' : ` ${terms_url}`}`, 2),
    ...caveats.map((caveat) => wrap(caveat, 2)),
    '',
  ];
  const described = tables.map((one) =>
    [
      `  ${style.bold(one.table)}  ${one.title}${one.rows === null ? '' : `, ${rowsOf(one.rows)}`}${one.coverage === null ? '' : `, ${span(one.coverage)}`}`,
      indented(indented(table(one.columns.map(({ name, label }) => [name, label])))),
    ].join('\n'),
  );
  return `${lines.join('\n')}\n${described.join('\n')}`;
}

/** A fault as the command line says it. */
export function faultText({ message, detail = [] }: { readonly message: string; readonly detail?: readonly string[] }): string {
  return `foedus: ${message}\n${detail.map((line) => `  ${line}\n`).join('')}`;
}

function importedText({ source, version, tables }: ImportReport['imported'][number], style: Style): string {
  const lines = tables.flatMap(({ table: name, rows, years, notes }) => [[name, rowsOf(rows), span(years), ''], ...notes.map((note) => [note])]);
  return `${style.bold(`${source} ${version}`)}\n${indented(alignedTo(lines))}`;
}

/** What a pull did; what it did not do stands on standard error. */
export function pulledText(outcomes: readonly Pulled[], style: Style): string {
  const blocks = outcomes.flatMap((one) => {
    if (one.outcome !== 'imported') return [];
    const { imported, unchanged } = one.report;
    return imported.length > 0
      ? imported.map((each) => importedText(each, style))
      : unchanged.map(({ source, version }) => `${source} ${version}: unchanged\n`);
  });
  return blocks.join('');
}

/** What an import did; faults stand on standard error. */
export function importText(report: ImportReport, style: Style): string {
  const { imported, unchanged, unknown, seconds } = report;
  const blocks = imported.map((one) => importedText(one, style));
  const left = unknown.length === 0 ? '' : `${wrap(`Left out, not known to foedus (${unknown.length}): ${unknown.join(', ')}`, 0)}\n`;
  return `${blocks.join('')}${left}${summary(imported, unchanged.length, seconds)}\n`;
}

function summary(imported: ImportReport['imported'], unchanged: number, seconds: number): string {
  const tables = imported.flatMap((one) => one.tables);
  if (tables.length === 0) return unchanged === 0 ? 'Nothing was imported.' : `Nothing to do: ${count(unchanged, 'source')} in the store from the same files.`;
  const total = tables.reduce((sum, { rows }) => sum + rows, 0);
  const same = unchanged === 0 ? '' : ` ${count(unchanged, 'source')} unchanged.`;
  return `Imported ${count(imported.length, 'source')}: ${count(tables.length, 'table')}, ${rowsOf(total)}, in ${seconds.toFixed(1)} s.${same}`;
}

const STATES: Readonly<Record<TableStatus['state'], string>> = { sound: 'sound', unchecked: '', missing: 'FILE MISSING', damaged: 'DAMAGED' };

function statusBlock(held: SourceStatus, style: Style): string {
  const lines = held.tables.flatMap((one) => [
    [one.table, one.version === held.version ? '' : one.version, rowsOf(one.rows), span(one.years), one.sha256.slice(0, 8), STATES[one.state]],
    ...(one.gaps.length === 0 ? [] : [[`no row in ${runs(one.gaps)}`]]),
    ...one.notes.map((note) => [note]),
  ]);
  const remarks = [
    `imported ${held.imported.slice(0, 10)}`,
    ...(held.in_use ? [] : [`not in use unless named as ${held.source}@${held.version}`]),
    ...(held.synthetic ? ['made up by foedus, not the published data'] : []),
    ...(held.accepted === null ? [] : [`terms accepted ${held.accepted.slice(0, 10)}`]),
    ...(held.lacking.length === 0 ? [] : [`lacks ${held.lacking.join(', ')}`]),
  ];
  return `${style.bold(`${held.source} ${held.version}`)}  ${style.dim(remarks.join('; '))}\n${indented(alignedTo(lines))}`;
}

/** Rows of cells set in columns; a row of one cell is a remark on the row before, and widens none. */
function alignedTo(rows: readonly (readonly string[])[]): string {
  const full = rows.filter((row) => row.length > 1);
  const [text, set] = [table(full).split('\n'), new Map<readonly string[], string>()];
  full.forEach((row, index) => set.set(row, text[index] ?? ''));
  return rows.map((row) => `${set.get(row) ?? `  ${row[0] ?? ''}`}\n`).join('');
}

/** What the store holds. */
export function statusText({ workspace, sources, absent }: StoreStatus, style: Style): string {
  const blocks = sources.map((held) => statusBlock(held, style));
  const rest = absent.length === 0 ? '' : `${wrap(`Not in the store: ${absent.join(', ')}.`, 0)}\n`;
  return `The store at ${workspace}${sources.length === 0 ? ' is empty' : ''}.\n${blocks.join('')}${rest}`;
}
