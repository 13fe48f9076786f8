import * as z from 'zod';
import { winSet as onOneIssue, winSetArea } from '../../core/models/ratification/win-set.ts';
import { defineModel } from './define.ts';

const needed = z.int().positive().max(1000);
const point = z.tuple([z.number(), z.number()]);
const range = z.tuple([z.number(), z.number()]).refine(([low, high]) => low < high, 'expected the lower end first');

const oneIssue = z.strictObject({
  status_quo: z.number(),
  bodies: z
    .array(z.strictObject({ ideals: z.array(z.number()).min(1).max(1000), needed }))
    .min(1)
    .max(50),
});
const twoIssues = z.strictObject({
  status_quo: point,
  bodies: z
    .array(z.strictObject({ ideals: z.array(point).min(1).max(60), needed }))
    .min(1)
    .max(10),
  x: range.default([0, 1]),
  y: range.default([0, 1]),
});

export const winSet = defineModel({
  name: 'win-set',
  title: 'what every body accepts rather than the status quo, on one issue or two',
  input: z.union([oneIssue, twoIssues]),
  run: (input) => {
    if (!('x' in input)) return { intervals: onOneIssue(input.bodies, input.status_quo), method: 'overlap of intervals, exact', error: 0 };
    const { area, share, method, error } = winSetArea(input.bodies, input.status_quo, { x: input.x, y: input.y });
    return { area, share, method, error };
  },
});
