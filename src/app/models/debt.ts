import * as z from 'zod';
import { debtPath } from '../../core/models/spending/debt.ts';
import { defineModel } from './define.ts';

const input = z.strictObject({
  debt: z.number().nonnegative(),
  interest: z.number(),
  growth: z.number(),
  primary_balance: z.number(),
  defense: z.number().nonnegative(),
  pledge: z.number().nonnegative(),
  defense_growth: z.number(),
  borrowed: z.number().min(0).max(1).exactOptional(),
  years: z.int().positive().max(200).exactOptional(),
  ceiling: z.number().positive().exactOptional(),
  premium: z.number().nonnegative().exactOptional(),
  threshold: z.number().nonnegative().exactOptional(),
});

export const debt = defineModel({
  name: 'debt',
  title: 'what a pledge does to the debt, and whether it can be afforded',
  input,
  run: (given) => ({ ...debtPath(given) }),
});
