import { createRng } from '../math/rng.ts';
import { quantile } from '../math/quantile.ts';
import { boundAndHonoring } from '../models/survival/membership.ts';
import { survivalAt } from '../models/survival/hazard.ts';
import { addDuration, daysBetween } from '../states/dates.ts';
import type { Assessment } from './assessment.ts';
import { leavingHazard } from './outlook.ts';
import { centralValues, drawValues, type ParameterValues } from './parameter-values.ts';
import type { PreparedAssessment } from './prepare.ts';

/** A chance a number of years ahead, with the ends of its 50 % and 90 % ranges over the draws of the hazards. */
export interface FanYear {
  readonly year: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly half: readonly [low: number, high: number];
}

/** A day on which the treaty may be left, reviewed or runs out, in years from the date. */
export interface SurvivalWindow {
  readonly years: number;
  readonly date: string;
  readonly what: 'exit opens' | 'review' | 'term ends';
}

export interface SurvivalFan {
  readonly state: string;
  /** Chance that the member is still bound. */
  readonly bound: readonly FanYear[];
  /** Chance that it is bound and honors; undefined where it promises nothing in these contingencies. */
  readonly honored: readonly FanYear[] | undefined;
  readonly windows: readonly SurvivalWindow[];
}

const AHEAD = 30;

function windowsOf({ text, options: { date } }: PreparedAssessment): SurvivalWindow[] {
  const { term, exit, in_force: since } = text;
  const found: { date: string; what: SurvivalWindow['what'] }[] = [];
  if (since !== undefined && exit?.earliest !== undefined) found.push({ date: addDuration(since, exit.earliest), what: 'exit opens' });
  if (since !== undefined && term?.review?.after !== undefined) {
    let day = addDuration(since, term.review.after);
    const { every } = term.review;
    if (every !== undefined) for (let i = 0; i < 60 && day <= date; i++) day = addDuration(day, every);
    found.push({ date: day, what: 'review' });
  }
  if (term?.review?.on !== undefined && term.review.on.length === 10) found.push({ date: term.review.on, what: 'review' });
  const until = term?.until ?? (since !== undefined && term?.kind === 'fixed' && term.length !== undefined ? addDuration(since, term.length) : undefined);
  if (until !== undefined && until.length === 10) found.push({ date: until, what: 'term ends' });
  return found.map((one) => ({ ...one, years: daysBetween(date, one.date) / 365.25 })).filter(({ years }) => years > 0 && years <= AHEAD);
}

function fan(central: (year: number) => number, drawn: readonly ((year: number) => number)[]): FanYear[] {
  return Array.from({ length: AHEAD + 1 }, (_, year) => {
    const sorted = Float64Array.from(drawn, (of) => of(year)).sort();
    const at = (p: number): number => (sorted.length === 0 ? central(year) : quantile(sorted, p));
    return { year, value: central(year), low: at(0.05), high: at(0.95), half: [at(0.25), at(0.75)] };
  });
}

/**
 * How long a member stays bound, and is bound and comes: thirty years ahead, over draws of the hazards of leaving.
 * @returns undefined where the facts hold no hazards
 */
export function survivalFan(prepared: PreparedAssessment, assessment: Assessment, state: string, draws = 400): SurvivalFan | undefined {
  const parameters = prepared.subject.facts.parameters.find(({ id }) => id === 'survival');
  const member = assessment.balance.find((one) => one.state === state);
  if (parameters === undefined || member === undefined) return undefined;
  const { text, options, members } = prepared;
  const notice = text.exit?.notice === undefined ? 0 : daysBetween(options.date, addDuration(options.date, text.exit.notice)) / 365.25;
  const worth = member.net.value;
  const chances =
    member.honors === undefined ? undefined : { honors: member.honors.with.value, interest: Math.min(member.honors.with.value, member.honors.without.value) };
  const curves = (values: ParameterValues): { bound: (year: number) => number; honored: ((year: number) => number) | undefined } => {
    const hazards = [leavingHazard(text, options.date, members.length, worth, values)];
    const noticeDiscount = Math.min(1, Math.max(0, values.get('notice.discount')));
    return {
      bound: (year) => survivalAt(hazards, year - notice),
      honored: chances === undefined ? undefined : (year) => boundAndHonoring({ ...chances, noticeDiscount, notice, hazards }, year),
    };
  };
  const central = curves(centralValues(parameters));
  const drawn = Array.from({ length: draws }, (_, i) => curves(safeRates(drawValues(parameters, createRng(options.seed, 'survival', i)))));
  const honored = central.honored;
  return {
    state,
    bound: fan(
      central.bound,
      drawn.map(({ bound }) => bound),
    ),
    honored:
      honored === undefined
        ? undefined
        : fan(
            honored,
            drawn.map((one) => one.honored ?? honored),
          ),
    windows: windowsOf(prepared),
  };
}

/** A draw of a rate or share may leave (0, 1), where it means nothing: it is kept inside. */
function safeRates(values: ParameterValues): ParameterValues {
  const inside = (name: string): boolean => name.startsWith('baseline.') || name.startsWith('reference.');
  return { get: (name) => (inside(name) ? Math.min(0.95, Math.max(0.0005, values.get(name))) : values.get(name)) };
}
