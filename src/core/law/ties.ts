import type { StateId } from '../states/types.ts';
import type { Regime } from './regime.ts';
import { ACTION_OF } from './trigger.ts';
import type { Action } from './types.ts';

/** Where a promise stands. */
export interface TieClause {
  readonly action: Action;
  readonly treaty: string;
  readonly article: string;
  readonly obligation: string;
}

/** What one state has promised another, under whatever conditions. */
export interface Tie {
  readonly from: StateId;
  readonly to: StateId;
  readonly clauses: readonly TieClause[];
}

/**
 * Who has promised whom anything on a regime's date: conditions are left out of account, suspensions are not. Promises to any state
 * whatever (a guarantee to all the world) tie no pair.
 */
export function tiesOf({ clauses }: Regime): readonly Tie[] {
  const found = new Map<string, { from: StateId; to: StateId; clauses: TieClause[] }>();
  for (const { obligation, standing, bound, to, suspensions } of clauses) {
    const clause: TieClause = { action: ACTION_OF[obligation.kind], treaty: standing.treaty.id, article: obligation.article, obligation: obligation.id };
    for (const from of bound) {
      for (const other of to ?? []) {
        if (other === from) continue;
        if (suspensions.some((one) => one.bound.includes(from) && (one.to === undefined || one.to.includes(other)))) continue;
        const key = `${from} ${other}`;
        const tie = found.get(key);
        if (tie === undefined) found.set(key, { from, to: other, clauses: [clause] });
        else tie.clauses.push(clause);
      }
    }
  }
  return [...found.values()];
}
