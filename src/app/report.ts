import { bargain, withAutomaticity } from '../core/assess/bargain.ts';
import { concludeAssessment } from '../core/assess/conclude.ts';
import { contingenciesFor, elsewhere } from '../core/assess/contingencies-for.ts';
import { dayFor } from '../core/assess/day-for.ts';
import { byWeight, headline, influenceOf } from '../core/assess/influence.ts';
import { prepareAssessment, type AssessOptions, type PreparedAssessment } from '../core/assess/prepare.ts';
import { responseCurve } from '../core/assess/response-curve.ts';
import { reviewTreaty } from '../core/assess/review.ts';
import { survivalFan } from '../core/assess/survival-fan.ts';
import type { Assessment } from '../core/assess/assessment.ts';
import type { Facts } from '../core/facts/facts.ts';
import type { World } from '../core/states/world.ts';
import type { Treaty } from '../core/treaty/schema.ts';
import { createBrief } from '../report/create-brief.ts';
import type { BriefGround } from '../report/brief-ground.ts';
import type { Brief } from '../report/brief.ts';
import { assessTreaty } from './assess.ts';
import { selectTreaties } from './find-treaty.ts';
import { loadCatalog, loadFacts } from './load-catalog.ts';
import { UserError } from './user-error.ts';
import { VERSION } from './version.ts';
import { worldOf } from './world.ts';

/** What `foedus report` asks. */
export interface ReportRequest {
  readonly treaty: Treaty;
  /** From the data where it is left out: the newest year with figures in which the treaty is in force. */
  readonly date?: string;
  /** The weightiest that challenges a member where it is left out. */
  readonly contingency?: string;
  readonly draws: number;
  readonly seed: number;
  readonly threads?: number;
  readonly workspace?: string;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** What the computing rests on, for those who have it at hand already. */
export interface ReportGround {
  readonly facts: Facts;
  readonly world: World;
  readonly treaties: readonly Treaty[];
  readonly catalog: string;
}

/**
 * A brief on a treaty, ready to be laid out.
 * @throws {UserError} where something named does not exist, or no contingency challenges a member on the day
 */
export async function reportOn(request: ReportRequest): Promise<Brief> {
  const catalog = loadCatalog();
  const ground: ReportGround = {
    facts: loadFacts(),
    world: worldOf(catalog, { shapes: true }),
    treaties: selectTreaties(catalog, [request.treaty], []),
    catalog: catalog.version,
  };
  const date = request.date ?? dayFor(request.treaty, ground.facts, ground.world);
  const { treaty, draws, seed, threads, workspace, onProgress, signal } = request;
  const contingency = chosen(request, date, ground);
  const whole = await assessTreaty({
    treaty,
    date,
    draws,
    seed,
    ...(threads !== undefined && { threads }),
    ...(workspace !== undefined && { workspace }),
    ...(onProgress !== undefined && { onProgress }),
    ...(signal !== undefined && { signal }),
  });
  const capabilities = workspace === undefined ? undefined : await (await import('./store-power.ts')).powerFromStore(workspace, date);
  const options: AssessOptions = { date, draws, seed, ...(capabilities !== undefined && { capabilities }) };
  return createBrief(briefGround({ treaty, contingency, whole, options, ground }));
}

function chosen({ treaty, contingency: id }: ReportRequest, date: string, { facts, world }: ReportGround): BriefGround['contingency'] {
  const choices = contingenciesFor(facts, treaty, date, world);
  const found = id === undefined ? choices[0] : choices.find((one) => one.id === id);
  if (found !== undefined) return found;
  if (id !== undefined && choices.length > 0) {
    throw new UserError(`--contingency: '${id}' does not challenge a member of ${treaty.id} on ${date}.`, [
      `Those that do: ${choices.map((one) => one.id).join(', ')}.`,
    ]);
  }
  const others = elsewhere(facts, treaty, world).map((one) => `foedus report ${treaty.id} --year ${one.date.slice(0, 4)}    (${one.contingency.title})`);
  throw new UserError(
    `${treaty.id}: no contingency of the catalog challenges a member on ${date}.`,
    others.length === 0 ? [] : ['On other dates one does:', ...others.slice(0, 4)],
  );
}

interface Computed {
  readonly treaty: Treaty;
  readonly contingency: BriefGround['contingency'];
  readonly whole: Assessment;
  readonly options: AssessOptions;
  readonly ground: ReportGround;
}

/** What a brief tells of, beside the assessment: what the answer hangs on, the bargain, what comes in time, how long a member stays, the pledge. */
export function briefGround({ treaty, contingency, whole, options, ground }: Computed): BriefGround {
  const { facts, world, treaties, catalog } = ground;
  const prepare = (text: Treaty, only?: string): PreparedAssessment =>
    prepareAssessment(
      { facts, world, treaties: [...treaties.filter(({ id }) => id !== text.id), text], treaty: text },
      { ...options, ...(only !== undefined && { contingencies: [only] }) },
    );
  const alone = prepare(treaty, contingency.id);
  const all = prepare(treaty);
  const [asked] = alone.asked;
  const central = (to: 'none' | 'discretionary' | 'automatic'): Assessment => {
    const prepared = prepare(withAutomaticity(treaty, to));
    return concludeAssessment({ ...prepared, options: { ...prepared.options, draws: 0 } });
  };
  const pledges = reviewTreaty(treaty, facts, options.date).pledges.filter(
    ({ at_least, metric, readings }) => at_least !== undefined && metric !== undefined && readings.some(({ standing }) => standing !== 'no-reading'),
  );
  const review = pledges[0];
  return {
    treaty,
    date: options.date,
    contingency,
    whole,
    influences: Object.keys(alone.parameters.parameters)
      .flatMap((parameter) => influenceOf(alone, parameter) ?? [])
      .toSorted(byWeight),
    headline: headline(alone),
    bargain: bargain(all, { none: central('none'), discretionary: central('discretionary'), automatic: central('automatic') }),
    response: asked === undefined ? undefined : responseCurve(alone, asked),
    survival: survivalFan(all, whole, contingency.target),
    pledge: review === undefined ? undefined : { review, agreed: treaty.burden?.pledges?.find(({ id }) => id === review.id)?.agreed },
    facts,
    catalog,
    program: VERSION,
    nameOf: (state) => world.nameOf(state, options.date),
  };
}
