import * as z from 'zod';
import { isList, type Axis, type SweepValue } from '../../../core/explore/sweep/axis.ts';
import { dayOf } from '../../dates.ts';
import { findContingency } from '../../find-contingency.ts';
import { knownState } from '../../known-state.ts';
import { FORM } from '../../form-named.ts';
import { loadCatalog, loadFacts } from '../../load-catalog.ts';
import { storeFolder } from '../../store-folder.ts';
import { treatyNamed } from '../../treaties-named.ts';
import { UserError } from '../../user-error.ts';
import { openAssessment, type AssessShared } from '../assess-point.ts';
import { defineSweepVerb, type SweepPlace } from './define.ts';

const value = z.union([z.string().max(200), z.number(), z.boolean()]);

const question = z.strictObject({
  treaty: z.string().max(1000),
  date: z.string().max(10).exactOptional(),
  contingencies: z.array(z.string().max(64)).max(100).exactOptional(),
  as: z.string().regex(FORM, 'is no form; write pact, pairs or hub:USA').exactOptional(),
  without: z.string().max(16).exactOptional(),
  set: z.record(z.string().max(200), value).exactOptional(),
  draws: z.int().min(0).max(100_000).default(0),
  answers: z.array(z.string().max(64)).max(500).exactOptional(),
});

const valuesIn = (axes: readonly Axis[], name: string): readonly SweepValue[] => {
  const axis = axes.find((one) => one.name === name);
  if (axis === undefined) return [];
  if (!isList(axis)) throw new UserError(`vary: ${name} takes values one by one, such as ${name}=A,B.`);
  return axis.values;
};

/** Shares of power from the store for every day asked, where it has better ones than the catalog: cells open no store. */
async function powerOn(dates: readonly string[], place: SweepPlace): Promise<AssessShared['capabilities']> {
  const { powerFromStore } = await import('../../store-power.ts');
  const folder = storeFolder(place.workspace, place.cwd, place.env);
  const found: AssessShared['capabilities'][number][] = [];
  for (const date of dates) {
    const power = await powerFromStore(folder, date);
    if (power !== undefined) found.push({ date, year: power.year, method: power.method, shares: [...power.shares], partial: [...power.partial] });
  }
  return found;
}

export const assess = defineSweepVerb({
  name: 'assess',
  summary: 'what a treaty changes; a name to vary is a parameter, a clause, date, as, without, or with no draws occasions and losses',
  seeded: true,
  question,
  prepare: async ({ treaty: name, date, without, contingencies, ...rest }, axes, place) => {
    const named = await treatyNamed(loadCatalog, name, place);
    for (const id of contingencies ?? []) findContingency(loadFacts().contingencies, id, 'contingencies');
    for (const day of valuesIn(axes, 'date')) dayOf(String(day), 'vary: date');
    for (const state of valuesIn(axes, 'without')) knownState(loadCatalog(), String(state), 'vary: without');
    for (const form of valuesIn(axes, 'as')) if (!FORM.test(String(form))) throw new UserError(`vary: '${form}' is no form; write pact, pairs or hub:USA.`);
    const day = dayOf(date ?? named.date ?? place.today, 'date');
    const dates = valuesIn(axes, 'date').map(String);
    const shared: AssessShared = {
      ...rest,
      treaty: named.treaty,
      date: day,
      capabilities: await powerOn([...new Set([day, ...dates])], place),
      ...(without !== undefined && { without: knownState(loadCatalog(), without, 'without') }),
      ...(contingencies !== undefined && { contingencies }),
    };
    checkFirstPoint(shared, axes);
    return shared;
  },
});

/** What no cell could answer is said before the first is run: a name that is none, an answer that is none. */
function checkFirstPoint(shared: AssessShared, axes: readonly Axis[]): void {
  const first = Object.fromEntries(axes.map((axis): [string, SweepValue] => [axis.name, isList(axis) ? (axis.values[0] ?? 0) : axis.from]));
  try {
    openAssessment(shared).check(first);
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(`${error.message}.`, [], { cause: error });
    throw error;
  }
}
