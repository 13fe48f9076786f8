import * as z from 'zod';
import { stateIdSchema } from '../treaty/schema-words.ts';
import { day, estimateSchema, factId, prose, type Estimate } from './estimate.ts';
import { holdsOn } from './relations.ts';

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
  /** What the forces of a group's members have in common; the first that holds both states on the date. With neither `treaty` nor `states` it holds for any two. */
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
  deliberation: z.strictObject({
    days: estimateSchema,
    basis: prose,
    /** Eras with days of their own. */
    eras: z.array(z.strictObject({ from: day.optional(), until: day.optional(), days: estimateSchema, basis: prose })).optional(),
  }),
});
export type Readiness = z.infer<typeof readinessSchema>;
export type ReadinessClass = Readiness['classes'][number];
export type CommonForces = Readiness['commonality'][number];

/** The class of a state's forces on a date; undefined where none fits. */
export function readinessClassOf(readiness: Readiness, state: string, date: string): ReadinessClass | undefined {
  return readiness.classes.find((one) => holdsOn(one, date) && (one.states === 'any' || one.states.includes(state)));
}

/**
 * What the forces of two states have in common on a date; undefined where nothing is said.
 * @param allied whether both are parties to a treaty of the catalog, by its id, on the date
 */
export function commonForcesOf(readiness: Readiness, a: string, b: string, date: string, allied: (treaty: string) => boolean): CommonForces | undefined {
  return readiness.commonality.find(
    (one) =>
      holdsOn(one, date) &&
      (one.states === undefined || (one.states.includes(a) && one.states.includes(b))) &&
      (one.treaty === undefined || allied(one.treaty)),
  );
}

/** Days one member of a body deliberates on a date. */
export function deliberationOn({ deliberation }: Readiness, date: string): Estimate {
  return (deliberation.eras?.find((era) => holdsOn(era, date)) ?? deliberation).days;
}
