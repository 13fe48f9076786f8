import type { Spender, SpendingGame } from '../../../../src/core/models/spending/game.ts';

/** Members alike but for their incomes, under one spill-in between all. */
export function pact(incomes: readonly number[], weight: number, spillin: number, more: Partial<Spender> = {}): SpendingGame {
  return {
    members: incomes.map((income) => ({ income, security_weight: weight, ...more })),
    spillins: incomes.map(() => incomes.map(() => spillin)),
  };
}

/** The first member and each other protect one another; the others do not. */
export function hub(incomes: readonly number[], weight: number, spillin: number): SpendingGame {
  return {
    members: incomes.map((income) => ({ income, security_weight: weight })),
    spillins: incomes.map((_, i) => incomes.map((__, j) => (i !== j && (i === 0 || j === 0) ? spillin : 0))),
  };
}

/** Three members of the worked example: a pure public good. */
export const OLSON_ZECKHAUSER = pact([100, 60, 20], 0.5, 1);
/** Several equilibria. */
export const HUB = hub([100, 60, 60, 60], 0.05, 0.8);

export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
