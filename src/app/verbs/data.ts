import { writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { OBLIGATIONS } from '../../core/measures/record/pledges.ts';
import { rowsOf, type Table } from '../../core/table/table.ts';
import type { NegativeTie } from '../dyads/negative-ties.ts';
import type { MeasureRow } from '../measures/define.ts';
import type { NetworkRequest } from '../network.ts';
import { PANEL_UNITS, SYSTEMS } from '../panel-request.ts';
import { UserError } from '../user-error.ts';
import { defineVerb, formatOf, type Found } from './define.ts';
import { FIRST_YEAR, LAST_YEAR, notes, rows, seed, versions, word, year, years } from './parts.ts';

/* What reads the store loads DuckDB: it is imported where a verb runs. */

/** A table as the files that tables are written to. */
export const tableFiles = (table: () => Table | Promise<Table>, label: string): NonNullable<Found['files']> => {
  const write = async (file: string): Promise<void> => {
    const { writeTable } = await import('../write-table.ts');
    return writeTable(await table(), file, { label });
  };
  return { csv: write, parquet: write, dta: write };
};
const rowFiles = (found: readonly MeasureRow[], label: string): NonNullable<Found['files']> =>
  tableFiles(async () => (await import('../measures/table-of.ts')).tableOf(found), label);

export const atop = defineVerb({
  name: 'atop',
  summary: "ATOP's alliances of the store as treaties: what ATOP codes, no more",
  input: z.strictObject({}),
  answer: z
    .object({ version: z.string(), treaties: z.array(z.looseObject({ id: z.string(), name: z.string() }).describe('In the treaty language')) })
    .meta({ id: 'AtopTreaties' }),
  apart: true,
  run: async (_, { workspace, catalog }) => {
    const { storedAtop } = await import('../atop.ts');
    return { value: await storedAtop(workspace, catalog()) };
  },
});

const spanYears = z.tuple([z.int(), z.int()]).nullable();

export const sources = defineVerb({
  name: 'sources',
  summary: 'The sources foedus reads, and which of them the store holds',
  input: z.strictObject({ sources: z.array(word).max(100).exactOptional().describe('Ids; all when left out') }),
  answer: z
    .object({
      workspace: z.string(),
      sources: z.array(
        z.looseObject({
          source: z.string(),
          title: z.string(),
          version: z.string(),
          coverage: spanYears,
          terms: z.string(),
          homepage: z.string(),
          tables: z.array(z.looseObject({ table: z.string(), title: z.string(), unit: z.string(), coverage: spanYears })),
          in_store: z.array(z.string()).describe('Versions, the one in use last'),
        }),
      ),
    })
    .meta({ id: 'Sources' }),
  run: async ({ sources: ids = [] }, { workspace }) => {
    const { listSources } = await import('../data-sources.ts');
    return { value: { workspace, sources: await listSources(workspace, ids) } };
  },
});

export const status = defineVerb({
  name: 'status',
  summary: 'Versions, rows, years and hashes of what the store holds',
  input: z.strictObject({}),
  answer: z
    .object({
      workspace: z.string(),
      sources: z.array(
        z.looseObject({
          source: z.string(),
          version: z.string(),
          in_use: z.boolean(),
          imported: z.string(),
          synthetic: z.boolean(),
          terms: z.string(),
          citation: z.string(),
          tables: z.array(z.looseObject({ table: z.string(), rows: z.int(), years: spanYears, sha256: z.string(), state: z.string() })),
          lacking: z.array(z.string()),
        }),
      ),
      absent: z.array(z.string()),
      sound: z.boolean(),
    })
    .meta({ id: 'Status' }),
  apart: true,
  run: async (_, { workspace }) => {
    const { storeStatus } = await import('../data-status.ts');
    return { value: await storeStatus(workspace, false) };
  },
});

export const cite = defineVerb({
  name: 'cite',
  summary: 'What to cite for sources, with their versions',
  input: z.strictObject({ sources: z.array(word).max(100).exactOptional().describe('Ids; those in the store when left out'), format: formatOf('bib') }),
  answer: z.object({ entries: z.array(z.object({ key: z.string(), type: z.string(), fields: z.record(z.string(), z.string()) })) }).meta({ id: 'Citations' }),
  files: ['bib'],
  run: async ({ sources: ids = [] }, { workspace }) => {
    const [{ citationsOf }, { bibtex }] = await Promise.all([import('../data-cite.ts'), import('../../core/formats/bibtex.ts')]);
    const entries = await citationsOf(workspace, ids);
    return { value: { entries }, name: 'citations', files: { bib: (file) => writeFile(file, bibtex(entries)) } };
  },
});

export const panel = defineVerb({
  name: 'panel',
  summary: 'Build a panel of states, pairs, alliance members or disputes by year',
  input: z.strictObject({
    unit: z.enum(PANEL_UNITS),
    system: z.enum(SYSTEMS).default('cow').describe('Whose list of states'),
    years: years.exactOptional(),
    states: z
      .array(z.union([word, z.int().min(1).max(9999)]))
      .max(500)
      .exactOptional(),
    add: z.array(word).max(100).default([]).describe('Sources by their ids; also peace-years, peace-years-calendar, spells'),
    head: z.int().min(0).max(1000).exactOptional().describe('Send the first rows too'),
    audit: year.exactOptional().describe('A year whose left-out rows the audit shows'),
    ratio: z.int().min(0).max(100).exactOptional(),
    seed: seed.exactOptional(),
    format: formatOf('csv', 'parquet', 'dta'),
  }),
  answer: z
    .looseObject({
      rows: z.int().describe('How many'),
      columns: z.array(z.string()),
      audit: z.array(z.looseObject({ source: z.string(), version: z.string() })),
      seconds: z.number(),
      unit: z.enum(PANEL_UNITS),
      system: z.enum(SYSTEMS),
      years: z.object({ first: z.int(), last: z.int() }),
      versions,
      notes,
      head: z.array(z.record(z.string(), z.unknown())).exactOptional(),
    })
    .meta({ id: 'Panel' }),
  files: ['csv', 'parquet', 'dta'],
  apart: true,
  run: async ({ unit, system, years: span, states, add, head, audit, ratio, seed: first }, { workspace }) => {
    const [{ buildPanel, panelSummary, stateCodes }, { writePanel }] = await Promise.all([import('../panel.ts'), import('../panel-files.ts')]);
    const built = await buildPanel(workspace, {
      unit,
      system,
      add,
      ...(span !== undefined && { years: span }),
      ...(states !== undefined && { states: stateCodes(states.map(String), system) }),
      ...(audit !== undefined && { sampleYear: audit }),
      ...(ratio !== undefined && { ratio }),
      ...(first !== undefined && { seed: first }),
    });
    const write = (file: string): Promise<void> => writePanel(built, file);
    return {
      value: panelSummary(built, head),
      name: `${unit}-${built.years.first}-${built.years.last}`,
      files: { csv: write, parquet: write, dta: write },
    };
  },
});

export const measures = defineVerb({
  name: 'measures',
  summary: 'The measures of power, polarity and stability there are',
  input: z.strictObject({}),
  answer: z.object({ rows: z.array(z.object({ name: z.string(), title: z.string() })) }).meta({ id: 'Measures' }),
  run: async () => {
    const { listMeasures } = await import('../measure.ts');
    return { value: { rows: listMeasures() } };
  },
});

export const measure = defineVerb({
  name: 'measure',
  summary: 'Power, polarity and stability of the system, of the record or of numbers of your own',
  input: z.strictObject({
    name: z.string().max(64).describe('One of measures'),
    states: z.array(word).max(500).default([]),
    without: z.array(word).max(500).default([]).describe('States taken out of the system'),
    years: years.exactOptional(),
    input: z.record(z.string(), z.unknown()).exactOptional().describe('States, sizes and ties of your own'),
    weights: z.array(z.number().min(0)).min(1).max(1000).exactOptional(),
    quota: z.number().positive().exactOptional(),
    gamma: z.number().positive().exactOptional(),
    honor: z.number().positive().exactOptional(),
    threat: z.enum(['rival', 'leader']).exactOptional(),
    format: formatOf('csv', 'parquet', 'dta'),
  }),
  answer: z.object({ rows, notes }).meta({ id: 'Measured' }),
  files: ['csv', 'parquet', 'dta'],
  apart: true,
  run: async ({ name, years: span, input, states, without, weights, quota, gamma, honor, threat }, { workspace }) => {
    const [{ runMeasure }, { storeFacts }] = await Promise.all([import('../measure.ts'), import('../store-facts.ts')]);
    const found = await runMeasure(
      name,
      {
        states,
        without,
        ...(weights !== undefined && { weights }),
        ...(quota !== undefined && { quota }),
        ...(gamma !== undefined && { gamma }),
        ...(honor !== undefined && { honor }),
        ...(threat !== undefined && { threat }),
        ...(span !== undefined && { years: [span.first, span.last] }),
        ...(input !== undefined && { input: { name: 'input', text: JSON.stringify(input) } }),
      },
      storeFacts(workspace),
    );
    return { value: found, name, files: rowFiles(found.rows, name) };
  },
});

/** A year or a span of years: one of the two. */
const when = { year: year.exactOptional(), years: years.exactOptional() };

interface When {
  readonly year?: number;
  readonly years?: { readonly first: number; readonly last: number };
}

function spanOf({ year: one, years: span }: When): readonly [first: number, last: number] {
  if ((one === undefined) === (span === undefined)) throw new UserError('give a year, such as 1914, or years, such as 1816-2018: one of the two.');
  return [span?.first ?? one ?? FIRST_YEAR, span?.last ?? one ?? LAST_YEAR];
}

/** More pairs than these are files, not JSON. */
const MOST_PAIRS = 100_000;

export const similarity = defineVerb({
  name: 'similarity',
  summary: 'How alike the alliance portfolios of states are, for every pair and year: S, S weighted, tau-b, kappa, pi',
  input: z.strictObject({
    ...when,
    state: word.exactOptional().describe('Only pairs with this state'),
    with: word.exactOptional().describe('With state: only the pair with this one'),
    codes: z.enum(['cow', 'gw', 'iso3']).exactOptional(),
    format: formatOf('csv', 'parquet', 'dta'),
  }),
  answer: z.object({ rows, method: z.record(z.string(), z.string()), versions, notes }).meta({ id: 'Similarity' }),
  files: ['csv', 'parquet', 'dta'],
  apart: true,
  run: async ({ format, state, with: other, codes, ...span }, { workspace }) => {
    if (other !== undefined && state === undefined) throw new UserError('with: goes with state: name both states.');
    const { similarityOf } = await import('../similarity.ts');
    const {
      table,
      years: covered,
      method,
      versions: data,
      notes: told,
    } = await similarityOf(workspace, {
      years: spanOf(span),
      ...(state !== undefined && { state }),
      ...(other !== undefined && { with: other }),
      ...(codes !== undefined && { codes }),
    });
    if (format === 'json' && table.rows > MOST_PAIRS) {
      throw new UserError(
        `format: ${table.rows.toLocaleString('en')} pairs are more than the ${MOST_PAIRS.toLocaleString('en')} that are sent as JSON; ask for csv, parquet or dta, for fewer years, or for one state.`,
      );
    }
    return {
      get value() {
        return { rows: rowsOf(table), method, versions: data, notes: told };
      },
      name: `similarity-${covered[0]}-${covered[1]}`,
      files: tableFiles(() => table, 'Similarity of alliance portfolios'),
    };
  },
});

const NEGATIVE: readonly NegativeTie[] = ['rivalry', 'gml', 'mid'];

export const network = defineVerb({
  name: 'network',
  summary: 'The network of an obligation by year: density, centrality, communities, balance; fault lines with one state gone',
  input: z.strictObject({
    ...when,
    obligation: z.enum([...OBLIGATIONS, 'any']).default('defense'),
    state: word.exactOptional().describe('The partners of this state; with years, its measures'),
    without: word.exactOptional().describe('With year: what the network is without this state'),
    negative: z.enum(NEGATIVE).exactOptional().describe('The negative relation for structural balance'),
    by: z.enum(['year', 'state']).exactOptional().describe('With years: a row a year, or a row a state and year'),
    seed: seed.exactOptional(),
    format: formatOf('csv', 'parquet', 'dta', 'graphml', 'gexf'),
  }),
  answer: z
    .looseObject({
      obligation: z.string(),
      method: z.record(z.string(), z.string()),
      versions,
      notes,
      year: z.int().exactOptional(),
      states: z.array(z.record(z.string(), z.unknown())).exactOptional().describe('Of a year: every state with its measures'),
      ties: z.array(z.record(z.string(), z.unknown())).exactOptional(),
      rows: z.array(z.record(z.string(), z.unknown())).exactOptional().describe('Of a span of years'),
    })
    .meta({ id: 'Network' }),
  files: ['csv', 'parquet', 'dta', 'graphml', 'gexf'],
  apart: true,
  run: async (question, { workspace }) => {
    const { format, years: span, by, obligation, state, without, negative, seed: first } = question;
    if (without !== undefined && span !== undefined) throw new UserError('without: goes with year: name one.');
    if (span !== undefined && (format === 'graphml' || format === 'gexf')) throw new UserError('format: a graph is of one year: give year, not years.');
    const [{ networkOf, networksOf }, { networkFile }, { graphml }, { gexf }] = await Promise.all([
      import('../network.ts'),
      import('../dyads/network-file.ts'),
      import('../../core/formats/graphml.ts'),
      import('../../core/formats/gexf.ts'),
    ]);
    const request: NetworkRequest = {
      years: spanOf(question),
      obligation,
      ...(state !== undefined && { state }),
      ...(without !== undefined && { without }),
      ...(negative !== undefined && { negative }),
      ...(first !== undefined && { seed: first }),
    };
    if (span === undefined) {
      const answer = await networkOf(workspace, request);
      const name = `${obligation}-${answer.year}`;
      return {
        value: answer,
        name,
        files: {
          ...rowFiles(answer.states, name),
          graphml: (file) => writeFile(file, graphml(networkFile(answer))),
          gexf: (file) => writeFile(file, gexf(networkFile(answer))),
        },
      };
    }
    const { rows: byYear, states, seconds: _, ...rest } = await networksOf(workspace, request);
    const chosen = by === 'state' || state !== undefined ? states : byYear;
    const name = `${obligation}-${rest.years[0]}-${rest.years[1]}`;
    return { value: { rows: chosen, ...rest }, name, files: rowFiles(chosen, name) };
  },
});
