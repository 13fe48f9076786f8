import type { Parameter } from '../../../core/facts/parameters.ts';
import type { REGRESSORS } from './fits.ts';

type Term = (typeof REGRESSORS)[keyof typeof REGRESSORS];

/** What each log odds is added for. */
export const MEANINGS: Readonly<Record<Term, string>> = {
  'after-1945': 'added in years since 1946',
  'minor-minor': 'added where no great power is a member; holds among treaties alike in all else, where the baselines by kind hold what else differs',
  conditional: 'added where the promise hangs on the adversary, the place or a war under way',
  offense: 'added where there is a promise to join an attack',
  asymmetric: 'added where members owe different things',
  'term-expiring': 'added in the year in which the term, or a term of renewal of more than one year, runs out',
  'regime-change': "added in the year in which a member's regime changed and the two after it",
  'member-at-war': 'added in years in which a member is at war',
  'capability-change': "by the absolute change of the log of a member's power relative to the others' since it entered, a mean over members",
  'outside-alliance': 'added in the three years after a member entered an alliance of active help with an outsider',
};

/** What each share is of. */
export const REFERENCE_MEANINGS: Readonly<Record<Exclude<Term, 'capability-change'>, string>> = {
  'after-1945': 'that lie after 1945',
  'minor-minor': 'without a great power among the members',
  conditional: 'with a conditional promise',
  offense: 'with a promise to join an attack',
  asymmetric: 'in which members owe different things',
  'term-expiring': 'in which the term runs out',
  'regime-change': "within three years of a change of a member's regime",
  'member-at-war': 'in which a member is at war',
  'outside-alliance': 'in which a member has a new alliance with an outsider',
};

/** Parameters that no data settle. */
export const DECLARED: Readonly<Record<'hazards' | 'rest', Readonly<Record<string, Parameter>>>> = {
  hazards: {
    'hazard.withdrawal': {
      value: 0,
      low: 0,
      high: 0,
      kind: 'declared',
      meaning: 'effect of inserting a right to leave on the yearly log odds of an end',
      basis:
        'the fits give a rise to 1945 and a fall since 1946: states write the clause where they expect to stay (Koremenos 2005), so what they give is reported and never used as an effect',
    },
    'hazard.value': {
      value: 0.3,
      low: 0,
      high: 1,
      kind: 'declared',
      meaning: 'by the yearly worth of leaving, value out less value in less penalty, in % of own GDP',
      basis:
        'not estimated: no data give the worth of treaties to members; one percent of GDP a year raises the odds by a third, from not at all to nearly threefold',
    },
  },
  rest: {
    'notice.discount': {
      value: 0.5,
      low: 0.2,
      high: 0.8,
      kind: 'declared',
      meaning: "δ: share of the promise's pull that is left once a member has given notice",
      basis: 'declared: a state under notice is bound in law, and no record says how such states behaved when called on',
    },
    'value.persistence': {
      value: 0.9,
      low: 0.7,
      high: 1,
      kind: 'declared',
      meaning: "ρ: share of a departure of a treaty's yearly value from its usual level that is left after a year",
      basis: 'declared: interests move over a decade (a half-life of some seven years), from two years to a random walk',
    },
    'value.shock': {
      value: 0.3,
      low: 0.1,
      high: 0.8,
      kind: 'declared',
      meaning: "σ: standard deviation of a year's news about a treaty's value to a member, % of own GDP",
      basis: 'declared beside defense budgets of 1 to 4 % of GDP',
    },
    'value.discount-rate': {
      value: 0.04,
      low: 0.02,
      high: 0.08,
      kind: 'declared',
      meaning: 'yearly discount rate',
      basis: 'declared: real rates that governments use to appraise projects run from 2 to 8 %',
    },
    'review.success': {
      value: 0.3,
      low: 0.1,
      high: 0.6,
      kind: 'declared',
      meaning: 'chance that a review or a request to renegotiate gives a member better terms',
      basis: 'declared: revision needs the others, and most review clauses were never used',
    },
  },
};
