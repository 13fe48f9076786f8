import * as z from 'zod';
import { allRatify } from '../../core/models/ratification/all-members.ts';
import type { RatificationGate } from '../../core/models/ratification/gate.ts';
import { ratification as ratify, type RatifyingState } from '../../core/models/ratification/state.ts';
import { hardness } from '../../core/models/ratification/stance.ts';
import { CENTRAL_WEIGHTS, type VoterWeights } from '../../core/models/ratification/weights.ts';
import { defineModel } from './define.ts';

const chance = z.number().min(0).max(1);
const spread = z.number().positive().max(10);

/** Seats of the largest body; the longest of today has fewer than 3,000. */
const seats = z.int().nonnegative().max(3000);

const gate = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(['executive', 'chamber', 'referendum', 'court']),
  seats: seats.positive().optional(),
  quota: z.strictObject({ of: z.enum(['members', 'present', 'votes-cast']), share: z.string() }).optional(),
  negative: z.boolean().optional(),
  parties: z
    .array(z.strictObject({ name: z.string().optional(), seats, government: z.boolean().optional(), stance: z.number().min(-1).max(1).optional() }))
    .optional(),
});

const input = z.strictObject({
  states: z
    .array(z.strictObject({ name: z.string().min(1), gates: z.array(gate).min(1), value: z.number().default(0), stance: z.number().min(-1).max(1).default(0) }))
    .min(1)
    .max(200),
  weights: z
    .strictObject({
      value: z.number(),
      stance: z.number(),
      sponsored: z.number(),
      people: z.number(),
      government: z.number(),
      signed: z.number(),
      shock: spread,
      campaign: spread,
      correlation: chance,
      attendance: chance,
      abstention: chance,
      heard: chance,
      review: chance,
    })
    .partial()
    .default({}),
});

function weightsOf(given: z.infer<typeof input>['weights']): VoterWeights {
  const known = Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  return { ...CENTRAL_WEIGHTS, ...Object.fromEntries(known) };
}

export const ratification = defineModel({
  name: 'ratification',
  title: 'whether states ratify: each by its own gates, and all of them',
  input,
  run: ({ states, weights: given }) => {
    const weights = weightsOf(given);
    const asked = states.map(({ name, gates, value, stance }): RatifyingState & { readonly name: string; readonly gates: readonly RatificationGate[] } => ({
      name,
      gates,
      value,
      stance,
    }));
    const all = allRatify(asked, { weights });
    return {
      states: asked.map((state) => {
        const { p, gates, hardest } = ratify(state, { weights });
        return { name: state.name, p, gates: Object.fromEntries(gates.map((one) => [one.id, one.p])), hardest, hardness: hardness(state.gates) };
      }),
      all: all.all,
      independent: all.independent,
      count: all.count,
      correlation: weights.correlation,
      method: all.method,
      error: all.error,
    };
  },
});
