import { autarky } from './autarky.ts';
import type { SpendingGame } from './game.ts';
import { lindahl } from './lindahl.ts';
import { nashSpending, sumOf } from './nash.ts';
import { pledgedSpending, type SpendingPledge } from './pledge.ts';

/** By how much what is spent falls short of a standard. */
export interface Gap {
  /** Standard less spending; negative where a member spends more. */
  readonly members: readonly number[];
  readonly total: number;
  /** Of the standard's total; 0 where it is 0. */
  readonly share: number;
}

/** Standard less spending, by member and in all. */
export function gapTo(standard: readonly number[], spending: readonly number[]): Gap {
  const members = standard.map((value, i) => value - (spending[i] ?? 0));
  const total = sumOf(members);
  const all = sumOf(standard);
  return { members, total, share: all === 0 ? 0 : total / all };
}

/** What members spend in the worlds that are compared, and the gaps between them. Money in the unit of the incomes. */
export interface SpendingGaps {
  readonly autarky: readonly number[];
  /** Under the treaty, each doing what is best for it. */
  readonly nash: readonly number[];
  /** What each would pay in the efficient allocation. */
  readonly efficient: readonly number[];
  /** The free-riding gap: efficient payments less Nash spending. */
  readonly toEfficient: Gap;
  /** Nash spending without the treaty less Nash spending with it: what each saves by pooling, before any duty. */
  readonly pooling: readonly number[];
  /** With a pledge: what is spent where missing it costs, the pledge less Nash spending, and what is left of both gaps. */
  readonly pledge?: {
    readonly spending: readonly number[];
    readonly toPledge: Gap;
    readonly left: Gap;
    readonly leftToEfficient: Gap;
  };
  readonly method: string;
  readonly converged: boolean;
  readonly iterations: number;
  readonly warnings: readonly string[];
}

/**
 * Nash spending against autarky, the efficient allocation and a pledge, with the treaty and without.
 * @param game under the treaty
 * @param without the same members' game without the treaty; autarky (no spill-ins) unless given
 * @param start observed spending; autarky unless given
 * @throws {RangeError} for a game or pledge that is none
 */
export function spendingGaps(
  game: SpendingGame,
  { without, pledge, start }: { readonly without?: SpendingGame; readonly pledge?: SpendingPledge; readonly start?: readonly number[] } = {},
): SpendingGaps {
  const alone = autarky(game);
  const nash = nashSpending(game, start ?? alone);
  const apart = without === undefined ? undefined : nashSpending(without, start ?? autarky(without));
  const efficient = lindahl(game);
  const pledged = pledge === undefined ? undefined : pledgedSpending(game, pledge, nash.spending);
  const parts = [nash, efficient, ...(apart === undefined ? [] : [apart]), ...(pledged === undefined ? [] : [pledged])];
  return {
    autarky: alone,
    nash: nash.spending,
    efficient: efficient.payments,
    toEfficient: gapTo(efficient.payments, nash.spending),
    pooling: gapTo(apart?.spending ?? alone, nash.spending).members,
    ...(pledge !== undefined &&
      pledged !== undefined && {
        pledge: {
          spending: pledged.spending,
          toPledge: gapTo(pledge.floors, nash.spending),
          left: gapTo(pledge.floors, pledged.spending),
          leftToEfficient: gapTo(efficient.payments, pledged.spending),
        },
      }),
    method: [...new Set(parts.map(({ method }) => method))].join(', '),
    converged: parts.every(({ converged }) => converged),
    iterations: sumOf(parts.map(({ iterations }) => iterations)),
    warnings: [...new Set(parts.flatMap(({ warnings }) => warnings))],
  };
}
