import * as z from 'zod';

/** The words that all parts of the schema of a treaty are written in: dates, states, articles, sources. */

export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens')
  .max(64);

/** `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where the day or month is not known. Proleptic Gregorian. */
export const dateSchema = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'expected a date such as 1949-04-04 (or 1894-01, or 1894)')
  .meta({ id: 'Date', description: 'A proleptic Gregorian date: YYYY-MM-DD, or YYYY-MM or YYYY where the rest is not known' });

/** ISO 8601 duration in years, months, weeks or days. */
export const durationSchema = z
  .string()
  .regex(/^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/, 'expected an ISO 8601 duration such as P10Y, P6M or P90D')
  .meta({ id: 'Duration', description: 'An ISO 8601 duration in years, months, weeks and days: P20Y, P6M, P90D' });

export const stateIdSchema = z
  .string()
  .regex(/^[A-Z]{3}$/, 'expected a three-letter state id such as FRA')
  .meta({ id: 'StateId', description: "ISO 3166 alpha-3 of a state that exists or its legal continuation, else the registry's own code (AUH, CSK, YUG)" });

export const confidenceSchema = z.enum(['high', 'medium', 'low']).describe('How sure the encoder is of this; leave out where the text is plain');
export const articleSchema = z.string().min(1).max(60).describe('Article of the treaty as printed there: "5", "42(7)", "secret protocol 1"');
export const proseSchema = z.string().min(1).max(4000);

export const sourceSchema = z.strictObject({
  title: proseSchema.describe('Title of the work or document'),
  publisher: proseSchema.optional().describe('Who published it; for a book, author and publisher'),
  year: z.int().min(1600).max(2100).optional().describe('Year of publication'),
  citation: proseSchema.optional().describe('Volume and page: "LNTS 204, 57", "UNTS 34, 243", "Hertslet III, 2067"'),
  url: z.url().optional().describe('Where it can be read'),
  note: proseSchema.optional().describe('What was taken from it'),
});

/** Which parties: all of them, a list, or those with a role. */
export const whoSchema = z.union([
  z.literal('all'),
  z.array(stateIdSchema).min(1),
  z.strictObject({ role: idSchema.describe('A role that parties of the file have') }),
]);
/** To whom: as `bound`, or `any` state whatever (a renunciation of force against everyone). A list may name states that are no parties. */
export const toWhomSchema = z.union([
  z.literal('all'),
  z.literal('any'),
  z.array(stateIdSchema).min(1),
  z.strictObject({ role: idSchema.describe('A role that parties of the file have') }),
]);
export type Who = z.infer<typeof whoSchema>;
export type ToWhom = z.infer<typeof toWhomSchema>;
