import { bears, claimantsOf, failures, ownFailure } from '../law/conditions.ts';
import { FIGHTING } from '../law/conflicts.ts';
import { createRegime, type Regime } from '../law/regime.ts';
import { ACTION_OF, boundToward, owesItself } from '../law/trigger.ts';
import type { LawEvent, Reason } from '../law/types.ts';
import type { StateId } from '../states/types.ts';
import type { World } from '../states/world.ts';
import type { Treaty } from '../treaty/schema.ts';
import type { ObligationKind } from '../treaty/vocabulary.ts';
import { SIDES, type Dispute, type Participant, type Side } from './disputes.ts';

/** From this level of hostility on force was used: below it the law sees no armed attack. */
export const USE_OF_FORCE = 4;

/** What the law says of one promise in a dispute. */
export interface Ruling {
  readonly owed: boolean;
  /** Every condition that failed, the first being the reason; empty where it is owed. */
  readonly reasons: readonly Reason[];
}

/** One promise of one state to a participant of a dispute, and what the state did. */
export interface CasusFoederis {
  readonly dispute: Dispute;
  readonly state: StateId;
  /** Undefined, with all that follows from a promise, where the state joined and had promised nothing. */
  readonly promise?: {
    readonly partner: StateId;
    readonly treaty: Treaty;
    readonly obligation: string;
    readonly kind: ObligationKind;
    /** By GML's coding: side A attacks side B. */
    readonly ruling: Ruling;
    /** Were the partner's side the one attacked: for a partner on side A, who acted first, the other reading. */
    readonly ifAttacked: Ruling;
    /** The clause has a condition that ATOP does not spell out, or another reading is held. */
    readonly uncertain: boolean;
    readonly onRequest: boolean;
  };
  /** The partner's side; for a joiner without a promise, the side it joined. */
  readonly side: Side;
  /** The state took part on that side. */
  readonly joined: boolean;
  /** The state took part on the other side. */
  readonly opposed: boolean;
  /** The state was itself in the dispute from its first day. */
  readonly originator: boolean;
}

export interface Replay {
  readonly cases: readonly CasusFoederis[];
  /** Disputes the law could not be asked about: no originator on one side that the registry knows as a state then. */
  readonly unplaced: readonly Dispute[];
}

/**
 * Holds disputes against treaties: who owed the originators of each side what on the first day, and whether it joined them.
 * Two questions are put for each: side A attacks side B, as GML codes who acted first, and the reverse. Force is used from
 * the hostility level 4 on; a promise that failed for nothing else has `below-threshold` as its only reason.
 * Some three milliseconds a dispute: only treaties of the originators are compiled.
 */
export function replayDisputes(disputes: readonly Dispute[], treaties: readonly Treaty[], world: World): Replay {
  const byParty = new Map<StateId, Treaty[]>();
  for (const treaty of treaties) {
    for (const state of new Set(treaty.parties.map((party) => party.state))) byParty.set(state, [...(byParty.get(state) ?? []), treaty]);
  }
  const unplaced: Dispute[] = [];
  const cases = disputes.flatMap((dispute): readonly CasusFoederis[] => {
    const found = casesOf(dispute, byParty, world);
    if (found === undefined) unplaced.push(dispute);
    return found ?? [];
  });
  return { cases, unplaced };
}

const OTHER: Readonly<Record<Side, Side>> = { A: 'B', B: 'A' };

function casesOf(dispute: Dispute, byParty: ReadonlyMap<StateId, readonly Treaty[]>, world: World): readonly CasusFoederis[] | undefined {
  const originators = (side: Side): readonly StateId[] => [
    ...new Set(
      dispute.participants
        .filter((one) => one.side === side && one.originator)
        .flatMap(({ state }) => (state !== undefined && world.existsOn(state, dispute.date) ? [state] : [])),
    ),
  ];
  const first = originators('A');
  const second = originators('B').filter((state) => !first.includes(state));
  if (first.length === 0 || second.length === 0) return undefined;
  const relevant = [...new Set([...first, ...second].flatMap((state) => byParty.get(state) ?? []))];
  const regime = createRegime(relevant, world, dispute.date);
  const said = judged(dispute, first, second, regime, world);
  const reversed = judged(dispute, second, first, regime, world);
  const bySide = { A: actingOn(dispute, 'A'), B: actingOn(dispute, 'B') };
  const cases: CasusFoederis[] = [];
  for (const [key, one] of said) {
    const side: Side = first.includes(one.partner) ? 'A' : 'B';
    const own = bySide[side].get(one.state);
    const other = bySide[OTHER[side]].get(one.state);
    const { owed, reasons } = one;
    const again = reversed.get(key);
    const ifAttacked = side === 'B' ? { owed, reasons } : again === undefined ? NOT_ASKED : { owed: again.owed, reasons: again.reasons };
    cases.push({
      dispute,
      state: one.state,
      promise: {
        partner: one.partner,
        treaty: one.treaty,
        obligation: one.obligation,
        kind: one.kind,
        ruling: { owed, reasons },
        ifAttacked,
        uncertain: one.uncertain,
        onRequest: one.onRequest,
      },
      side,
      joined: own !== undefined,
      opposed: other !== undefined,
      originator: own?.originator === true || other?.originator === true,
    });
  }
  const promised = new Set(cases.map(({ state, side }) => `${state} ${side}`));
  for (const side of SIDES) {
    for (const [state, { originator }] of bySide[side]) {
      if (!originator && !promised.has(`${state} ${side}`))
        cases.push({ dispute, state, side, joined: true, opposed: bySide[OTHER[side]].has(state), originator: false });
    }
  }
  return cases;
}

/** The reversed question does not arise for the clause: a promise to one who attacks. */
const NOT_ASKED: Ruling = { owed: false, reasons: ['condition-unmet'] };

function actingOn({ participants }: Dispute, side: Side): ReadonlyMap<StateId, Participant> {
  return new Map(participants.flatMap((one) => (one.side === side && one.state !== undefined ? [[one.state, one] as const] : [])));
}

interface Judged extends Ruling {
  readonly state: StateId;
  readonly partner: StateId;
  readonly treaty: Treaty;
  readonly obligation: string;
  readonly kind: ObligationKind;
  readonly uncertain: boolean;
  readonly onRequest: boolean;
}

/** What is owed were some states to attack others: each target in turn, beside the war with the rest. The most favorable ruling stands. */
function judged(
  { date, hostility }: Dispute,
  attackers: readonly StateId[],
  targets: readonly StateId[],
  regime: Regime,
  world: World,
): ReadonlyMap<string, Judged> {
  const found = new Map<string, Judged>();
  for (const target of targets) {
    const others = targets.filter((state) => state !== target);
    const event: LawEvent = {
      kind: 'armed-attack',
      attackers,
      target,
      date,
      place: world.home(target, date),
      domain: 'land',
      intensity: hostility >= USE_OF_FORCE ? 'armed-attack' : 'below-threshold',
      object: 'territory',
      beganBy: attackers,
      atWar: others.flatMap((state) => attackers.map((attacker) => ({ attacker, target: state }))),
    };
    for (const ruling of rulings(event, regime, world)) {
      const key = [ruling.state, ruling.partner, ruling.treaty.id, ruling.obligation].join(' ');
      const known = found.get(key);
      if (known === undefined || (ruling.owed && !known.owed)) found.set(key, ruling);
    }
  }
  return withoutSuperseded(found);
}

function rulings(event: LawEvent, regime: Regime, world: World): readonly Judged[] {
  return claimantsOf(event).flatMap((claimant) =>
    (regime.owedTo[regime.index.get(claimant.state) ?? -1] ?? []).flatMap((clause): readonly Judged[] => {
      if (!bears(clause, claimant, event)) return [];
      const { obligation, standing } = clause;
      const failed = failures(clause, claimant, event, regime, world);
      return boundToward(clause, claimant, event).map((bound): Judged => {
        const own = ownFailure(clause, bound, claimant, event, regime, world);
        const reasons: readonly Reason[] = own === null ? failed : [...failed, own];
        const [state, partner] = owesItself(clause, claimant) ? [claimant.state, bound] : [bound, claimant.state];
        return {
          state,
          partner,
          treaty: standing.treaty,
          obligation: obligation.id,
          kind: obligation.kind,
          owed: reasons.length === 0,
          reasons,
          uncertain: obligation.contested !== undefined,
          onRequest: clause.trigger.on_request === true,
        };
      });
    }),
  );
}

/** A treaty that asks for help asks no longer for the neutrality it would otherwise have asked for. */
function withoutSuperseded(found: ReadonlyMap<string, Judged>): ReadonlyMap<string, Judged> {
  const helps = new Set([...found.values()].filter(({ owed, kind }) => owed && isHelp(kind)).map(pactOf));
  return new Map([...found].filter(([, one]) => one.kind !== 'neutrality' || !helps.has(pactOf(one))));
}

const pactOf = ({ state, partner, treaty }: Judged): string => `${state} ${partner} ${treaty.id}`;

/** Whether a promise is one to fight. */
export function isHelp(kind: ObligationKind): boolean {
  return FIGHTING.includes(ACTION_OF[kind]);
}
