import { decisionRuleOf } from '../../assess/response-values.ts';
import { isConditional } from '../../assess/promise.ts';
import { createLaw } from '../../law/law.ts';
import type { MatrixDuty } from '../../law/matrix.ts';
import { ACTION_OF } from '../../law/trigger.ts';
import { addDuration, daysBetween, normalizeDate } from '../../states/dates.ts';
import type { World } from '../../states/world.ts';
import { inForceOn, treatyAt } from '../../treaty/resolve.ts';
import { shortName } from '../../treaty/phrases.ts';
import type { Treaty } from '../../treaty/schema.ts';
import type { StartClause, StartTreaty } from './types.ts';

/** Treaties of the whole world are left out: they make nobody anybody's ally, and all of them at once no promise to one. */
export const UNIVERSAL = 60;

const FIGHTS = new Set(['defend', 'join-offense', 'assist']);

interface Row {
  readonly duty: MatrixDuty;
  readonly toward: number;
  readonly role: 'target' | 'attacker';
  readonly bound: Set<number>;
  readonly against: Set<number>;
}

/**
 * The treaties in force on a date among some states, with what each owes against whom: the law is asked every ordered pair once (its matrix), and the
 * answers are kept by clause and beneficiary.
 * @param places of the states that take part; promises of others are left out
 */
export function startTreaties(treaties: readonly Treaty[], world: World, date: string, places: ReadonlyMap<string, number>): readonly StartTreaty[] {
  const standing = treaties.filter((treaty) => inForceOn(treaty, date)).map((treaty) => treatyAt(treaty, date));
  const among = (treaty: Treaty): number[] =>
    [...new Set(treaty.parties.flatMap(({ state }) => (world.existsOn(state, date) ? (places.get(state) ?? []) : [])))].toSorted((a, b) => a - b);
  const kept = standing.filter((treaty) => treaty.parties.length <= UNIVERSAL && among(treaty).length >= 2);
  const ids = new Set(kept.map(({ id }) => id));
  const rows = rowsOf(
    treaties.filter(({ id }) => ids.has(id)),
    world,
    date,
    places,
    treaties,
  );
  return kept.map((treaty) => startTreaty(treaty, date, among(treaty), rows.get(treaty.id) ?? [], places));
}

function rowsOf(
  asked: readonly Treaty[],
  world: World,
  date: string,
  places: ReadonlyMap<string, number>,
  background: readonly Treaty[],
): ReadonlyMap<string, readonly Row[]> {
  const matrix = createLaw(
    asked,
    world,
    background.filter((treaty) => !asked.includes(treaty)),
  ).matrix(date);
  const found = new Map<string, Map<string, Row>>();
  const placeOf = matrix.states.map((state) => places.get(state));
  for (let a = 0; a < matrix.states.length; a++) {
    for (let t = 0; t < matrix.states.length; t++) {
      const [attacker, target] = [placeOf[a], placeOf[t]];
      if (a === t || attacker === undefined || target === undefined) continue;
      for (const duty of matrix.duties(a, t)) {
        const toward = places.get(duty.toward);
        if (!FIGHTS.has(duty.action) || toward === undefined || (toward !== attacker && toward !== target)) continue;
        const role = toward === target ? 'target' : 'attacker';
        const key = `${duty.action} ${duty.article} ${toward} ${role}`;
        const ofTreaty = found.get(duty.treaty) ?? new Map<string, Row>();
        found.set(duty.treaty, ofTreaty);
        const row: Row = ofTreaty.get(key) ?? { duty, toward, role, bound: new Set(), against: new Set() };
        ofTreaty.set(key, row);
        for (const state of duty.states) {
          const place = places.get(state);
          if (place !== undefined) row.bound.add(place);
        }
        row.against.add(role === 'target' ? attacker : target);
      }
    }
  }
  return new Map([...found].map(([id, byKey]) => [id, [...byKey.values()]]));
}

const ascending = (set: Iterable<number>): number[] => [...set].toSorted((a, b) => a - b);

function startTreaty(treaty: Treaty, date: string, members: readonly number[], rows: readonly Row[], places: ReadonlyMap<string, number>): StartTreaty {
  const { institutions = {}, exit, secrecy } = treaty;
  const clauses = rows.map(({ duty, toward, role, bound, against }): StartClause => {
    const clause = treaty.obligations.find(({ article, kind }) => article === duty.article && ACTION_OF[kind] === duty.action);
    return {
      action: duty.action,
      article: duty.article,
      toward,
      role,
      bound: ascending(bound),
      against: ascending(against),
      conditional: clause !== undefined && isConditional(clause),
      secret: secrecy === 'secret' || clause?.secret === true,
      bases: institutions.bases === true,
      institutions: institutions.integrated_command === true || institutions.permanent_staff === true || institutions.secretariat === true,
      discretionary: clause?.response?.automaticity === 'discretionary',
      consultFirst: clause?.response?.consult_first === true,
    };
  });
  const active = treaty.obligations;
  const fighting = active.filter(({ kind }) => kind === 'defense' || kind === 'offense');
  const begins = normalizeDate(treaty.in_force ?? treaty.signed);
  const year = Number(date.slice(0, 4));
  return {
    id: treaty.id,
    name: shortName(treaty),
    members,
    since: Number(begins.slice(0, 4)),
    defense: active.some(({ kind }) => kind === 'defense'),
    conditional: fighting.some(isConditional),
    offense: fighting.some(({ kind }) => kind === 'offense'),
    asymmetric: fighting.some(({ bound }) => bound !== 'all'),
    ...termPart(treaty, begins, year),
    ...reviewPart(treaty, begins, year),
    exit: {
      ...(exit?.article !== undefined && { article: exit.article }),
      allowed: exit?.allowed !== false,
      earliest: exit?.earliest === undefined ? 0 : yearsOf(exit.earliest, begins),
      notice: exit?.notice === undefined ? 0 : yearsOf(exit.notice, date),
    },
    ...pledgePart(treaty, members, date, places),
    rule: decisionRuleOf(treaty),
    clauses,
  };
}

const yearsOf = (duration: string, date: string): number => daysBetween(date, addDuration(date, duration)) / 365.25;

function termPart({ term }: Treaty, begins: string, year: number): Pick<StartTreaty, 'term'> {
  if (term === undefined || (term.kind !== 'fixed' && term.until === undefined)) return {};
  const length = term.length === undefined ? undefined : Math.max(1, Math.round(yearsOf(term.length, begins)));
  const renewal = term.renewal_length === undefined ? (length ?? 5) : Math.max(1, Math.round(yearsOf(term.renewal_length, begins)));
  let until = term.until === undefined ? Number(begins.slice(0, 4)) + (length ?? 10) : Number(term.until.slice(0, 4));
  // In force beyond its term, it was renewed.
  while (until < year) until += renewal;
  return { term: { article: term.article ?? '', until, renewal } };
}

function reviewPart({ term }: Treaty, begins: string, year: number): Pick<StartTreaty, 'review'> {
  const review = term?.review;
  if (review === undefined) return {};
  const every = review.every === undefined ? undefined : Math.max(1, Math.round(yearsOf(review.every, begins)));
  let first =
    review.on !== undefined
      ? Number(review.on.slice(0, 4))
      : Number(begins.slice(0, 4)) + Math.round(review.after === undefined ? (every ?? 0) : yearsOf(review.after, begins));
  if (every !== undefined) while (first < year) first += every;
  return { review: { article: review.article ?? term?.article ?? '', first, ...(every !== undefined && { every }) } };
}

/** The pledge of spending that is due last; none where the catalog has none. */
function pledgePart({ burden }: Treaty, members: readonly number[], date: string, places: ReadonlyMap<string, number>): Pick<StartTreaty, 'pledge'> {
  const [last] = (burden?.pledges ?? [])
    .filter(({ metric, at_least: least }) => (metric === 'defense-share-of-gdp' || metric === 'core-defense-share-of-gdp') && least !== undefined)
    .toSorted((a, b) => ((a.by ?? '') < (b.by ?? '') ? 1 : -1));
  if (last?.at_least === undefined) return {};
  const { bound } = last;
  const who = Array.isArray(bound) ? bound.flatMap((state) => places.get(state) ?? []).filter((place) => members.includes(place)) : members;
  return { pledge: { id: last.id, article: last.article ?? '', atLeast: last.at_least, by: Number((last.by ?? date).slice(0, 4)), bound: who } };
}
