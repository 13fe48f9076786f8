import type { Catalog } from '../core/catalog.ts';
import { completeEvent, type EventQuestion } from '../core/law/event.ts';
import { createLaw, type Law } from '../core/law/law.ts';
import { NONSTATE, type CascadeMode, type Verdict } from '../core/law/types.ts';
import { createRegistry } from '../core/states/registry.ts';
import type { StateId } from '../core/states/types.ts';
import type { World } from '../core/states/world.ts';
import type { Treaty } from '../core/treaty/schema.ts';
import { dayOf } from './dates.ts';
import { didYouMean, idsNear, type Known } from './did-you-mean.ts';
import { selectTreaties } from './find-treaty.ts';
import { UserError } from './user-error.ts';

/** What is asked of the law alone. */
export interface LawRequest extends EventQuestion {
  /** Left out: the event's own duties alone. */
  readonly cascade?: Exclude<CascadeMode, 'expected'>;
  /** States that do not perform what they owe; without a mode, `chosen` is meant. */
  readonly refuses?: readonly StateId[];
  /** Treaties added to the catalog's, or in place of those with their id. */
  readonly drafts?: readonly Treaty[];
  /** Ids of the treaties to look at; all when left out. */
  readonly only?: readonly string[];
}

/** What `foedus trigger` and `POST /api/trigger` ask. */
export interface TriggerRequest extends Omit<LawRequest, 'cascade'> {
  readonly cascade?: CascadeMode;
  /** Of the ranges of an expected cascade; 200 when left out. */
  readonly draws?: number;
  /** ... 1 when left out. */
  readonly seed?: number;
}

/** How a field of the question is called where it was asked, for errors. */
export type FieldNames = Readonly<Record<string, string>>;

/** A question to the law, checked, with the law that answers it. */
export interface AskedLaw {
  readonly law: Law;
  /** The answer, without what follows. */
  readonly verdict: Verdict;
  /** Every treaty there is, those that were not asked about among them. */
  readonly treaties: readonly Treaty[];
}

/**
 * Puts a question to the law.
 * @throws {UserError} where the question names what does not exist, or cannot be answered
 */
export function askLaw(catalog: Catalog, world: World, request: LawRequest, fields: FieldNames = {}): AskedLaw {
  const named = (field: string): string => fields[field] ?? field;
  dayOf(request.date, named('date'));
  const { explainUnknownState } = createRegistry(catalog.states);
  const checkState = (field: string, state: string, nonstate = false): void => {
    if ((nonstate && state === NONSTATE) || world.state(state) !== undefined) return;
    throw new UserError(`${named(field)}: ${explainUnknownState(state)}`);
  };
  for (const state of request.attackers) checkState('attackers', state, true);
  checkState('target', request.target);
  for (const state of request.beganBy ?? []) checkState('beganBy', state, true);
  for (const state of request.refuses ?? []) checkState('refuses', state);
  for (const war of request.atWar ?? []) {
    checkState('atWar', war.attacker);
    checkState('atWar', war.target);
  }
  checkPlace(catalog, world, request, named);

  const completed = completeEvent(request, world);
  if (!completed.ok) throw new UserError(`${named(completed.problem.field)}: ${completed.problem.message}`);
  const { law, treaties } = lawOf(catalog, world, request);
  return { law, verdict: law.trigger(completed.event), treaties };
}

type Asking = Pick<AskedLaw, 'law' | 'treaties'>;

/** The law of whole catalogs: a server puts one question after the other to the same. */
const remembered = new WeakMap<World, Asking & { readonly catalog: Catalog }>();

/** The law that answers a question. @throws {UserError} where it names a treaty that there is not */
function lawOf(catalog: Catalog, world: World, { drafts = [], only = [] }: LawRequest): Asking {
  if (drafts.length === 0 && only.length === 0) {
    const known = remembered.get(world);
    if (known?.catalog === catalog) return known;
  }
  const treaties = selectTreaties(catalog, drafts, []);
  const asked = selectTreaties(catalog, drafts, only);
  const background = treaties.filter((treaty) => !asked.includes(treaty));
  const made = { law: createLaw(asked, world, background), treaties };
  if (drafts.length === 0 && only.length === 0) remembered.set(world, { ...made, catalog });
  return made;
}

/**
 * Who owes what to whom under which article, and why others do not; and what would follow by the letter or by choice.
 * @param world made with shapes where the question names a point
 * @throws {UserError} where the question names what does not exist, or cannot be answered
 */
export function triggerVerdict(catalog: Catalog, world: World, request: LawRequest, fields: FieldNames = {}): Verdict {
  const { cascade, refuses = [] } = request;
  const mode = cascade ?? (refuses.length > 0 ? 'chosen' : undefined);
  const { law, verdict } = askLaw(catalog, world, request, fields);
  return mode === undefined ? verdict : { ...verdict, cascade: law.cascade(verdict, { mode, refuses }) };
}

/** The same, and what is likely to follow where that is asked: only then are the facts and the crisis game loaded. */
export async function triggerAnswer(catalog: Catalog, world: World, request: TriggerRequest, fields: FieldNames = {}): Promise<Verdict> {
  const { cascade, draws, seed, ...question } = request;
  if (cascade === 'expected') {
    const { expectedVerdict } = await import('./expected-cascade.ts');
    return expectedVerdict(askLaw(catalog, world, question, fields), world, request, fields['cascade'] ?? 'cascade');
  }
  const drawn = draws === undefined ? (seed === undefined ? undefined : 'seed') : 'draws';
  if (drawn !== undefined)
    throw new UserError(`${fields[drawn] ?? drawn}: only an expected cascade is drawn; ask for ${fields['cascade'] ?? 'cascade'} expected.`);
  return triggerVerdict(catalog, world, { ...question, ...(cascade !== undefined && { cascade }) }, fields);
}

function checkPlace(catalog: Catalog, world: World, { place, at }: EventQuestion, named: (field: string) => string): void {
  if (place !== undefined && at !== undefined) throw new UserError(`give ${named('place')} or ${named('at')}, not both.`);
  if (at !== undefined && !(Math.abs(at.lat) <= 90 && Math.abs(at.lon) <= 180)) {
    throw new UserError(`${named('at')}: ${at.lat},${at.lon} is no point on earth; latitude runs from -90 to 90, longitude from -180 to 180.`);
  }
  if (place === undefined || world.territory(place) !== undefined || world.state(place) !== undefined) return;
  const known: Known[] = [
    ...catalog.territories.map(({ id, name, aliases = [] }) => [id, name, ...aliases] as const),
    ...catalog.states.map(({ id, name }) => [id, name] as const),
  ];
  const hint = didYouMean(idsNear(place, known), 'Name a territory of the gazetteer or a state, or give a point.');
  throw new UserError(`${named('place')}: there is no place '${place}'. ${hint}`);
}
