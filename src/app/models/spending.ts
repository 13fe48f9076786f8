import * as z from 'zod';
import { autarky } from '../../core/models/spending/autarky.ts';
import { calibrate } from '../../core/models/spending/calibrate.ts';
import { spendingEquilibria } from '../../core/models/spending/equilibria.ts';
import type { SpendingGame } from '../../core/models/spending/game.ts';
import { spendingGaps } from '../../core/models/spending/gaps.ts';
import { sumOf } from '../../core/models/spending/nash.ts';
import type { SpendingPledge } from '../../core/models/spending/pledge.ts';
import { defineModel } from './define.ts';

const amount = z.number().nonnegative();

const input = z.strictObject({
  members: z
    .array(
      z.strictObject({
        name: z.string().exactOptional(),
        income: z.number().positive(),
        security_weight: z.number().min(0).lt(1).exactOptional(),
        /** Spending today: where best responses begin, and what weights that are not given are read off. */
        observed: amount.exactOptional(),
        own_effect: z.number().positive().default(1),
        base: z.number().default(0),
      }),
    )
    .min(1)
    .max(100),
  /** One for all pairs, or a row for each member. */
  spillins: z.union([amount, z.array(z.array(amount))]),
  pledge: z.strictObject({ floors: z.array(amount), enforcement: z.union([amount, z.literal('full')]).default('full') }).exactOptional(),
});

type SpendingInput = z.infer<typeof input>;

interface Weighed {
  readonly game: SpendingGame;
  readonly warnings: readonly string[];
}

/** The game with the weights that are given, or those that observed spending tells. */
function weighed({ members, spillins }: SpendingInput): Weighed {
  const game: SpendingGame = {
    members: members.map(({ income, own_effect, base, security_weight = 0 }) => ({ income, own_effect, base, security_weight })),
    spillins: typeof spillins === 'number' ? members.map(() => members.map(() => spillins)) : spillins,
  };
  const given = members.filter(({ security_weight }) => security_weight !== undefined).length;
  if (given === members.length) return { game, warnings: [] };
  const observed = observedBy(members);
  if (given > 0 || observed === undefined) throw new RangeError('every member needs a security_weight, or none has one and every member its observed spending');
  const { weights, converged, warnings } = calibrate(game, observed);
  if (!converged) throw new RangeError(warnings.join(' ').replace(/\.$/, ''));
  return { game: { ...game, members: game.members.map((member, i) => ({ ...member, security_weight: weights[i]?.value ?? 0 })) }, warnings };
}

/** What all members spend; undefined where it is not said of one. */
function observedBy(members: SpendingInput['members']): number[] | undefined {
  const known = members.flatMap(({ observed }) => (observed === undefined ? [] : [observed]));
  return known.length === members.length ? known : undefined;
}

const pledgeOf = ({ floors, enforcement }: NonNullable<SpendingInput['pledge']>): SpendingPledge => ({
  floors,
  enforcement: enforcement === 'full' ? Infinity : enforcement,
});

export const spending = defineModel({
  name: 'spending',
  title: 'who pays and who rides: defense spending where allies protect one another',
  input,
  run: (given) => {
    const { game, warnings } = weighed(given);
    const start = observedBy(given.members) ?? autarky(game);
    const pledge = given.pledge === undefined ? undefined : pledgeOf(given.pledge);
    const found = spendingEquilibria(game, start);
    const gaps = spendingGaps(game, { start, ...(pledge !== undefined && { pledge }) });
    const { pledge: pledged } = gaps;
    return {
      members: given.members.map(({ name }, i) => ({
        name: name ?? String(i + 1),
        weight: game.members[i]?.security_weight,
        autarky: gaps.autarky[i],
        nash: gaps.nash[i],
        efficient: gaps.efficient[i],
        gap: gaps.toEfficient.members[i],
        pooling: gaps.pooling[i],
        ...(pledged !== undefined && { floor: pledge?.floors[i], pledged: pledged.spending[i], short: pledged.left.members[i] }),
      })),
      total: {
        autarky: sumOf(gaps.autarky),
        nash: sumOf(gaps.nash),
        efficient: sumOf(gaps.efficient),
        gap: gaps.toEfficient.total,
        gapShare: gaps.toEfficient.share,
        ...(pledged !== undefined && { pledged: sumOf(pledged.spending), gapLeft: pledged.leftToEfficient.total }),
      },
      unique: found.uniqueness.unique ?? null,
      uniqueBy: found.uniqueness.by,
      others: found.equilibria.slice(1),
      method: `${gaps.method}; equilibria: ${found.method}`,
      converged: found.converged && gaps.converged,
      iterations: found.iterations + gaps.iterations,
      warnings: [...new Set([...warnings, ...found.warnings, ...gaps.warnings])],
    };
  },
});
