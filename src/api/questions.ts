import * as z from 'zod';
import type { NegativeTie } from '../app/dyads/negative-ties.ts';
import { PANEL_UNITS, SYSTEMS } from '../app/panel-request.ts';
import { OBLIGATIONS } from '../core/measures/record/pledges.ts';
import { FIRST_DATE, LAST_DATE } from '../core/states/dates.ts';

/** What programs ask about data, as it comes in: a body of JSON, or the parts of a query. */

const FIRST_YEAR = Number(FIRST_DATE.slice(0, 4));
const LAST_YEAR = Number(LAST_DATE.slice(0, 4));
const NEGATIVE: readonly NegativeTie[] = ['rivalry', 'gml', 'mid'];

/** `json` answers at once, the others are files. */
export const TABLE_FORMATS = ['json', 'csv', 'parquet', 'dta'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

const year = z.int().min(FIRST_YEAR).max(LAST_YEAR);
const years = z.strictObject({ first: year, last: year }).refine(({ first, last }) => first <= last, 'run backward; write the earlier year first');
const word = z.string().min(1).max(100);
const seed = z.int().min(0).max(999_999_999);
const format = z.enum(TABLE_FORMATS).default('json');

/** The body of `POST /api/panel`: the flags of `foedus panel`. */
export const panelQuestion = z.strictObject({
  unit: z.enum(PANEL_UNITS),
  system: z.enum(SYSTEMS).default('cow'),
  years: years.exactOptional(),
  states: z
    .array(z.union([word, z.int().min(1).max(9999).transform(String)]))
    .max(500)
    .exactOptional(),
  add: z.array(word).max(100).default([]),
  head: z.int().min(0).max(1000).exactOptional(),
  audit: year.exactOptional(),
  ratio: z.int().min(0).max(100).exactOptional(),
  seed: seed.exactOptional(),
  format,
});
export type PanelQuestion = z.output<typeof panelQuestion>;

/** The body of `POST /api/measure/NAME`: the flags of `foedus measure`. */
export const measureQuestion = z.strictObject({
  states: z.array(word).max(500).default([]),
  without: z.array(word).max(500).default([]),
  years: years.exactOptional(),
  input: z.record(z.string(), z.unknown()).exactOptional(),
  weights: z.array(z.number().min(0)).min(1).max(1000).exactOptional(),
  quota: z.number().positive().exactOptional(),
  gamma: z.number().positive().exactOptional(),
  honor: z.number().positive().exactOptional(),
  threat: z.enum(['rival', 'leader']).exactOptional(),
  format,
});
export type MeasureQuestion = z.output<typeof measureQuestion>;

/** In a query everything is text. */
const yearText = z
  .string()
  .regex(/^\d{4}$/, 'is not a year; write it as four digits, such as 1914')
  .transform(Number)
  .pipe(year);
const spanText = z
  .string()
  .regex(/^\d{4}-\d{4}$/, 'is no span of years; write 1816-2016')
  .transform((text) => ({ first: Number(text.slice(0, 4)), last: Number(text.slice(5)) }))
  .pipe(years);
const when = { year: yearText.exactOptional(), years: spanText.exactOptional() };
const oneOf = [({ year: one, years: span }: When): boolean => (one === undefined) !== (span === undefined), 'give year=1914, or years=1816-2018'] as const;

interface When {
  readonly year?: number;
  readonly years?: { readonly first: number; readonly last: number };
}

/** The years that one of the two gives. */
export function spanOf({ year: one, years: span }: When): readonly [first: number, last: number] {
  return [span?.first ?? one ?? FIRST_YEAR, span?.last ?? one ?? LAST_YEAR];
}

/** The query of `GET /api/similarity`. */
export const similarityQuestion = z
  .strictObject({ ...when, state: word.exactOptional(), with: word.exactOptional(), codes: z.enum(['cow', 'gw', 'iso3']).exactOptional(), format })
  .refine(...oneOf)
  .refine((query) => query.with === undefined || query.state !== undefined, { error: 'goes with state: name both states', path: ['with'] });
export type SimilarityQuestion = z.output<typeof similarityQuestion>;

/** The query of `GET /api/network`. */
export const networkQuestion = z
  .strictObject({
    ...when,
    obligation: z.enum([...OBLIGATIONS, 'any']).default('defense'),
    state: word.exactOptional(),
    without: word.exactOptional(),
    negative: z.enum(NEGATIVE).exactOptional(),
    by: z.enum(['year', 'state']).exactOptional(),
    seed: z
      .string()
      .regex(/^\d{1,9}$/, 'is no whole number of up to nine digits')
      .transform(Number)
      .exactOptional(),
    format: z.enum([...TABLE_FORMATS, 'graphml', 'gexf']).default('json'),
  })
  .refine(...oneOf)
  .refine((query) => query.without === undefined || query.years === undefined, { error: 'goes with year: name one', path: ['without'] })
  .refine((query) => query.years === undefined || (query.format !== 'graphml' && query.format !== 'gexf'), {
    error: 'a graph is of one year: give year, not years',
    path: ['format'],
  });
export type NetworkQuestion = z.output<typeof networkQuestion>;

/** `GET /api/data/status` asks nothing more. */
export const statusQuestion = z.strictObject({});
