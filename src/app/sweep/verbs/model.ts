import * as z from 'zod';
import { runModel } from '../../model.ts';
import { defineSweepVerb } from './define.ts';
import { setPath } from '../set-path.ts';
import { UserError } from '../../user-error.ts';

export const model = defineSweepVerb({
  name: 'model',
  summary: 'one model on plain numbers; a name to vary is a path into its input, such as game.allies.0.value',
  seeded: false,
  question: z.strictObject({ name: z.string().max(64), input: z.record(z.string(), z.unknown()) }),
  prepare: ({ name, input }, axes) => {
    for (const { name: path } of axes) {
      try {
        setPath(input, path, 0);
      } catch (error) {
        if (error instanceof RangeError) throw new UserError(`vary: ${error.message}.`, [], { cause: error });
        throw error;
      }
    }
    // What is no model, or no input of it, is said before the first cell; numbers that make no sense are a cell's own affair.
    if (axes.length === 0) runModel(name, { name: 'input', text: JSON.stringify(input) });
    return { name, input };
  },
});
