import * as z from 'zod';
import type { CrisisGame } from '../../core/models/crisis/game.ts';
import { readCrisis } from '../../core/models/crisis/readings.ts';
import { solveCrisis } from '../../core/models/crisis/solve.ts';
import { defineModel } from './define.ts';

const joiner = z.strictObject({ strength: z.number().nonnegative(), value: z.number(), war_cost: z.number(), broken_promise_cost: z.number().nonnegative() });

/** A crisis game, as plain JSON. */
export const game = z.object({
  decisiveness: z.number().positive().default(1),
  challenger: z.strictObject({
    strength: z.number().nonnegative(),
    value: z.number(),
    war_cost: z.number(),
    status_quo: z.number().optional(),
    broken_promise_cost: z.number().nonnegative().optional(),
  }),
  target: z.strictObject({ strength: z.number().nonnegative(), value: z.number(), war_cost: z.number() }),
  allies: z.array(joiner),
  supporters: z.array(joiner).optional(),
  escalation: z.number().min(0).max(1).optional(),
});

/** Without the keys that were left out: an absent supporter is no `undefined`. */
export function gameOf({ supporters, escalation, challenger, ...rest }: z.infer<typeof game>): CrisisGame {
  const { status_quo, broken_promise_cost, ...principal } = challenger;
  return {
    ...rest,
    challenger: {
      ...principal,
      ...(status_quo !== undefined && { status_quo }),
      ...(broken_promise_cost !== undefined && { broken_promise_cost }),
    },
    ...(supporters !== undefined && { supporters }),
    ...(escalation !== undefined && { escalation }),
  };
}

export const crisis = defineModel({
  name: 'crisis',
  title: 'challenge, resistance, joining: the logit equilibrium of one crisis',
  input: z.object({ game, lambda: z.number().nonnegative().default(1) }),
  run: (input) => {
    const played = gameOf(input.game);
    const solution = solveCrisis(played, { lambda: input.lambda });
    const { allies, abandonment } = readCrisis(played, solution);
    return {
      pChallenge: solution.pChallenge,
      pResist: solution.pResist,
      pJoin: solution.pJoin,
      pSupport: solution.pSupport,
      pWar: solution.pWar,
      pWin: solution.pWin,
      interest: allies.map(({ withoutPromise }) => withoutPromise),
      entrapment: allies.map(({ entrapment }) => entrapment),
      abandonment: abandonment ?? null,
      method: 'agent quantal-response equilibrium, principal branch',
      lambda: solution.lambda,
      converged: solution.converged,
      iterations: solution.iterations,
      residual: solution.residual,
      warnings: solution.warnings,
    };
  },
});
