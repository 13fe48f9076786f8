import { formatDate } from '../states/dates.ts';
import type { IsoDate, Place, StateId } from '../states/types.ts';
import type { World } from '../states/world.ts';
import type { AttackObject, Domain } from '../treaty/vocabulary.ts';
import { NONSTATE, type EventKind, type Fighting, type Intensity, type LawEvent } from './types.ts';

/** An event as a person or program states it; what is left out takes the documented default. */
export interface EventQuestion {
  readonly attackers: readonly string[];
  readonly target: StateId;
  readonly date: IsoDate;
  readonly kind?: EventKind;
  /** A territory of the gazetteer, or a state for its home territory; default: the target's home. */
  readonly place?: string;
  readonly at?: { readonly lat: number; readonly lon: number };
  readonly domain?: Domain;
  readonly object?: AttackObject;
  readonly intensity?: Intensity;
  /** Default: the attackers. */
  readonly beganBy?: readonly string[];
  readonly atWar?: readonly Fighting[];
}

export interface EventProblem {
  readonly field: keyof EventQuestion;
  readonly message: string;
}

export type EventResult = { readonly ok: true; readonly event: LawEvent } | { readonly ok: false; readonly problem: EventProblem };

/** Complete a question by the defaults of the documentation, or say what is wrong with it. */
export function completeEvent(question: EventQuestion, world: World): EventResult {
  const { attackers, target, date } = question;
  const fail = (field: keyof EventQuestion, message: string): EventResult => ({ ok: false, problem: { field, message } });
  if (attackers.length === 0) return fail('attackers', 'Name at least one attacker.');
  for (const state of attackers) {
    const absent = state === NONSTATE ? null : absence(state, date, world);
    if (absent !== null) return fail('attackers', absent);
  }
  const absent = absence(target, date, world);
  if (absent !== null) return fail('target', absent);
  if (attackers.includes(target)) return fail('attackers', `${world.nameOf(target, date)} cannot attack itself.`);
  if (new Set(attackers).size < attackers.length) return fail('attackers', 'An attacker is named twice.');
  for (const { attacker, target: attacked } of question.atWar ?? []) {
    const missing = absence(attacker, date, world) ?? absence(attacked, date, world);
    if (missing !== null) return fail('atWar', missing);
    if (attacker === attacked) return fail('atWar', `${world.nameOf(attacker, date)} cannot be at war with itself.`);
  }
  for (const state of question.beganBy ?? []) {
    if (state !== NONSTATE && world.state(state) === undefined) return fail('beganBy', `Unknown state '${state}'.`);
  }
  const place = locate(question, world);
  if (place === undefined) return fail('place', `Unknown place '${question.place ?? ''}'.`);
  const domain: Domain = question.kind === 'cyber-attack' ? 'cyber' : (question.domain ?? 'land');
  return {
    ok: true,
    event: {
      kind: question.kind ?? 'armed-attack',
      attackers,
      target,
      date,
      place,
      domain,
      intensity: question.intensity ?? 'armed-attack',
      object: question.object ?? (domain === 'sea' || domain === 'space' ? 'forces' : 'territory'),
      beganBy: question.beganBy === undefined || question.beganBy.length === 0 ? attackers : question.beganBy,
      atWar: question.atWar ?? [],
    },
  };
}

/** Why a state cannot take part on a date, or null where it can. */
export function absence(id: StateId, date: IsoDate, world: World): string | null {
  const state = world.state(id);
  if (state === undefined) return `Unknown state '${id}'.`;
  if (world.existsOn(id, date)) return null;
  const spells = state.exists.map(
    ({ from, to }) => `${from === undefined ? 'before 1815' : formatDate(from)} to ${to === undefined ? 'today' : formatDate(to)}`,
  );
  return `${state.name} did not exist as a state on ${formatDate(date)}. It existed from ${spells.join(', and from ')}.`;
}

function locate(question: EventQuestion, world: World): Place | undefined {
  const { date } = question;
  if (question.at !== undefined) return world.point(question.at.lat, question.at.lon, date);
  if (question.place === undefined) return world.home(question.target, date);
  return world.state(question.place) === undefined ? world.at(question.place, date) : world.home(question.place, date);
}
