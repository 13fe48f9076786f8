import * as z from 'zod';
import { stateIdSchema } from '../treaty/schema.ts';
import { day, estimateSchema, factId, prose } from './estimate.ts';

const tierSchema = z.strictObject({ share: estimateSchema, days: estimateSchema });

/** `catalog/indicators/readiness.yaml`: how much of a state's forces can act how soon, and how much allies have in common; declared, with ranges. */
export const readinessSchema = z.strictObject({
  /** By class of state and era; the first that fits a state and date holds. */
  classes: z
    .array(
      z.strictObject({
        id: factId,
        title: prose,
        from: day.optional(),
        until: day.optional(),
        states: z.union([z.literal('any'), z.array(stateIdSchema).min(1)]),
        tiers: z.array(tierSchema).min(1),
        basis: prose,
      }),
    )
    .min(1),
  /** What the forces of a group's members have in common; the first that holds both states on the date. */
  commonality: z.array(
    z.strictObject({
      id: factId,
      title: prose,
      from: day.optional(),
      until: day.optional(),
      treaty: z.string().optional(),
      states: z.array(stateIdSchema).min(2).optional(),
      standards: estimateSchema.optional(),
      equipment: estimateSchema.optional(),
      exercises: estimateSchema.optional(),
      command: estimateSchema.optional(),
      basis: prose,
    }),
  ),
  /** Days one member of a body deliberates. */
  deliberation: z.strictObject({ days: estimateSchema, basis: prose }),
});
export type Readiness = z.infer<typeof readinessSchema>;
