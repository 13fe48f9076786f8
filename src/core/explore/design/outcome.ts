import { allyParts, NO_PARTS, targetParts, type BalanceParts, type Losses } from '../../assess/balance.ts';
import { caseGames, type PreparedCase } from '../../assess/case-game.ts';
import { drawValues, splitNormal, type ParameterValues } from '../../assess/parameter-values.ts';
import { jointPrice } from '../../assess/promise.ts';
import { solveCase, type SolvedCase } from '../../assess/solve-case.ts';
import { createRng } from '../../math/rng.ts';
import type { CrisisGame, Joiner } from '../../models/crisis/game.ts';
import { readCrisis } from '../../models/crisis/readings.ts';
import { anchorOf, solveCrisis, type Anchor } from '../../models/crisis/solve.ts';
import type { Contingency } from '../../facts/contingencies.ts';
import type { DesignCase } from './cases.ts';
import type { DesignSetting } from './setting.ts';

/** What one contingency comes to under a way to write the treaty. */
export interface CaseOutcome {
  readonly target: string;
  /** Chance of a challenge and of a war, in a year. */
  readonly challenge: number;
  readonly war: number;
  /** Chance that the target's side prevails, given war. */
  readonly prevails: number;
  readonly allies: readonly AllyOutcome[];
  /** By ally: strength left at the place, as a share of its own, times the chance that it comes. */
  readonly aid: ReadonlyMap<string, number>;
  /** What it adds to the target's balance. */
  readonly ofTarget: BalanceParts;
}

interface AllyOutcome {
  readonly state: string;
  /** Whether the treaty itself has it come. */
  readonly bound: boolean;
  readonly honors: number;
  /** By how much the treaty raises that. */
  readonly pull: number;
  /** Chance in a year of fighting for the treaty's promise and not for its interest or another treaty's. */
  readonly entrapment: number;
  readonly parts: BalanceParts;
}

/** The world that all treaties of one draw are held against: the given text, and no treaty, at one set of values. */
export interface Ground {
  readonly values: ParameterValues;
  readonly places: readonly GroundPlace[];
  /** Which draw it is; undefined for the central values. */
  readonly draw: number | undefined;
}

interface GroundPlace {
  readonly contingency: Contingency;
  readonly losses: Losses;
  readonly statusQuo: number;
  readonly without: SolvedCase;
  /** (1 − κ) times the price that the given text tells: interest that stays, whatever is written. */
  readonly interest: ReadonlyMap<string, number>;
  readonly states: readonly string[];
  readonly anchor: Anchor | undefined;
}

const central = ({ loss }: Contingency): Losses => ({ target: loss.target_gdp.value, ally: loss.ally_gdp?.value ?? 0 });

/** As an assessment draws them: rates by their logarithm, losses by their ranges. */
function drawn({ frequency, loss }: Contingency, rng: ReturnType<typeof createRng>): { readonly rate: number; readonly losses: Losses } {
  const log = (x: number): number => Math.log(Math.max(x, 1e-6));
  const { value, low, high } = frequency.per_year;
  const rate = Math.exp(splitNormal(rng, { value: log(value), low: log(low), high: log(high) }));
  const target = Math.max(0, splitNormal(rng, loss.target_gdp));
  return { rate, losses: { target, ally: loss.ally_gdp === undefined ? 0 : Math.max(0, splitNormal(rng, loss.ally_gdp)) } };
}

/** The ground of the central values, or of a draw: the same numbers for every treaty, so that differences are of the treaties alone. */
export function groundOf(setting: DesignSetting, given: readonly DesignCase[], centralValues: ParameterValues, draw?: number): Ground {
  const { seed, parameters, set, standing } = setting;
  const values = draw === undefined ? centralValues : drawValues(parameters, createRng(seed, 'design', 'parameters', draw), set);
  const places = given.map(({ place, prepared, responseFor }): GroundPlace => {
    const contingency = setting.asked[place]?.contingency;
    if (contingency === undefined) throw new RangeError('a case belongs to a contingency');
    const { rate, losses } =
      draw === undefined
        ? { rate: contingency.frequency.per_year.value, losses: central(contingency) }
        : drawn(contingency, createRng(seed, 'design', contingency.id, draw));
    const response = responseFor(values, draw === undefined ? undefined : createRng(seed, 'design', contingency.id, 'response', draw));
    const worlds = solveCase(prepared, values, response, rate, standing);
    const share = 1 - values.get('join.kappa');
    return {
      contingency,
      losses,
      statusQuo: worlds.with.game.challenger.status_quo ?? 0,
      without: worlds.without,
      interest: new Map([...prepared.allies, ...prepared.supporters].map(({ joiner, clauses }) => [joiner.state, share * jointPrice(clauses.with, values)])),
      states: statesOf(prepared),
      anchor: anchorOf(worlds.with.game, worlds.with.solution),
    };
  });
  return { values, places, draw };
}

const statesOf = ({ allies, supporters }: PreparedCase): readonly string[] => [
  ...allies.map(({ joiner }) => joiner.state),
  '|',
  ...supporters.map(({ joiner }) => joiner.state),
];

/** Solves a case on a ground: the challenger's status quo and everybody's interests are those of the ground. */
export function outcomeOn(setting: DesignSetting, ground: Ground, { place, prepared, responseFor }: DesignCase): CaseOutcome {
  const at = ground.places.find(({ contingency }) => contingency.id === setting.asked[place]?.contingency.id);
  if (at === undefined) throw new RangeError('a case belongs to a contingency');
  const { values, draw } = ground;
  const response = responseFor(values, draw === undefined ? undefined : createRng(setting.seed, 'design', at.contingency.id, 'response', draw));
  const games = caseGames(prepared, values, response);
  const same = at.states.join() === statesOf(prepared).join();
  const withTreaty = solved(onGround(games.with, prepared, at, values), same ? at.anchor : undefined);
  // Where the text has others come than the given one, the world without it is asked about the same states.
  const without = same ? at.without : solved(onGround(games.without, prepared, at, values), undefined);
  const worlds = { with: withTreaty, without };
  return {
    target: at.contingency.target,
    challenge: withTreaty.solution.pChallenge,
    war: withTreaty.solution.pWar,
    prevails: withTreaty.solution.pWin,
    ofTarget: targetParts(worlds, at.losses, values),
    aid: aidOf(prepared, withTreaty),
    allies: prepared.allies.map(({ joiner }, i): AllyOutcome => {
      const honors = withTreaty.solution.pJoin[i] ?? 0;
      return {
        state: joiner.state,
        bound: joiner.with.promises.some(({ treaty }) => treaty === setting.given.id),
        honors,
        pull: Math.max(0, honors - (without.solution.pJoin[i] ?? 0)),
        entrapment: Math.max(0, (withTreaty.reading.allies[i]?.entrapment ?? 0) - (without.reading.allies[i]?.entrapment ?? 0)),
        parts: allyParts(worlds, prepared, i, at.losses, values),
      };
    }),
  };
}

function aidOf({ allies }: PreparedCase, { solution }: Pick<SolvedCase, 'solution'>): ReadonlyMap<string, number> {
  return new Map(allies.map(({ joiner, away }, i) => [joiner.state, joiner.share === 0 ? 0 : ((solution.pJoin[i] ?? 0) * away) / joiner.share]));
}

/** What the contingencies come to with no treaty. */
export function outcomesWithout(ground: Ground, given: readonly DesignCase[]): readonly CaseOutcome[] {
  return given.map(({ prepared }, c): CaseOutcome => {
    const at = ground.places[c];
    if (at === undefined) throw new RangeError('a case belongs to a contingency');
    const { solution } = at.without;
    return {
      target: at.contingency.target,
      challenge: solution.pChallenge,
      war: solution.pWar,
      prevails: solution.pWin,
      ofTarget: NO_PARTS,
      aid: aidOf(prepared, at.without),
      allies: prepared.allies.map(({ joiner }, i) => ({
        state: joiner.state,
        bound: false,
        honors: solution.pJoin[i] ?? 0,
        pull: 0,
        entrapment: 0,
        parts: NO_PARTS,
      })),
    };
  });
}

/** The game with the interests and the status quo of the ground: what the text is written to does not make friends. */
function onGround(game: CrisisGame, { allies, supporters }: PreparedCase, at: GroundPlace, values: ParameterValues): CrisisGame {
  const share = 1 - values.get('join.kappa');
  const held = (joiners: readonly Joiner[], prepared: PreparedCase['allies']): readonly Joiner[] =>
    joiners.map((joiner, i) => {
      const of = prepared[i];
      if (of === undefined) return joiner;
      const told = share * jointPrice(of.clauses.with, values);
      const interest = at.interest.get(of.joiner.state) ?? share * jointPrice(of.clauses.without, values);
      return { ...joiner, war_cost: joiner.war_cost + told - interest };
    });
  return {
    ...game,
    challenger: { ...game.challenger, status_quo: at.statusQuo },
    allies: held(game.allies, allies),
    ...(game.supporters !== undefined && { supporters: held(game.supporters, supporters) }),
  };
}

function solved(game: CrisisGame, near: Anchor | undefined): SolvedCase {
  const solution = solveCrisis(game, near === undefined ? {} : { near });
  return { game, solution, reading: readCrisis(game, solution) };
}
