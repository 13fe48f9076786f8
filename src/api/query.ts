import * as z from 'zod';
import { FIRST_YEAR, LAST_YEAR, year, years } from '../app/verbs/parts.ts';

/** In a query everything is text: how numbers and spans are written there. `sent` is what the document says of them. */

/** A number of digits. */
export const digits = (most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'is no whole number of up to nine digits')
    .transform(Number)
    .pipe(z.int().min(0).max(most))
    .meta({ sent: { type: 'integer', minimum: 0, maximum: most } });

export const yearText = z
  .string()
  .regex(/^\d{4}$/, 'is not a year; write it as four digits, such as 1914')
  .transform(Number)
  .pipe(year)
  .meta({ description: `A year from ${FIRST_YEAR} to ${LAST_YEAR}`, sent: { type: 'integer', minimum: FIRST_YEAR, maximum: LAST_YEAR } });

export const spanText = z
  .string()
  .regex(/^\d{4}-\d{4}$/, 'is no span of years; write 1816-2016')
  .transform((text) => ({ first: Number(text.slice(0, 4)), last: Number(text.slice(5)) }))
  .pipe(years)
  .meta({ description: 'A span of years, such as 1816-2016' });

/** Several words, set apart by commas. */
export const listText = z
  .string()
  .max(4000)
  .transform((text) => text.split(',').filter((word) => word !== ''));
