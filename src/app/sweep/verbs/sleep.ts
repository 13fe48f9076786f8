import * as z from 'zod';
import { onlyNumbers } from './only-numbers.ts';
import { defineSweepVerb } from './define.ts';

export const sleep = defineSweepVerb({
  name: 'sleep',
  summary: 'waits ms milliseconds: tries out a queue or a cluster without work',
  seeded: true,
  question: z.strictObject({ ms: z.number().min(0).max(86_400_000).exactOptional() }),
  prepare: (question, axes) => {
    onlyNumbers('sleep', axes, ['ms']);
    return question;
  },
});
