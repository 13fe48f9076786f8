import { centralValues } from '../../assess/parameter-values.ts';
import { jointRatification } from '../../assess/outlook.ts';
import { gatesOn, institutionOn } from '../../facts/institutions.ts';
import type { Treaty } from '../../treaty/schema.ts';
import { createCases, lookup, type DesignCase } from './cases.ts';
import type { ObjectiveValues } from './objectives.ts';
import { groundOf, outcomeOn, outcomesWithout, type CaseOutcome, type Ground } from './outcome.ts';
import { createOutlook } from './outlook.ts';
import type { DesignSetting } from './setting.ts';
import { createSpending, type SpendingGround } from './spending.ts';

/** What a way to write the treaty comes to. */
export interface DesignReading {
  readonly objectives: ObjectiveValues;
  readonly members: readonly MemberReading[];
  /** Challenges and wars a year, summed over the contingencies. */
  readonly challenges: number;
  readonly wars: number;
}

/** What of a reading is kept of every way looked at; members are read again where they are told. */
export type DesignSummary = Omit<DesignReading, 'members'>;

export interface MemberReading {
  readonly state: string;
  /** What the treaty is worth to it, % of own GDP a year. */
  readonly net: number;
  readonly entrapment: number;
  readonly lockIn: number;
}

export interface Evaluator {
  readonly setting: DesignSetting;
  readonly given: DesignReading;
  /** No treaty at all. */
  readonly without: Pick<DesignReading, 'challenges' | 'wars'>;
  /** Members whose gates the catalog does not know: ratification is that of the others. */
  readonly gatesNotKnown: readonly string[];
  /** At the central values. What is alike in two treaties is computed once. */
  readonly read: (treaty: Treaty) => DesignReading;
  /** The same in one draw of every parameter and assumption; the same draw for every treaty. */
  readonly readDraw: (treaty: Treaty, draw: number) => DesignReading;
}

/** An evaluator of the ways to write one treaty, in one setting. */
export function createEvaluator(setting: DesignSetting): Evaluator {
  const { subject, date, given, parameters, set } = setting;
  const { facts } = subject;
  const casesOf = createCases(setting);
  const none: ReadonlyMap<string, number> = new Map();
  const givenCases = casesOf(given, none);
  const values = centralValues(parameters, set);
  const central = groundOf(setting, givenCases, values);
  const outcomes = new Map<DesignCase, CaseOutcome>();
  const solve = (one: DesignCase): CaseOutcome => lookup(outcomes, one, () => outcomeOn(setting, central, one));
  const without = outcomesWithout(central, givenCases);
  const spending = createSpending(setting, givenCases.map(solve), without);
  const outlook = createOutlook(
    given,
    date,
    facts.parameters.find(({ id }) => id === 'survival'),
  );
  const hasGates = (state: string): boolean => {
    const institution = institutionOn(facts.institutions, state, date);
    return institution !== undefined && gatesOn(institution, date).some(({ when }) => when === undefined);
  };
  const gated = new Set(setting.states.filter(hasGates));
  const concluding = { spending, outlook, gated, setting };

  let ground: Ground | undefined;
  const drawn = new Map<DesignCase, CaseOutcome>();
  const groundAt = (draw: number): Ground => {
    if (ground?.draw === draw) return ground;
    drawn.clear();
    return (ground = groundOf(setting, givenCases, values, draw));
  };
  const casesUnder = (treaty: Treaty): readonly DesignCase[] => casesOf(treaty, spending.factorsOf(treaty));
  const read = (treaty: Treaty): DesignReading => {
    const found = casesUnder(treaty).map(solve);
    return conclude(treaty, found, found, concluding);
  };
  return {
    setting,
    given: read(given),
    without: { challenges: sum(without.map(({ challenge }) => challenge)), wars: sum(without.map(({ war }) => war)) },
    gatesNotKnown: setting.states.filter((state) => !gated.has(state)),
    read,
    readDraw: (treaty, draw) => {
      const at = groundAt(draw);
      const cases = casesUnder(treaty);
      return conclude(
        treaty,
        cases.map((one) => lookup(drawn, one, () => outcomeOn(setting, at, one))),
        cases.map(solve),
        concluding,
      );
    },
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

interface Concluding {
  readonly setting: DesignSetting;
  readonly spending: SpendingGround;
  readonly outlook: ReturnType<typeof createOutlook>;
  readonly gated: ReadonlySet<string>;
}

/** The reading of solved contingencies. @param central those at the central values: spending is told by them alone */
function conclude(
  treaty: Treaty,
  outcomes: readonly CaseOutcome[],
  central: readonly CaseOutcome[],
  { setting, spending, outlook, gated }: Concluding,
): DesignReading {
  const members = [...new Set(treaty.parties.map(({ state }) => state))].filter((state) => setting.states.includes(state));
  const spent = spending.partsOf(treaty, central);
  const sums = new Map(members.map((state) => [state, { worth: 0, entrapment: 0, pull: 0 }]));
  for (const { target, allies, ofTarget } of outcomes) {
    const own = sums.get(target);
    if (own !== undefined) own.worth += ofTarget.deterrence;
    for (const { state, parts, entrapment, pull, bound } of allies) {
      const of = sums.get(state);
      if (of === undefined) continue;
      of.worth += parts.deterrence + parts.joining;
      of.entrapment += entrapment;
      if (bound) of.pull += pull;
    }
  }
  const worths = members.map((state) => {
    const parts = spent.get(state);
    return { state, value: (sums.get(state)?.worth ?? 0) + (parts?.pooling ?? 0) + (parts?.burden ?? 0) };
  });
  const asked = worths.filter(({ state }) => gated.has(state));
  const ratification = jointRatification(setting.subject.facts, setting.date, asked) ?? Number.NaN;
  const renewed = Number.isNaN(ratification) ? 1 : ratification;
  let [pulled, stayed] = [0, 0];
  const rows = worths.map(({ state, value }): MemberReading => {
    const terms = outlook(treaty, members.length, value, renewed);
    const { entrapment = 0, pull = 0 } = sums.get(state) ?? {};
    pulled += pull;
    stayed += pull * terms.staying;
    return { state, net: value, entrapment, lockIn: terms.lockIn };
  });
  const today = sum(outcomes.map(({ ofTarget }) => ofTarget.deterrence));
  return {
    objectives: {
      deterrence: pulled === 0 ? today : (today * stayed) / pulled,
      'worst-net': Math.min(...rows.map(({ net }) => net)),
      entrapment: Math.max(...rows.map(({ entrapment }) => entrapment)),
      ratification,
      'lock-in': Math.max(...rows.map(({ lockIn }) => lockIn)),
    },
    members: rows,
    challenges: sum(outcomes.map(({ challenge }) => challenge)),
    wars: sum(outcomes.map(({ war }) => war)),
  };
}
