import * as z from 'zod';
import { downturnEffect, stayingPower, type StayingPowerCase } from '../../core/models/spending/staying-power.ts';
import { defineModel } from './define.ts';

const downturn = z.strictObject({
  year: z.int().positive(),
  depth: z.number().min(0).lt(100),
  lasts: z.number().positive(),
  regained: z.number().min(0).max(1).exactOptional(),
});

const input = z.strictObject({
  growth: z.number(),
  workforce_growth: z.number().exactOptional(),
  aging_cost: z.number().exactOptional(),
  defense: z.number().positive(),
  will_half_life: z.number().positive().exactOptional(),
  peace_share: z.number().nonnegative().exactOptional(),
  wear: z.number().positive().max(1).exactOptional(),
  debt: z.number().nonnegative(),
  interest: z.number(),
  primary_balance: z.number(),
  ceiling: z.number().positive().exactOptional(),
  defense_cut: z.number().min(0).max(1).exactOptional(),
  stabilizers: z.number().min(0).exactOptional(),
  level: z.number().positive(),
  level_growth: z.number(),
  downturn: downturn.exactOptional(),
  years: z.int().positive().max(200).exactOptional(),
});

export const stayingPowerModel = defineModel({
  name: 'staying-power',
  title: 'how many years a level of strength can be kept up, and what a downturn does to it',
  input,
  run: ({ downturn: fall, ...rest }) => {
    const calm: StayingPowerCase = rest;
    const kept = stayingPower(calm);
    const hit = fall === undefined ? undefined : downturnEffect(calm, fall);
    return {
      years: kept.years,
      binding: kept.binding,
      path: kept.path,
      ...(hit !== undefined && { downturn: { years: hit.with.years, yearsLost: hit.yearsLost, deepest: hit.deepest } }),
      method: kept.method,
      warnings: kept.warnings,
    };
  },
});
