import * as z from 'zod';
import { decidedBy, expectedDecisionDays } from '../../core/models/response/decision-time.ts';
import { defineModel } from './define.ts';

const rule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unanimity') }),
  z.strictObject({ kind: z.literal('share'), share: z.number().positive().max(1) }),
  z.strictObject({ kind: z.literal('hub') }),
  z.strictObject({ kind: z.literal('silence'), deadline: z.number().nonnegative(), objects: z.number().min(0).max(1) }),
  z.strictObject({ kind: z.literal('none') }),
]);

export const decision = defineModel({
  name: 'decision',
  title: 'days until a body of allies decides, by its rule',
  input: z.strictObject({ rule, members: z.int().positive(), mean_days: z.number().positive(), by_day: z.array(z.number().nonnegative()).optional() }),
  run: ({ rule: by, members, mean_days, by_day = [] }) => ({
    expected_days: expectedDecisionDays(by, members, mean_days),
    decided: by_day.map((day) => ({ day, chance: decidedBy(by, members, mean_days, day) })),
    method: 'order statistics of exponential delays (Rényi 1953)',
  }),
});
