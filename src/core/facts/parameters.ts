import * as z from 'zod';
import { prose } from './estimate.ts';

/** A parameter of a model: estimated from data, or declared where none can settle it. */
const parameterSchema = z
  .strictObject({
    value: z.number(),
    /** Ends of the 90 % range. */
    low: z.number(),
    high: z.number(),
    kind: z.enum(['estimated', 'declared']),
    /** How it is drawn between the ends: `split`, normal on either side of the value; `uniform`, every value alike. */
    shape: z.enum(['split', 'uniform']).optional(),
    meaning: prose,
    /** Where an estimate comes from; why a declared value was chosen. */
    basis: prose,
  })
  .refine(({ value, low, high }) => low <= value && value <= high, { message: 'expected low ≤ value ≤ high' });

/** One file of `catalog/parameters/`: what a model runs on, with the data and command behind it. */
export const parametersSchema = z.strictObject({
  format: z.literal(1),
  id: z.string(),
  title: prose,
  unit: prose,
  source: prose,
  made: z.strictObject({
    date: z.string(),
    command: z.string().optional(),
    data: z.array(z.strictObject({ source: z.string(), version: z.string(), sha256: z.string().optional() })).optional(),
    n: z.int().optional(),
    log_likelihood: z.number().optional(),
  }),
  parameters: z.record(z.string(), parameterSchema),
  /** Joint uncertainty of estimated parameters, where it is known; else each is drawn by itself. */
  covariance: z.strictObject({ names: z.array(z.string()), matrix: z.array(z.array(z.number())) }).optional(),
});

export type Parameter = z.infer<typeof parameterSchema>;
export type Parameters = z.infer<typeof parametersSchema>;
