import * as z from 'zod';
import { CATALOG_LISTS, catalogRecord, catalogRows } from '../catalog-lists.ts';
import { UserError } from '../user-error.ts';
import { defineVerb } from './define.ts';
import { word, year } from './parts.ts';

export const catalog = defineVerb({
  name: 'catalog',
  summary: 'What foedus knows out of the box: treaties, states, places, crises, contingencies, institutions, parameters, figures',
  description: 'Lists, of which a part is answered at a time; with an id, one record in full.',
  input: z.strictObject({
    list: z.enum(CATALOG_LISTS),
    id: word.exactOptional().describe('One record in full: the id of a treaty or a state'),
    date: z.string().max(10).exactOptional().describe('In force, in being, or to be asked about on a day'),
    state: word.exactOptional().describe('Concerning a state'),
    search: word.exactOptional().describe('Words in the id or a name'),
    indicator: word.exactOptional().describe('Of indicators: this one alone, such as gdp or defense-share'),
    year: year.exactOptional().describe('Of indicators: this year alone'),
    limit: z.int().min(1).max(1000).default(50),
    offset: z.int().min(0).default(0),
  }),
  answer: z.object({ list: z.enum(CATALOG_LISTS), rows: z.array(z.looseObject({})), total: z.int(), offset: z.int() }).meta({ id: 'CatalogList' }),
  run: ({ list, id, limit, offset, ...filter }, place) => {
    if (id !== undefined && list === 'indicators') throw new UserError('id: indicators have none; give state, indicator and year.');
    if (id !== undefined && list !== 'indicators')
      return { value: { list, rows: [catalogRecord(place.catalog(), list, id, place.today())], total: 1, offset: 0 } };
    const rows = catalogRows(place.catalog(), list, filter, place.today());
    return { value: { list, rows: rows.slice(offset, offset + limit), total: rows.length, offset } };
  },
});
