import * as z from 'zod';
import { snyderFigure } from '../../charts/snyder.ts';
import { snydersDilemma } from '../../core/models/crisis/snyder.ts';
import { game } from './crisis.ts';
import { defineModel } from './define.ts';

const input = z.strictObject({
  game,
  ally: z.int().nonnegative().default(0),
  provocation: z.strictObject({ gain: z.number(), base: z.number().min(0).max(1), slope: z.number().min(0).max(1) }),
  prices: z.array(z.number().nonnegative()).min(2).max(200).default([0, 1, 2, 3, 4, 6]),
  lambda: z.number().nonnegative().default(1),
});

/** Games solved for the curve between the marks. */
const STEPS = 120;

export const snyder = defineModel({
  name: 'snyder',
  title: 'credibility against entrapment as a promise grows dearer, for a protégé that may provoke',
  input,
  run: ({ prices, lambda, ...given }) => ({ ally: given.ally, ...snydersDilemma(given, prices, { lambda }) }),
  figure: (marked, given) => {
    const { prices, lambda } = given;
    const [least, most] = [Math.min(...prices), Math.max(...prices)];
    const between = Array.from({ length: STEPS + 1 }, (_, i) => least + ((most - least) * i) / STEPS);
    return snyderFigure({ marked, curve: snydersDilemma(given, between, { lambda }), input: JSON.stringify(given) });
  },
});
