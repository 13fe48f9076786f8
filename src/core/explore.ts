/** `foedus/explore`: which of several would be better, and what an answer hangs on. Runs in Node and in the browser. */
export { WHOLE_ANSWERS, type Answer } from './assess/answers.ts';
export type { Assumption } from './assess/assumptions.ts';
export { prepareAssessment, type AssessOptions, type PreparedAssessment, type Subject } from './assess/prepare.ts';
export { compare, type CompareOptions, type CompareSubject, type Comparison } from './explore/compare.ts';
export { design, type DesignOptions, type DesignProgress } from './explore/design/design.ts';
export { parseRequirement, type Requirement } from './explore/design/demands.ts';
export { OBJECTIVES, type Objective, type ObjectiveId } from './explore/design/objectives.ts';
export type { DesignPoint, DesignResult } from './explore/design/result.ts';
export { finish, type Progress, type Steps } from './explore/progress.ts';
export { breakEven, type BreakEven, type Turns } from './explore/sensitivity/break-even.ts';
export { questionOf, type Question } from './explore/sensitivity/question.ts';
export { saltelli, type Design, type Evaluations } from './explore/sensitivity/saltelli.ts';
export { sensitivity, type Sensitivity, type SensitivityOptions } from './explore/sensitivity/sensitivity.ts';
export { sobolIndices, type SobolIndices } from './explore/sensitivity/sobol.ts';
export { tornado, type Bar } from './explore/sensitivity/tornado.ts';
export { rankChanges, type RankedChange } from './treaty/rank-change.ts';
export { sobolPoints } from './math/sobol-sequence.ts';
