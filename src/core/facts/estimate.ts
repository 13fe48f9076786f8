import * as z from 'zod';

/** A number that is not known exactly, with the ends of its 90 % range. */
export const estimateSchema = z
  .strictObject({ value: z.number(), low: z.number(), high: z.number() })
  .refine(({ value, low, high }) => low <= value && value <= high, { message: 'expected low ≤ value ≤ high' });

export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export const confidenceSchema = z.enum(['high', 'medium', 'low']);
export const prose = z.string().min(1).max(4000);
export const factId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens');
export const day = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'expected a date such as 1949-04-04, 1949-04 or 1949');

/** Where a fact was read. */
export const factSourceSchema = z.strictObject({
  title: prose,
  publisher: prose.optional(),
  year: z.int().min(1600).max(2100).optional(),
  citation: prose.optional(),
  url: z.url().optional(),
  note: prose.optional(),
});
