import * as z from 'zod';
import { stateIdSchema } from '../treaty/schema-words.ts';
import { DOMAINS } from '../treaty/vocabulary.ts';
import { confidenceSchema, day, estimateSchema, factId, factSourceSchema, prose } from './estimate.ts';

/** What might happen: who challenges whom, where, how fast, about what, how often. One file of `catalog/contingencies/` each. */
export const contingencySchema = z.strictObject({
  id: factId,
  title: prose,
  from: day.describe('First day on which it can be asked about'),
  until: day.optional(),
  challenger: stateIdSchema,
  target: stateIdSchema,
  place: factId.optional().describe("Territory of the gazetteer; the target's home when left out"),
  at: z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).optional(),
  domain: z.enum(DOMAINS),
  kind: z.enum(['regular', 'hybrid', 'cyber', 'space']),
  intensity: z.enum(['armed-attack', 'below-threshold']).optional(),
  warning_days: estimateSchema.describe('From the first sign to the first act'),
  fait_accompli_days: estimateSchema.optional().describe('From the first act to a settled fact on the ground'),
  stakes: z
    .strictObject({
      challenger: estimateSchema,
      target: estimateSchema,
      others: z.record(stateIdSchema, estimateSchema).optional(),
    })
    .describe("What is at stake, as a share of what the state's survival as an independent power is worth to it, 0 to 1; declared"),
  loss: z
    .strictObject({ target_gdp: estimateSchema, ally_gdp: estimateSchema.optional() })
    .describe('Where the target loses: % of own GDP a year over ten years, for the target and for an ally that shares its region; declared'),
  frequency: z.strictObject({
    per_year: estimateSchema.describe('Challenges a year under the treaties in force'),
    basis: prose.describe('Counted from what, or assumed why; none in N years reads .5/N'),
    source: prose.optional(),
  }),
  sources: z.array(factSourceSchema).min(1),
  note: prose.optional(),
  confidence: confidenceSchema.optional(),
});
export type Contingency = z.infer<typeof contingencySchema>;

/** Those that can be asked about on a date. */
export function contingenciesOn(rows: readonly Contingency[], date: string): readonly Contingency[] {
  return rows.filter(({ from, until }) => from <= date && (until === undefined || date < until));
}
