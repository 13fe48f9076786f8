import { logistic } from '../../math/logistic.ts';
import type { CrisisGame } from '../../models/crisis/game.ts';
import { expectedOdds, fillDecay, ODDS_NODES, oddsInputs } from '../../stages/expected-odds.ts';
import { buildCase, FIGHTS, gamesOf } from './crisis-case.ts';
import type { WorldState } from './state.ts';

/** Bits of a pair of challenger and target: a promise to fight for the target bears on it, one to fight for the challenger does. */
export const DETERS = 1;
export const PULLS = 2;

/** For every pair which promises to fight bear on an attack of the first on the second, n × n; read off the clauses once a year. */
export function promisesOn({ n, treaties }: Pick<WorldState, 'n' | 'treaties'>): Uint8Array {
  const touched = new Uint8Array(n * n);
  for (const { clauses } of treaties) {
    for (const { action, role, toward, against } of clauses) {
      if (!FIGHTS.has(action)) continue;
      for (let foe = 0; foe < n; foe++) {
        if (against[foe] !== 1) continue;
        if (role === 'target') touched[foe * n + toward] = (touched[foe * n + toward] ?? 0) | DETERS;
        else touched[toward * n + foe] = (touched[toward * n + foe] ?? 0) | PULLS;
      }
    }
  }
  return touched;
}

/** EU_C(with) − EU_C(without): what promises add to the log odds of a challenge. */
export function deterrence(world: WorldState, c: number, t: number): number {
  const games = gamesOf(world, buildCase(world, c, t));
  return challengeValue(games.with) - challengeValue(games.without);
}

/**
 * The challenger's expected payoff from a challenge, its joiners predicted in rounds, as the hazard was fitted on the record (core/stages): chances at
 * the gain each would bring alone give gains and company among the others, these the chances, and once more. The equilibrium itself is solved for crises
 * that come.
 */
export function challengeValue({ challenger, target, allies, supporters = [], escalation = 1, company = 0 }: CrisisGame): number {
  const joiners = [...allies, ...supporters];
  const war = inputsFor(joiners.length);
  war.target = target.strength;
  war.challenger = challenger.strength;
  war.allies = allies.length;
  war.joiners = joiners.length;
  const chanceOf = (at: number, gain: number, others: number): number => {
    const joiner = joiners[at];
    return joiner === undefined ? 0 : logistic(joiner.value * gain + company * others + joiner.broken_promise_cost - joiner.war_cost);
  };
  const alone = share(target.strength, challenger.strength);
  joiners.forEach(({ strength }, at) => {
    war.strength[at] = strength;
    war.row[at] = at * ODDS_NODES;
    fillDecay(decay, at * ODDS_NODES, strength);
    const gain =
      at < allies.length ? share(target.strength + strength, challenger.strength) - alone : alone - share(target.strength, challenger.strength + strength);
    war.chance[at] = chanceOf(at, gain, 0);
  });
  const bring = (at: number): number => (war.chance[at] ?? 0) * (war.strength[at] ?? 0);
  for (let round = 0; round < ROUNDS; round++) {
    expectedOdds(war, decay, true);
    let coming = 0;
    allies.forEach((_, at) => (coming += bring(at)));
    joiners.forEach((_, at) => {
      const gain = war.gain[at] ?? 0;
      war.chance[at] = at < allies.length ? chanceOf(at, gain, coming - bring(at)) : chanceOf(at, -gain, 0);
    });
  }
  const conventional = allies.reduce(
    (product, { nuclear }, at) => (nuclear === true ? product * (1 - (war.chance[at] ?? 0)) : product),
    target.nuclear === true ? 0 : 1,
  );
  const prevails = expectedOdds(war, decay, false);
  const resists = logistic(prevails * target.value - escalation * target.war_cost);
  const cost = challenger.war_cost + (challenger.nuclear_cost ?? 0) * (1 - conventional);
  return (1 - resists) * challenger.value + resists * ((1 - prevails) * challenger.value - escalation * cost);
}

/** As many as `roundsOf` has after the reduced form. */
const ROUNDS = 2;

const share = (own: number, other: number): number => (own + other > 0 ? own / (own + other) : 0.5);

/** Room for the joiners of one game, made larger where one has more. */
let inputs = oddsInputs(64);
let decay = new Float64Array(64 * ODDS_NODES);
function inputsFor(joiners: number): ReturnType<typeof oddsInputs> {
  if (inputs.strength.length < joiners) {
    inputs = oddsInputs(2 * joiners);
    decay = new Float64Array(2 * joiners * ODDS_NODES);
  }
  return inputs;
}
