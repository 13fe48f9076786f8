import * as z from 'zod';
import { bestProvocation } from '../../core/models/crisis/readings.ts';
import { defineModel } from './define.ts';

export const provocation = defineModel({
  name: 'provocation',
  title: 'how far a protégé provokes, where its allies stay bound and where provoking frees them',
  input: z.strictObject({
    gain: z.number(),
    base: z.number().min(0).max(1),
    slope: z.number().min(0).max(1),
    payoff: z.number(),
    provoked_payoff: z.number(),
  }),
  run: ({ provoked_payoff, ...rest }) => ({
    bound: bestProvocation({ ...rest, provokedPayoff: rest.payoff }),
    freed: bestProvocation({ ...rest, provokedPayoff: provoked_payoff }),
    method: 'maximum of a quadratic on [0, 1]',
  }),
});
