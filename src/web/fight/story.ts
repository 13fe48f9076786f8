import type { CrisisEvent } from '../../core/law/crisis-schema.ts';
import { FIGHTING } from '../../core/law/conflicts.ts';
import { NONSTATE } from '../../core/law/types.ts';
import type { Action, Cascade, Conflict, Duty, Fighting, LawEvent, NotOwed, Verdict } from '../../core/law/types.ts';
import type { IsoDate } from '../../core/states/types.ts';
import type { Engine } from '../data/engine.ts';
import { likelyChoices } from './chances.ts';
import type { FightSearch } from './search.ts';

/** One duty as the page shows it: when it arose and what became of it. */
export interface LiveDuty {
  readonly duty: Duty;
  readonly key: string;
  readonly fresh: boolean;
  readonly status: 'new' | 'not yet' | 'honored' | 'broken' | 'refused';
}

/** An ally that owes no help here. */
export interface FreeAlly {
  readonly notOwed: NotOwed;
  readonly key: string;
  /** It owes something less all the same: consultation, neutrality, non-aggression. */
  readonly owesLess: boolean;
}

/** One node of the cascade: what happens, and everything owed once it has. */
export interface StoryStep {
  /** The event the law is asked at this step, where it does not follow from an earlier one. */
  readonly event: LawEvent | null;
  readonly date: IsoDate | null;
  readonly kind: 'event' | 'duty' | 'choice';
  readonly movers: readonly string[];
  /** A title the catalog gives; made from the movers otherwise. */
  readonly title: string | null;
  readonly note: string | null;
  /** Who attacks or goes to war with whom at this step. */
  readonly moves: readonly Fighting[];
  readonly sides: { readonly attacker: readonly string[]; readonly target: readonly string[] };
  readonly duties: readonly LiveDuty[];
  readonly free: readonly FreeAlly[];
  readonly outside: readonly NotOwed[];
  readonly conflicts: readonly { readonly conflict: Conflict; readonly keys: readonly string[] }[];
  /** States at war that owed nobody this. */
  readonly byChoice: readonly string[];
}

export interface Story {
  readonly event: LawEvent;
  readonly mode: 'letter' | 'as-in' | 'choices' | 'likely';
  readonly steps: readonly StoryStep[];
}

export const dutyKey = (duty: Pick<Duty, 'state' | 'treaty' | 'article' | 'toward'> & { readonly action: Action }): string =>
  `duty:${duty.state}:${duty.treaty}:${duty.article}:${duty.toward}${duty.action === 'defend' ? '' : `:${duty.action}`}`;
export const freeKey = (one: NotOwed): string => `free:${one.state}:${one.treaty}:${one.article}:${one.toward}`;

/** Duties that help somebody. */
export const HELP: readonly Action[] = ['defend', 'join-offense', 'assist'];

/** Grounds on which a state is no ally at all: it goes under "No treaty". */
const OUTSIDE: readonly string[] = ['not-in-force', 'not-a-party'];

interface Move {
  readonly event: LawEvent | null;
  readonly date: IsoDate | null;
  readonly kind: StoryStep['kind'];
  readonly title: string | null;
  readonly note: string | null;
  /** Who attacks or goes to war with whom. */
  readonly wars: readonly Fighting[];
  /** What the law says of each. */
  readonly verdicts: readonly Verdict[];
}

const warsOf = (event: LawEvent): Fighting[] => event.attackers.map((attacker) => ({ attacker, target: event.target }));

/**
 * Tells the cascade as steps: the letter of the treaties, what happened, what the reader chose, or what is likely.
 * @param likely what the models found for the event; the first step alone until it is known
 */
export function tellStory(
  event: LawEvent,
  search: Pick<FightSearch, 'cascade' | 'own' | 'joins' | 'refuses'>,
  crisis: CrisisEvent | undefined,
  engine: Engine,
  likely: Cascade | null = null,
): Story {
  if (search.cascade === 'expected') {
    if (likely === null) return { ...tellFirstStep(event, engine), mode: 'likely' };
    return { event, mode: 'likely', steps: playLetter(event, likelyChoices({ event, found: likely }), engine) };
  }
  if (search.cascade === 'chosen' && crisis?.steps && !search.own) {
    return { event, mode: 'as-in', steps: play(event, asIn(event, crisis, engine), []) };
  }
  const chosen = search.cascade === 'chosen';
  return { event, mode: chosen ? 'choices' : 'letter', steps: playLetter(event, chosen ? search : { joins: [], refuses: [] }, engine) };
}

/** The first step alone: what an event brings before anyone acts on it. Fast enough for a moving pointer. */
export function tellFirstStep(event: LawEvent, engine: Engine): Story {
  const move: Move = { event, date: event.date, kind: 'event', title: null, note: null, wars: warsOf(event), verdicts: [engine.law.trigger(event)] };
  return { event, mode: 'letter', steps: play(event, [move], []) };
}

/** The moves of a crisis as the catalog tells them. The first step is the question itself. */
function asIn(event: LawEvent, crisis: CrisisEvent, engine: Engine): Move[] {
  const wars: Fighting[] = [...event.atWar];
  return (crisis.steps ?? []).map((step, i): Move => {
    const made: LawEvent =
      i === 0
        ? event
        : {
            kind: 'armed-attack',
            attackers: [step.attacker],
            target: step.target,
            date: step.date,
            place: engine.world.home(step.target, step.date),
            domain: 'land',
            intensity: 'armed-attack',
            object: 'territory',
            beganBy: step.began_by ?? [step.attacker],
            atWar: [...wars],
          };
    for (const attacker of made.attackers) wars.push({ attacker, target: made.target });
    return {
      event: made,
      date: step.date,
      kind: i === 0 ? 'event' : step.choice ? 'choice' : 'duty',
      title: step.title,
      note: step.note ?? null,
      wars: warsOf(made),
      verdicts: [engine.law.trigger(made)],
    };
  });
}

/** Sides as they grow; the first attackers and the first target give them their names. */
interface Sides {
  readonly attacker: Set<string>;
  readonly target: Set<string>;
}

const sideOf = (state: string, sides: Sides): 'attacker' | 'target' | null =>
  sides.target.has(state) ? 'target' : sides.attacker.has(state) ? 'attacker' : null;

/**
 * Everyone does what is owed, as `law.cascade` has it, then whoever the reader sends in joins and so on. States whose
 * duties arose together make one step.
 */
function playLetter(event: LawEvent, choices: Pick<FightSearch, 'joins' | 'refuses'>, engine: Engine): StoryStep[] {
  const sides: Sides = { attacker: new Set(event.attackers), target: new Set([event.target]) };
  const wars: Fighting[] = [...event.atWar, ...warsOf(event)];
  const rounds: { kind: Move['kind']; wars: Fighting[]; verdicts: Verdict[] }[] = [];
  /** The round in which a duty arose. */
  const since = new Map<string, number>();
  const take = (round: number, verdict: Verdict): void => {
    rounds[round]?.verdicts.push(verdict);
    for (const duty of verdict.duties) if (!since.has(dutyKey(duty))) since.set(dutyKey(duty), round);
  };
  const join = (state: string, side: keyof Sides, foes: readonly string[], kind: Move['kind'], round: number): Verdict[] => {
    sides[side].add(state);
    rounds[round] ??= { kind, wars: [], verdicts: [] };
    return foes.flatMap((foe) => {
      rounds[round]?.wars.push({ attacker: state, target: foe });
      // Nobody is allied with an attacker that is no state.
      const verdict = foe === NONSTATE ? null : engine.law.trigger(joining(event, state, foe, [...wars], sides, engine));
      wars.push({ attacker: state, target: foe });
      if (verdict) take(round, verdict);
      return verdict ? [verdict] : [];
    });
  };
  const follow = (first: Verdict, next: number): void => {
    const fighting = [...sides.attacker, ...sides.target].filter((state) => !first.event.attackers.includes(state) && state !== first.event.target);
    for (const step of engine.law.cascade(first, { mode: 'chosen', refuses: [...choices.refuses, ...fighting] }).steps) {
      const toward = step.duties.map((duty) => sideOf(duty.toward, sides)).find((side) => side !== null);
      if (!toward || sideOf(step.state, sides)) continue;
      const enemies = sides[toward === 'target' ? 'attacker' : 'target'];
      const foes = [...new Set(step.duties.flatMap(({ against }) => against))].filter((foe) => enemies.has(foe));
      const arose = step.duties.flatMap((duty) => since.get(dutyKey(duty)) ?? []);
      join(step.state, toward, foes, 'duty', Math.max(next, arose.length > 0 ? Math.min(...arose) + 1 : rounds.length));
    }
  };

  const first = engine.law.trigger(event);
  rounds.push({ kind: 'event', wars: warsOf(event), verdicts: [] });
  take(0, first);
  follow(first, 1);
  for (const { state, beside } of choices.joins) {
    const side = sideOf(beside, sides);
    if (!side || sideOf(state, sides)) continue;
    const round = rounds.length;
    for (const verdict of join(state, side, side === 'target' ? event.attackers : [event.target], 'choice', round)) follow(verdict, round + 1);
  }
  return play(
    event,
    rounds.map((round) => ({
      ...round,
      event: round.kind === 'event' ? event : null,
      date: round.kind === 'event' ? event.date : null,
      title: null,
      note: null,
    })),
    choices.refuses,
  );
}

function joining(event: LawEvent, state: string, foe: string, atWar: readonly Fighting[], sides: Sides, engine: Engine): LawEvent {
  const began = event.beganBy.some((one) => sides.attacker.has(one)) ? sides.attacker : sides.target;
  return {
    kind: 'armed-attack',
    attackers: [state],
    target: foe,
    date: event.date,
    place: engine.world.home(foe, event.date),
    domain: 'land',
    intensity: 'armed-attack',
    object: 'territory',
    beganBy: [...began],
    atWar,
    joined: true,
  };
}

/** Keeps the books over the moves: what is new, what was done, what was broken. */
function play(event: LawEvent, moves: readonly Move[], refuses: readonly string[]): StoryStep[] {
  const owed = new Map<string, { duty: Duty; since: number }>();
  const sides: Sides = { attacker: new Set(), target: new Set() };
  const wars: Fighting[] = [...event.atWar];
  const byChoice = new Set<string>();
  return moves.map((move, index): StoryStep => {
    const { verdicts } = move;
    const before = new Set([...sides.attacker, ...sides.target]);
    for (const war of move.wars) {
      wars.push(war);
      takeSides(war.attacker, war.target, sides, index === 0);
      if (move.kind === 'choice' && !before.has(war.attacker)) byChoice.add(war.attacker);
    }

    for (const { duties } of verdicts) for (const duty of duties) if (!owed.has(dutyKey(duty))) owed.set(dutyKey(duty), { duty, since: index });

    const live = [...owed].map(([key, { duty, since }]): LiveDuty => {
      const fresh = since === index;
      return { duty, key, fresh, status: statusOf(duty, fresh, wars, sides, refuses) };
    });
    const owing = new Set(live.map(({ duty }) => duty.state));
    const helping = new Set(live.filter(({ duty }) => HELP.includes(duty.action)).map(({ duty }) => `${duty.state} ${duty.toward}`));
    const principals = new Set([...event.attackers, event.target]);
    const notOwed = distinct(verdicts.flatMap((verdict) => verdict.notOwed)).filter(({ state }) => !principals.has(state));
    const free = notOwed.filter(
      (one) => !OUTSIDE.includes(one.reason) && !helping.has(`${one.state} ${one.toward}`) && !sides.attacker.has(one.state) && !sides.target.has(one.state),
    );
    return {
      event: move.event,
      date: move.date,
      kind: move.kind,
      movers: [...new Set(move.wars.map(({ attacker }) => attacker))],
      title: move.title,
      note: move.note,
      moves: move.wars,
      sides: { attacker: [...sides.attacker], target: [...sides.target] },
      duties: live,
      free: free.map((one) => ({ notOwed: one, key: freeKey(one), owesLess: owing.has(one.state) })),
      outside: notOwed.filter(({ reason }) => OUTSIDE.includes(reason)),
      conflicts: verdicts.flatMap((verdict) =>
        verdict.conflicts.map((conflict) => ({ conflict, keys: conflict.duties.flatMap((i) => (verdict.duties[i] ? [dutyKey(verdict.duties[i])] : [])) })),
      ),
      byChoice: [...byChoice],
    };
  });
}

/** An attacker stands against its target: beside whoever fights it already, else beside the first attacker. */
function takeSides(attacker: string, target: string, sides: Sides, first: boolean): void {
  if (first) {
    sides.attacker.add(attacker);
    sides.target.add(target);
  } else if (sides.attacker.has(target)) sides.target.add(attacker);
  else if (sides.target.has(target)) sides.attacker.add(attacker);
  else if (sides.attacker.has(attacker)) sides.target.add(target);
  else {
    sides.target.add(attacker);
    sides.attacker.add(target);
  }
}

function statusOf(duty: Duty, fresh: boolean, wars: readonly Fighting[], sides: Sides, refuses: readonly string[]): LiveDuty['status'] {
  const against = (a: string, b: string): boolean => wars.some((war) => (war.attacker === a && war.target === b) || (war.attacker === b && war.target === a));
  if (duty.action === 'not-attack') return wars.some((war) => war.attacker === duty.state && war.target === duty.toward) ? 'broken' : fresh ? 'new' : 'not yet';
  if (duty.action === 'stay-neutral') return against(duty.state, duty.toward) ? 'broken' : fresh ? 'new' : 'honored';
  if (FIGHTING.includes(duty.action)) {
    const owed = sides.attacker.has(duty.toward) ? sides.attacker : sides.target;
    const other = owed === sides.attacker ? sides.target : sides.attacker;
    if (owed.has(duty.state)) return duty.against.length === 0 || duty.against.some((foe) => against(duty.state, foe)) ? 'honored' : fresh ? 'new' : 'not yet';
    if (other.has(duty.state)) return 'broken';
    if (refuses.includes(duty.state)) return 'refused';
  }
  return fresh ? 'new' : 'not yet';
}

function distinct(list: readonly NotOwed[]): NotOwed[] {
  const seen = new Map<string, NotOwed>();
  for (const one of list) if (!seen.has(freeKey(one))) seen.set(freeKey(one), one);
  return [...seen.values()];
}
