import * as z from 'zod';
import { stateIdSchema } from '../treaty/schema-words.ts';
import { day, factId, factSourceSchema, prose } from './estimate.ts';

/** Where a step of a lesson is looked at: a page of the workbench, and what its address asks. */
const viewSchema = z.strictObject({
  page: z.enum(['/fight', '/treaties', '/treaty', '/assess', '/burden', '/history']),
  treaty: factId.optional().describe('The treaty whose page it is: /treaty/nato'),
  search: z
    .record(z.string().regex(/^[a-z]+$/), z.string())
    .optional()
    .describe('Parameters of the address, as the page itself writes them'),
});
export type LessonView = z.infer<typeof viewSchema>;

const stepSchema = z.strictObject({
  title: prose,
  text: prose.describe('What to do and to look at there'),
  view: viewSchema,
  ask: prose.optional().describe('A question to put to a class'),
});

const factSchema = z.strictObject({ text: prose, source: factSourceSchema });

/** What the sheet of a lesson shows, computed from the catalog when it is written. */
const exhibitSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('duties'), event: factId.describe('A crisis of the catalog'), states: z.array(stateIdSchema).min(1).optional() }),
  z.strictObject({ kind: z.literal('automaticity'), treaty: factId, contingency: factId, date: day }),
  z.strictObject({
    kind: z.literal('quota'),
    treaty: factId,
    contingency: factId,
    date: day,
    state: stateIdSchema,
    gate: factId,
    shares: z
      .array(z.string().regex(/^(\d+\/\d+\+?|all)$/))
      .min(2)
      .describe('Quotas compared, from the easiest'),
  }),
]);
export type Exhibit = z.infer<typeof exhibitSchema>;

/** A guided lesson for the start page and for one printed sheet. One file of `catalog/lessons/` each. */
export const lessonSchema = z.strictObject({
  id: factId,
  order: z.int().positive().describe('Its place among the lessons'),
  title: prose,
  question: prose,
  minutes: z.int().min(1).max(90),
  answer: prose.describe('What a class should be able to say afterward, in two or three sentences'),
  steps: z.array(stepSchema).min(3).max(7),
  exhibit: exhibitSchema,
  facts: z.array(factSchema).min(3),
  discuss: z.array(prose).min(2).describe('Questions that the record does not settle'),
});
export type Lesson = z.infer<typeof lessonSchema>;
