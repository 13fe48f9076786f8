import type { Place, StateId } from '../states/types.ts';
import type { World } from '../states/world.ts';
import { holdsOn } from '../treaty/resolve.ts';
import type { Area, AreaPart, Trigger } from '../treaty/obligation-schema.ts';
import type { TerritoryClass, TriggerEvent } from '../treaty/vocabulary.ts';
import type { Clause, Narrowing, Regime } from './regime.ts';
import { NONSTATE, type LawEvent, type Reason } from './types.ts';

/**
 * The conditions of the casus foederis, one by one, as docs/language/semantics.md states them.
 * Nothing here makes sentences: the same checks serve one trigger and the matrix of the whole world.
 */

/** A state that might claim help or respect in an event, and how it stands there. */
export interface Claimant {
  readonly state: StateId;
  readonly role: 'target' | 'attacker';
  /** Adversaries of this event. */
  readonly primary: readonly string[];
  /** ... and of the wars already under way. */
  readonly all: readonly string[];
  /** It began or provoked the war. */
  readonly began: boolean;
}

/** The states with a claim to judge: the target, then each attacker that is a state. */
export function claimantsOf(event: LawEvent): readonly Claimant[] {
  const target: Claimant = {
    state: event.target,
    role: 'target',
    primary: event.attackers,
    all: union(event.attackers, opponents(event, event.target)),
    began: event.beganBy.includes(event.target),
  };
  const attackers = event.attackers
    .filter((state) => state !== NONSTATE)
    .map((state): Claimant => ({
      state,
      role: 'attacker',
      primary: [event.target],
      all: union([event.target], opponents(event, state)),
      began: event.beganBy.includes(state),
    }));
  return [target, ...attackers];
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return b.length === 0 ? a : [...new Set([...a, ...b])];
}

/** States at war with a state before the event. */
export function opponents(event: LawEvent, state: string): readonly string[] {
  return event.atWar.flatMap(({ attacker, target }) => (attacker === state ? [target] : target === state ? [attacker] : []));
}

/** Whether a state already fights beside a claimant. */
export function fightsBeside(event: LawEvent, state: StateId, claimant: Claimant): boolean {
  if (claimant.role === 'attacker' && event.attackers.includes(state)) return true;
  return opponents(event, state).some((foe) => claimant.all.includes(foe));
}

/** Adversaries of this event that the clause reaches; where the text is silent on parties, those that are none. */
export function reached(clause: Clause, claimant: Claimant, regime: Regime): readonly string[] {
  const found = claimant.primary.filter((state) => reaches(clause, state, regime) && (sparesNone(clause) || !isParty(clause, state, regime)));
  for (const { state, with: companion } of clause.beside) {
    if (!claimant.all.includes(companion)) continue;
    for (const one of claimant.primary) if (one !== companion && (state ?? one) === one && !found.includes(one)) found.push(one);
  }
  return found;
}

export function reaches(clause: Clause, state: string, regime: Regime): boolean {
  if (state === NONSTATE) return clause.nonstate;
  if (clause.against === null) return true;
  const i = regime.index.get(state);
  return i !== undefined && clause.against[i] === 1;
}

const TARGETED: readonly TriggerEvent[] = ['armed-attack', 'threat', 'cyber-attack'];

/** Whether a clause has anything to say where a state stands so; if not, it is passed over in silence. */
export function bears(clause: Clause, claimant: Claimant, event: LawEvent): boolean {
  const { kind } = clause.obligation;
  if (event.kind === 'mobilization') return clause.events.includes('mobilization') || (kind === 'consultation' && claimant.role === 'target');
  if (clause.events.length === 1 && clause.events[0] === 'mobilization') return false;
  switch (kind) {
    case 'nonaggression':
      return claimant.role === 'target' && event.kind !== 'threat';
    case 'offense':
      return claimant.role === 'attacker' && event.kind !== 'threat';
    case 'consultation':
      return claimant.role === 'target' || clause.events.some((one) => !TARGETED.includes(one));
    default:
      return true;
  }
}

/**
 * Why a clause is not owed to a claimant, whoever is bound: every condition that fails, in the order of the
 * documentation. Empty: it is owed, unless something in the bound state's own case stands against it.
 */
export function failures(clause: Clause, claimant: Claimant, event: LawEvent, regime: Regime, world: World): readonly Reason[] {
  const { kind } = clause.obligation;
  const { trigger } = clause;
  const found: Reason[] = [];

  const amongParties = !sparesNone(clause) && claimant.primary.every((state) => isParty(clause, state, regime));
  const eventReason = eventFailure(clause, claimant, event);
  const began =
    eventReason === 'beneficiary-began-it' ||
    (trigger.unprovoked === true && claimant.began) ||
    (kind === 'nonaggression' && defends(event, claimant)) ||
    exceptedByAttack(trigger, claimant, event);
  if (amongParties && claimant.role === 'target') found.push('attacker-is-party');
  if (began) found.push('beneficiary-began-it');
  if (amongParties && claimant.role === 'attacker') found.push('attacker-is-party');

  let lonely = false;
  if (kind !== 'nonaggression' && clause.against !== null && !amongParties && reached(clause, claimant, regime).length === 0) {
    lonely = clause.beside.some(({ state, with: companion }) => claimant.primary.some((one) => one !== companion && (state ?? one) === one));
    if (!lonely) found.push('attacker-excluded');
  }
  const least = trigger.attackers_at_least ?? 1;
  if (least > 1 && claimant.all.filter((state) => reaches(clause, state, regime)).length < least) found.push('too-few-attackers');
  if (eventReason === 'below-threshold') found.push('below-threshold');
  if (clause.domains !== null && !clause.domains.includes(event.domain)) found.push('domain-not-covered');
  if (!areaHolds(clause, trigger, claimant, event, world)) found.push('out-of-area');
  if (lonely || eventReason === 'condition-unmet' || !requirementsMet(trigger, claimant, event)) found.push('condition-unmet');
  return found;
}

/** Whether a clause runs against parties too: by its text, or because it asks nobody to act against anybody. */
function sparesNone({ trigger, obligation }: Clause): boolean {
  return trigger.parties_included === true || obligation.kind === 'consultation' || obligation.kind === 'nonaggression';
}

function isParty(clause: Clause, state: string, regime: Regime): boolean {
  const i = regime.index.get(state);
  return i !== undefined && clause.standing.partyMask[i] === 1;
}

/** A use of force against a state that itself began the war breaks no promise to it. */
function defends(event: LawEvent, claimant: Claimant): boolean {
  return claimant.began && !event.attackers.some((state) => event.beganBy.includes(state));
}

/** "... in case this war should result from an attack directed against one of these two Powers" (1887). */
function exceptedByAttack(trigger: Trigger, claimant: Claimant, event: LawEvent): boolean {
  const { except } = trigger;
  if (except?.when !== 'attacked-by-party' || !claimant.primary.some((state) => except.states.includes(state))) return false;
  return event.joined === true ? claimant.role === 'attacker' : claimant.began;
}

function eventFailure(clause: Clause, claimant: Claimant, event: LawEvent): Reason | null {
  const { kind } = clause.obligation;
  if (kind === 'nonaggression') return event.intensity === 'below-threshold' ? 'below-threshold' : null;
  let first: Reason | null = null;
  for (const asked of clause.events) {
    const failure = oneEventFailure(kind === 'offense' && asked === 'armed-attack' ? 'war' : asked, clause, claimant, event);
    if (failure === null) return null;
    first ??= failure;
  }
  return first;
}

function oneEventFailure(asked: TriggerEvent, clause: Clause, claimant: Claimant, event: LawEvent): Reason | null {
  const hostilities = event.intensity === 'armed-attack' && event.kind !== 'threat' && event.kind !== 'mobilization';
  switch (asked) {
    case 'armed-attack':
      if (event.joined === true) return joinedFailure(clause, claimant);
      if (claimant.role === 'attacker' && claimant.began) return 'beneficiary-began-it';
      return hostilities ? null : 'below-threshold';
    case 'war':
      return hostilities ? null : 'below-threshold';
    case 'any-hostility':
      return event.kind === 'threat' || event.kind === 'mobilization' ? 'condition-unmet' : null;
    case 'threat':
      return claimant.role === 'target' ? null : 'beneficiary-began-it';
    case 'cyber-attack':
      if (claimant.role === 'attacker') return 'beneficiary-began-it';
      return event.domain === 'cyber' || event.kind === 'cyber-attack' ? null : 'condition-unmet';
    case 'mobilization':
      return event.kind === 'mobilization' ? null : 'condition-unmet';
    case 'other-party-acts':
      return null;
  }
}

/**
 * When others join a war: the joiner is not attacked, and the side that began the war is not attacked by those who
 * come to its victim's help, unless the text names them (the Dual Alliance names Russia, and does not ask who began it).
 */
function joinedFailure(clause: Clause, claimant: Claimant): Reason | null {
  if (claimant.role === 'attacker') return 'condition-unmet';
  return claimant.began && !claimant.primary.some((state) => clause.named.has(state)) ? 'beneficiary-began-it' : null;
}

function requirementsMet(trigger: Trigger, claimant: Claimant, event: LawEvent): boolean {
  return (trigger.requires ?? []).every(({ state, acts }) =>
    acts === 'assists' ? fightsBeside(event, state, claimant) : event.attackers.includes(state) || opponents(event, state).length > 0,
  );
}

/** Whether a clause's area, or the default of a text that names none, covers the place and object of the event. */
export function areaHolds(clause: Clause, trigger: Trigger, claimant: Claimant, event: LawEvent, world: World): boolean {
  if (trigger.objects !== undefined && !trigger.objects.includes(event.object)) return false;
  if (trigger.area !== undefined) return areaParts(trigger.area, event).some((part) => partHolds(part, clause, claimant, event, world));
  const { kind } = clause.obligation;
  const aboutAttacks = (kind === 'defense' || kind === 'assistance') && clause.events.includes('armed-attack') && !clause.events.includes('war');
  return !aboutAttacks || !onLand(event) || event.place.administered.includes(claimant.state);
}

/** The parts of an area that hold on the event's date. */
export function areaParts(area: Area, event: LawEvent): readonly AreaPart[] {
  const parts: readonly AreaPart[] = area.parts ?? [area];
  return parts.filter((part) => holdsOn({ from: part.from, to: part.until }, event.date));
}

const onLand = (event: LawEvent): boolean => event.object === 'territory' || event.object === 'population';

export function partHolds(part: AreaPart, clause: Clause, claimant: Claimant, event: LawEvent, world: World): boolean {
  const { place, date } = event;
  if (part.objects !== undefined && !part.objects.includes(event.object)) return false;
  if (!isLandOf(part.territory ?? (onLand(event) ? 'own' : 'any'), place, clause, claimant)) return false;
  if (part.exclude?.some((region) => world.within(place, region, date)) === true) return false;
  return part.include === undefined || part.include.some((region) => world.within(place, region, date));
}

function isLandOf(territory: TerritoryClass, { administered, metropolitan }: Place, { standing }: Clause, { state }: Claimant): boolean {
  switch (territory) {
    case 'any':
      return true;
    case 'nobody':
      return administered.length === 0;
    case 'parties':
      return administered.some((one) => standing.parties.includes(one));
    default:
      return administered.includes(state) && (territory === 'own' || metropolitan === (territory === 'metropolitan'));
  }
}

/** Why a bound state in particular owes nothing, though the clause is met. */
export function ownFailure(clause: Clause, bound: StateId, claimant: Claimant, event: LawEvent, regime: Regime, world: World): Reason | null {
  if (clause.suspensions.some((one) => one.bound.includes(bound) && (one.to === undefined || one.to.includes(claimant.state)))) return 'suspended';
  const narrowed = clause.reservations.some((one) => one.state === bound && !narrowingHolds(clause, one.narrows, claimant, event, regime, world));
  return narrowed ? 'reservation' : null;
}

/** A clause under each reservation a bound state made to it; the clause itself where there is none. */
export function asReserved(clause: Clause, bound: StateId, regime: Regime): readonly Clause[] {
  const own = clause.reservations.filter(({ state }) => state === bound);
  return own.length === 0 ? [clause] : own.map(({ narrows }) => regime.narrowed(clause, narrows));
}

function narrowingHolds(clause: Clause, narrows: Narrowing, claimant: Claimant, event: LawEvent, regime: Regime, world: World): boolean {
  const reservation = regime.narrowed(clause, narrows);
  return failures(reservation, claimant, event, regime, world).length === 0;
}
