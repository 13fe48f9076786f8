import { rowsOf, type Row } from '../src/core/table/table.ts';
import { withDuck } from '../src/data/duck/open.ts';
import { registerTable } from '../src/data/duck/write-parquet.ts';
import { buildPanelFrom } from '../src/data/panels/build.ts';
import { YEARS, madeUpTables, panelTables } from './made-up-tables.ts';
import type { Suite } from './suite.ts';

const made = madeUpTables();
const tables = panelTables(made);
const ADD = ['gml', 'atop', 'nmc', 'contiguity', 'peace-years'];
const build = () => buildPanelFrom(tables, { unit: 'directed-dyad-year', years: YEARS, add: ADD }, []);
const { rows } = (await build()).table;

const OBLIGATIONS = ['atop_defense', 'atop_offense', 'atop_neutral', 'atop_nonagg', 'atop_consul'] as const;
const COMPONENTS = ['milex', 'milper', 'irst', 'pec', 'tpop', 'upop', 'cinc'] as const;
const recordsOf = (name: string): Row[] => {
  const table = made[name];
  if (table === undefined) throw new RangeError(`no ${name} was made up`);
  return rowsOf(table);
};
const states = recordsOf('cow-states/members');
/** One first state in this many is joined by the plain version. */
const SAMPLE = 20;
const first = states.filter((_, index) => index % SAMPLE === SAMPLE / 2);
const end = (state: Row): number => (state['endyear'] === 2016 ? YEARS.last : Number(state['endyear']));
const yearsTogether = (a: Row, b: Row): number => Math.max(0, Math.min(end(a), end(b)) - Math.max(Number(a['styear']), Number(b['styear'])) + 1);
const sampled = first.reduce((sum, a) => sum + states.reduce((part, b) => part + (a === b ? 0 : yearsTogether(a, b)), 0), 0);

const keyed = (name: string, ...keys: string[]): Map<string, Row> => new Map(recordsOf(name).map((row) => [keys.map((key) => row[key]).join(' '), row]));
const owed = keyed('atop/directed-dyad-year', 'ccode1', 'ccode2', 'year');
const power = keyed('nmc/state-year', 'ccode', 'year');
const near = keyed('contiguity/directed-spells', 'ccode1', 'ccode2');
const fought = new Map<string, { onset: number; ongoing: number }>();
for (const row of recordsOf('gml/directed-dyad-year')) {
  const key = `${row['ccode1']} ${row['ccode2']} ${row['year']}`;
  const known = fought.get(key) ?? { onset: 0, ongoing: 0 };
  fought.set(key, { onset: Math.max(known.onset, Number(row['midonset'])), ongoing: Math.max(known.ongoing, Number(row['midongoing'])) });
}

/** Records joined by maps under text keys, as one would first write it; the maps stand ready. */
function plain(): Record<string, number | string | null>[] {
  const panel: Record<string, number | string | null>[] = [];
  for (const a of first) {
    for (const b of states) {
      if (a === b) continue;
      let peace = 0;
      const from = Math.max(Number(a['styear']), Number(b['styear']));
      for (let year = from; year < from + yearsTogether(a, b); year++) {
        const pair = `${a['ccode']} ${b['ccode']}`;
        const dispute = fought.get(`${pair} ${year}`);
        const row: Record<string, number | string | null> = { ccode1: a['ccode'] ?? null, ccode2: b['ccode'] ?? null, year };
        row['gmlmidonset'] = year > 2010 ? null : (dispute?.onset ?? 0);
        row['gmlmidongoing'] = year > 2010 ? null : (dispute?.ongoing ?? 0);
        for (const name of OBLIGATIONS) row[name] = year > 2018 ? null : (owed.get(`${pair} ${year}`)?.[name] ?? 0);
        for (const name of COMPONENTS) {
          row[`${name}1`] = power.get(`${a['ccode']} ${year}`)?.[name] ?? null;
          row[`${name}2`] = power.get(`${b['ccode']} ${year}`)?.[name] ?? null;
        }
        row['conttype'] = year > 2016 ? null : (near.get(pair)?.['conttype'] ?? 0);
        row['gmlmidspell'] = year > 2010 ? null : peace;
        peace = dispute === undefined ? peace + 1 : 0;
        panel.push(row);
      }
    }
  }
  return panel;
}

const joined = (alias: string, key: string): string => COMPONENTS.map((name) => `${alias}.${name} AS ${name}${key}`).join(', ');
const SQL = `CREATE OR REPLACE TABLE panel AS
  WITH life AS (SELECT ccode, styear, CASE endyear WHEN 2016 THEN ${YEARS.last} ELSE endyear END AS endyear FROM members),
  base AS (
    SELECT a.ccode AS ccode1, b.ccode AS ccode2, unnest(range(greatest(a.styear, b.styear), least(a.endyear, b.endyear) + 1))::SMALLINT AS year
    FROM life a JOIN life b ON a.ccode <> b.ccode AND greatest(a.styear, b.styear) <= least(a.endyear, b.endyear)),
  fought AS (SELECT ccode1, ccode2, year, max(midonset) AS midonset, max(midongoing) AS midongoing FROM disputes GROUP BY ALL),
  wide AS (
    SELECT base.*, CASE WHEN year <= 2010 THEN coalesce(midonset, 0) END AS gmlmidonset, CASE WHEN year <= 2010 THEN coalesce(midongoing, 0) END AS gmlmidongoing,
      ${OBLIGATIONS.map((name) => `CASE WHEN year <= 2018 THEN coalesce(${name}, 0) END AS ${name}`).join(', ')},
      ${joined('one', '1')}, ${joined('two', '2')}, CASE WHEN year <= 2016 THEN coalesce(conttype, 0) END AS conttype
    FROM base LEFT JOIN fought USING (ccode1, ccode2, year) LEFT JOIN pledges USING (ccode1, ccode2, year)
      LEFT JOIN power one ON one.ccode = ccode1 AND one.year = base.year LEFT JOIN power two ON two.ccode = ccode2 AND two.year = base.year
      LEFT JOIN contiguity USING (ccode1, ccode2)),
  counted AS (SELECT *, sum(gmlmidongoing) OVER (PARTITION BY ccode1, ccode2 ORDER BY year ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS past FROM wide)
  SELECT * EXCLUDE past, CASE WHEN year <= 2010 THEN row_number() OVER (PARTITION BY ccode1, ccode2, coalesce(past, 0) ORDER BY year) - 1 END AS gmlmidspell FROM counted`;

const RELATIONS = {
  members: 'cow-states/members',
  pledges: 'atop/directed-dyad-year',
  disputes: 'gml/directed-dyad-year',
  power: 'nmc/state-year',
  contiguity: 'contiguity/directed-spells',
} as const;

export const suite: Suite = {
  title: `Directed dyad-years ${YEARS.first}-${YEARS.last} with disputes, pledges, power, contiguity and peace years (${rows.toLocaleString('en')} rows, made up)`,
  cases: {
    [`records and maps (1 first state in ${SAMPLE} run)`]: { times: rows / sampled, body: () => void plain() },
    'DuckDB joins, its table in memory': () =>
      withDuck(async (duck) => {
        for (const [name, source] of Object.entries(RELATIONS)) {
          const table = made[source];
          if (table === undefined) continue;
          registerTable(duck, `${name}_made`, table);
          await duck.run(`CREATE TABLE ${name} AS SELECT * FROM ${name}_made()`);
        }
        await duck.run(SQL);
      }),
    'runs and typed arrays, with the audit': async () => void (await build()),
  },
};
