import { downturn } from './growth.ts';
import { wary } from './governments.ts';
import { giveNotice } from './treaties.ts';
import { nameOf, tell, type WorldState } from './state.ts';
import type { Pledging } from './spending.ts';
import { SCENARIOS, type ScenarioName } from './scenario-names.ts';
import type { DecadesStart } from './types.ts';

/** A scenario as it was asked: `leaves:USA:nato@2028`. */
export interface Scenario {
  readonly name: ScenarioName;
  readonly state?: string;
  readonly treaty?: string;
  /** The first year of the run where left out. */
  readonly year?: number;
}

const isName = (text: string): text is ScenarioName => Object.hasOwn(SCENARIOS, text);

/** @throws {RangeError} with what was expected */
export function parseScenario(text: string): Scenario {
  const [what = '', when] = text.split('@');
  const [name = '', state, treaty, ...rest] = what.split(':');
  if (!isName(name)) throw new RangeError(`'${name}' is no scenario; there are ${Object.keys(SCENARIOS).join(', ')}`);
  if (rest.length > 0) throw new RangeError(`'${text}' has too many parts; write NAME:STATE:TREATY@YEAR`);
  if (when !== undefined && !/^\d{4}$/.test(when)) throw new RangeError(`'${when}' is no year`);
  if (state !== undefined && !/^[A-Za-z]{3}$/.test(state)) throw new RangeError(`'${state}' is no state id`);
  if ((name === 'leaves' || name === 'government') && state === undefined) throw new RangeError(`'${name}' needs a state: ${name}:USA`);
  return {
    name,
    ...(state !== undefined && { state: state.toUpperCase() }),
    ...(treaty !== undefined && { treaty }),
    ...(when !== undefined && { year: Number(when) }),
  };
}

export function scenarioText({ name, state, treaty, year }: Scenario): string {
  return `${[name, state, treaty].filter((part) => part !== undefined).join(':')}${year === undefined ? '' : `@${year}`}`;
}

/** @throws {RangeError} where a state, a treaty or a year is not of the run */
export function checkScenario({ name, state, treaty, year }: Scenario, start: DecadesStart, years: number): void {
  if (state !== undefined && !start.states.some(({ id }) => id === state)) throw new RangeError(`${name}: ${state} is no state of this run`);
  if (treaty !== undefined && !start.treaties.some(({ id }) => id === treaty))
    throw new RangeError(`${name}: there is no treaty '${treaty}' in force at the start`);
  if (year !== undefined && (year < start.year || year >= start.year + years))
    throw new RangeError(`${name}: ${year} is not one of the years ${start.year} to ${start.year + years - 1}`);
}

const DEPTH = 8;
const RISE = 0.04;
const RISING = 10;
export const HYBRID_RATE = 0.1;

/** What scenarios do at the beginning of a year. */
export function playScenarios(world: WorldState): void {
  const { input, states, year, alive } = world;
  for (const { name, state, treaty, year: when = input.start.year } of input.scenarios) {
    const place = state === undefined ? undefined : states.findIndex(({ id }) => id === state);
    if (name === 'rival-rises' && year >= when && year < when + RISING) rise(world, place ?? mostRivaled(world), year === when);
    if (year !== when) continue;
    if (name === 'downturn') downturn(world, place === undefined ? Array.from(alive.keys()).filter((one) => alive[one] === 1) : [place], DEPTH, 'scenario');
    else if (name === 'government' && place !== undefined) wary(world, place);
    else if (name === 'leaves' && place !== undefined) leaveLargest(world, place, treaty);
  }
}

/** Whether attacks short of war come this year. */
export const hasNewDomain = ({ input, year }: WorldState): boolean =>
  input.scenarios.some(({ name, year: when = input.start.year }) => name === 'new-domain' && year >= when);

export function pledgingOf({ input, year }: WorldState): Pledging {
  const names = input.scenarios.filter(({ year: when = input.start.year }) => year >= when).map(({ name }) => name);
  return names.includes('pledges-missed') ? 'missed' : names.includes('pledges-met') ? 'met' : 'model';
}

function rise(world: WorldState, place: number, first: boolean): void {
  if (world.alive[place] !== 1) return;
  world.share[place] = (world.share[place] ?? 0) * (1 + RISE);
  world.output[place] = (world.output[place] ?? 0) * (1 + RISE);
  if (first) tell(world, { kind: 'rise', states: [place], because: [`power +${100 * RISE} % a year beside the world's, for ${RISING} years`], byHand: true });
}

function mostRivaled({ n, states, rivals }: WorldState): number {
  let [best, most] = [0, -1];
  for (let i = 0; i < n; i++) {
    if (states[i]?.major !== true) continue;
    let sum = 0;
    for (let j = 0; j < n; j++) sum += rivals[i * n + j] ?? 0;
    if (sum > most) [best, most] = [i, sum];
  }
  return best;
}

export function leaveLargest(world: WorldState, place: number, named?: string): void {
  const mine = world.treaties.filter(({ members, defense, id }) => members.includes(place) && (named === undefined ? defense : id === named));
  const [largest] = mine.toSorted((a, b) => b.members.length - a.members.length || (a.id < b.id ? -1 : 1));
  if (largest === undefined) return;
  giveNotice(world, largest, place, { because: [`${nameOf(world, place)} leaves by hand`], byHand: true });
}
