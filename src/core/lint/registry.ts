/** Every rule of the linter, family by family. */
import { burdenCostRule } from './rules/burden-cost-rule.ts';
import { burdenDueBeforeAgreed } from './rules/burden-due-before-agreed.ts';
import { burdenNoIncentive } from './rules/burden-no-incentive.ts';
import { burdenNoPledge } from './rules/burden-no-pledge.ts';
import { burdenNoReading } from './rules/burden-no-reading.ts';
import { burdenPledgeUndated } from './rules/burden-pledge-undated.ts';
import { burdenPledgeUnmeasured } from './rules/burden-pledge-unmeasured.ts';
import { conditionalityNoEnd } from './rules/conditionality-no-end.ts';
import { conditionalityOneSided } from './rules/conditionality-one-sided.ts';
import { conditionalityUnverifiable } from './rules/conditionality-unverifiable.ts';
import { dateAmendmentOutsideLife } from './rules/date-amendment-outside-life.ts';
import { dateEndedBeforeInForce } from './rules/date-ended-before-in-force.ts';
import { dateImpossible } from './rules/date-impossible.ts';
import { dateInForceBeforeSigned } from './rules/date-in-force-before-signed.ts';
import { dateSpanReversed } from './rules/date-span-reversed.ts';
import { decisionAttackerVotes } from './rules/decision-attacker-votes.ts';
import { decisionNoRule } from './rules/decision-no-rule.ts';
import { decisionUnanimityAmongMany } from './rules/decision-unanimity-among-many.ts';
import { domesticConstitutionalProcesses } from './rules/domestic-constitutional-processes.ts';
import { domesticNoTimeForConsent } from './rules/domestic-no-time-for-consent.ts';
import { domesticSecretClause } from './rules/domestic-secret-clause.ts';
import { exitForbiddenWithTerms } from './rules/exit-forbidden-with-terms.ts';
import { exitMissing } from './rules/exit-missing.ts';
import { exitNeverOpens } from './rules/exit-never-opens.ts';
import { exitNoNotice } from './rules/exit-no-notice.ts';
import { exitNoticeExceedsTerm } from './rules/exit-notice-exceeds-term.ts';
import { exitTooEasy } from './rules/exit-too-easy.ts';
import { obligationContradiction } from './rules/obligation-contradiction.ts';
import { obligationDenied } from './rules/obligation-denied.ts';
import { obligationForceExcluded } from './rules/obligation-force-excluded.ts';
import { obligationNoTarget } from './rules/obligation-no-target.ts';
import { obligationNoTrigger } from './rules/obligation-no-trigger.ts';
import { obligationNone } from './rules/obligation-none.ts';
import { obligationRequiresBeneficiary } from './rules/obligation-requires-beneficiary.ts';
import { obligationToItself } from './rules/obligation-to-itself.ts';
import { obligationUnconditionalForce } from './rules/obligation-unconditional-force.ts';
import { obligationWaitsForNobody } from './rules/obligation-waits-for-nobody.ts';
import { partyAlone } from './rules/party-alone.ts';
import { partyIntervalOverlap } from './rules/party-interval-overlap.ts';
import { partyIntervalReversed } from './rules/party-interval-reversed.ts';
import { partyNotAStateThen } from './rules/party-not-a-state-then.ts';
import { partyOutsideTreaty } from './rules/party-outside-treaty.ts';
import { partyUnknownState } from './rules/party-unknown-state.ts';
import { portfolioChain } from './rules/portfolio-chain.ts';
import { portfolioContradictionByLetter } from './rules/portfolio-contradiction-by-letter.ts';
import { portfolioContradictionWhoBegan } from './rules/portfolio-contradiction-who-began.ts';
import { portfolioOverlappingGuarantees } from './rules/portfolio-overlapping-guarantees.ts';
import { portfolioSameId } from './rules/portfolio-same-id.ts';
import { purposeMissing } from './rules/purpose-missing.ts';
import { purposeNoMetric } from './rules/purpose-no-metric.ts';
import { purposeNoReview } from './rules/purpose-no-review.ts';
import { purposeNoTarget } from './rules/purpose-no-target.ts';
import { referenceDuplicateEntry } from './rules/reference-duplicate-entry.ts';
import { referenceDuplicateId } from './rules/reference-duplicate-id.ts';
import { referenceIdleBeneficiary } from './rules/reference-idle-beneficiary.ts';
import { referenceNotAParty } from './rules/reference-not-a-party.ts';
import { referenceUnknownObligation } from './rules/reference-unknown-obligation.ts';
import { referenceUnknownRegion } from './rules/reference-unknown-region.ts';
import { referenceUnknownRole } from './rules/reference-unknown-role.ts';
import { scopeAtWarMissing } from './rules/scope-at-war-missing.ts';
import { scopeIdleAlternative } from './rules/scope-idle-alternative.ts';
import { scopeNoAreaOrDomain } from './rules/scope-no-area-or-domain.ts';
import { scopeNoThreshold } from './rules/scope-no-threshold.ts';
import { scopeOpenAdversary } from './rules/scope-open-adversary.ts';
import { scopeOpenArea } from './rules/scope-open-area.ts';
import { sourceBare } from './rules/source-bare.ts';
import { sourceDoubtUnexplained } from './rules/source-doubt-unexplained.ts';
import { sourceNoText } from './rules/source-no-text.ts';
import { suppressionUnknownRule } from './rules/suppression-unknown-rule.ts';
import { suppressionUnused } from './rules/suppression-unused.ts';
import { termIncomplete } from './rules/term-incomplete.ts';
import { termMissing } from './rules/term-missing.ts';
import { termNoRenewalRule } from './rules/term-no-renewal-rule.ts';
import { termNoReview } from './rules/term-no-review.ts';
import { termTacitRenewal } from './rules/term-tacit-renewal.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [
  obligationContradiction,
  obligationDenied,
  obligationForceExcluded,
  obligationNoTarget,
  obligationNoTrigger,
  obligationNone,
  obligationRequiresBeneficiary,
  obligationToItself,
  obligationUnconditionalForce,
  obligationWaitsForNobody,
  scopeAtWarMissing,
  scopeIdleAlternative,
  scopeNoAreaOrDomain,
  scopeNoThreshold,
  scopeOpenAdversary,
  scopeOpenArea,
  exitForbiddenWithTerms,
  exitMissing,
  exitNeverOpens,
  exitNoNotice,
  exitNoticeExceedsTerm,
  exitTooEasy,
  termIncomplete,
  termMissing,
  termNoRenewalRule,
  termNoReview,
  termTacitRenewal,
  burdenCostRule,
  burdenDueBeforeAgreed,
  burdenNoIncentive,
  burdenNoPledge,
  burdenNoReading,
  burdenPledgeUndated,
  burdenPledgeUnmeasured,
  decisionAttackerVotes,
  decisionNoRule,
  decisionUnanimityAmongMany,
  purposeMissing,
  purposeNoMetric,
  purposeNoReview,
  purposeNoTarget,
  domesticConstitutionalProcesses,
  domesticNoTimeForConsent,
  domesticSecretClause,
  conditionalityNoEnd,
  conditionalityOneSided,
  conditionalityUnverifiable,
  portfolioContradictionByLetter,
  portfolioContradictionWhoBegan,
  portfolioOverlappingGuarantees,
  portfolioChain,
  portfolioSameId,
  partyAlone,
  partyIntervalOverlap,
  partyIntervalReversed,
  partyNotAStateThen,
  partyOutsideTreaty,
  partyUnknownState,
  dateAmendmentOutsideLife,
  dateEndedBeforeInForce,
  dateImpossible,
  dateInForceBeforeSigned,
  dateSpanReversed,
  referenceDuplicateEntry,
  referenceDuplicateId,
  referenceIdleBeneficiary,
  referenceNotAParty,
  referenceUnknownObligation,
  referenceUnknownRegion,
  referenceUnknownRole,
  sourceBare,
  sourceDoubtUnexplained,
  sourceNoText,
  suppressionUnknownRule,
  suppressionUnused,
];

export const ruleIds: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

/** A rule by its id. */
export function ruleOf(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}
