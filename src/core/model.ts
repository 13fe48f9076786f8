/** `foedus/model`: what promises change. Single models on numbers given, and the whole assessment of a treaty. Runs in Node and in the browser. */
export { assess } from './assess/assess.ts';
export type { AllyAssessment, Assessment, ContingencyAssessment, Interval, MemberAssessment, WithWithout } from './assess/assessment.ts';
export { burdenLedger, type BurdenLedger } from './assess/burden.ts';
export { prepareAssessment, type AssessOptions, type PreparedAssessment, type Subject } from './assess/prepare.ts';
export { reviewTreaty, type TreatyReview } from './assess/review.ts';
export type { Facts } from './facts/facts.ts';

export type { CrisisGame, Joiner } from './models/crisis/game.ts';
export { readCrisis, type CrisisReading } from './models/crisis/readings.ts';
export { snydersDilemma, type SnyderCase, type SnydersDilemma } from './models/crisis/snyder.ts';
export { solveCrisis, type CrisisSolution, type SolveOptions } from './models/crisis/solve.ts';

export { decidedBy, expectedDecisionDays, type DecisionRule } from './models/response/decision-time.ts';
export { interoperabilityIndex, jointStrength, type Commonality } from './models/response/interoperability.ts';
export { effectiveShare, readyBy, type ReadinessTier } from './models/response/readiness.ts';

export type { Spender, SpendingGame } from './models/spending/game.ts';
export { nashSpending, type NashSpending } from './models/spending/nash.ts';
export { spendingEquilibria, type SpendingEquilibria } from './models/spending/equilibria.ts';
export { debtPath, type DebtCase, type DebtPath } from './models/spending/debt.ts';
export { stayingPower, type StayingPower, type StayingPowerCase } from './models/spending/staying-power.ts';

export { allRatify, type AllMembersReading } from './models/ratification/all-members.ts';
export { ratification, type RatificationReading, type RatifyingState } from './models/ratification/state.ts';
export { credibilityUnderTurnover, type Turnover } from './models/ratification/turnover.ts';
export { winSet, winSetArea, type SpatialBody } from './models/ratification/win-set.ts';

export { expectedLife, survivalAt, yearlyHazard, type HazardTerms } from './models/survival/hazard.ts';
export { lockInLoss, type LockIn } from './models/survival/lock-in.ts';
export { effectiveHonoring, type MemberPromise } from './models/survival/membership.ts';
export { optionValues, type ExitRight, type OptionValues } from './models/survival/option-value.ts';
export type { ValueProcess } from './models/survival/value-process.ts';

export { signalingEquilibria, type SignalingEquilibria, type SignalingGame } from './models/signals/fearon.ts';
export { reliabilityUnderSelection, type PromiseType, type Selection } from './models/signals/smith.ts';
