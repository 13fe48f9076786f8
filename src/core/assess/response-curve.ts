import type { Estimate } from '../facts/estimate.ts';
import { deliberationOn, readinessClassOf } from '../facts/readiness.ts';
import { quantile } from '../math/quantile.ts';
import { createRng } from '../math/rng.ts';
import { decidedBy, type DecisionRule } from '../models/response/decision-time.ts';
import { splitNormal } from './parameter-values.ts';
import type { Asked, PreparedAssessment } from './prepare.ts';
import { decisionRuleOf } from './response-values.ts';

/** Ways to decide that a text can be compared with. */
export const COMPARED_RULES = ['unanimity', 'silence', 'two-thirds', 'majority', 'hub-decides', 'none'] as const;
export type ComparedRule = (typeof COMPARED_RULES)[number];

/** Share of the promised strength in place by a day. */
export interface ResponseDay {
  readonly day: number;
  /** Under the rule of the text, with its 90 % range over readiness and deliberation. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Under every rule it can be compared with, central. */
  readonly byRule: Readonly<Record<ComparedRule, number>>;
}

export interface ResponseCurve {
  readonly contingency: string;
  readonly rule: DecisionRule['kind'];
  readonly members: number;
  /** States that promise, by their part of the promised strength at the place; they sum to 1. */
  readonly promised: readonly { readonly state: string; readonly share: number }[];
  /** Days from the first sign to the first act, and to a settled fact. */
  readonly warning: number;
  readonly window: number;
  readonly days: readonly ResponseDay[];
  /** At the close of the window. */
  readonly atWindow: ResponseDay;
  readonly deliberation: Estimate;
}

const RULES: Readonly<Record<ComparedRule, DecisionRule>> = {
  unanimity: decisionRuleOf({ decisions: { rule: 'unanimity' } }),
  silence: decisionRuleOf({ decisions: { rule: 'consensus', silence_procedure: true } }),
  'two-thirds': decisionRuleOf({ decisions: { rule: 'two-thirds' } }),
  majority: decisionRuleOf({ decisions: { rule: 'majority' } }),
  'hub-decides': decisionRuleOf({ decisions: { rule: 'hub-decides' } }),
  none: { kind: 'none' },
};

const LAST_DAY = 30;

interface Tiers {
  readonly weight: number;
  readonly tiers: readonly { readonly share: Estimate; readonly days: Estimate }[];
}

type Read = (estimate: Estimate) => number;

/** Decisions are at exponential times, forces at fixed ones: P(in place by t) = Σ share · P(decided by t − days), own deliberation with it. */
function inPlace(groups: readonly Tiers[], rule: DecisionRule, members: number, mean: number, read: Read): (day: number) => number {
  const drawn = groups.map(({ weight, tiers }) => {
    const kept = tiers.map(({ share, days }) => ({ share: Math.min(1, Math.max(0, read(share))), days: Math.max(0, read(days)) }));
    const sum = kept.reduce((total, { share }) => total + share, 0);
    return { weight, tiers: sum > 1 ? kept.map(({ share, days }) => ({ share: share / sum, days })) : kept };
  });
  const decided = (day: number): number => {
    if (day < 0) return 0;
    return rule.kind === 'none' ? -Math.expm1(-day / mean) : decidedBy(rule, members, mean, day);
  };
  return (day) => drawn.reduce((sum, { weight, tiers }) => sum + weight * tiers.reduce((part, one) => part + one.share * decided(day - one.days), 0), 0);
}

/**
 * What arrives in time in one contingency: the share of the strength promised by the assessed treaty that is in place by day, if those who promise
 * wait for the body's decision; under the text's rule with a range over 200 draws, and under others.
 * @returns undefined where nobody promises help in it
 */
export function responseCurve(prepared: PreparedAssessment, asked: Asked, draws = 200): ResponseCurve | undefined {
  const { subject, options, text, members } = prepared;
  const { facts, treaty } = subject;
  const bound = asked.prepared.allies.filter(({ joiner }) =>
    joiner.with.promises.some((promise) => promise.treaty === treaty.id || promise.treaty.startsWith(`${treaty.id}--`)),
  );
  const whole = bound.reduce((sum, { away }) => sum + away, 0);
  if (bound.length === 0 || whole === 0) return undefined;
  const groups = bound.map(({ joiner, away }): Tiers => ({
    weight: away / whole,
    tiers: readinessClassOf(facts.readiness, joiner.state, options.date)?.tiers ?? [],
  }));
  const { warning_days, fait_accompli_days } = asked.contingency;
  const deliberation = deliberationOn(facts.readiness, options.date);
  const rule = decisionRuleOf(text);
  const mean = Math.max(0.1, deliberation.value);
  const centralOf: Read = ({ value }) => value;
  const central = inPlace(groups, rule, members.length, mean, centralOf);
  const compared = COMPARED_RULES.map((name) => [name, inPlace(groups, RULES[name], members.length, mean, centralOf)] as const);
  const drawn = Array.from({ length: draws }, (_, i) => {
    const rng = createRng(options.seed, 'response', asked.contingency.id, i);
    const read: Read = (estimate) => splitNormal(rng, estimate);
    return inPlace(groups, rule, members.length, Math.max(0.1, read(deliberation)), read);
  });
  const dayAt = (day: number): ResponseDay => {
    const sorted = Float64Array.from(drawn, (of) => of(day)).sort();
    return {
      day,
      value: central(day),
      low: sorted.length === 0 ? central(day) : quantile(sorted, 0.05),
      high: sorted.length === 0 ? central(day) : quantile(sorted, 0.95),
      byRule: {
        unanimity: 0,
        silence: 0,
        'two-thirds': 0,
        majority: 0,
        'hub-decides': 0,
        none: 0,
        ...Object.fromEntries(compared.map(([name, of]) => [name, of(day)])),
      },
    };
  };
  const warning = Math.max(0, warning_days.value);
  const window = warning + Math.max(0, fait_accompli_days?.value ?? 0);
  const last = Math.max(LAST_DAY, Math.min(120, Math.ceil((window * 1.3) / 10) * 10));
  const step = last / 60;
  return {
    contingency: asked.contingency.id,
    rule: rule.kind,
    members: members.length,
    promised: bound.map(({ joiner, away }) => ({ state: joiner.state, share: away / whole })).toSorted((a, b) => b.share - a.share),
    warning,
    window,
    days: Array.from({ length: 61 }, (_, i) => dayAt(i * step)),
    atWindow: dayAt(window),
    deliberation,
  };
}
