import { defineCell } from '../../../jobs/cell.ts';
import { openAssessment, type AssessShared } from '../assess-point.ts';
import type { CellInput } from './input.ts';

/** One assessment of a treaty: its answers, as src/core/assess/answers.ts names them. */
export const cell = defineCell({
  open: (shared: AssessShared) => {
    const { answer } = openAssessment(shared);
    return ({ parameters, seed }: CellInput) => answer(parameters, seed);
  },
});
