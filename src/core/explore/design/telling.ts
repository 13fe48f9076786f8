import type { Demand } from './demands.ts';
import type { DesignSummary, Evaluator } from './evaluate.ts';
import type { ObjectiveId } from './objectives.ts';
import type { ObjectiveNumbers } from './result.ts';
import type { DesignVariable } from './variable.ts';

/** What points are told with. */
export interface Telling {
  readonly evaluator: Evaluator;
  readonly variables: readonly DesignVariable[];
  readonly objectives: readonly ObjectiveId[];
  readonly demands: readonly Demand[];
}

export function numbersOf({ objectives: values }: DesignSummary, objectives: readonly ObjectiveId[]): ObjectiveNumbers {
  return Object.fromEntries(objectives.map((id) => [id, values[id]]));
}
