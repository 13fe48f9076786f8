import { auditOf, closeYear, newLedger, openYear } from './audit.ts';
import { challengesOfYear, relevantPairs } from './contingencies.ts';
import { parametersOf } from './draw-parameters.ts';
import { formPacts } from './formation.ts';
import { changeGovernments } from './governments.ts';
import { grow } from './growth.ts';
import { HYBRID_RATE, hasNewDomain, playScenarios, pledgingOf } from './scenarios.ts';
import { hybridsOfYear } from './hybrid.ts';
import { playInjects } from './injects.ts';
import { driftInterests } from './interests.ts';
import { liveTreaty, meetNewState } from './live-treaty.ts';
import type { DecadesInput } from './options.ts';
import { fade } from './reputation.ts';
import { readWeights, spend } from './spending.ts';
import { count, isPostwar, tell, type WorldState } from './state.ts';
import { streamsOf } from './streams.ts';
import { countTies } from './ties.ts';
import { hazardsOf, leave, relativePower, reviewTreaties, type Hazards } from './treaties.ts';
import { SERIES, type DecadesWorld, type SeriesName } from './types.ts';
import { wrongOf } from './wrong.ts';

export interface SimulateOptions {
  /** Solves every pair's game in every year, as a naive program would: the same world, at many times the cost. */
  readonly whole?: boolean;
  /** Whether events are kept; true unless given. */
  readonly events?: boolean;
}

/**
 * One world, year by year: a pure function of the input and the number of the world.
 *
 * Each year: who exists, scenarios, growth, governments, interests, injects, challenges and crises, spending, treaties reviewed and left, treaties made
 * and joined, memory fades.
 */
export function simulateWorld(input: DecadesInput, number: number, { whole = false, events = true }: SimulateOptions = {}): DecadesWorld {
  const world = openWorld(input, number);
  const hazards = hazardsOf(world.values);
  let relevant = relevantPairs(world);
  let postwar = isPostwar(world.year);
  for (let at = 0; at < input.years; at++) {
    world.year = input.start.year + at;
    if (isPostwar(world.year) !== postwar) [postwar, relevant] = [!postwar, relevantPairs(world)];
    yearOf(world, hazards, relevant, whole);
  }
  const audit = auditOf(world.ledger);
  const series = seriesOf(world);
  return { world: number, series, wrong: wrongOf(world.events, world.states), events: events ? world.events : [], audit };
}

function yearOf(world: WorldState, hazards: Hazards, relevant: ReturnType<typeof relevantPairs>, whole: boolean): void {
  openYear(world.ledger, world.treaties);
  const at = world.year - world.input.start.year;
  for (const name of SERIES) if (name !== 'pledges' && name !== 'spending') world.series[name][at] = 0;
  enterAndLeave(world);
  playScenarios(world);
  grow(world);
  changeGovernments(world);
  driftInterests(world);
  countTies(world);
  playInjects(world);
  if (hasNewDomain(world)) hybridsOfYear(world, HYBRID_RATE);
  challengesOfYear(world, relevant, whole);
  spend(world, pledgingOf(world));
  reviewTreaties(world, hazards);
  formPacts(world);
  fade(world);
  closeYear(world.ledger, world.treaties, world.year);
  count(world, 'pacts', world.treaties.filter(({ defense }) => defense).length);
  count(world, 'rivalries', rivalriesOf(world));
}

/** States that come to exist or cease to, as the start has it: there is no model of independence. */
function enterAndLeave(world: WorldState): void {
  const { states, alive, treaties, year, input } = world;
  states.forEach(({ enters = -Infinity, leaves = Infinity }, place) => {
    const exists = year >= enters && year <= leaves ? 1 : 0;
    if (exists === alive[place]) return;
    alive[place] = exists;
    if (exists === 1) {
      for (const treaty of treaties) meetNewState(treaty, place);
      if (year > input.start.year) tell(world, { kind: 'state-enters', states: [place] });
      return;
    }
    tell(world, { kind: 'state-leaves', states: [place] });
    for (const treaty of [...treaties]) if (treaty.members.includes(place)) leave(world, treaty, place);
    for (let j = 0; j < world.n; j++) world.rivals[place * world.n + j] = world.rivals[j * world.n + place] = 0;
  });
}

function openWorld(input: DecadesInput, number: number): WorldState {
  const { start, seed } = input;
  const n = start.states.length;
  const streams = streamsOf(seed, number);
  const values = parametersOf(input, streams.of(start.year, 'parameters'));
  const alive = Uint8Array.from(start.states, ({ enters = -Infinity, leaves = Infinity }) => (start.year >= enters && start.year <= leaves ? 1 : 0));
  const share = Float64Array.from(start.states, (one) => one.share);
  const known = start.states.flatMap(({ growth }) => (growth === undefined ? [] : [growth]));
  const usual = known.length === 0 ? 0 : known.reduce((sum, one) => sum + one, 0) / known.length;
  const world: WorldState = {
    input,
    values,
    streams,
    n,
    states: start.states,
    year: start.year,
    alive,
    share,
    trend: Float64Array.from(start.states, ({ growth }) => (growth === undefined ? 0 : Math.max(-5, Math.min(5, growth - usual)) / 100)),
    output: Float64Array.from(start.states, ({ gdp, defense }) => (defense === undefined ? 0 : (gdp ?? 0))),
    defense: Float64Array.from(start.states, ({ gdp, defense }) => (gdp === undefined ? 0 : (defense ?? 0))),
    weight: new Float64Array(n),
    stance: new Float64Array(n),
    regimeYear: new Int16Array(n),
    warUntil: new Int16Array(n),
    alliedYear: new Int16Array(n),
    kept: new Float64Array(n),
    broken: new Float64Array(n),
    fresh: new Float64Array(n),
    activity: Float64Array.from(start.activity),
    threat: new Float64Array(n),
    rivals: Uint8Array.from(start.pairs.rivals),
    past: Float64Array.from(start.pairs.past),
    pact: new Uint8Array(n * n),
    lesser: new Uint8Array(n * n),
    km: Float32Array.from(start.pairs.km),
    capitalKm: Float32Array.from(start.pairs.capitalKm),
    touching: Uint8Array.from(start.pairs.touching),
    treaties: [],
    events: [],
    series: newSeries(input.years),
    ledger: newLedger(),
    slump: new Float64Array(n),
  };
  for (const treaty of start.treaties) {
    const live = liveTreaty(treaty, n, alive);
    for (const place of live.members) live.entered[place] = relativePower(share, live.members, place);
    world.treaties.push(live);
  }
  countTies(world);
  readWeights(world);
  return world;
}

function newSeries(years: number): Record<SeriesName, number[]> {
  const of = (): number[] => new Array<number>(years).fill(0);
  const lacking = (): number[] => new Array<number>(years).fill(Number.NaN);
  return {
    pacts: of(),
    crises: of(),
    wars: of(),
    ended: of(),
    formed: of(),
    left: of(),
    joined: of(),
    rivalries: of(),
    honored: of(),
    broken: of(),
    pledges: lacking(),
    spending: lacking(),
  };
}

/** Six digits are more than any figure here has; what has no figures is left out. */
function seriesOf({ series }: WorldState): DecadesWorld['series'] {
  const told: Partial<Record<SeriesName, readonly number[]>> = {};
  for (const name of SERIES) {
    const values = series[name];
    if (!values.includes(Number.NaN)) told[name] = values.map((one) => Number(one.toPrecision(6)));
  }
  return told;
}

/** Pairs of rivals that both exist. */
function rivalriesOf({ n, alive, rivals }: WorldState): number {
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) if (alive[i] === 1 && alive[j] === 1) sum += rivals[i * n + j] ?? 0;
  return sum;
}
