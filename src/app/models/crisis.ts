import * as z from 'zod';
import { readCrisis } from '../../core/models/crisis/readings.ts';
import { solveCrisis } from '../../core/models/crisis/solve.ts';
import { defineModel } from './define.ts';

const joiner = z.strictObject({
  strength: z.number().nonnegative(),
  value: z.number(),
  war_cost: z.number(),
  broken_promise_cost: z.number().nonnegative(),
  nuclear: z.boolean().exactOptional(),
});

/** A crisis game, as plain JSON. */
export const game = z.object({
  decisiveness: z.number().positive().default(1),
  challenger: z.strictObject({
    strength: z.number().nonnegative(),
    value: z.number(),
    war_cost: z.number(),
    status_quo: z.number().exactOptional(),
    nuclear_cost: z.number().nonnegative().exactOptional(),
    broken_promise_cost: z.number().nonnegative().exactOptional(),
  }),
  target: z.strictObject({ strength: z.number().nonnegative(), value: z.number(), war_cost: z.number(), nuclear: z.boolean().exactOptional() }),
  allies: z.array(joiner),
  supporters: z.array(joiner).exactOptional(),
  escalation: z.number().min(0).max(1).exactOptional(),
  company: z.number().exactOptional(),
});

export const crisis = defineModel({
  name: 'crisis',
  title: 'challenge, resistance, joining: the logit equilibrium of one crisis',
  input: z.object({ game, lambda: z.number().nonnegative().default(1) }),
  run: ({ game: played, lambda }) => {
    const solution = solveCrisis(played, { lambda });
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
