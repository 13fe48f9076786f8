import type { Objective } from '../../../core/explore/design/objectives.ts';
import type { DesignResult } from '../../../core/explore/design/result.ts';
import { flatten } from '../../../core/explore/sweep/flatten.ts';
import type { Treaty } from '../../../core/treaty/schema.ts';
import { defineCell } from '../../../jobs/cell.ts';
import { designTreaty } from '../../design.ts';
import type { CellInput } from './input.ts';

/** The question that all cells of a sweep of `design` share. */
export interface DesignShared {
  readonly treaty: Treaty;
  readonly date: string;
  readonly budget: number;
  readonly floor: number;
  readonly objectives?: readonly string[];
  readonly require?: readonly string[];
  readonly only?: readonly string[];
  readonly fix?: readonly string[];
  readonly method?: 'exhaustive' | 'nsga2' | 'random';
}

/** The best there is on the front; undefined where it is empty. */
function bestOf({ id, better }: Objective, front: DesignResult['front']): number | undefined {
  const values = front.map(({ objectives }) => objectives[id] ?? Number.NaN);
  if (values.length === 0) return undefined;
  return better === 'high' ? Math.max(...values) : Math.min(...values);
}

/** One search for better ways to write a treaty: how the text stands, and the best of each objective on the front. */
export const cell = defineCell({
  open:
    (shared: DesignShared) =>
    async ({ parameters, seed }: CellInput<Partial<Pick<DesignShared, 'date' | 'budget' | 'floor'>>>) => {
      const found = await designTreaty({ ...shared, ...parameters, seed, draws: 0, points: 1 });
      return flatten({
        feasible: found.infeasible === undefined,
        binding: found.infeasible?.binding.map(({ words }) => words).join('; ') ?? null,
        front: found.front.length,
        space: found.space,
        evaluations: found.evaluations,
        found: found.comparison?.found ?? null,
        random: found.comparison?.random ?? null,
        given: Object.fromEntries(Object.entries(found.given.objectives).map(([id, interval]) => [id, interval?.value])),
        best: Object.fromEntries(found.objectives.map((objective) => [objective.id, bestOf(objective, found.front)])),
      });
    },
});
