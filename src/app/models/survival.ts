import * as z from 'zod';
import { expectedLife, HAZARD_TERMS, interceptFor, yearlyHazard, type HazardTerms } from '../../core/models/survival/hazard.ts';
import { inForceAndHonored } from '../../core/models/survival/in-force.ts';
import { lockedYears, lockInLoss } from '../../core/models/survival/lock-in.ts';
import { exitCredibility } from '../../core/models/survival/membership.ts';
import { optionValues, type ExitRight } from '../../core/models/survival/option-value.ts';
import { defineModel } from './define.ts';

const chance = z.number().min(0).max(1);
const years = z.number().nonnegative();
const terms = z.partialRecord(z.enum(HAZARD_TERMS), z.number());

const input = z.strictObject({
  treaty: z.strictObject({
    rate: z.number().positive().lt(1),
    coefficients: terms.default({}),
    reference: z.partialRecord(z.enum(HAZARD_TERMS), chance).default({}),
    /** Of the first, second, ... year; the last holds on. */
    terms: z.array(terms).default([]),
  }),
  member: z.strictObject({ rate: chance, honors: chance, interest: chance, notice_discount: chance, warning: years.default(0) }),
  exit: z.strictObject({
    allowed: z.boolean().default(true),
    earliest: years.default(0),
    notice: years,
    penalty: z.number().nonnegative().default(0),
    term: years.optional(),
  }),
  reviews: z
    .array(
      z.strictObject({
        first: years,
        every: z.int().positive().optional(),
        success: chance,
        floor: z.number().default(0),
        cost: z.number().nonnegative().default(0),
      }),
    )
    .default([]),
  value: z.strictObject({ now: z.number(), mean: z.number(), persistence: chance, shock: z.number().nonnegative() }),
  discount_rate: z.number().nonnegative().default(0.04),
  horizon: z.int().min(1).max(100).default(20),
  years: z.array(years).default([5, 10, 20]),
  points: z.int().min(9).max(1025).default(129),
});

/** Without the keys that were left out. */
const termsOf = (given: z.infer<typeof terms>): HazardTerms =>
  Object.fromEntries(Object.entries(given).flatMap(([term, value]) => (value === undefined ? [] : [[term, value] as const])));

export const survival = defineModel({
  name: 'survival',
  title: 'how long a treaty lasts, and what leaving, notice and review are worth to a member',
  input,
  run: ({ treaty, member, exit, reviews, value, discount_rate: rate, horizon, years: at, points }) => {
    const coefficients = termsOf(treaty.coefficients);
    const alpha = interceptFor(treaty.rate, coefficients, termsOf(treaty.reference));
    const hazards = treaty.terms.length === 0 ? [treaty.rate] : treaty.terms.map((year) => yearlyHazard(alpha, coefficients, termsOf(year)));
    const { honors, interest, notice_discount: noticeDiscount, warning } = member;
    const { allowed, earliest, notice, penalty, term } = exit;
    if (interest > honors) throw new RangeError('interest alone cannot make a member likelier to come than its promise');
    const promise = {
      honors,
      interest,
      noticeDiscount,
      notice,
      hazards: allowed ? [member.rate] : [0],
      ...(warning > 0 && { warning }),
    };
    const rights: ExitRight[] = [
      ...(allowed ? [{ kind: 'exit' as const, earliest, notice, penalty }] : []),
      ...reviews.map(({ every, ...review }) => ({ kind: 'review' as const, ...review, ...(every !== undefined && { every }) })),
    ];
    const { leaves, rights: each, ...options } = optionValues(value, rights, { horizon, rate, points });
    const life = expectedLife(hazards);
    return {
      hazards,
      expectedLife: Number.isFinite(life) ? life : null,
      survival: inForceAndHonored(hazards, promise, at),
      credibility: exitCredibility(promise, horizon, rate),
      lockIn: lockInLoss(value, lockedYears({ allowed, earliest, notice, ...(term !== undefined && { term }) }), horizon, rate),
      options,
      rights: rights.map(({ kind }, i) => ({ kind, ...each[i] })),
      leaves: leaves.filter(({ year }) => at.includes(year)),
      method: 'discrete-time logit hazard; backward induction on a lattice of values',
    };
  },
});
