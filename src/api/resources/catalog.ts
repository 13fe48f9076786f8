import * as z from 'zod';
import { CATALOG_LISTS, catalogRecord, catalogRows, type CatalogList } from '../../app/catalog-lists.ts';
import { catalogFile } from '../../app/own-catalog.ts';
import { UserError } from '../../app/user-error.ts';
import { word } from '../../app/verbs/parts.ts';
import { contingencySchema } from '../../core/facts/contingencies.ts';
import { INDICATORS } from '../../core/facts/indicators.ts';
import { institutionSchema } from '../../core/facts/institutions.ts';
import { parametersSchema } from '../../core/facts/parameters.ts';
import { crisisSchema } from '../../core/law/crisis-schema.ts';
import { stateSchema } from '../../core/states/schema.ts';
import { treatySchema } from '../../core/treaty/schema.ts';
import { page, pageOf, sendPage } from '../paging.ts';
import { yearText } from '../query.ts';
import { defineResource, type Resource } from '../resource.ts';
import { unknown } from './kept.ts';

const search = word.exactOptional().describe('Words in the id or a name, accents and case aside');
const date = (what: string) => z.string().max(10).exactOptional().describe(`${what} on this day, YYYY-MM-DD`);
const state = word.exactOptional().describe('Concerning this state: an id, a name or a code');

const indicators = ['gdp', ...Object.keys(INDICATORS).filter((name) => name !== 'gdp')] as const;

const place = z.looseObject({ id: z.string(), name: z.string() });

/** The lists of the catalog: what a query may hold, a row, a record in full where that is more, and of what it is told. */
const LISTS: Readonly<
  Record<CatalogList, { readonly one: string; readonly summary: string; readonly query: z.ZodRawShape; readonly row: z.ZodType; readonly record?: z.ZodType }>
> = {
  treaties: {
    one: 'treaty',
    summary: 'Treaties by date of signature, those of the workspace among them',
    query: { date: date('In force'), state, search },
    row: z
      .object({
        id: z.string(),
        name: z.string(),
        signed: z.string(),
        from: z.string().nullable().describe('First day in force'),
        to: z.string().nullable().describe('First day no longer in force'),
        parties: z.array(z.string()),
        obligations: z.array(z.string()),
      })
      .meta({ id: 'TreatyLine' }),
    record: treatySchema,
  },
  states: {
    one: 'state',
    summary: 'States with their names, codes, capitals and the days they existed',
    query: { date: date('In being'), state, search },
    row: stateSchema.meta({ id: 'State' }),
  },
  territories: { one: 'territory', summary: 'Places of the gazetteer, and who administered and claimed them', query: { search }, row: place },
  regions: { one: 'region', summary: 'Regions and treaty areas', query: { search }, row: place },
  events: {
    one: 'event',
    summary: 'Crises of the past: what was asked, owed and done',
    query: { date: date('That began'), state, search },
    row: crisisSchema,
  },
  contingencies: {
    one: 'contingency',
    summary: 'What treaties are asked about: who, whom, where, how often',
    query: { date: date('Those there are'), state, search },
    row: contingencySchema.meta({ id: 'Contingency' }),
  },
  institutions: {
    one: 'institution',
    summary: 'Who must agree to a treaty, state by state, by what majority, and where that is written',
    query: { date: date('As they stand'), state, search },
    row: institutionSchema.meta({ id: 'Institution' }),
  },
  parameters: {
    one: 'parameters',
    summary: 'What the models run on, with ranges and where they come from',
    query: { search },
    row: parametersSchema.meta({ id: 'Parameters' }),
  },
  indicators: {
    one: 'indicator',
    summary: 'Figures of states by year, with their sources',
    query: { state, indicator: z.enum(indicators).exactOptional(), year: yearText.exactOptional() },
    row: z
      .object({
        state: z.string(),
        year: z.int(),
        indicator: z.string(),
        value: z.number(),
        source: z.string(),
        note: z.string().exactOptional(),
      })
      .meta({ id: 'Indicator' }),
  },
};

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

function listOf(list: CatalogList): Resource {
  const { summary, query, row } = LISTS[list];
  return defineResource({
    method: 'GET',
    path: `/${list}`,
    id: `list${capital(list)}`,
    group: 'catalog',
    summary,
    asks: { query: z.strictObject({ ...query, ...page }) },
    answer: pageOf(row),
    handle: ({ query: { limit, offset, ...filter } }, c, { catalog, today }) => sendPage(c, catalogRows(catalog, list, filter, today()), { limit, offset }),
  });
}

function oneOf(list: Exclude<CatalogList, 'indicators'>): Resource {
  const { one, row, record = row } = LISTS[list];
  return defineResource({
    method: 'GET',
    path: `/${list}/{id}`,
    id: `get${capital(one)}`,
    group: 'catalog',
    summary: `One of the ${list}`,
    asks: { parts: z.object({ id: word }) },
    answer: record,
    problems: [404],
    handle: ({ parts: { id } }, c, { catalog, today }) => {
      try {
        return c.json(catalogRecord(catalog, list, id, today()));
      } catch (error) {
        if (error instanceof UserError) return unknown(c, one, id, error.message);
        throw error;
      }
    },
  });
}

export const catalogResources: readonly Resource[] = [
  ...CATALOG_LISTS.flatMap((list) => (list === 'indicators' ? [listOf(list)] : [listOf(list), oneOf(list)])),
  defineResource({
    method: 'GET',
    path: '/treaties/{id}/file',
    id: 'getTreatyFile',
    group: 'catalog',
    summary: 'The file of a treaty of the catalog: clauses, sources and comments',
    asks: { parts: z.object({ id: word }) },
    files: ['application/yaml'],
    problems: [404],
    handle: ({ parts: { id } }, c, { catalog }) => {
      if (!catalog.treaties.some((treaty) => treaty.id === id)) return unknown(c, 'treaty', id);
      const text = treatyFile(id);
      return text === undefined
        ? unknown(c, 'file of the catalog', id)
        : c.body(text, 200, { 'Content-Type': 'application/yaml; charset=utf-8', 'Content-Disposition': `attachment; filename="${id}.yaml"` });
    },
  }),
];

/** The text of a treaty's file in the catalog; undefined of one that is not of the catalog. */
function treatyFile(id: string): string | undefined {
  try {
    return catalogFile('treaties', `${id}.yaml`);
  } catch {
    return undefined;
  }
}
