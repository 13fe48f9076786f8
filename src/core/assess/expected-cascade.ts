import type { Facts } from '../facts/facts.ts';
import type { Law } from '../law/law.ts';
import { NONSTATE, type Cascade, type Duty, type Expectation, type LawEvent, type Verdict } from '../law/types.ts';
import { createRng } from '../math/rng.ts';
import { anchorOf, solveCrisis } from '../models/crisis/solve.ts';
import type { World } from '../states/world.ts';
import { compareText } from '../text/compare.ts';
import { inForceOn, treatyAt } from '../treaty/resolve.ts';
import type { Treaty } from '../treaty/schema.ts';
import { capabilitiesOn, type Capabilities } from './capability.ts';
import { caseGames, prepareCase, type PreparedCase } from './case-game.ts';
import { caseOfEvent } from './crisis-case.ts';
import { intervalOf } from './interval.ts';
import { paceOf, type Pace } from './pace.ts';
import { centralValues, drawValues } from './parameter-values.ts';
import { prepareResponse, type ResponseFor } from './response-values.ts';

/** What an event is asked of. */
export interface ExpectedSubject {
  readonly facts: Facts;
  readonly world: World;
  /** The law that answered. */
  readonly law: Law;
  /** Every treaty there is, those the law was not asked about among them. */
  readonly treaties: readonly Treaty[];
}

export interface ExpectedOptions {
  readonly draws: number;
  readonly seed: number;
  /** States that stay out whatever they owe. */
  readonly refuses: readonly string[];
}

/** The game that is played once the war is on, all treaties in force. */
interface JoinGame {
  readonly prepared: PreparedCase;
  readonly responseFor: ResponseFor;
  readonly notAssessed: readonly string[];
}

/** A state more likely than this to come has its step in the cascade. */
const LIKELY = 0.5;

const helps = ({ action }: Duty): boolean => action === 'defend' || action === 'join-offense' || action === 'assist';
const identity = ({ state, toward, treaty, obligation, against }: Duty): string => [state, toward, treaty, obligation, ...against].join('|');

/**
 * What is likely to follow an event: the chance of every state that might come, from the crisis game with all treaties in force, and the
 * cascade of those more likely than not to perform what they owe; its broken promises are those broken for certain.
 * A duty that arises only because another state has come is asked as though it had.
 * @throws {RangeError} where the attackers are no states, or the catalog does not know the power of the first of them or of the target
 */
export function expectedCascade(subject: ExpectedSubject, verdict: Verdict, { draws, seed, refuses }: ExpectedOptions): Cascade {
  const { facts, law } = subject;
  const { event } = verdict;
  const capabilities = capabilitiesOn(facts, event.date);
  if (capabilities === undefined) throw new RangeError(`the catalog knows nobody's power in ${event.date.slice(0, 4)}`);
  const parameters = facts.parameters.find(({ id }) => id === 'crisis');
  if (parameters === undefined) throw new RangeError('the catalog lacks the parameters of the crisis game');
  const central = centralValues(parameters);
  const pace = paceOf(facts.contingencies, event);

  const duties = new Map(verdict.duties.map((duty) => [identity(duty), duty]));
  const sides = { target: new Set<string>([event.target]), attacker: new Set<string>(event.attackers) };
  for (;;) {
    const join = joinGame(subject, event, [...duties.values()], sides, { capabilities, pace, absent: refuses });
    const { prepared, responseFor, notAssessed } = join;
    const game = caseGames(prepared, central, responseFor(central)).with;
    const solution = solveCrisis(game);
    const joiners = [...prepared.allies, ...prepared.supporters].map(({ joiner }) => joiner);
    const chances = [...solution.pJoin, ...solution.pSupport];
    const unlikely = joiners.filter((_, i) => !((chances[i] ?? 0) > LIKELY)).map(({ state }) => state);
    const cascade = law.cascade(verdict, { mode: 'chosen', refuses: [...refuses, ...unlikely, ...notAssessed] });
    const arisen = cascade.duties.filter((duty) => helps(duty) && !duties.has(identity(duty)));
    for (const side of ['target', 'attacker'] as const) for (const state of cascade.sides[side]) sides[side].add(state);
    for (const duty of arisen) duties.set(identity(duty), duty);
    if (arisen.length > 0) continue;

    const near = anchorOf(game, solution);
    const samples = joiners.map(() => new Float64Array(draws));
    for (let draw = 0; draw < draws; draw++) {
      const values = drawValues(parameters, createRng(seed, 'parameters', draw));
      const drawn = solveCrisis(caseGames(prepared, values, responseFor(values, createRng(seed, 'event', draw))).with, near === undefined ? {} : { near });
      [...drawn.pJoin, ...drawn.pSupport].forEach((chance, i) => samples[i]?.set([chance], draw));
    }
    const expected = joiners.map(({ state, side, with: { promises } }, i): Expectation => ({
      state,
      side: side === 'target' ? 'target' : 'attacker',
      chance: intervalOf(chances[i] ?? Number.NaN, samples[i]),
      bound: promises
        .map(({ treaty, article }) => ({ treaty, article }))
        .filter((one, at, all) => all.findIndex(({ treaty, article }) => treaty === one.treaty && article === one.article) === at),
    }));
    return {
      ...cascade,
      mode: 'expected',
      // Staying out is not certain of those unlikely to come, and broken is what certainly is.
      broken: cascade.broken.filter(({ state }) => !unlikely.includes(state) && !notAssessed.includes(state)),
      expected: expected.toSorted((a, b) => b.chance.value - a.chance.value || compareText(a.state, b.state)),
      expected_not_assessed: notAssessed,
      expected_method: methodOf(event, capabilities, pace, { draws, seed }),
    };
  }
}

interface GameInputs {
  readonly capabilities: Capabilities;
  readonly pace: Pace;
  readonly absent: readonly string[];
}

function joinGame(
  { facts, world, law, treaties }: ExpectedSubject,
  event: LawEvent,
  duties: readonly Duty[],
  sides: { readonly target: ReadonlySet<string>; readonly attacker: ReadonlySet<string> },
  { capabilities, pace, absent }: GameInputs,
): JoinGame {
  const challenger = event.attackers.find((state) => state !== NONSTATE);
  if (challenger === undefined) throw new RangeError('the crisis game is between states, and no attacker is one');
  const { target, date } = event;
  const situation = { challenger, target, ...pace };
  const beside = {
    target: [...sides.target].filter((state) => state !== target),
    challenger: [...sides.attacker].filter((state) => state !== challenger),
  };
  const built = caseOfEvent({
    facts,
    world,
    members: [],
    capabilities,
    situation,
    event,
    duties: { with: duties, without: duties },
    treaties: law.treaties,
    others: treaties,
    beside,
    absent,
  });
  if ('notAsked' in built) throw new RangeError(built.notAsked);
  const parties = new Map<string, ReadonlySet<string>>();
  const partiesOf = (id: string): ReadonlySet<string> => {
    const known = parties.get(id);
    if (known !== undefined) return known;
    const treaty = treaties.find((one) => one.id === id);
    const found = new Set(treaty === undefined || !inForceOn(treaty, date) ? [] : treatyAt(treaty, date).parties.map(({ state }) => state));
    parties.set(id, found);
    return found;
  };
  // Those who consult first wait for the body that most of them sit in.
  const bodies = built.joiners.flatMap((joiner) => joiner.with.promises.filter(({ consultFirst }) => consultFirst).map(({ treaty }) => treaty));
  const often = (id: string): number => bodies.filter((one) => one === id).length;
  const [body] = [...new Set(bodies)].sort((a, b) => often(b) - often(a) || compareText(a, b));
  const treaty = treaties.find(({ id }) => id === body);
  return {
    prepared: prepareCase(built, new Set()),
    responseFor: prepareResponse(
      facts,
      built,
      treaty ?? {},
      body === undefined ? 2 : partiesOf(body).size,
      (id, a, b) => partiesOf(id).has(a) && partiesOf(id).has(b),
    ),
    notAssessed: built.notAssessed,
  };
}

const days = ({ value, low, high }: Pace['warning_days']): string => `${value} (${low} to ${high})`;

function methodOf(event: LawEvent, { method }: Capabilities, pace: ReturnType<typeof paceOf>, { draws, seed }: Omit<ExpectedOptions, 'refuses'>): string {
  const source = pace.contingency === undefined ? `declared for ${event.domain}` : `as in the contingency ${pace.contingency}`;
  return [
    'Chance of coming into the war, given that there is one: the crisis game at the central parameters, with all treaties in force',
    draws === 0 ? '.' : `; 90 % ranges over ${draws} draws (seed ${seed}).`,
    ` Days of warning ${days(pace.warning_days)}, to a settled fact ${days(pace.fait_accompli_days)}, ${source}.`,
    event.attackers.filter((state) => state !== NONSTATE).length > 1 ? ' The strengths of the attackers add up; distances are those of the first.' : '',
    ' A duty that arises only because another state has come is asked as though it had.',
    ` Power: ${method}.`,
  ].join('');
}
