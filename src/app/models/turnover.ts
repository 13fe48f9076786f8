import * as z from 'zod';
import { credibilityUnderTurnover } from '../../core/models/ratification/turnover.ts';
import { defineModel } from './define.ts';

const chance = z.number().min(0).max(1);

export const turnover = defineModel({
  name: 'turnover',
  title: 'what elections take from the credibility of a promise',
  input: z.strictObject({
    dispositions: z
      .array(z.strictObject({ name: z.string().min(1), honors: chance, next: z.array(chance) }))
      .min(1)
      .max(20),
    /** Of the government of today. */
    now: z.string(),
    first_election: z.number().nonnegative().max(100),
    term: z.number().min(0.25).max(100),
    years: z.number().positive().max(100).default(10),
  }),
  run: ({ dispositions, now, first_election: firstElection, term, years }) => {
    const at = dispositions.findIndex(({ name }) => name === now);
    if (at === -1) throw new RangeError(`there is no disposition '${now}'`);
    const { path, mean, haircut, last, method } = credibilityUnderTurnover({
      dispositions,
      now: at,
      firstElection,
      term,
      years,
    });
    return { path, mean, haircut, last, method };
  },
});
