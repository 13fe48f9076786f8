import type { IsoDate, StateId } from '../states/types.ts';
import type { World } from '../states/world.ts';
import { holdsOn, inForceOn, obligationsAt } from '../treaty/resolve.ts';
import type { Party, Reservation, Suspension, Treaty } from '../treaty/schema.ts';
import type { ToWhom, Who } from '../treaty/schema-words.ts';
import type { AdversarySpec, Obligation, Trigger } from '../treaty/obligation-schema.ts';
import { adversariesOf, domainsOf, eventsOf } from '../treaty/trigger.ts';
import type { Domain, TriggerEvent } from '../treaty/vocabulary.ts';

/**
 * The treaties of the catalog as they stand on one date, made ready for questions: who is a party, which clauses
 * bind whom to whom, and which adversaries each clause reaches. Sets of states are byte masks over `world.states`.
 */
export interface Regime {
  readonly date: IsoDate;
  readonly index: ReadonlyMap<StateId, number>;
  /** Every clause in force. */
  readonly clauses: readonly Clause[];
  /** Clauses owed to a state, by its index. */
  readonly owedTo: readonly (readonly Clause[])[];
  /** Treaties not yet, or no longer, in force. */
  readonly dormant: readonly Standing[];
  /** Treaties in force. */
  readonly standing: readonly Standing[];
  /** The clause under a reservation: the conditions `narrows` writes stand in place of the clause's own. */
  narrowed(clause: Clause, narrows: Narrowing): Clause;
}

export interface Standing {
  readonly treaty: Treaty;
  readonly inForce: boolean;
  /** States bound on the date. */
  readonly parties: readonly StateId[];
  readonly partyMask: Uint8Array;
  /** Every state that ever was or will be a party. */
  readonly ever: readonly StateId[];
}

/** Conditions a reservation writes in place of the clause's own. */
export type Narrowing = Reservation['narrows'];

/** A trigger, resolved for the date. */
interface Conditions {
  readonly trigger: Trigger;
  readonly events: readonly TriggerEvent[];
  /** null: every domain. */
  readonly domains: readonly Domain[] | null;
  /** Adversaries the clause reaches, by state index; null: any. NONSTATE is reached where `nonstate`. */
  readonly against: Uint8Array | null;
  readonly nonstate: boolean;
  /** Adversaries reached only beside another: Italy with Germany; any, where no state is named. */
  readonly beside: readonly { readonly state?: StateId | undefined; readonly with: StateId }[];
  /** Adversaries the text names, by themselves, beside or as allies of another. */
  readonly named: ReadonlySet<StateId>;
}

/** One obligation of one treaty, resolved for the date. */
export interface Clause extends Conditions {
  readonly ordinal: number;
  readonly standing: Standing;
  readonly obligation: Obligation;
  readonly bound: readonly StateId[];
  readonly boundMask: Uint8Array;
  /** States it is owed to; null: any state. */
  readonly to: readonly StateId[] | null;
  readonly reservations: readonly Reservation[];
  readonly suspensions: readonly Suspension[];
}

const NO_TRIGGER: Trigger = { event: 'armed-attack' };

/** The states among a treaty's parties (or listed by id) that `who` names. */
function statesOf(who: Who | ToWhom, active: readonly Party[]): readonly StateId[] | null {
  if (who === 'any') return null;
  if (who === 'all') return [...new Set(active.map((party) => party.state))];
  if (Array.isArray(who)) return who;
  return [...new Set(active.filter((party) => party.role === who.role).map((party) => party.state))];
}

/**
 * Compile the catalog for a date. Linear in the number of clauses and states.
 * @param background treaties that say who is allied with whom, and are asked nothing else
 */
export function createRegime(treaties: readonly Treaty[], world: World, date: IsoDate, background: readonly Treaty[] = []): Regime {
  const index = new Map(world.states.map((state, i) => [state.id, i]));
  const mask = (states: Iterable<StateId>): Uint8Array => {
    const bytes = new Uint8Array(world.states.length);
    for (const state of states) {
      const i = index.get(state);
      if (i !== undefined) bytes[i] = 1;
    }
    return bytes;
  };

  const standing: Standing[] = [];
  const dormant: Standing[] = [];
  const alliances: Standing[] = [];
  const drafts: { standing: Standing; active: readonly Party[] }[] = [];
  for (const treaty of [...treaties, ...background]) {
    const inForce = inForceOn(treaty, date);
    const active = treaty.parties.filter((party) => holdsOn(party, date) && world.existsOn(party.state, date));
    const parties = inForce ? [...new Set(active.map((party) => party.state))] : [];
    const entry: Standing = { treaty, inForce, parties, partyMask: mask(parties), ever: [...new Set(treaty.parties.map((party) => party.state))] };
    if (inForce) alliances.push(entry);
    if (background.includes(treaty)) continue;
    if (inForce) {
      standing.push(entry);
      drafts.push({ standing: entry, active });
    } else dormant.push(entry);
  }

  const alliesOf = lazyAllies(alliances, date);
  const conditionsOf = (trigger: Trigger, entry: Standing): Conditions => {
    const events = eventsOf(trigger);
    return {
      trigger,
      events,
      domains: domainsOf(trigger),
      ...adversaries(trigger, entry, world, date, mask, alliesOf),
    };
  };
  const clauses: Clause[] = [];
  const owedTo: Clause[][] = world.states.map(() => []);
  for (const { standing: entry, active } of drafts) {
    const { treaty } = entry;
    for (const obligation of obligationsAt(treaty, date)) {
      const bound = (statesOf(obligation.bound, active) ?? []).filter((state) => entry.parties.includes(state));
      const to = statesOf(obligation.to, active)?.filter((state) => entry.parties.includes(state) || !entry.ever.includes(state)) ?? null;
      const clause: Clause = {
        ordinal: clauses.length,
        standing: entry,
        obligation,
        bound,
        boundMask: mask(bound),
        to,
        ...conditionsOf(obligation.trigger ?? NO_TRIGGER, entry),
        reservations: (treaty.reservations ?? []).filter((r) => r.obligation === obligation.id && holdsOn({ from: r.from, to: r.until }, date)),
        suspensions: (treaty.suspensions ?? []).filter(
          (s) => (s.obligation ?? obligation.id) === obligation.id && holdsOn({ from: s.from, to: s.until }, date),
        ),
      };
      clauses.push(clause);
      const beneficiaries = to ?? world.states.map((state) => state.id);
      for (const state of beneficiaries) {
        const i = index.get(state);
        if (i !== undefined) owedTo[i]?.push(clause);
      }
    }
  }
  const narrowings = new Map<Narrowing, Clause>();
  const narrowed = (clause: Clause, narrows: Narrowing): Clause => {
    const known = narrowings.get(narrows);
    if (known !== undefined) return known;
    const result = { ...clause, ...conditionsOf({ ...clause.trigger, ...narrows, event: narrows.event ?? clause.trigger.event }, clause.standing) };
    narrowings.set(narrows, result);
    return result;
  };
  return { date, index, clauses, owedTo, dormant, standing, narrowed };
}

/** States that share with a state, on the date, an alliance or any treaty of defense or offense. */
function lazyAllies(standing: readonly Standing[], date: IsoDate): (state: StateId) => readonly StateId[] {
  const found = new Map<StateId, readonly StateId[]>();
  return (state) => {
    const known = found.get(state);
    if (known !== undefined) return known;
    const allies = standing.filter(({ treaty, parties }) => parties.includes(state) && makesAllies(treaty, date)).flatMap(({ parties }) => parties);
    const result = [...new Set([state, ...allies])];
    found.set(state, result);
    return result;
  };
}

function makesAllies(treaty: Treaty, date: IsoDate): boolean {
  if (treaty.form === 'organization') return false;
  return treaty.form === 'alliance' || obligationsAt(treaty, date).some(({ kind }) => kind === 'defense' || kind === 'offense');
}

type Adversaries = Pick<Conditions, 'against' | 'nonstate' | 'beside' | 'named'>;

function adversaries(
  trigger: Trigger,
  entry: Standing,
  world: World,
  date: IsoDate,
  mask: (states: Iterable<StateId>) => Uint8Array,
  alliesOf: (state: StateId) => readonly StateId[],
): Adversaries {
  const always = trigger.except?.when === 'always' ? trigger.except.states : [];
  const alternatives: readonly AdversarySpec[] = trigger.against === undefined ? ['any'] : adversariesOf(trigger);
  const open = alternatives.includes('any');
  const beside = alternatives.flatMap((spec) => (typeof spec === 'object' && 'with' in spec ? [spec] : []));
  const named = new Set(
    alternatives.flatMap((spec): readonly StateId[] =>
      typeof spec !== 'object'
        ? /^[A-Z]{3}$/.test(spec)
          ? [spec]
          : []
        : 'allied_with' in spec
          ? alliesOf(spec.allied_with)
          : spec.state === undefined
            ? [spec.with]
            : [spec.state, spec.with],
    ),
  );
  if (open && always.length === 0) return { against: null, nonstate: true, beside, named };
  const reached = alternatives.flatMap((spec) => membersOf(spec, entry, world, date, alliesOf));
  return { against: mask(reached.filter((state) => !always.includes(state))), nonstate: open, beside, named };
}

function membersOf(spec: AdversarySpec, entry: Standing, world: World, date: IsoDate, alliesOf: (state: StateId) => readonly StateId[]): readonly StateId[] {
  if (typeof spec === 'object') return 'allied_with' in spec ? alliesOf(spec.allied_with) : [];
  const those = (test: (id: StateId) => boolean): readonly StateId[] => world.states.filter(({ id }) => test(id)).map(({ id }) => id);
  switch (spec) {
    case 'any':
    case 'states':
      return those(() => true);
    case 'great-power':
      return those((id) => world.isGreatPower(id, date));
    case 'european':
      return those((id) => world.isEuropean(id));
    case 'communist':
      return those((id) => world.isCommunist(id, date));
    case 'not-party':
      return those((id) => !entry.parties.includes(id));
    case 'not-at-war-at-signing':
      return those((id) => !(entry.treaty.at_war_at_signing ?? []).includes(id));
    default:
      return [spec];
  }
}
