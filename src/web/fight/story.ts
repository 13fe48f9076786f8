import type { CrisisEvent } from '../../core/law/crisis-schema.ts';
import { FIGHTING } from '../../core/law/conflicts.ts';
import { NONSTATE } from '../../core/law/types.ts';
import type { Action, Conflict, Duty, Fighting, LawEvent, NotOwed, Verdict } from '../../core/law/types.ts';
import type { IsoDate } from '../../core/states/types.ts';
import type { Engine } from '../data/engine.ts';
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
  readonly mode: 'letter' | 'as-in' | 'choices';
  readonly steps: readonly StoryStep[];
}

export const dutyKey = (duty: Pick<Duty, 'state' | 'treaty' | 'article' | 'toward'> & { readonly action: Action }): string =>
  `duty:${duty.state}:${duty.treaty}:${duty.article}:${duty.toward}${duty.action === 'defend' ? '' : `:${duty.action}`}`;
export const freeKey = (one: NotOwed): string => `free:${one.state}:${one.treaty}:${one.article}:${one.toward}`;

const HELP: readonly Action[] = ['defend', 'join-offense', 'assist'];

/** Grounds on which a state is no ally at all: it goes under "No treaty". */
const OUTSIDE: readonly string[] = ['not-in-force', 'not-a-party'];

interface Move {
  readonly date: IsoDate | null;
  readonly kind: StoryStep['kind'];
  readonly title: string | null;
  readonly note: string | null;
  readonly verdicts: readonly Verdict[];
}

/** Tells the cascade as steps: the letter of the treaties, what happened, or what the reader chose. */
export function tellStory(
  event: LawEvent,
  search: Pick<FightSearch, 'cascade' | 'own' | 'joins' | 'refuses'>,
  crisis: CrisisEvent | undefined,
  engine: Engine,
): Story {
  if (search.cascade === 'chosen' && crisis?.steps && !search.own) {
    return { event, mode: 'as-in', steps: play(event, asIn(event, crisis, engine), []) };
  }
  const chosen = search.cascade === 'chosen';
  return { event, mode: chosen ? 'choices' : 'letter', steps: playLetter(event, chosen ? search : { joins: [], refuses: [] }, engine) };
}

/** The first step alone: what an event brings before anyone acts on it. Fast enough for a moving pointer. */
export function tellFirstStep(event: LawEvent, engine: Engine): Story {
  return {
    event,
    mode: 'letter',
    steps: play(event, [{ date: event.date, kind: 'event', title: null, note: null, verdicts: [engine.law.trigger(event)] }], []),
  };
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
      date: step.date,
      kind: i === 0 ? 'event' : step.choice ? 'choice' : 'duty',
      title: step.title,
      note: step.note ?? null,
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
 * Everyone does what is owed until nobody owes anything new, as `law.cascade` has it, then whoever the reader sends in
 * joins and so on. Those whose duties arose together make one step.
 */
function playLetter(event: LawEvent, choices: Pick<FightSearch, 'joins' | 'refuses'>, engine: Engine): StoryStep[] {
  const first = engine.law.trigger(event);
  const moves: { kind: Move['kind']; round: number; verdicts: Verdict[] }[] = [{ kind: 'event', round: 0, verdicts: [first] }];
  const sides: Sides = { attacker: new Set(event.attackers), target: new Set([event.target]) };
  const wars: Fighting[] = [...event.atWar, ...event.attackers.map((attacker) => ({ attacker, target: event.target }))];
  const known = new Set<string>();
  const queue: { duty: Duty; round: number }[] = [];
  const arise = (duties: readonly Duty[], round: number): void => {
    for (const duty of duties) {
      const key = `${duty.state} ${duty.toward} ${duty.treaty} ${duty.obligation} ${duty.against.join()}`;
      if (known.has(key)) continue;
      known.add(key);
      if (FIGHTING.includes(duty.action)) queue.push({ duty, round });
    }
  };
  const enter = (state: string, side: keyof Sides, against: readonly string[], kind: Move['kind'], round: number): void => {
    const foes = against.filter((foe) => !sides[side].has(foe) && foe !== state);
    if (foes.length === 0) return;
    sides[side].add(state);
    let move = moves.find((one) => one.round === round);
    if (!move) moves.push((move = { kind, round, verdicts: [] }));
    for (const foe of foes) {
      const verdict = engine.law.trigger(joining(event, state, foe, [...wars], sides, engine));
      move.verdicts.push(verdict);
      wars.push({ attacker: state, target: foe });
      arise(verdict.duties, round + 1);
    }
  };
  const settle = (): void => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { state, toward } = next.duty;
      const side = sideOf(toward, sides);
      if (!side || sideOf(state, sides) || choices.refuses.includes(state)) continue;
      const reasons = [next.duty, ...queue.map(({ duty }) => duty).filter((duty) => duty.state === state && sideOf(duty.toward, sides) === side)];
      enter(state, side, [...new Set(reasons.flatMap(({ against }) => against))], 'duty', next.round);
    }
  };

  arise(first.duties, 1);
  settle();
  for (const { state, beside } of choices.joins) {
    const side = sideOf(beside, sides);
    if (!side || sideOf(state, sides)) continue;
    enter(state, side, side === 'target' ? event.attackers.filter((foe) => foe !== NONSTATE) : [event.target], 'choice', (moves.at(-1)?.round ?? 0) + 1);
    settle();
  }
  return play(
    event,
    moves.map(({ kind, verdicts }) => ({ date: kind === 'event' ? event.date : null, kind, title: null, note: null, verdicts })),
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
    const events = verdicts.map((verdict) => verdict.event);
    const fighters = (): Set<string> => new Set([...sides.attacker, ...sides.target]);
    const before = fighters();
    for (const one of events) {
      for (const attacker of one.attackers) {
        wars.push({ attacker, target: one.target });
        takeSides(attacker, one.target, sides, index === 0);
      }
    }
    if (move.kind === 'choice') for (const one of events) for (const attacker of one.attackers) if (!before.has(attacker)) byChoice.add(attacker);
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
      date: move.date,
      kind: move.kind,
      movers: [...new Set(events.flatMap((one) => one.attackers))],
      title: move.title,
      note: move.note,
      moves: events.flatMap((one) => one.attackers.map((attacker) => ({ attacker, target: one.target }))),
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
