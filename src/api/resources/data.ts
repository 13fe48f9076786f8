import * as z from 'zod';
import type { NegativeTie } from '../../app/dyads/negative-ties.ts';
import { word } from '../../app/verbs/parts.ts';
import { OBLIGATIONS } from '../../core/measures/record/pledges.ts';
import { digits, listText, spanText, yearText } from '../query.ts';
import type { Resource } from '../resource.ts';
import { posted, queried } from './questions.ts';

const TABLE = ['json', 'csv', 'parquet', 'dta'] as const;
const NEGATIVE: readonly NegativeTie[] = ['rivalry', 'gml', 'mid'];

const when = { year: yearText.exactOptional(), years: spanText.exactOptional() };

interface When {
  readonly year?: number;
  readonly years?: unknown;
}

const oneOf = [({ year, years }: When): boolean => (year === undefined) !== (years === undefined), 'give year=1914, or years=1816-2018'] as const;

/** What the query of `GET /api/similarity` may hold. */
const similarityQuery = z
  .strictObject({
    ...when,
    state: word.exactOptional(),
    with: word.exactOptional(),
    codes: z.enum(['cow', 'gw', 'iso3']).exactOptional(),
    format: z.enum(TABLE).default('json'),
  })
  .refine(...oneOf)
  .refine((query) => query.with === undefined || query.state !== undefined, { error: 'goes with state: name both states', path: ['with'] });

/** ... and that of `GET /api/network`. */
const networkQuery = z
  .strictObject({
    ...when,
    obligation: z.enum([...OBLIGATIONS, 'any']).default('defense'),
    state: word.exactOptional(),
    without: word.exactOptional(),
    negative: z.enum(NEGATIVE).exactOptional(),
    by: z.enum(['year', 'state']).exactOptional(),
    seed: digits(999_999_999).exactOptional(),
    format: z.enum([...TABLE, 'graphml', 'gexf']).default('json'),
  })
  .refine(...oneOf)
  .refine((query) => query.without === undefined || query.years === undefined, { error: 'goes with year: name one', path: ['without'] })
  .refine((query) => query.years === undefined || (query.format !== 'graphml' && query.format !== 'gexf'), {
    error: 'a graph is of one year: give year, not years',
    path: ['format'],
  });

const named = z.object({ name: z.string().max(64) });

export const dataResources: readonly Resource[] = [
  queried('sources', { group: 'data', id: 'listSources', path: '/data/sources' }, z.strictObject({})),
  queried(
    'sources',
    { group: 'data', id: 'getSource', path: '/data/sources/{source}', parts: z.object({ source: word }).transform(({ source }) => ({ sources: [source] })) },
    z.strictObject({}),
  ),
  queried('status', { group: 'data', id: 'getStatus', path: '/data/status' }, z.strictObject({})),
  queried(
    'cite',
    { group: 'data', id: 'cite', path: '/data/citations' },
    z.strictObject({ sources: listText.exactOptional(), format: z.enum(['json', 'bib']).default('json') }),
  ),
  queried('atop', { group: 'data', id: 'listAtop', path: '/data/atop' }, z.strictObject({})),
  posted('panel', { group: 'data', id: 'panel' }),
  queried('measures', { group: 'data', id: 'listMeasures' }, z.strictObject({})),
  posted('measure', { group: 'data', id: 'measure', path: '/measure/{name}', parts: named }),
  queried('similarity', { group: 'data', id: 'similarity' }, similarityQuery),
  queried('network', { group: 'data', id: 'network' }, networkQuery),
];
