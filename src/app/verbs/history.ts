import * as z from 'zod';
import { rowsOf } from '../../core/table/table.ts';
import { CODE_SYSTEMS } from '../../core/states/types.ts';
import { convertStateCodes } from '../codes.ts';
import { dayOf } from '../dates.ts';
import { didYouMean, idsNear } from '../did-you-mean.ts';
import { checkHistory } from '../history.ts';
import { stateMeant } from '../known-state.ts';
import { UserError } from '../user-error.ts';
import { tableFiles } from './data.ts';
import { defineVerb, formatOf } from './define.ts';
import { id, notes, rows, versions, word, year, years } from './parts.ts';

export const history = defineVerb({
  name: 'history',
  summary: 'Real crises replayed: what the treaties required, held against the law',
  input: z.strictObject({ crises: z.array(id).max(500).exactOptional().describe('Ids of events; all when left out') }),
  answer: z
    .object({
      crises: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          date: z.string(),
          findings: z.array(z.object({ expected: z.string(), agrees: z.boolean(), instead: z.string().exactOptional() })),
        }),
      ),
      expectations: z.int(),
      agreed: z.int(),
    })
    .meta({ id: 'History' }),
  apart: true,
  run: ({ crises = [] }, place) => {
    const catalog = place.catalog();
    for (const wanted of crises) {
      if (catalog.events.some((event) => event.id === wanted)) continue;
      const near = idsNear(
        wanted,
        catalog.events.map((event) => [event.id, event.name] as const),
      );
      throw new UserError(`crises: there is no crisis '${wanted}'. ${didYouMean(near, 'GET /api/events lists them all.')}`);
    }
    const events = catalog.events.filter((event) => crises.length === 0 || crises.includes(event.id));
    return { value: checkHistory(catalog, place.world(), events) };
  },
});

export const disputes = defineVerb({
  name: 'disputes',
  summary: 'Two centuries of disputes against the alliances of the record: who owed whom what, and who came',
  input: z.strictObject({
    years: years.exactOptional().describe('Those that begin in these years'),
    state: word.exactOptional().describe('Only what this state owed, and its joining'),
    cases: z.boolean().exactOptional().describe('One row for each promise, not one for each year'),
    format: formatOf('csv', 'parquet', 'dta'),
  }),
  answer: z.object({ method: z.string(), versions, notes, rows }).meta({ id: 'Disputes' }),
  files: ['csv', 'parquet', 'dta'],
  apart: true,
  run: async ({ years: span, state, cases = false }, place) => {
    const catalog = place.catalog();
    const { casusHistory } = await import('../casus-history.ts');
    const found = await casusHistory(place.workspace, catalog, place.world(), {
      ...(span !== undefined && { years: [span.first, span.last] }),
      ...(state !== undefined && { state: stateMeant(catalog, state, 'state') }),
    });
    const table = cases ? found.cases : found.years;
    const { method, versions: data, notes: told } = found;
    const label = cases ? 'Casus foederis, by promise' : 'Casus foederis, by year';
    return {
      get value() {
        return { method, versions: data, notes: told, rows: rowsOf(table) };
      },
      name: cases ? 'casus-foederis' : 'casus-foederis-years',
      files: tableFiles(() => table, label),
    };
  },
});

export const codes = defineVerb({
  name: 'codes',
  summary: 'Turn state codes of one system into another, as of a date',
  input: z.strictObject({
    values: z.array(word).max(5000).exactOptional().describe('Codes or names; all states when left out'),
    from: z.enum(CODE_SYSTEMS).default('iso3'),
    to: z.enum(CODE_SYSTEMS).default('name'),
    date: z.string().max(10).exactOptional().describe('The day the code is of; every date when left out'),
    year: year.exactOptional(),
  }),
  answer: z
    .object({
      rows: z.array(
        z.object({
          value: z.string(),
          matches: z.array(z.object({ state: z.string(), value: z.string() })),
          ambiguous: z.boolean(),
          note: z.string().exactOptional(),
        }),
      ),
      warnings: z.array(z.string()),
    })
    .meta({ id: 'Codes' }),
  run: ({ values = [], from, to, date, year: one }, place) => ({
    value: convertStateCodes(place.catalog(), values, {
      from,
      to,
      ...(date !== undefined && { date: dayOf(date, 'date') }),
      ...(one !== undefined && { year: one }),
    }),
  }),
});
