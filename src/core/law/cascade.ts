import type { StateId } from '../states/types.ts';
import type { World } from '../states/world.ts';
import { conflictsAmong, FIGHTING } from './conflicts.ts';
import type { Clause, Regime } from './regime.ts';
import { BARE, trigger, type TriggerOptions } from './trigger.ts';
import {
  NONSTATE,
  type BrokenPromise,
  type Cascade,
  type CascadeMode,
  type CascadeStep,
  type Duty,
  type Fighting,
  type LawEvent,
  type Verdict,
} from './types.ts';
import { wordingOn } from './wording.ts';

export interface CascadeOptions {
  readonly mode: Exclude<CascadeMode, 'expected'>;
  /** States that do not perform what they owe (mode `chosen`). */
  readonly refuses?: readonly StateId[];
  /** Follow who fights and who stays neutral alone, as `BARE`; conflicts are left out. */
  readonly bare?: boolean;
}

/**
 * What follows when duties are performed. A state that owes help and gives it is at war with those it helps against,
 * and its joining is an event of its own, judged by the same law, until nobody owes anything new. States join one at
 * a time, in the order in which their duties arose, so the result does not depend on the order of files. Ends after
 * at most as many steps as there are states.
 */
export function cascade(first: Verdict, regime: Regime, world: World, options: CascadeOptions): Cascade {
  const { event } = first;
  const { bare = false } = options;
  const asked: TriggerOptions = bare ? BARE : { dutiesOnly: true };
  const refuses = new Set(options.refuses ?? []);
  const sides = { attacker: new Set<string>(event.attackers), target: new Set<string>([event.target]) };
  const wars: Fighting[] = [...event.atWar, ...fightings(event.attackers, [event.target])];
  const steps: CascadeStep[] = [];
  const seen: Duty[] = [...first.duties];
  const known = new Set(seen.map(identity));
  const broken: BrokenPromise[] = first.duties.filter((duty) => duty.action === 'not-attack').map(promiseBroken);
  const queue: Duty[] = first.duties.filter((duty) => FIGHTING.includes(duty.action));

  /** Events to judge again whenever somebody joins. */
  const open: LawEvent[] = mayChange(event, regime) ? [event] : [];
  const take = (duties: readonly Duty[]): void => {
    for (const duty of duties) {
      if (duty.action === 'not-attack') broken.push(promiseBroken(duty));
      else if (!known.has(identity(duty))) {
        known.add(identity(duty));
        seen.push(duty);
        if (FIGHTING.includes(duty.action)) queue.push(duty);
      }
    }
  };

  for (let duty = queue.shift(); duty !== undefined; duty = queue.shift()) {
    const { state } = duty;
    const side = sideOf(duty.toward, sides);
    if (side === null || sideOf(state, sides) !== null || refuses.has(state)) continue;
    const reasons = [duty, ...queue.filter((one) => one.state === state && sideOf(one.toward, sides) === side)];
    const enemies = side === 'target' ? sides.attacker : sides.target;
    const foes = [...new Set(reasons.flatMap((one) => one.against))].filter((foe) => enemies.has(foe));
    if (foes.length === 0) continue;
    sides[side].add(state);
    steps.push({ state, side, duties: reasons });
    for (const foe of foes) {
      // Nobody is allied with an attacker that is no state.
      if (foe === NONSTATE) continue;
      const joined = joining(state, foe, event, [...wars], sides, world);
      if (mayChange(joined, regime)) open.push(joined);
      take(trigger(joined, regime, world, asked).duties);
      wars.push({ attacker: state, target: foe });
    }
    for (const earlier of open)
      take(trigger({ ...earlier, atWar: wars }, regime, world, { ...asked, only: (clause) => hangsOnOthers(clause) && asked.only?.(clause) !== false }).duties);
  }

  for (const duty of seen) {
    if (refuses.has(duty.state) && FIGHTING.includes(duty.action)) broken.push(promiseBroken(duty));
    else if (duty.action === 'stay-neutral' && fightsAgainst(duty.state, duty.toward, wars)) broken.push(promiseBroken(duty));
    else if (FIGHTING.includes(duty.action) && opposite(duty, sides)) broken.push(promiseBroken(duty));
  }
  const belligerents = [...sides.attacker, ...sides.target];
  const neutrals = [...new Set(seen.filter((duty) => duty.action === 'stay-neutral' && !belligerents.includes(duty.state)).map((duty) => duty.state))];
  return {
    mode: options.mode,
    steps,
    belligerents,
    sides: { attacker: [...sides.attacker], target: [...sides.target] },
    neutrals,
    broken: distinct(broken),
    conflicts: bare ? [] : conflictsAmong(seen, wordingOn(world, event.date)),
    duties: seen,
  };
}

/** Clauses that a state's joining can make due in an event already judged. */
function hangsOnOthers({ trigger: asked, beside }: Clause): boolean {
  return (asked.requires ?? []).length > 0 || beside.length > 0 || (asked.attackers_at_least ?? 1) > 1;
}

function mayChange(event: LawEvent, regime: Regime): boolean {
  return [event.target, ...event.attackers].some((state) => regime.owedTo[regime.index.get(state) ?? -1]?.some(hangsOnOthers));
}

interface Sides {
  readonly attacker: Set<string>;
  readonly target: Set<string>;
}

function sideOf(state: string, sides: Sides): 'attacker' | 'target' | null {
  return sides.target.has(state) ? 'target' : sides.attacker.has(state) ? 'attacker' : null;
}

/** A state ended up fighting on the other side from the one it owed help. */
function opposite(duty: Duty, sides: Sides): boolean {
  const owed = sideOf(duty.toward, sides);
  const own = sideOf(duty.state, sides);
  return owed !== null && own !== null && owed !== own;
}

/** A state joins: the event that its new adversary and its allies meet. The war is still one that its first side began. */
function joining(state: StateId, foe: string, event: LawEvent, wars: readonly Fighting[], sides: Sides, world: World): LawEvent {
  const side = event.beganBy.some((one) => sides.attacker.has(one)) ? sides.attacker : sides.target;
  return {
    kind: 'armed-attack',
    attackers: [state],
    target: foe,
    date: event.date,
    place: world.home(foe, event.date),
    domain: 'land',
    intensity: 'armed-attack',
    object: 'territory',
    beganBy: [...side],
    atWar: wars,
    joined: true,
  };
}

function fightings(attackers: readonly string[], targets: readonly string[]): readonly Fighting[] {
  return attackers.flatMap((attacker) => targets.map((target) => ({ attacker, target })));
}

function fightsAgainst(a: string, b: string, wars: readonly Fighting[]): boolean {
  return wars.some(({ attacker, target }) => (attacker === a && target === b) || (attacker === b && target === a));
}

function identity({ state, toward, treaty, obligation, against }: Duty): string {
  return [state, toward, treaty, obligation, ...against].join('|');
}

function promiseBroken({ state, action, toward, treaty, article, because }: Duty): BrokenPromise {
  return { state, action, toward, treaty, article, because };
}

function distinct(promises: readonly BrokenPromise[]): readonly BrokenPromise[] {
  const seen = new Set<string>();
  return promises.filter(({ state, action, toward, treaty, article }) => {
    const key = [state, action, toward, treaty, article].join('|');
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
