import * as z from 'zod';
import { injectSchema } from '../../core/explore/decades/injects.ts';
import { date, seed, state } from '../verbs/parts.ts';

/** What `foedus decades` asks, in every surface. */
export const decadesQuestion = z.strictObject({
  from: date.describe('First day; today when left out. Its year is the first that is simulated'),
  years: z.int().min(1).max(100).default(20),
  worlds: z.int().min(1).max(100_000).default(50),
  seed: seed.default(1),
  states: z.array(state).min(2).max(300).exactOptional().describe('Those that take part; all that exist when left out'),
  scenarios: z
    .array(z.string().min(1).max(80))
    .max(20)
    .default([])
    .describe('downturn, government:DEU, leaves:USA, leaves:USA:nato@2028, new-domain, rival-rises, pledges-met, pledges-missed'),
  injects: z.array(injectSchema).max(500).default([]).describe('What a hand makes happen, by year'),
  set: z.record(z.string().max(80), z.number()).default({}).describe('Parameters set by hand'),
  draw: z.boolean().default(true).describe('Whether each world draws its parameters; the central values otherwise'),
  record: z.boolean().exactOptional().describe('Start from the record in the store; done by itself where the catalog does not know the year'),
  hazard: z
    .enum(['to-1945', 'since-1946', '1946-1989'])
    .exactOptional()
    .describe('Era whose fitted hazard of challenges is used; that of the year when left out'),
});
export type DecadesQuestion = z.output<typeof decadesQuestion>;
