import * as z from 'zod';
import { onlyNumbers } from './only-numbers.ts';
import { defineSweepVerb } from './define.ts';

export const arithmetic = defineSweepVerb({
  name: 'arithmetic',
  summary: 'the mean of n random numbers: costs what it is told to, to try out threads and machines',
  seeded: true,
  question: z.strictObject({ n: z.int().min(1).max(1e9).exactOptional(), shift: z.number().exactOptional() }),
  prepare: (question, axes) => {
    onlyNumbers('arithmetic', axes, ['n', 'shift']);
    return question;
  },
});
