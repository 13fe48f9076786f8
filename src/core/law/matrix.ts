import type { IsoDate, StateId } from '../states/types.ts';
import type { World } from '../states/world.ts';
import { areaHolds, bears, failures, ownFailure, type Claimant } from './conditions.ts';
import { completeEvent } from './event.ts';
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
  const cells: MatrixDuty[][] = new Array<MatrixDuty[]>(n * n);
  const add = (a: number, t: number, duty: MatrixDuty): void => {
    const cell = cells[a * n + t];
    if (cell === undefined) cells[a * n + t] = [duty];
    else cell.push(duty);
  };

  for (let x = 0; x < n; x += 1) {
    const id = states[x];
    if (id === undefined) continue;
    const other = states.find((one) => one !== id);
    if (other === undefined) continue;
    for (const clause of regime.owedTo[positions[x] ?? -1] ?? []) {
      for (const role of ['target', 'attacker'] as const) {
        const stand = (foe: StateId): { event: LawEvent; claimant: Claimant } => confront(id, role, foe, date, world);
        const sample = stand(other);
        if (!bears(clause, sample.claimant, sample.event)) continue;
        const general = !particular(clause, role);
        if (general && generalFailure(clause, sample.claimant, sample.event, world)) continue;
        const duty = dutyOf(clause, id);
        if (duty.states.length === 0) continue;
        for (let f = 0; f < n; f += 1) {
          const foe = states[f];
          if (foe === undefined || f === x) continue;
          const i = positions[f] ?? -1;
          if (general) {
            if (!reachesGenerally(clause, i)) continue;
          } else {
            const { event, claimant } = stand(foe);
            if (failures(clause, claimant, event, regime, world).length > 0) continue;
          }
          const owed = narrow(clause, duty, foe, i, () => stand(foe), regime, world);
          if (owed === null) continue;
          const [a, t] = role === 'target' ? [f, x] : [x, f];
          if (owesItself(clause, sample.claimant)) for (const toward of owed.states) add(a, t, { ...owed, toward, states: [id] });
          else add(a, t, owed);
        }
      }
    }
  }
  return { date, states, duties: (attacker, target) => cells[attacker * n + target] ?? NONE };
}

/** Conditions that look at the adversary's own case, beyond its membership in a set. */
function particular({ trigger, beside, obligation }: Clause, role: 'target' | 'attacker'): boolean {
  if (beside.length > 0 || trigger.requires !== undefined) return true;
  return role === 'attacker' && (trigger.area !== undefined || trigger.objects !== undefined || trigger.except?.when === 'attacked-by-party' || obligation.kind === 'consultation');
}

/** Whether the clause fails against every single adversary alike. */
function generalFailure(clause: Clause, claimant: Claimant, event: LawEvent, world: World): boolean {
  const { trigger } = clause;
  const { kind } = clause.obligation;
  if ((trigger.attackers_at_least ?? 1) > 1) return true;
  if (clause.domains !== null && !clause.domains.includes('land')) return true;
  const respects = kind === 'nonaggression';
  if (!respects && kind !== 'offense' && !clause.events.some((one) => dueIn(one, claimant.role))) return true;
  if (trigger.unprovoked === true && claimant.began) return true;
  return !areaHolds(clause, trigger, claimant, event, world);
}

function dueIn(event: Clause['events'][number], role: 'target' | 'attacker'): boolean {
  if (event === 'war' || event === 'any-hostility' || event === 'other-party-acts') return true;
  return role === 'target' && (event === 'armed-attack' || event === 'threat');
}

function reachesGenerally(clause: Clause, i: number): boolean {
  const { kind } = clause.obligation;
  if (kind === 'nonaggression') return clause.boundMask[i] === 1;
  if (clause.against !== null && clause.against[i] !== 1) return false;
  return kind === 'consultation' || clause.trigger.parties_included === true || clause.standing.partyMask[i] !== 1;
}

function confront(id: StateId, role: 'target' | 'attacker', foe: StateId, date: IsoDate, world: World): { event: LawEvent; claimant: Claimant } {
  const attackers = [role === 'target' ? foe : id];
  const result = completeEvent({ attackers, target: role === 'target' ? id : foe, date }, world);
  if (!result.ok) throw new Error(result.problem.message);
  return { event: result.event, claimant: { state: id, role, primary: [foe], all: [foe], began: role === 'attacker' } };
}

function dutyOf(clause: Clause, toward: StateId): MatrixDuty {
  const { obligation, standing, suspensions, bound } = clause;
  const rests = (state: StateId): boolean => suspensions.some((one) => one.bound.includes(state) && (one.to === undefined || one.to.includes(toward)));
  return { action: ACTION_OF[obligation.kind], toward, treaty: standing.treaty.id, article: obligation.article, states: bound.filter((state) => state !== toward && !rests(state)) };
}

/** Leave out, for one adversary, the states that owe nothing against it. The same object where none is left out. */
function narrow(clause: Clause, duty: MatrixDuty, foe: StateId, i: number, stand: () => { event: LawEvent; claimant: Claimant }, regime: Regime, world: World): MatrixDuty | null {
  if (clause.obligation.kind === 'nonaggression') return clause.boundMask[i] === 1 ? { ...duty, states: [foe] } : null;
  let { states } = duty;
  if (clause.boundMask[i] === 1) states = states.filter((state) => state !== foe);
  if (clause.reservations.length > 0) {
    const { event, claimant } = stand();
    states = states.filter((state) => ownFailure(clause, state, claimant, event, regime, world) === null);
  }
  if (states.length === 0) return null;
  return states === duty.states ? duty : { ...duty, states };
}
