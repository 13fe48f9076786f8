import * as z from 'zod';
import { signalingEquilibria } from '../../core/models/signals/fearon.ts';
import { defineModel } from './define.ts';

export const fearon = defineModel({
  name: 'fearon',
  title: 'tying hands against sinking costs: who signals, and the risk of war',
  input: z.strictObject({ win: z.number(), defender_cost: z.number(), challenger_cost: z.number().optional() }),
  run: ({ win, defender_cost, challenger_cost = defender_cost }) => {
    const { silent, tied, sunk, undeterred } = signalingEquilibria({ win, defenderCost: defender_cost, challengerCost: challenger_cost });
    return { undeterred, silent, tied, sunk, method: 'equilibria in closed form, uniform types on [0, 1]' };
  },
});
