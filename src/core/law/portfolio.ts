import { articleName, capitalized } from '../text/sentence.ts';
import type { IsoDate, StateId } from '../states/types.ts';
import type { World } from '../states/world.ts';
import { isGeneral } from '../treaty/general.ts';
import { shortName } from '../treaty/phrases.ts';
import type { Treaty } from '../treaty/schema.ts';
import { adversariesOf } from '../treaty/trigger.ts';
import { cascade } from './cascade.ts';
import { claimantsOf, failures, ownFailure, reaches } from './conditions.ts';
import { incompatible } from './conflicts.ts';
import { completeEvent } from './event.ts';
import type { Clause, Regime } from './regime.ts';
import { BARE, trigger } from './trigger.ts';
import type { Duty, LawEvent } from './types.ts';
import { wordingOn, type Wording } from './wording.ts';

/**
 * `by-letter`: in one and the same event the state owes help against a state to which it owes neutrality or peace.
 * `who-began`: it owes the one if the adversary began the war and the other if the ally did; both can be honored only
 * if that fact is agreed.
 */
export type PortfolioKind = 'by-letter' | 'who-began';

export interface Promised {
  readonly treaty: string;
  readonly article: string;
  readonly obligation: string;
  readonly toward: StateId;
}

/** Two promises of one state, under two treaties, that cannot both be kept. */
export interface PortfolioConflict {
  readonly kind: PortfolioKind;
  readonly date: IsoDate;
  readonly state: StateId;
  /** Help owed to an ally ... */
  readonly help: Promised;
  /** ... and neutrality or non-aggression owed to its adversary. */
  readonly restraint: Promised;
  readonly because: string;
}

const HELP = ['defense', 'offense', 'assistance'];
const RESTRAINT = ['neutrality', 'nonaggression'];

/**
 * Conflicts between the treaties in force on a date. For every restraint a state owes somebody and every help it owes
 * somebody else against that same state, the two wars between the two are put to the law, with what follows from them.
 * Renunciations of force toward any state or among very many, and organizations, are left out: they yield to self-defense by their own terms.
 * @param concerns whether two treaties are to be held against each other; all are when left out
 */
export function portfolioConflicts(
  regime: Regime,
  world: World,
  concerns: (help: Treaty, restraint: Treaty) => boolean = () => true,
): readonly PortfolioConflict[] {
  const words = wordingOn(world, regime.date);
  const letter = cascadesOf(regime, world);
  const helps = regime.clauses.filter((clause) => HELP.includes(clause.obligation.kind) && clause.to !== null);
  const found = new Map<string, PortfolioConflict>();
  for (const restraint of regime.clauses) {
    if (!RESTRAINT.includes(restraint.obligation.kind) || restraint.to === null || isGeneral(restraint.standing.treaty)) continue;
    for (const adversary of restraint.to) {
      for (const state of restraint.bound) {
        if (state === adversary) continue;
        for (const help of helps) {
          if (help.standing === restraint.standing || !help.bound.includes(state) || !reaches(help, adversary, regime)) continue;
          if (!concerns(help.standing.treaty, restraint.standing.treaty)) continue;
          for (const ally of help.to ?? []) {
            if (ally === state || ally === adversary) continue;
            const key = [state, help.standing.treaty.id, restraint.standing.treaty.id, adversary].join('|');
            const kind = conflictOf({ state, ally, adversary, help, restraint }, regime, world, letter);
            const known = found.get(key);
            if (kind !== null && (known === undefined || (kind === 'by-letter' && known.kind === 'who-began'))) {
              found.set(key, {
                kind,
                date: regime.date,
                state,
                help: promise(help, ally),
                restraint: promise(restraint, adversary),
                because: sentence(kind, state, ally, adversary, help, restraint, words),
              });
            }
          }
        }
      }
    }
  }
  return [...found.values()];
}

interface Quarrel {
  readonly state: StateId;
  readonly ally: StateId;
  readonly adversary: StateId;
  readonly help: Clause;
  readonly restraint: Clause;
}

/** What every duty performed leads to, by who attacks whom. */
type Cascades = (attacked: LawEvent) => readonly Duty[];

/** Cascades by the letter, each made once: many a state stands in the quarrel of the same two. */
function cascadesOf(regime: Regime, world: World): Cascades {
  const known = new Map<string, readonly Duty[]>();
  return (attacked) => {
    const key = `${attacked.attackers.join(' ')} ${attacked.target}`;
    const found = known.get(key) ?? cascade(trigger(attacked, regime, world, BARE), regime, world, { mode: 'letter', bare: true }).duties;
    known.set(key, found);
    return found;
  };
}

function conflictOf(quarrel: Quarrel, regime: Regime, world: World, letter: Cascades): PortfolioKind | null {
  const { state, ally, adversary, help, restraint } = quarrel;
  const attacked = event(adversary, ally, regime, world);
  const attacking = event(ally, adversary, regime, world);
  if (attacked === null || attacking === null) return null;
  const owed = (clause: Clause, to: StateId, question: LawEvent): boolean => isOwed(clause, state, to, question, regime, world);

  if (restraint.obligation.kind === 'nonaggression') {
    if (help.obligation.kind === 'assistance') return null;
    if (owed(help, ally, attacking)) return 'by-letter';
    return names(help, adversary) && owed(help, ally, attacked) ? 'who-began' : null;
  }
  if ([attacked, attacking].some((question) => owed(help, ally, question) && owed(restraint, adversary, question))) return 'by-letter';
  if (!owed(help, ally, attacked) && !owed(help, ally, attacking)) return null;
  if (clashesInCascade(quarrel, letter(attacked))) return 'by-letter';
  return owed(help, ally, attacked) && owed(restraint, adversary, attacking) && (names(help, adversary) || names(restraint, ally)) ? 'who-began' : null;
}

function event(attacker: StateId, target: StateId, regime: Regime, world: World): LawEvent | null {
  const result = completeEvent({ attackers: [attacker], target, date: regime.date }, world);
  return result.ok ? result.event : null;
}

/** Whether a clause alone makes a state owe another in an event. */
export function isOwed(clause: Clause, state: StateId, to: StateId, question: LawEvent, regime: Regime, world: World): boolean {
  const claimant = claimantsOf(question).find((one) => one.state === to);
  if (claimant === undefined || claimant.primary.includes(state)) return false;
  if (clause.obligation.kind === 'offense' && claimant.role === 'target') return false;
  return failures(clause, claimant, question, regime, world).length === 0 && ownFailure(clause, state, claimant, question, regime, world) === null;
}

/** Whether the clause names the state, or a class of powers it stands for, rather than any adversary whatever. */
function names(clause: Clause, state: StateId): boolean {
  return adversariesOf(clause.trigger).some((spec) =>
    typeof spec === 'string' ? spec !== 'any' && spec !== 'states' : 'allied_with' in spec || spec.state === state,
  );
}

/** The ally's other friends join, and the adversary's war with them calls for the restraint. */
function clashesInCascade({ state, ally, adversary, help, restraint }: Quarrel, duties: readonly Duty[]): boolean {
  const of = (clause: Clause, toward: StateId) =>
    duties.filter(
      (duty) => duty.state === state && duty.toward === toward && duty.treaty === clause.standing.treaty.id && duty.obligation === clause.obligation.id,
    );
  return of(help, ally).some((one) => of(restraint, adversary).some((other) => incompatible(one, other)));
}

function promise(clause: Clause, toward: StateId): Promised {
  return { treaty: clause.standing.treaty.id, article: clause.obligation.article, obligation: clause.obligation.id, toward };
}

function sentence(kind: PortfolioKind, state: StateId, ally: StateId, adversary: StateId, help: Clause, restraint: Clause, words: Wording): string {
  const title = (clause: Clause): string => `${shortName(clause.standing.treaty)}, ${articleName(clause.obligation.article)}`;
  const who = capitalized(words.name(state));
  const peace = restraint.obligation.kind === 'neutrality' ? 'neutrality' : 'peace';
  if (kind === 'by-letter')
    return `${who} owes ${words.name(ally)} help against ${words.name(adversary)} (${title(help)}) and owes ${words.name(adversary)} ${peace} in the same war (${title(restraint)}).`;
  return `In a war between ${words.name(ally)} and ${words.name(adversary)}, ${words.name(state)} owes the first help if the second began it (${title(help)}) and the second ${peace} if the first did (${title(restraint)}).`;
}
