import * as z from 'zod';
import { reliabilityUnderSelection } from '../../core/models/signals/smith.ts';
import { game } from './crisis.ts';
import { defineModel } from './define.ts';

export const smith = defineModel({
  name: 'smith',
  title: 'how reliable allies look among those challenged and those at war, against all',
  input: z.strictObject({
    game,
    ally: z.int().nonnegative().default(0),
    population: z.array(z.strictObject({ price: z.number().nonnegative(), weight: z.number().nonnegative().default(1) })).min(1),
    lambda: z.number().nonnegative().default(1),
  }),
  run: ({ game: played, ally, population, lambda }) => ({
    ...reliabilityUnderSelection(played, ally, population, { lambda }),
    method: 'one logit equilibrium of the crisis game for each price of a broken promise',
    lambda,
  }),
});
