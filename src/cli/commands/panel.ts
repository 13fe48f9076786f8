import type { AuditEntry, BuiltPanel } from '../../app/panel.ts';
import { defineCommand } from '../command.ts';
import { listOf } from '../list-of.ts';
import { count, figuresTable, grouped, styleFor, table, type Style } from '../style.ts';

const UNITS = ['state-year', 'dyad-year', 'directed-dyad-year', 'alliance-member-year', 'dispute-participant', 'k-ad-year'] as const;
type Unit = (typeof UNITS)[number];
const SYSTEMS = ['cow', 'gw'] as const;

export const panel = defineCommand({
  name: 'panel',
  summary: 'build a panel of states, pairs, alliance members or disputes by year',
  description:
    'Rows come from a list of states, columns from the sources named. An audit says what became of every row of theirs. ' +
    'Values are missing outside the years a source covers, and zero only inside. -o writes .csv, .parquet, .dta or .json.',
  examples: [
    {
      line: 'foedus panel directed-dyad-year --years 1900-1902 --add atop,nmc -o dyads.parquet',
      note: 'what each state owed each other, and the power of both',
    },
    {
      line: 'foedus panel state-year --system gw --years 1900-1901 --add nmc --head 5',
      note: 'states of Gleditsch and Ward, with what the Correlates of War know of them',
    },
  ],
  args: [{ name: 'unit', description: `what a row is: ${UNITS.join(', ')}`, required: true }],
  flags: [
    { name: 'system', value: 'LIST', description: 'whose list of states: cow (Correlates of War, when left out) or gw (Gleditsch and Ward)', choices: SYSTEMS },
    { name: 'years', value: 'A-B', description: 'first and last year; those of the list when left out' },
    {
      name: 'states',
      value: 'CODES',
      description: 'these states alone, and pairs of two of them; numbers, ISO 3166 codes, abbreviations of the list or names, set apart by commas',
      repeat: true,
      complete: 'state',
    },
    { name: 'add', value: 'SOURCES', description: 'sources to attach, set apart by commas; also peace-years, peace-years-calendar, spells', repeat: true },
    { name: 'head', value: 'N', description: 'print the first N rows' },
    { name: 'audit', value: 'YEAR', description: 'print what became of the rows of a year' },
    { name: 'ratio', value: 'N', description: 'of k-ad-year: groups drawn without the event for each with it; 5 when left out' },
    { name: 'seed', value: 'N', description: 'of k-ad-year: seed of the draw; 1 when left out' },
    { name: 'workspace', value: 'DIR', description: 'the folder of the store; the nearest .foedus upward when left out' },
  ],
  run: async (input, { io, note }) => {
    const [{ buildPanel, panelSummary, stateCodes }, { panelDta, panelWriters }, { storeFolder }, { yearOf, yearsOf }, { unitNamed }, { wholeNumber }] =
      await Promise.all([
        import('../../app/panel.ts'),
        import('../../app/panel-files.ts'),
        import('../../app/with-store.ts'),
        import('../../app/dates.ts'),
        import('../../app/panel-request.ts'),
        import('../../app/whole-number.ts'),
      ]);
    const unit: Unit = unitNamed(input.argument('unit') ?? '', UNITS);
    const system = SYSTEMS.find((one) => one === input.flag('system')) ?? 'cow';
    const [years, states, add, audit] = [input.flag('years'), listOf(input.flags('states')), listOf(input.flags('add')), input.flag('audit')];
    const [head, ratio, seed] = ['head', 'ratio', 'seed'].map((name) => wholeNumber(input.flag(name), `--${name}`));
    const span = years === undefined ? undefined : yearsOf(years);
    const sampleYear = audit === undefined ? undefined : yearOf(audit, '--audit');
    const built = await buildPanel(storeFolder(input.flag('workspace'), io.cwd, io.env), {
      unit,
      system,
      add,
      ...(span !== undefined && { years: { first: span[0], last: span[1] } }),
      ...(states.length > 0 && { states: stateCodes(states, system) }),
      ...(ratio !== undefined && { ratio }),
      ...(seed !== undefined && { seed }),
      ...(sampleYear !== undefined && { sampleYear }),
    });
    built.notes.forEach(note);
    // The file takes the place of the summary; what became of the sources' rows is still told.
    if (input.flag('output') !== undefined && !input.on('json')) note(summary(built, styleFor(false)).trimEnd());
    const value = panelSummary(built, head);
    return {
      value,
      text: (style) =>
        [
          summary(built, style),
          ...(sampleYear === undefined ? [] : [yearInWords(built.audit, sampleYear, style)]),
          ...(value.head === undefined ? [] : [rowsInWords(value.head)]),
        ].join('\n'),
      files: { dta: () => panelDta(built) },
      writers: panelWriters(built),
    };
  },
});

/** How many tables the rows of a unit themselves come from: the list of states, and for some one more. The audit begins with them. */
const BASES: Readonly<Record<Unit, number>> = {
  'state-year': 1,
  'dyad-year': 1,
  'directed-dyad-year': 1,
  'alliance-member-year': 2,
  'dispute-participant': 2,
  'k-ad-year': 2,
};

/** Rows, columns, and what became of the sources' rows. */
function summary(built: BuiltPanel, style: Style): string {
  const { table: data, unit, system, years, audit, versions, seconds } = built;
  const head = `${style.bold(`${unit}, ${system === 'cow' ? 'Correlates of War' : 'Gleditsch and Ward'}, ${years.first}-${years.last}`)}: ${grouped(data.rows)} rows, ${count(data.columns.length, 'column')}, ${seconds.toFixed(2)} s\n`;
  const bases = BASES[unit];
  const rows = figuresTable([
    ['source', 'table', 'rows', 'matched', 'dropped', 'duplicated', 'covers', 'no row means'],
    ...audit.map((one, index) => [
      one.source,
      one.table,
      ...[one.rows, one.matched, one.dropped, one.duplicated].map(grouped),
      one.coverage === null ? '' : `${one.coverage[0]}-${one.coverage[1]}`,
      index < bases ? '' : one.absent,
    ]),
  ]);
  const reasons = audit.flatMap(({ source, reasons: all }) => all.map((one) => [source, grouped(one.rows), one.words]));
  const sourcesOf = new Map<string, string[]>();
  for (const { source, notes } of audit) for (const line of notes) sourcesOf.set(line, [...(sourcesOf.get(line) ?? []), source]);
  const remarks = [...sourcesOf].map(([line, of]) => `${[...new Set(of)].join(', ')}: ${line}\n`);
  const versionLine = `Data: ${Object.entries(versions)
    .map(([source, version]) => `${source} ${version}`)
    .join(', ')}.\n`;
  return [
    head,
    `Columns: ${data.columns.map(({ name }) => name).join(' ')}\n`,
    audit.length > bases ? `${rows}Outside the years covered values are missing.\n` : rows,
    ...(reasons.length === 0 ? [] : [figuresTable([['source', 'rows', 'left out because'], ...reasons])]),
    ...(remarks.length === 0 ? [] : [remarks.join('')]),
    versionLine,
  ].join('\n');
}

/** What became of the rows of one year: how many that are not zero, by column, and the rows left out. */
function yearInWords(audit: readonly AuditEntry[], year: number, style: Style): string {
  const events = audit.flatMap(({ source, events: columns = {} }) =>
    Object.entries(columns).flatMap(([column, years]) => {
      const one = years[String(year)];
      return one === undefined ? [] : [[source, column, String(one.matched), String(one.dropped), String(one.duplicated)]];
    }),
  );
  const rows = audit.flatMap(({ source, reasons }) =>
    reasons.flatMap(({ reason, sample }) =>
      sample
        .filter((row) => Object.values(row).includes(year))
        .map((row) => [
          source,
          reason,
          Object.entries(row)
            .map(([name, value]) => `${name} ${value ?? 'missing'}`)
            .join(', '),
        ]),
    ),
  );
  return [
    `${style.bold(String(year))}, rows that are not zero\n`,
    events.length === 0 ? 'None.\n' : figuresTable([['source', 'column', 'matched', 'dropped', 'duplicated'], ...events]),
    ...(rows.length === 0 ? [] : [`Rows of the year left out\n\n${table(rows)}`]),
  ].join('\n');
}

function rowsInWords(rows: readonly Readonly<Record<string, number | string | null>>[]): string {
  const names = Object.keys(rows[0] ?? {});
  return figuresTable([names, ...rows.map((row) => names.map((name) => String(row[name] ?? '')))]);
}
