import { capitalized } from '../text/sentence.ts';
import type { IsoDate, StateId } from '../states/types.ts';
import type { World } from '../states/world.ts';
import type { Treaty } from '../treaty/schema.ts';
import type { ToWhom, Who } from '../treaty/schema-words.ts';
import type { Obligation } from '../treaty/obligation-schema.ts';
import { lapsedObligations } from '../treaty/resolve.ts';
import type { ObligationKind } from '../treaty/vocabulary.ts';
import { asReserved, bears, claimantsOf, failures, opponents, ownFailure, reached, type Claimant } from './conditions.ts';
import { conflictsAmong } from './conflicts.ts';
import { dormantSentence, dutySentences, eventSentence, lapsedSentence, notOwedSentences, notPartySentence } from './explain.ts';
import type { Clause, Regime, Standing } from './regime.ts';
import type { Action, Duty, LawEvent, NotOwed, Reason, Verdict } from './types.ts';
import { wordingOn, type Wording } from './wording.ts';

export const ACTION_OF: Readonly<Record<ObligationKind, Action>> = {
  defense: 'defend',
  offense: 'join-offense',
  assistance: 'assist',
  neutrality: 'stay-neutral',
  nonaggression: 'not-attack',
  consultation: 'consult',
};

const SILENT_ON_PARTIES = 'The text does not say whether it runs against a party; others read it as covering any attack.';

export interface TriggerOptions {
  /** Ask these clauses alone. */
  readonly only?: (clause: Clause) => boolean;
  /** Leave out what is not owed, and conflicts. */
  readonly dutiesOnly?: boolean;
  /** Leave out the sentences that say why. */
  readonly silent?: boolean;
}

/** Who fights and who stays neutral, and nothing else: no consultation, no promises of peace, no words. */
export const BARE: TriggerOptions = {
  dutiesOnly: true,
  silent: true,
  only: ({ obligation: { kind } }) => kind !== 'consultation' && kind !== 'nonaggression',
};

/** A question in hand: the event, the law of its date, and the verdicts gathered so far. */
interface Inquiry {
  readonly event: LawEvent;
  readonly regime: Regime;
  readonly world: World;
  readonly words: Wording;
  readonly duties: Duty[];
  readonly notOwed: NotOwed[];
  readonly dutiesOnly: boolean;
  readonly silent: boolean;
}

/**
 * Who owes what to whom in an event, under which article, and why others do not (the casus foederis).
 * Every treaty that could matter answers: a duty, or the reasons for none.
 */
export function trigger(event: LawEvent, regime: Regime, world: World, options: TriggerOptions = {}): Verdict {
  const { only, dutiesOnly = false, silent = false } = options;
  const inquiry: Inquiry = { event, regime, world, words: wordingOn(world, event.date), duties: [], notOwed: [], dutiesOnly, silent };
  for (const claimant of claimantsOf(event)) {
    const i = regime.index.get(claimant.state);
    for (const clause of (i === undefined ? undefined : regime.owedTo[i]) ?? []) {
      if (only === undefined || only(clause)) judge(clause, claimant, inquiry);
    }
  }
  if (event.kind === 'mobilization') {
    for (const clause of regime.clauses) if (clause.events.includes('mobilization')) judgeMobilization(clause, inquiry);
  }
  const duties = withoutSuperseded(inquiry.duties);
  return {
    event,
    duties,
    notOwed: dutiesOnly ? [] : [...inquiry.notOwed, ...outsiders(inquiry)],
    conflicts: dutiesOnly ? [] : conflictsAmong(duties, inquiry.words),
  };
}

function judge(clause: Clause, claimant: Claimant, inquiry: Inquiry): void {
  const { event, regime, world } = inquiry;
  if (!bears(clause, claimant, event)) return;
  if (event.kind === 'mobilization' && clause.events.includes('mobilization')) return;
  const bound = boundToward(clause, claimant, event);
  if (bound.length > 0) decide(clause, claimant, bound, failures(clause, claimant, event, regime, world), inquiry);
}

/** Who of the bound can owe a claimant anything: those who attack it only respect, those who fight it nothing, and a belligerent no neutrality. */
export function boundToward(clause: Clause, claimant: Claimant, event: LawEvent): readonly StateId[] {
  const { kind } = clause.obligation;
  if (kind === 'nonaggression') return clause.bound.filter((state) => claimant.primary.includes(state));
  const others = clause.bound.filter((state) => state !== claimant.state && !claimant.all.includes(state));
  if (kind !== 'neutrality') return others;
  const fights = (state: StateId): boolean => event.attackers.includes(state) || opponents(event, state).some((foe) => claimant.all.includes(foe));
  return others.filter((state) => !fights(state));
}

/** "In case the forces of the Triple Alliance ... should mobilize" (1894): owed among the parties, whomever it is aimed at. */
function judgeMobilization(clause: Clause, inquiry: Inquiry): void {
  const { event, regime } = inquiry;
  for (const state of clause.to ?? []) {
    if (event.attackers.includes(state)) continue;
    const claimant: Claimant = { state, role: 'target', primary: event.attackers, all: event.attackers, began: false };
    const excluded = clause.against !== null && reached(clause, claimant, regime).length === 0;
    const bound = boundToward(clause, claimant, event);
    if (bound.length > 0) decide(clause, claimant, bound, excluded ? ['attacker-excluded'] : [], inquiry);
  }
}

function decide(clause: Clause, claimant: Claimant, bound: readonly StateId[], failed: readonly Reason[], inquiry: Inquiry): void {
  const { event, regime, world, words } = inquiry;
  const { obligation } = clause;
  const matched = reached(clause, claimant, regime);
  const of = { treaty: clause.standing.treaty.id, article: obligation.article, obligation: obligation.id };
  let because: readonly string[] | null = null;
  for (const party of bound) {
    const own = ownFailure(clause, party, claimant, event, regime, world);
    const reasons: readonly Reason[] = own === null ? failed : own === 'suspended' ? [own, ...failed] : [...failed, own];
    const [reason] = reasons;
    const [state, toward] = owesItself(clause, claimant) ? [claimant.state, party] : [party, claimant.state];
    if (reason === undefined) {
      const contested = obligation.contested ?? claimedBy(party, clause, event, words);
      because ??= inquiry.silent ? [] : dutySentences(clause, claimant, matched, event, words);
      const reserved = asReserved(clause, party, regime);
      const reach = matched.filter((foe) => reserved.every((one) => reached(one, claimant, regime).includes(foe)));
      inquiry.duties.push({
        state,
        action: ACTION_OF[obligation.kind],
        toward,
        against: opposedBy(clause, claimant, reach),
        ...of,
        automaticity: obligation.response?.automaticity ?? 'automatic',
        because,
        ...(contested !== undefined && { contested }),
        ...([clause, ...reserved].some((one) => one.trigger.on_request === true) && { onRequest: true as const }),
      });
    } else if (!inquiry.dutiesOnly) {
      const contested = obligation.contested ?? (reason === 'attacker-is-party' ? SILENT_ON_PARTIES : undefined);
      const sentences = notOwedSentences(clause, claimant, party, reason, event, words, world, regime);
      inquiry.notOwed.push({ state, toward, ...of, reason, reasons, because: sentences, ...(contested !== undefined && { contested }) });
    }
  }
}

/** A promise to consult before making war is the war maker's own (Triple Alliance, article VII). */
export function owesItself(clause: Clause, claimant: Claimant): boolean {
  return clause.obligation.kind === 'consultation' && claimant.role === 'attacker';
}

/** An attacker that claims the place as its own may hold that it attacks nobody. */
function claimedBy(attacker: StateId, clause: Clause, { place }: LawEvent, words: Wording): string | undefined {
  if (clause.obligation.kind !== 'nonaggression' || !place.claimed.includes(attacker)) return undefined;
  return `${capitalized(words.name(attacker))} claims ${place.name} as its own; it may hold that it attacks nobody else's land.`;
}

/** Whom the duty is to be done against: those the text names, or the adversaries it reaches. */
function opposedBy(clause: Clause, claimant: Claimant, matched: readonly string[]): readonly string[] {
  const { kind, response } = clause.obligation;
  if (kind === 'consultation' || kind === 'nonaggression') return [];
  if (response?.against !== undefined) return response.against;
  return (clause.trigger.attackers_at_least ?? 1) > 1 ? claimant.all : matched;
}

/** A treaty that asks for help asks no longer for the neutrality it would otherwise have asked for. */
function withoutSuperseded(duties: readonly Duty[]): readonly Duty[] {
  const helps = (neutral: Duty): boolean =>
    duties.some(
      (duty) =>
        duty.state === neutral.state &&
        duty.toward === neutral.toward &&
        duty.treaty === neutral.treaty &&
        (duty.action === 'defend' || duty.action === 'join-offense'),
    );
  return duties.some(({ action }) => action === 'stay-neutral') ? duties.filter((duty) => duty.action !== 'stay-neutral' || !helps(duty)) : duties;
}

const RANK: readonly ObligationKind[] = ['defense', 'assistance', 'offense', 'neutrality', 'consultation'];

/** The first clause, in the order of what a treaty is known for, that could bind one state toward another. */
function chiefObligation({ treaty }: Standing, state: StateId, target: StateId): Obligation | undefined {
  const fitting = treaty.obligations.filter(({ bound, to }) => couldName(bound, state, treaty) && couldName(to, target, treaty));
  return RANK.map((kind) => fitting.find((one) => one.kind === kind)).find((one) => one !== undefined);
}

/** From how many parties on a treaty is a community that others stand outside of. */
const COMMUNITY = 3;

/** States that would be bound, or claim, under a treaty not in force, or were they parties on the date. */
function outsiders({ event, regime, world, words }: Inquiry): readonly NotOwed[] {
  const { target } = event;
  const found: NotOwed[] = [];
  const happened = eventSentence(event, words);
  const candidates = (states: readonly StateId[]): readonly StateId[] =>
    states.filter((state) => state !== target && !event.attackers.includes(state) && world.existsOn(state, event.date));
  const add = (standing: Standing, state: StateId, reason: Reason, sentence: string, obligation = chiefObligation(standing, state, target)): void => {
    if (obligation === undefined) return;
    found.push({
      state,
      toward: target,
      treaty: standing.treaty.id,
      article: obligation.article,
      obligation: obligation.id,
      reason,
      reasons: [reason],
      because: [happened, sentence],
    });
  };
  for (const standing of regime.dormant) {
    if (!standing.ever.includes(target)) continue;
    const sentence = dormantSentence(standing, event, words);
    for (const state of candidates(standing.ever)) add(standing, state, 'not-in-force', sentence);
  }
  for (const standing of regime.standing) {
    const { ever, parties } = standing;
    for (const lapsed of lapsedToward(target, standing, event.date)) {
      const sentence = lapsedSentence(standing, lapsed, event, words);
      const bound = candidates(parties).filter((state) => couldName(lapsed.bound, state, standing.treaty));
      for (const state of bound) add(standing, state, 'not-in-force', sentence, lapsed);
    }
    if (parties.includes(target)) {
      for (const state of candidates(ever)) if (!parties.includes(state)) add(standing, state, 'not-a-party', notPartySentence(standing, state, event, words));
    } else if (ever.includes(target) || (parties.length >= COMMUNITY && !isBeneficiary(standing, target))) {
      const sentence = notPartySentence(standing, target, event, words);
      for (const state of candidates(ever.includes(target) ? ever : parties))
        add(standing, state, 'not-a-party', parties.includes(state) ? sentence : notPartySentence(standing, state, event, words));
    }
  }
  return found;
}

/** Clauses in favor of a state attacked that their own dates leave without force, though their treaty is in force. */
function lapsedToward(target: StateId, { treaty, ever, parties }: Standing, date: IsoDate): readonly Obligation[] {
  return lapsedObligations(treaty, date).filter(
    ({ kind, to }) =>
      kind !== 'nonaggression' &&
      kind !== 'offense' &&
      couldName(to, target, treaty) &&
      (parties.includes(target) || (Array.isArray(to) && !ever.includes(target))),
  );
}

/** Named as a beneficiary without being a party. */
function isBeneficiary({ treaty }: Standing, state: StateId): boolean {
  return treaty.obligations.some(({ to }) => Array.isArray(to) && to.includes(state));
}

function couldName(who: Who | ToWhom, state: StateId, { parties }: Treaty): boolean {
  if (typeof who === 'string') return true;
  return Array.isArray(who) ? who.includes(state) : parties.some((party) => party.state === state && party.role === who.role);
}
