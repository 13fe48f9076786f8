import { lossOfStrength, milesOf, milesPerDay } from '../../measures/loss-of-strength.ts';
import { winChance } from '../../record/strength.ts';
import { logistic } from '../../math/logistic.ts';
import { deterrence, promisesOn, PULLS } from './deterrence.ts';
import { isPostwar, type WorldState } from './state.ts';
import { escalationName } from '../../assess/case-game.ts';
import { playCrisis, resistanceBounds } from './crisis.ts';

/** What does not change in a world: the pairs that may challenge, and the part of the index that is theirs for good. */
export interface Relevant {
  readonly challenger: Int32Array;
  readonly target: Int32Array;
  /** Constant, borders, distance, great powers. */
  readonly fixed: Float64Array;
}

/** By how much promises to the target may lower the odds of its side, because those who come crowd out others that would have. Declared; no game that was tried comes near. */
const CROWDED = 0.1;

const ERA = (year: number, given: string | undefined): string => given ?? (isPostwar(year) ? 'since-1946' : 'to-1945');

const slope = (world: Pick<WorldState, 'values' | 'year' | 'input'>, name: string): number =>
  world.values.get(`challenge.${name}.${ERA(world.year, world.input.hazard)}`);

/** Politically relevant directed pairs: touching by land or up to 400 miles of water, or a great power among the two. */
export function relevantPairs(world: WorldState): Relevant {
  const { n, states, touching, km } = world;
  const [constant, land, near, distance, major, majorTarget] = ['constant', 'land', 'near', 'distance', 'major', 'major-target'].map((name) =>
    slope(world, name),
  );
  const [challenger, target, fixed]: [number[], number[], number[]] = [[], [], []];
  for (let c = 0; c < n; c++) {
    for (let t = 0; t < n; t++) {
      const pair = c * n + t;
      const [one, other] = [states[c]?.major === true ? 1 : 0, states[t]?.major === true ? 1 : 0];
      if (c === t || ((touching[pair] ?? 0) === 0 && one + other === 0)) continue;
      challenger.push(c);
      target.push(t);
      fixed.push(
        (constant ?? 0) +
          (land ?? 0) * (touching[pair] === 1 ? 1 : 0) +
          (near ?? 0) * ((touching[pair] ?? 0) > 0 ? 1 : 0) +
          (distance ?? 0) * Math.log1p(km[pair] ?? 0) +
          (major ?? 0) * one +
          (majorTarget ?? 0) * other,
      );
    }
  }
  return { challenger: Int32Array.from(challenger), target: Int32Array.from(target), fixed: Float64Array.from(fixed) };
}

/**
 * The year's challenges: for every relevant pair the fitted hazard, shifted by what promises do to the challenger's expected payoff.
 *
 * The shift is bounded by (|v| + ων)(1 + |v_T|/4), and hardly raises the hazard where only the target has promises and v ≥ 0. So a uniform draw that falls above
 * the hazard at its upper bound, or below it at its lower bound, decides without a game being solved (thinning: Lewis and Shedler 1979, Naval Research
 * Logistics 26): the same challenges come out as if every pair's game were solved, at a small part of the cost.
 * @param whole solves every pair's game first, as a naive program would: the same answer, for the bench and its test
 */
export function challengesOfYear(world: WorldState, { challenger, target, fixed }: Relevant, whole = false): void {
  const { n, alive, share, rivals, past, pact, lesser, activity, capitalKm, streams, year, threat } = world;
  const rng = streams.of(year, 'contingencies');
  const [power, targetPower, odds, rivalry, bound, lesserBound, byPast, active, targetActive] = [
    'power',
    'target-power',
    'odds',
    'rivalry',
    'pact',
    'lesser-pact',
    'past',
    'activity',
    'target-activity',
  ].map((name) => slope(world, name));
  const lnShare = share.map((one) => Math.log(one + 1e-5));
  const lnActivity = activity.map((one) => Math.log1p(one));
  const march = milesPerDay(year);
  const late = year >= 1990 && ERA(year, world.input.hazard) === 'since-1946' ? slope(world, 'since-1990') : 0;
  const reach = reachOf(world);
  threat.fill(0);
  const begun: { readonly c: number; readonly t: number; readonly p: number }[] = [];
  for (let at = 0; at < fixed.length; at++) {
    const u = rng.next();
    const c = challenger[at] ?? 0;
    const t = target[at] ?? 0;
    if (alive[c] !== 1 || alive[t] !== 1) continue;
    const pair = c * n + t;
    const own = lossOfStrength(share[c] ?? 0, milesOf(capitalKm[pair] ?? 0), march);
    const index =
      late +
      (fixed[at] ?? 0) +
      (power ?? 0) * (lnShare[c] ?? 0) +
      (targetPower ?? 0) * (lnShare[t] ?? 0) +
      (odds ?? 0) * winChance(own, share[t] ?? 0) +
      (rivalry ?? 0) * (rivals[pair] ?? 0) +
      (bound ?? 0) * ((pact[pair] ?? 0) > 0 ? 1 : 0) +
      (lesserBound ?? 0) * ((lesser[pair] ?? 0) > 0 ? 1 : 0) +
      (byPast ?? 0) * Math.log1p(past[pair] ?? 0) +
      (active ?? 0) * (lnActivity[c] ?? 0) +
      (targetActive ?? 0) * (lnActivity[t] ?? 0);
    const plain = logistic(index);
    threat[t] = (threat[t] ?? 0) + plain;
    const { low, high } = reach(c, t);
    if (whole ? false : u >= (high === 0 ? plain : logistic(index + high))) continue;
    const decided = !whole && ((low === 0 && high === 0) || u < logistic(index + low) || u < logistic(index + nearer(world, c, t)));
    const shift = decided || (low === 0 && high === 0) ? 0 : deterrence(world, c, t);
    if (decided || u < logistic(index + shift)) begun.push({ c, t, p: plain });
  }
  for (const { c, t, p } of begun) playCrisis(world, c, t, { p });
}

/** A nearer lower bound of what promises may do, at a little cost: what they take is resisted first, and r is known almost without them. */
function nearer(world: WorldState, c: number, t: number): number {
  const { values, year } = world;
  const worth = Math.abs(values.get(isPostwar(year) ? 'challenge.win-since-1946' : 'challenge.win-before-1946'));
  const cost = values.get(escalationName(`${year}-07-01`)) * Math.abs(values.get('nuclear.challenger'));
  const { least, most } = resistanceBounds(world, c, t);
  // r moves by no more than most − least, which moves what is had where the target gives way.
  return -(most * (worth + cost) + (most - least) * (worth + cost));
}

/** Ends of what promises may do to the log odds of a challenge, per pair; both 0 where no promise touches it. */
function reachOf(world: WorldState): (c: number, t: number) => { readonly low: number; readonly high: number } {
  const { values, year } = world;
  const worth = values.get(isPostwar(year) ? 'challenge.win-since-1946' : 'challenge.win-before-1946');
  const cost = values.get(escalationName(`${year}-07-01`)) * Math.abs(values.get('nuclear.challenger'));
  // r moves with the odds by no more than v_T / 4; the odds of the target's side fall by no more than a part where its own friends promise.
  const most = (Math.abs(worth) + cost) * (1 + Math.abs(values.get('resist.win')) / 4);
  const slack = (Math.abs(worth) + cost) * (Math.abs(values.get('resist.win')) / 4) + CROWDED * Math.abs(worth);
  const none = { low: 0, high: 0 };
  const deterring = { low: -most, high: worth >= 0 ? slack : most };
  const both = { low: -most, high: most };
  const promises = promisesOn(world);
  return (c, t) => {
    const found = promises[c * world.n + t] ?? 0;
    if (found === 0) return none;
    return (found & PULLS) === 0 ? deterring : both;
  };
}
