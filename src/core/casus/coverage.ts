import { createMatrix, type Matrix } from '../law/matrix.ts';
import { createRegime, type Regime } from '../law/regime.ts';
import { ACTION_OF } from '../law/trigger.ts';
import type { Action } from '../law/types.ts';
import { inSpan, normalizeDate } from '../states/dates.ts';
import type { IsoDate, StateId } from '../states/types.ts';
import type { World } from '../states/world.ts';
import { inForceOn } from '../treaty/resolve.ts';
import type { Treaty } from '../treaty/schema.ts';
import type { Obligation } from '../treaty/obligation-schema.ts';
import type { ObligationKind } from '../treaty/vocabulary.ts';

/**
 * Who is covered against whom: for each year and every ordered pair of states, a challenger and a target, which states have
 * promised the target defense, which of them would in fact owe it were the challenger to attack, and who has promised the
 * challenger help in an offensive or neutrality.
 *
 * A promise counts in a year if it was made by the last day of the year before and still binds on 1 January: no promise made in
 * the crisis itself, none that lapsed before it. The question put to the law is an attack by the challenger alone, by land, on
 * the target's home, begun by the challenger.
 */

/** What is said of a state that promised the target defense. */
export const DEFENSE = {
  /** It would owe help, conditions that ATOP does not spell out taken as met. */
  owed: 1,
  /** It would owe help by a promise with no condition left open. */
  certain: 2,
  /** Some promise of it to the target was made in peace. */
  peace: 4,
  /** It would owe help by a promise made in peace (open conditions taken as met). */
  owedPeace: 8,
  /** It has promised the challenger defense as well. */
  shared: 16,
  /** It would owe help by a promise made in peace with no condition left open. */
  certainPeace: 32,
} as const;

/** What is said of a state that promised the challenger to fight beside it, or to stay neutral. */
export const BACKING = {
  offense: 1,
  /** It would owe help in this offensive. */
  offenseOwed: 2,
  neutrality: 4,
  /** It would owe neutrality in this war. */
  neutralityOwed: 8,
  /** It has promised the target defense. */
  shared: 16,
} as const;

/** States listed for each ordered pair of challenger `c` and target `t`: entries `start[c * n + t]` to `start[c * n + t + 1]`. */
export interface PairLists {
  readonly start: Int32Array;
  /** COW numbers, ascending. */
  readonly states: Int16Array;
  readonly bits: Uint8Array;
}

/** Coverage in one year; `n` members give n × n pairs, those of a state with itself empty. */
export interface YearCoverage {
  readonly year: number;
  /** COW numbers, ascending. */
  readonly members: Int16Array;
  /** 1 where member `i` has promised member `j` defense, at `i * n + j`. */
  readonly pledged: Uint8Array;
  /** States that promised the target defense, the challenger left out; bits of `DEFENSE`. */
  readonly defense: PairLists;
  /** States that promised the challenger help in an offensive or neutrality, the target left out; bits of `BACKING`. */
  readonly backing: PairLists;
}

/** Years that belong to the world wars: a promise made in one of them was not made in peace. */
export const isWorldWarYear = (year: number): boolean => (year >= 1914 && year <= 1918) || (year >= 1939 && year <= 1945);

export interface CoverageOptions {
  /** The day of a year on which promises count; 1 January when left out. */
  readonly on?: (year: number) => IsoDate;
  /** Clauses with a condition left open; those with `contested` set when left out. */
  readonly isOpen?: (obligation: Obligation) => boolean;
}

export interface Coverage {
  /** @param members COW numbers of the states of the year, ascending */
  of(year: number, members: Int16Array): YearCoverage;
}

const KINDS: readonly ObligationKind[] = ['defense', 'offense', 'neutrality'];

/**
 * Makes treaties ready to be asked who covers whom. A year takes some 20 milliseconds.
 * @param treaties all of them, or those that count on a day (`textsOver`)
 */
export function createCoverage(treaties: readonly Treaty[] | ((date: IsoDate) => readonly Treaty[]), world: World, options: CoverageOptions = {}): Coverage {
  const { on = (year) => `${year}-01-01`, isOpen = ({ contested }) => contested !== undefined } = options;
  const whole = reduced(() => true);
  const settled = reduced((obligation) => !isOpen(obligation));
  return {
    of: (year, members) => {
      const date = on(year);
      const counting = typeof treaties === 'function' ? treaties(date) : treaties;
      const regime = createRegime(whole(counting), world, date);
      const ids = idsOf(members, world, date);
      const place = new Map([...ids].flatMap((id, i) => (id === undefined ? [] : [[id, i] as const])));
      const peaceful = peacefulPartners(regime, place, members.length);
      const promises = promisesIn(regime, place, members.length, peaceful);
      const matrix = reader(createMatrix(regime, world), ids, place);
      const certain = reader(createMatrix(createRegime(settled(counting), world, date), world), ids, place);
      return {
        year,
        members,
        pledged: promises.defense.map((bits) => (bits === 0 ? 0 : 1)),
        defense: defenders(members, promises, matrix, certain, peaceful),
        backing: backers(members, promises, matrix),
      };
    },
  };
}

/** Treaties with the clauses alone that are asked about; each is made once. */
function reduced(keep: (obligation: Obligation) => boolean): (treaties: readonly Treaty[]) => readonly Treaty[] {
  const known = new Map<Treaty, Treaty>();
  return (treaties) =>
    treaties.flatMap((treaty) => {
      let made = known.get(treaty);
      if (made === undefined) {
        made = { ...treaty, obligations: treaty.obligations.filter((obligation) => KINDS.includes(obligation.kind) && keep(obligation)) };
        known.set(treaty, made);
      }
      return made.obligations.length === 0 && made.amendments === undefined ? [] : [made];
    });
}

/**
 * Treaties by date, where some are known by their text: on a day on which a text is in force it stands in the place of the
 * alliance of its ATOP number, whose conditions ATOP codes without spelling all of them out.
 */
export function textsOver(coded: readonly Treaty[], texts: readonly Treaty[]): (date: IsoDate) => readonly Treaty[] {
  return (date) => {
    const standing = texts.filter((text) => text.atop !== undefined && inForceOn(text, date));
    const replaced = new Set(standing.map(({ atop }) => atop));
    return [...coded.filter(({ atop }) => atop === undefined || !replaced.has(atop)), ...standing];
  };
}

/** The state that bears each number on a date; undefined where none does: it joins the system later in the year. */
function idsOf(members: Int16Array, world: World, date: IsoDate): readonly (StateId | undefined)[] {
  const byNumber = new Map<number, StateId>();
  for (const { id, cow = [] } of world.states) {
    if (!world.existsOn(id, date)) continue;
    for (const span of cow) if (inSpan(span, date)) byNumber.set(span.number, id);
  }
  return Array.from(members, (number) => byNumber.get(number));
}

/** Made in peace: not in a year of a world war, and by states none of which was in an interstate war when it signed. */
function isMadeInPeace(treaty: Treaty): boolean {
  return (treaty.at_war_at_signing ?? []).length === 0 && !isWorldWarYear(yearOf(treaty.signed ?? treaty.in_force ?? ''));
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** Of each treaty made in peace, 1 for the members that did not come into it in a year of a world war: a promise needs two of them. */
function peacefulPartners({ standing, date }: Regime, place: ReadonlyMap<StateId, number>, n: number): ReadonlyMap<string, Uint8Array> {
  return new Map(
    standing
      .filter(({ treaty }) => isMadeInPeace(treaty))
      .map(({ treaty, ever }) => {
        const flags = new Uint8Array(n).fill(1);
        for (const state of ever) {
          const entry = treaty.parties.findLast((party) => party.state === state && (party.from === undefined || normalizeDate(party.from) <= date))?.from;
          const i = place.get(state);
          if (i !== undefined && entry !== undefined && isWorldWarYear(yearOf(entry))) flags[i] = 0;
        }
        return [treaty.id, flags];
      }),
  );
}

const PROMISED = 1;
const IN_PEACE = 2;

/** Promises among the members, `i * n + j` what member `i` promised member `j`: 0, or bits. */
interface Promises {
  readonly defense: Uint8Array;
  readonly offense: Uint8Array;
  readonly neutrality: Uint8Array;
}

function promisesIn(regime: Regime, place: ReadonlyMap<StateId, number>, n: number, peaceful: ReadonlyMap<string, Uint8Array>): Promises {
  const found = { defense: new Uint8Array(n * n), offense: new Uint8Array(n * n), neutrality: new Uint8Array(n * n) };
  const everyone = [...place.keys()];
  for (const { obligation, standing, bound, to } of regime.clauses) {
    const { kind } = obligation;
    if (kind !== 'defense' && kind !== 'offense' && kind !== 'neutrality') continue;
    const target = found[kind];
    const peace = peaceful.get(standing.treaty.id);
    for (const debtor of bound) {
      const i = place.get(debtor);
      if (i === undefined) continue;
      for (const partner of to ?? everyone) {
        const j = place.get(partner);
        if (j === undefined || i === j) continue;
        const bits = PROMISED | (peace?.[i] === 1 && peace[j] === 1 ? IN_PEACE : 0);
        target[i * n + j] = (target[i * n + j] ?? 0) | bits;
      }
    }
  }
  return found;
}

/** What a pair of members comes to in a matrix: duties of one kind toward one of them, as places of members. */
type Reader = (challenger: number, target: number, action: Action, toward: number, found: (states: Int16Array, treaty: string) => void) => void;

function reader(matrix: Matrix, ids: readonly (StateId | undefined)[], place: ReadonlyMap<StateId, number>): Reader {
  const position = new Map(matrix.states.map((id, i) => [id, i]));
  const positions = ids.map((id) => (id === undefined ? undefined : position.get(id)));
  // The matrix hands out one list of states for many pairs.
  const known = new WeakMap<readonly StateId[], Int16Array>();
  const placesOf = (states: readonly StateId[]): Int16Array => {
    let places = known.get(states);
    if (places === undefined) known.set(states, (places = Int16Array.from(states.flatMap((state) => place.get(state) ?? []))));
    return places;
  };
  return (challenger, target, action, toward, found) => {
    const [c, t] = [positions[challenger], positions[target]];
    if (c === undefined || t === undefined) return;
    const beneficiary = ids[toward];
    for (const duty of matrix.duties(c, t)) if (duty.action === action && duty.toward === beneficiary) found(placesOf(duty.states), duty.treaty);
  };
}

/** Lists for every pair: who has promised whom, and what more is known of each of them. */
function listed(
  members: Int16Array,
  candidates: (c: number, t: number) => readonly number[],
  describe: (c: number, t: number, scratch: Uint8Array) => void,
): PairLists {
  const n = members.length;
  const start = new Int32Array(n * n + 1);
  let size = 0;
  for (let c = 0; c < n; c++) {
    for (let t = 0; t < n; t++) {
      start[c * n + t] = size;
      if (c !== t) for (const state of candidates(c, t)) if (state !== c && state !== t) size++;
    }
  }
  start[n * n] = size;
  const states = new Int16Array(size);
  const bits = new Uint8Array(size);
  const scratch = new Uint8Array(n);
  let at = 0;
  for (let c = 0; c < n; c++) {
    for (let t = 0; t < n; t++) {
      const those = c === t ? [] : candidates(c, t);
      if (those.length === 0) continue;
      describe(c, t, scratch);
      for (const state of those) {
        if (state !== c && state !== t) {
          states[at] = members[state] ?? 0;
          bits[at] = scratch[state] ?? 0;
          at++;
        }
        scratch[state] = 0;
      }
    }
  }
  return { start, states, bits };
}

/** For each member, who promised it anything of these kinds. */
function promisersOf(n: number, ...kinds: readonly Uint8Array[]): readonly (readonly number[])[] {
  return Array.from({ length: n }, (_, j) => {
    const found: number[] = [];
    for (let i = 0; i < n; i++) if (kinds.some((promised) => promised[i * n + j] !== 0)) found.push(i);
    return found;
  });
}

function defenders(members: Int16Array, { defense }: Promises, matrix: Reader, certain: Reader, peaceful: ReadonlyMap<string, Uint8Array>): PairLists {
  const n = members.length;
  const promisers = promisersOf(n, defense);
  return listed(
    members,
    (_, t) => promisers[t] ?? [],
    (c, t, scratch) => {
      const mark = (state: number, bit: number): void => {
        scratch[state] = (scratch[state] ?? 0) | bit;
      };
      for (const state of promisers[t] ?? []) {
        if (((defense[state * n + t] ?? 0) & IN_PEACE) !== 0) mark(state, DEFENSE.peace);
        if (defense[state * n + c] !== 0) mark(state, DEFENSE.shared);
      }
      const markOwed = (owed: number, owedPeace: number) => (states: Int16Array, treaty: string) => {
        const peace = peaceful.get(treaty);
        for (const state of states) mark(state, owed | (peace?.[state] === 1 && peace[t] === 1 ? owedPeace : 0));
      };
      matrix(c, t, ACTION_OF.defense, t, markOwed(DEFENSE.owed, DEFENSE.owedPeace));
      certain(c, t, ACTION_OF.defense, t, markOwed(DEFENSE.certain, DEFENSE.certainPeace));
    },
  );
}

function backers(members: Int16Array, { defense, offense, neutrality }: Promises, matrix: Reader): PairLists {
  const n = members.length;
  const promisers = promisersOf(n, offense, neutrality);
  return listed(
    members,
    (c) => promisers[c] ?? [],
    (c, t, scratch) => {
      const mark = (state: number, bit: number): void => {
        scratch[state] = (scratch[state] ?? 0) | bit;
      };
      for (const state of promisers[c] ?? []) {
        if (offense[state * n + c] !== 0) mark(state, BACKING.offense);
        if (neutrality[state * n + c] !== 0) mark(state, BACKING.neutrality);
        if (defense[state * n + t] !== 0) mark(state, BACKING.shared);
      }
      matrix(c, t, ACTION_OF.offense, c, (states) => {
        for (const state of states) mark(state, BACKING.offenseOwed);
      });
      matrix(c, t, ACTION_OF.neutrality, c, (states) => {
        for (const state of states) mark(state, BACKING.neutralityOwed);
      });
    },
  );
}
