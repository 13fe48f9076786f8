import * as z from 'zod';
import { FIRST_DATE, LAST_DATE } from '../../core/states/dates.ts';

/** Parts that questions have in common. */

export const FIRST_YEAR = Number(FIRST_DATE.slice(0, 4));
export const LAST_YEAR = Number(LAST_DATE.slice(0, 4));

export const year = z.int().min(FIRST_YEAR).max(LAST_YEAR);
export const years = z.strictObject({ first: year, last: year }).refine(({ first, last }) => first <= last, 'run backward; write the earlier year first');
export const word = z.string().min(1).max(100);
export const seed = z.int().min(0).max(999_999_999);

/** A day; whether the calendar has it is said where it is used. */
export const date = z.string().max(10).describe('YYYY-MM-DD; today when left out').exactOptional();

/** An id of a state, such as FRA. */
export const state = z.string().min(1).max(16);
export const id = z.string().min(1).max(64);

/** A treaty by its name, with @DATE as it stood on a day. */
export const treaty = z
  .string()
  .max(120)
  .regex(/^(draft:|atop:)?[A-Za-z0-9][\w.-]*(@\d{4}(-\d{2}-\d{2})?)?$/, 'names no treaty; write an id of the catalog such as nato, draft:NAME or atop:3180')
  .describe('An id of the catalog, draft:NAME of the workspace, or atop:3180; @YYYY-MM-DD as it stood on a day, @YYYY in the middle of a year');

/** Treaties a question is put to beside the catalog's, and those it is put to alone. */
export const inPlay = {
  treaties: z.array(treaty).max(100).exactOptional().describe('Drafts or alliances of ATOP to add, or to take the place of those with their id'),
  only: z.array(treaty).max(500).exactOptional().describe('Look at these treaties alone'),
};

/** Rows of a table, as they are printed. */
export const rows = z.array(z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()])));
export const notes = z.array(z.string());
export const versions = z.record(z.string(), z.string()).describe('Of the data, by source');
