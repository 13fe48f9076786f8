import type { ChartTable } from '../charts/chart.ts';
import type { Lesson } from '../core/facts/lessons.ts';
import type { BriefFigure } from './brief.ts';

/** A lesson on one sheet: what its file says, and what was computed for it. */
export interface LessonSheet {
  readonly lesson: Lesson;
  readonly exhibit: {
    readonly title: string;
    readonly finding: string;
    readonly table: ChartTable;
    /** Whether its columns are numbers. */
    readonly numbers: boolean;
    readonly figures: readonly BriefFigure[];
    readonly source: string;
  };
  readonly versions: readonly string[];
}
