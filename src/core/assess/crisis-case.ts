import type { Contingency } from '../facts/contingencies.ts';
import type { Facts } from '../facts/facts.ts';
import { areBordering, holdsOn } from '../facts/relations.ts';
import { completeEvent } from '../law/event.ts';
import type { Law } from '../law/law.ts';
import type { Duty, LawEvent } from '../law/types.ts';
import { distanceKm } from '../states/geometry.ts';
import type { World } from '../states/world.ts';
import { inForceOn, treatyAt } from '../treaty/resolve.ts';
import type { Treaty } from '../treaty/schema.ts';
import type { Capabilities } from './capability.ts';
import { termsOf, type PromiseTerms } from './promise.ts';

/** What a state promises the target (or the challenger) in one contingency: priced clauses, and restraints. */
export interface Bond {
  readonly promises: readonly PromiseTerms[];
  /** Owes the other side neutrality or no attack. */
  readonly restrained: boolean;
}

/** A state that might join, with all that does not depend on parameters. */
export interface JoinerCase {
  readonly state: string;
  readonly side: 'target' | 'challenger';
  /** Share of the world's power. */
  readonly share: number;
  readonly kmToTarget: number;
  readonly kmToChallenger: number;
  readonly kmToPlace: number;
  readonly bordersTarget: boolean;
  readonly bordersChallenger: boolean;
  readonly major: boolean;
  readonly rival: boolean;
  readonly nuclear: boolean;
  /** Under every treaty in force, the assessed one among them. */
  readonly with: Bond;
  /** Under the others alone. */
  readonly without: Bond;
  /** Forces of its own on the land of the state it would join: thousands, and what standing aside would lose, in logits. */
  readonly presence:
    | { readonly troops: number; readonly tripwire: { readonly value: number; readonly low: number; readonly high: number }; readonly treaty?: string }
    | undefined;
}

/** What of a contingency its crisis turns on: who, whom and how fast. */
export type Situation = Pick<Contingency, 'challenger' | 'target' | 'warning_days' | 'fait_accompli_days'>;

/** A contingency with the states in it, before any parameter. */
export interface CrisisCase {
  readonly contingency: Situation;
  readonly date: string;
  readonly challenger: Principal;
  /** Other attackers from the start whose power the catalog knows. */
  readonly fellows: readonly Principal[];
  readonly target: Principal;
  readonly bordering: boolean;
  readonly kmBetween: number;
  readonly rivals: boolean;
  readonly joiners: readonly JoinerCase[];
  /** States that owe something or belong to the treaty, and whose power the catalog does not know. */
  readonly notAssessed: readonly string[];
  /** The law's answer with the assessed treaty. */
  readonly duties: readonly Duty[];
}

export interface Principal {
  readonly state: string;
  readonly share: number;
  readonly kmToPlace: number;
  readonly major: boolean;
  readonly nuclear: boolean;
}

export interface CaseInputs {
  readonly facts: Facts;
  readonly world: World;
  /** Every other treaty of the catalog and drafts. */
  readonly others: readonly Treaty[];
  /** The assessed treaty as it is assessed: one text, or several where its partners are bound two by two. */
  readonly texts: readonly Treaty[];
  /** The law of all these, and of the others alone: made once for all contingencies of a date. */
  readonly laws: { readonly with: Law; readonly without: Law };
  readonly members: readonly string[];
  readonly capabilities: Capabilities;
  readonly date: string;
  /** Left out of the world with the treaty: the fault line of one member gone. */
  readonly gone?: string;
}

/** An event with the law's answers to it. */
export interface EventInputs extends Pick<CaseInputs, 'facts' | 'world' | 'members' | 'capabilities'> {
  readonly situation: Situation;
  readonly event: LawEvent;
  /** What is owed with the assessed treaty and without it. */
  readonly duties: Readonly<Record<'with' | 'without', readonly Duty[]>>;
  /** Those of the duties. */
  readonly treaties: readonly Treaty[];
  /** Those that make states friends that owe each other nothing. */
  readonly others: readonly Treaty[];
  /** States on a side beside the first attacker and the target: what is owed them counts for their side. */
  readonly beside?: Readonly<Record<'target' | 'challenger', readonly string[]>>;
  /** States that are not asked. */
  readonly absent: readonly string[];
}

/**
 * Kilometers between two states' lands: none where they share a land border, else those between the capitals less 650, at least half. The
 * 650 is the median difference to the shortest distance over pairs of states without a border; our own estimate.
 */
export function kmBetween(facts: Facts, world: World, a: string, b: string, date: string): number {
  if (areBordering(facts.borders, a, b, date)) return 0;
  const [from, to] = [world.home(a, date), world.home(b, date)];
  const capitals = distanceKm(from.lat, from.lon, to.lat, to.lon);
  return Math.max(capitals / 2, capitals - 650);
}

function areRivals(facts: Facts, a: string, b: string, date: string): boolean {
  return facts.rivalries.some((row) => ((row.a === a && row.b === b) || (row.a === b && row.b === a)) && holdsOn(row, date));
}

const isNuclear = (facts: Facts, state: string, date: string): boolean => facts.nuclear.some((row) => row.state === state && holdsOn(row, date));

/** Treaties of the whole world make nobody anybody's friend; nor do promises about a third state's land, or not to fight. */
const UNIVERSAL = 60;
const UNFRIENDLY: readonly Treaty['form'][] = ['guarantee', 'nonaggression-pact'];

/** Parties of the treaties in force on a date, those of the whole world left out; looked up once for all contingencies of an assessment. */
const circles = new WeakMap<readonly Treaty[], Map<string, readonly ReadonlySet<string>[]>>();

function circlesOn(treaties: readonly Treaty[], date: string): readonly ReadonlySet<string>[] {
  const byDate = circles.get(treaties) ?? new Map<string, readonly ReadonlySet<string>[]>();
  circles.set(treaties, byDate);
  const known = byDate.get(date);
  if (known !== undefined) return known;
  const found = treaties
    .filter((treaty) => treaty.parties.length <= UNIVERSAL && !UNFRIENDLY.includes(treaty.form) && inForceOn(treaty, date))
    .map((treaty) => new Set(treatyAt(treaty, date).parties.map(({ state }) => state)));
  byDate.set(date, found);
  return found;
}

function shareTreaty(treaties: readonly Treaty[], a: string, b: string, date: string): boolean {
  return circlesOn(treaties, date).some((parties) => parties.has(a) && parties.has(b));
}

const fights = ({ action }: Duty): boolean => action === 'defend' || action === 'join-offense' || action === 'assist';

interface Standing {
  readonly text: Treaty;
  readonly parties: number;
}

/** Treaties as they stood on the last date asked; looked up once for all duties under them. */
const standings = new WeakMap<Treaty, Standing & { readonly date: string }>();

function standingOn(treaty: Treaty, date: string): Standing {
  const known = standings.get(treaty);
  if (known?.date === date) return known;
  const text = treatyAt(treaty, date);
  const found = { date, text, parties: new Set(text.parties.map(({ state }) => state)).size };
  standings.set(treaty, found);
  return found;
}

function bondsOf(
  duties: readonly Duty[],
  treaties: readonly Treaty[],
  date: string,
): (state: string, friends: readonly string[], others: readonly string[]) => Bond {
  const byId = new Map(treaties.map((treaty) => [treaty.id, treaty]));
  return (state, friends, others) => {
    const own = duties.filter((duty) => duty.state === state);
    const promises = own
      .filter((duty) => friends.includes(duty.toward) && fights(duty))
      .flatMap((duty) => {
        const treaty = byId.get(duty.treaty);
        if (treaty === undefined) return [];
        const { text, parties } = standingOn(treaty, date);
        return [termsOf(duty, text, parties)];
      });
    return { promises, restrained: own.some((duty) => others.includes(duty.toward) && (duty.action === 'stay-neutral' || duty.action === 'not-attack')) };
  };
}

/** Asks the law a contingency, with the assessed treaty and without it. Says why where it cannot be asked on the date. */
export function crisisCase(contingency: Contingency, inputs: CaseInputs): CrisisCase | { readonly notAsked: string } {
  const { facts, world, others, texts, laws, members, capabilities, date, gone } = inputs;
  const { challenger, target, place, at, domain, intensity } = contingency;
  const completed = completeEvent(
    {
      attackers: [challenger],
      target,
      date,
      domain,
      kind: contingency.kind === 'cyber' ? 'cyber-attack' : 'armed-attack',
      ...(place !== undefined && { place }),
      ...(at !== undefined && place === undefined && { at }),
      ...(intensity !== undefined && { intensity }),
    },
    world,
  );
  if (!completed.ok) return { notAsked: completed.problem.message };
  const { event } = completed;
  const treaties = [...others, ...texts];
  const duties = { with: laws.with.trigger(event).duties, without: laws.without.trigger(event).duties };
  const absent = gone === undefined ? [] : [gone];
  return caseOfEvent({ facts, world, members, capabilities, situation: contingency, event, duties, treaties, others, absent });
}

/** Whom a state would help, and against whom: the first attacker and the target, where what it owes does not name another on their sides. */
function meeting(duties: readonly Duty[], state: string, friends: readonly string[], others: readonly string[]): readonly [friend: string, other: string] {
  const owed = duties.filter((duty) => duty.state === state && fights(duty) && friends.includes(duty.toward));
  const [friend = '', other = ''] = [friends[0], others[0]];
  if (owed.length === 0 || owed.some(({ toward }) => toward === friend)) return [friend, other];
  const against = owed.flatMap((duty) => duty.against).filter((foe) => others.includes(foe));
  return [owed[0]?.toward ?? friend, against.includes(other) ? other : (against[0] ?? other)];
}

/**
 * Gathers who might join: members, whoever is bound to fight for either side, and great powers with a reason of their own (a rival of the
 * challenger, a neighbor of the target, a treaty with it) and none against. Says why where nothing is known of either side's power.
 */
export function caseOfEvent(inputs: EventInputs): CrisisCase | { readonly notAsked: string } {
  const { facts, world, members, capabilities, situation, event, treaties, others, beside, absent } = inputs;
  const { challenger, target } = situation;
  const { date } = event;
  const sides = { target: [target, ...(beside?.target ?? [])], challenger: [challenger, ...(beside?.challenger ?? [])] };
  const powerOf = (state: string): number | undefined => capabilities.shares.get(state);
  const [challengerShare, targetShare] = [powerOf(challenger), powerOf(target)];
  for (const [state, share] of [
    [challenger, challengerShare],
    [target, targetShare],
  ] as const) {
    if (share === undefined) return { notAsked: `the catalog does not know the power of ${world.nameOf(state, date)} in ${date.slice(0, 4)}` };
  }

  const { with: dutiesWith, without: dutiesWithout } = inputs.duties;
  const bondWith = bondsOf(dutiesWith, treaties, date);
  const bondWithout = bondsOf(dutiesWithout, treaties, date);

  const bound = [...dutiesWith, ...dutiesWithout].filter(fights).map(({ state }) => state);
  const mayCome = (id: string): boolean =>
    world.isGreatPower(id, date) &&
    !areRivals(facts, id, target, date) &&
    !shareTreaty(others, id, challenger, date) &&
    (areRivals(facts, id, challenger, date) || areBordering(facts.borders, id, target, date) || shareTreaty(others, id, target, date));
  const powers = world.states.map(({ id }) => id).filter(mayCome);
  const candidates = [...new Set([...members, ...bound, ...powers])].filter(
    (state) => state !== challenger && state !== target && !event.attackers.includes(state) && !absent.includes(state),
  );

  const joiners: JoinerCase[] = [];
  const notAssessed: string[] = [];
  for (const state of candidates.toSorted()) {
    if (!world.existsOn(state, date)) continue;
    const share = powerOf(state);
    const forTarget = bondWith(state, sides.target, sides.challenger);
    const forChallenger = bondWith(state, sides.challenger, sides.target);
    const side = forTarget.promises.length === 0 && forChallenger.promises.length > 0 ? 'challenger' : 'target';
    if (share === undefined) {
      notAssessed.push(state);
      continue;
    }
    const [friends, foes] = side === 'target' ? [sides.target, sides.challenger] : [sides.challenger, sides.target];
    const [friend, other] = meeting([...dutiesWith, ...dutiesWithout], state, friends, foes);
    const home = world.home(state, date);
    const forces = facts.presence.filter((row) => row.host === friend && row.guest === state && holdsOn(row, date));
    const tripwires = forces.flatMap(({ tripwire }) => (tripwire === undefined ? [] : [tripwire]));
    const treaty = forces.find((row) => row.treaty !== undefined)?.treaty;
    joiners.push({
      state,
      side,
      share,
      kmToTarget: kmBetween(facts, world, state, friend, date),
      kmToChallenger: kmBetween(facts, world, state, other, date),
      kmToPlace: distanceKm(home.lat, home.lon, event.place.lat, event.place.lon),
      bordersTarget: areBordering(facts.borders, state, friend, date),
      bordersChallenger: areBordering(facts.borders, state, other, date),
      major: world.isGreatPower(state, date),
      rival: areRivals(facts, state, other, date),
      nuclear: isNuclear(facts, state, date),
      with: bondWith(state, friends, foes),
      without: bondWithout(state, friends, foes),
      presence:
        forces.length === 0
          ? undefined
          : {
              troops: forces.reduce((sum, { troops }) => sum + (troops ?? 0), 0),
              tripwire: tripwires.toSorted((a, b) => b.value - a.value)[0] ?? { value: 0, low: 0, high: 0 },
              ...(treaty !== undefined && { treaty }),
            },
    });
  }
  const principal = (state: string, share: number): Principal => {
    const home = world.home(state, date);
    return {
      state,
      share,
      kmToPlace: distanceKm(home.lat, home.lon, event.place.lat, event.place.lon),
      major: world.isGreatPower(state, date),
      nuclear: isNuclear(facts, state, date),
    };
  };
  return {
    contingency: situation,
    date,
    challenger: principal(challenger, challengerShare ?? 0),
    fellows: event.attackers.flatMap((state) => {
      const share = state === challenger ? undefined : powerOf(state);
      return share === undefined ? [] : [principal(state, share)];
    }),
    target: principal(target, targetShare ?? 0),
    bordering: areBordering(facts.borders, challenger, target, date),
    kmBetween: kmBetween(facts, world, challenger, target, date),
    rivals: areRivals(facts, challenger, target, date),
    joiners,
    notAssessed,
    duties: dutiesWith,
  };
}
