import * as z from 'zod';
import { constraintEffect } from '../../core/models/ratification/conditions.ts';
import { defineModel } from './define.ts';

export const schelling = defineModel({
  name: 'schelling',
  title: 'when hands tied at home are strength abroad: a bargain with and without a body that must ratify',
  input: z.strictObject({
    home: z.number(),
    foreign: z.number(),
    status_quo: z.number(),
    power: z.number().min(0).max(1).default(0.5),
    /** Ideal of the voter whose consent carries the body, or several to compare. */
    pivots: z.array(z.number()).min(1).max(200),
  }),
  run: ({ home, foreign, status_quo: statusQuo, power, pivots }) => {
    const readings = pivots.map((pivot) => constraintEffect({ home, foreign, statusQuo, power }, pivot));
    return {
      free: readings[0]?.free.proposal ?? null,
      bound: readings.map(({ bound }) => bound.proposal ?? null),
      gain: readings.map(({ gain }) => gain),
      effect: readings.map(({ effect }) => effect),
      method: 'Nash bargaining on one issue, by grid and thirds',
    };
  },
});
