import type { Bond, CrisisCase, JoinerCase } from '../../assess/crisis-case.ts';
import { caseGames, prepareCase, type PreparedCase, type ResponseValues, type Side } from '../../assess/case-game.ts';
import type { PromiseTerms } from '../../assess/promise.ts';
import type { CrisisGame } from '../../models/crisis/game.ts';
import type { LiveClause, LiveTreaty } from './live-treaty.ts';
import type { WorldState } from './state.ts';

/** A duty of the moment, and the treaty it stands in. */
export interface Owed {
  readonly treaty: LiveTreaty;
  readonly clause: LiveClause;
}

export const FIGHTS: ReadonlySet<string> = new Set(['defend', 'assist', 'join-offense']);

/** Clauses that bear on an attack of `c` on `t`: those owed to either against the other. */
export function clausesBearing({ treaties }: Pick<WorldState, 'treaties'>, c: number, t: number): Owed[] {
  const found: Owed[] = [];
  for (const treaty of treaties) {
    for (const clause of treaty.clauses) {
      const bears = clause.role === 'target' ? clause.toward === t && clause.against[c] === 1 : clause.toward === c && clause.against[t] === 1;
      if (bears) found.push({ treaty, clause });
    }
  }
  return found;
}

const NOBODY: Bond = { promises: [], restrained: false };

/** Time is not told in these crises: whoever comes, comes. Forces in the way count at their declared value. */
const RESPONSE: ResponseValues = { readiness: () => 1, interoperability: () => 1, tripwire: ({ presence }) => presence?.tripwire.value ?? 0 };

export interface BuiltCase {
  readonly prepared: PreparedCase;
  /** Places of the allies and supporters, in the games' order. */
  readonly allies: readonly number[];
  readonly supporters: readonly number[];
  readonly owed: readonly Owed[];
}

/**
 * The crisis game of an attack of `c` on `t` as the world stands: who is bound, great powers, and neighbors or rivals of either that count for something.
 * Built as an assessment builds it (core/assess), "with" by every promise in force and "without" by none.
 * @param bare without anybody who might join: enough for what the two alone decide
 */
export function buildCase(world: WorldState, c: number, t: number, bare = false): BuiltCase {
  const { n, states, share, alive, touching, rivals, km, capitalKm, lesser, year } = world;
  const owed = clausesBearing(world, c, t);
  const places: number[] = [];
  const candidates = bare ? 0 : n;
  for (let i = 0; i < candidates; i++) {
    if (i === c || i === t || alive[i] !== 1) continue;
    const bound = owed.some(({ clause }) => clause.bound[i] === 1 && FIGHTS.has(clause.action));
    const rival = rivals[i * n + c] === 1 || rivals[i * n + t] === 1;
    const near = (touching[i * n + c] ?? 0) > 0 || (touching[i * n + t] ?? 0) > 0;
    if (bound || states[i]?.major === true || (rival && near)) places.push(i);
  }
  const joiners = places.map((i) => {
    const bond = (role: 'target' | 'attacker'): Bond => {
      const promises = owed.flatMap(({ clause }): PromiseTerms[] =>
        clause.role === role && clause.bound[i] === 1 && FIGHTS.has(clause.action) ? [clause.terms] : [],
      );
      return promises.length === 0 ? NOBODY : { promises, restrained: false };
    };
    const [forTarget, forChallenger] = [bond('target'), bond('attacker')];
    // Unbound, a rival of the target that is none of the challenger would rather come to the challenger.
    const unbound = forTarget.promises.length === 0 && forChallenger.promises.length === 0;
    const drawn = unbound && rivals[i * n + t] === 1 && rivals[i * n + c] !== 1;
    const side = (forTarget.promises.length === 0 && forChallenger.promises.length > 0) || drawn ? 'challenger' : 'target';
    const [friend, foe] = side === 'target' ? [t, c] : [c, t];
    const restrained = (lesser[i * n + foe] ?? 0) > 0 || (world.pact[i * n + foe] ?? 0) > 0;
    const own = side === 'target' ? forTarget : forChallenger;
    const joiner: JoinerCase = {
      state: states[i]?.id ?? '',
      side,
      share: share[i] ?? 0,
      kmToTarget: km[i * n + friend] ?? 0,
      kmToChallenger: km[i * n + foe] ?? 0,
      kmToPlace: capitalKm[i * n + t] ?? 0,
      bordersTarget: touching[i * n + friend] === 1,
      bordersChallenger: touching[i * n + foe] === 1,
      major: states[i]?.major === true,
      rival: rivals[i * n + foe] === 1,
      nuclear: states[i]?.nuclear === true,
      with: { ...own, restrained },
      without: { ...NOBODY, restrained },
      presence: forcesOf(world, i, friend),
    };
    return { place: i, joiner };
  });
  const principal = (place: number): CrisisCase['target'] => ({
    state: states[place]?.id ?? '',
    share: share[place] ?? 0,
    kmToPlace: capitalKm[place * n + t] ?? 0,
    major: states[place]?.major === true,
    nuclear: states[place]?.nuclear === true,
  });
  const built: CrisisCase = {
    contingency: { challenger: states[c]?.id ?? '', target: states[t]?.id ?? '', warning_days: { value: 0, low: 0, high: 0 } },
    date: `${year}-07-01`,
    challenger: principal(c),
    fellows: [],
    target: principal(t),
    bordering: touching[c * n + t] === 1,
    kmBetween: km[c * n + t] ?? 0,
    rivals: rivals[c * n + t] === 1,
    joiners: joiners.map(({ joiner }) => joiner),
    notAssessed: [],
    duties: [],
  };
  const of = (side: 'target' | 'challenger'): number[] => joiners.filter(({ joiner }) => joiner.side === side).map(({ place }) => place);
  return { prepared: prepareCase(built, new Set()), allies: of('target'), supporters: of('challenger'), owed };
}

/** Forces of a state on a friend's land, while the treaty under which they stand is in force between the two. */
function forcesOf({ input, treaties }: WorldState, guest: number, host: number): JoinerCase['presence'] {
  const row = input.start.presence.find((one) => one.guest === guest && one.host === host);
  if (row === undefined) return undefined;
  const standing = row.treaty === undefined || treaties.some(({ id, members }) => id === row.treaty && members.includes(guest) && members.includes(host));
  return standing ? { troops: row.troops, tripwire: { value: row.tripwire, low: row.low, high: row.high } } : undefined;
}

/** The games with every promise and with none; the price of promises moved by governments and reputations. */
export function gamesOf(world: WorldState, { prepared, allies, supporters }: BuiltCase): Readonly<Record<Side, CrisisGame>> {
  const games = caseGames(prepared, world.values, RESPONSE);
  const moved = (joiners: CrisisGame['allies'], places: readonly number[]): CrisisGame['allies'] =>
    joiners.map((joiner, at) => {
      if (joiner.broken_promise_cost <= 0) return joiner;
      const place = places[at] ?? -1;
      return { ...joiner, broken_promise_cost: Math.max(0, joiner.broken_promise_cost + (world.stance[place] ?? 0) + reputationOf(world, place)) };
    });
  const { with: played } = games;
  return {
    with: { ...played, allies: moved(played.allies, allies), ...(played.supporters !== undefined && { supporters: moved(played.supporters, supporters) }) },
    without: games.without,
  };
}

/** What a state's record adds to how its promises are priced, logits, at most one either way. */
export function reputationOf({ values, kept, broken }: Pick<WorldState, 'values' | 'kept' | 'broken'>, place: number): number {
  return Math.max(-1, Math.min(1, values.get('reputation.weight') * ((kept[place] ?? 0) - (broken[place] ?? 0))));
}
