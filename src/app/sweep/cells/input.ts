import type { SweepPoint } from '../../../core/explore/sweep/design.ts';

/** What a cell of a sweep is handed. */
export interface CellInput<P = SweepPoint> {
  /** What is varied, by name. */
  readonly parameters: P;
  readonly seed: number;
}
