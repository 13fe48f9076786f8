import type { IsoDate, StateId } from '../states/types.ts';
import type { World } from '../states/world.ts';
import { areaHolds, bears, failures, ownFailure, type Claimant } from './conditions.ts';
import { FIGHTING } from './conflicts.ts';
import type { Clause, Regime } from './regime.ts';
import { ACTION_OF, owesItself } from './trigger.ts';
import type { Action, LawEvent } from './types.ts';

/** States that would owe one thing under one clause. */
export interface MatrixDuty {
  readonly action: Action;
  readonly toward: StateId;
  readonly treaty: string;
  readonly article: string;
  readonly states: readonly StateId[];
}

/** The world's pattern of obligations on a date: every ordered pair, an attack on the target's home by land, begun by the attacker. */
export interface Matrix {
  readonly date: IsoDate;
  readonly states: readonly StateId[];
  /** Duties were `attacker` to attack `target`; both are positions in `states`. */
  duties(attacker: number, target: number): readonly MatrixDuty[];
}

const NONE: readonly MatrixDuty[] = [];

/**
 * All ordered pairs of states at once. Clauses whose conditions depend on the adversary only through its membership in
 * a set are judged once for each beneficiary and then read off byte masks; the few others are judged pair by pair.
 * Gives what `trigger` gives for each pair. Pairs × clauses owed to either of the pair.
 */
export function createMatrix(regime: Regime, world: World): Matrix {
  const { date } = regime;
  const states = world.states.filter(({ id }) => world.existsOn(id, date)).map(({ id }) => id);
  const n = states.length;
  const positions = states.map((id) => regime.index.get(id) ?? -1);
  const alone = states.map((state) => [state]);
  const stand = confrontations(states, date, world);
  const cells: MatrixDuty[][] = new Array<MatrixDuty[]>(n * n);
  const add = (a: number, t: number, duty: MatrixDuty): void => {
    const cell = cells[a * n + t];
    if (cell === undefined) cells[a * n + t] = [duty];
    else cell.push(duty);
  };

  for (let x = 0; x < n; x += 1) {
    const id = states[x];
    if (id === undefined || n < 2) continue;
    const anybody = x === 0 ? 1 : 0;
    for (const clause of regime.owedTo[positions[x] ?? -1] ?? []) {
      for (const role of ['target', 'attacker'] as const) {
        const sample = stand(x, role, anybody);
        if (!bears(clause, sample.claimant, sample.event)) continue;
        const general = !particular(clause, role);
        if (general && generalFailure(clause, sample.claimant, sample.event, world)) continue;
        const duty = dutyOf(clause, id);
        if (duty.states.length === 0) continue;
        for (let f = 0; f < n; f += 1) {
          if (f === x) continue;
          const i = positions[f] ?? -1;
          if (general ? !reachesGenerally(clause, i) : failsHere(clause, stand(x, role, f), regime, world)) continue;
          if (clause.obligation.kind === 'nonaggression') {
            if (clause.boundMask[i] === 1 && duty.states.includes(states[f] ?? ''))
              add(f, x, { action: duty.action, toward: id, treaty: duty.treaty, article: duty.article, states: alone[f] ?? [] });
            continue;
          }
          const owed = narrow(clause, duty, states[f] ?? '', i, () => stand(x, role, f), regime, world);
          if (owed === null) continue;
          const [a, t] = role === 'target' ? [f, x] : [x, f];
          if (owesItself(clause, sample.claimant)) for (const toward of owed.states) add(a, t, { ...owed, toward, states: [id] });
          else add(a, t, owed);
        }
      }
    }
  }
  return { date, states, duties: (attacker, target) => withoutSuperseded(cells[attacker * n + target] ?? NONE) };
}

/** As for a single trigger: a treaty that asks a state for help asks it no longer for neutrality. */
function withoutSuperseded(duties: readonly MatrixDuty[]): readonly MatrixDuty[] {
  if (!duties.some(({ action }) => action === 'stay-neutral')) return duties;
  const helpers = ({ treaty, toward }: MatrixDuty): readonly StateId[] =>
    duties.filter((duty) => FIGHTING.includes(duty.action) && duty.treaty === treaty && duty.toward === toward).flatMap(({ states }) => states);
  return duties
    .map((duty) => (duty.action === 'stay-neutral' ? { ...duty, states: duty.states.filter((state) => !helpers(duty).includes(state)) } : duty))
    .filter(({ states }) => states.length > 0);
}

/** Conditions that look at the adversary's own case, beyond its membership in a set. */
function particular({ trigger }: Clause, role: 'target' | 'attacker'): boolean {
  if ((trigger.requires ?? []).length > 0) return true;
  return role === 'attacker' && (trigger.area !== undefined || trigger.except?.when === 'attacked-by-party');
}

/** Whether the clause fails against every single adversary alike. */
function generalFailure(clause: Clause, claimant: Claimant, event: LawEvent, world: World): boolean {
  const { trigger } = clause;
  const { kind } = clause.obligation;
  if ((trigger.attackers_at_least ?? 1) > 1) return true;
  if (clause.domains !== null && !clause.domains.includes('land')) return true;
  if (kind !== 'nonaggression' && !clause.events.some((one) => dueIn(kind === 'offense' && one === 'armed-attack' ? 'war' : one, claimant.role))) return true;
  if (trigger.unprovoked === true && claimant.began) return true;
  return !areaHolds(clause, trigger, claimant, event, world);
}

function dueIn(event: Clause['events'][number], role: 'target' | 'attacker'): boolean {
  if (event === 'war' || event === 'any-hostility' || event === 'other-party-acts') return true;
  return role === 'target' && (event === 'armed-attack' || event === 'threat');
}

function reachesGenerally(clause: Clause, i: number): boolean {
  const { kind } = clause.obligation;
  if (kind === 'nonaggression') return true;
  if (clause.against !== null && clause.against[i] !== 1) return false;
  return kind === 'consultation' || clause.trigger.parties_included === true || clause.standing.partyMask[i] !== 1;
}

interface Confrontation {
  readonly event: LawEvent;
  readonly claimant: Claimant;
}

function failsHere(clause: Clause, { event, claimant }: Confrontation, regime: Regime, world: World): boolean {
  return failures(clause, claimant, event, regime, world).length > 0;
}

/** The event in which a state meets another, as its target or as its attacker. */
function confrontations(states: readonly StateId[], date: IsoDate, world: World): (x: number, role: 'target' | 'attacker', foe: number) => Confrontation {
  const homes = states.map((id) => world.home(id, date));
  return (x, role, foe) => {
    const [a, t] = role === 'target' ? [foe, x] : [x, foe];
    const place = homes[t];
    const [attacker, target, id, other] = [states[a], states[t], states[x], states[foe]];
    if (place === undefined || attacker === undefined || target === undefined || id === undefined || other === undefined)
      throw new RangeError('No such state in the matrix.');
    const attackers = [attacker];
    return {
      event: {
        kind: 'armed-attack',
        attackers,
        target,
        date,
        place,
        domain: 'land',
        intensity: 'armed-attack',
        object: 'territory',
        beganBy: attackers,
        atWar: [],
      },
      claimant: { state: id, role, primary: [other], all: [other], began: role === 'attacker' },
    };
  };
}

function dutyOf(clause: Clause, toward: StateId): MatrixDuty {
  const { obligation, standing, suspensions, bound } = clause;
  const rests = (state: StateId): boolean => suspensions.some((one) => one.bound.includes(state) && (one.to === undefined || one.to.includes(toward)));
  return {
    action: ACTION_OF[obligation.kind],
    toward,
    treaty: standing.treaty.id,
    article: obligation.article,
    states: bound.filter((state) => state !== toward && !rests(state)),
  };
}

/** Leave out, for one adversary, the states that owe nothing against it. The same object where none is left out. */
function narrow(clause: Clause, duty: MatrixDuty, foe: StateId, i: number, stand: () => Confrontation, regime: Regime, world: World): MatrixDuty | null {
  let { states } = duty;
  if (clause.boundMask[i] === 1) states = states.filter((state) => state !== foe);
  if (clause.reservations.length > 0) {
    const { event, claimant } = stand();
    states = states.filter((state) => ownFailure(clause, state, claimant, event, regime, world) === null);
  }
  if (states.length === 0) return null;
  return states === duty.states ? duty : { ...duty, states };
}
