import { createRng } from '../math/rng.ts';
import { owedByDyadYear, syntheticAlliances, type SyntheticAlliance, type SyntheticObligation } from './alliances.ts';
import { syntheticCapabilities, type CapabilityRow } from './capabilities.ts';
import { syntheticDisputes, type SyntheticDispute } from './disputes.ts';
import { syntheticStates, type SyntheticState } from './states.ts';

/** Two centuries that never were: for lessons, documentation and tests, without a byte of anyone's data. */
export interface SyntheticWorld {
  readonly seed: number;
  readonly years: readonly [first: number, last: number];
  readonly states: readonly SyntheticState[];
  readonly capabilities: readonly CapabilityRow[];
  readonly alliances: readonly SyntheticAlliance[];
  /** What a state owes a partner in a year. */
  readonly owed: ReadonlyMap<string, ReadonlySet<SyntheticObligation>>;
  readonly disputes: readonly SyntheticDispute[];
}

export interface SyntheticOptions {
  /** 24 unless given, 36 at most. */
  readonly states?: number;
  /** 1816 to 2022 unless given. */
  readonly years?: readonly [first: number, last: number];
}

/** The world of a seed: the same on every machine. Each part draws from its own stream, so that a change to one leaves the others. */
export function syntheticWorld(seed: number, { states: count = 24, years = [1816, 2022] }: SyntheticOptions = {}): SyntheticWorld {
  const stream = (part: string) => createRng(seed, 'synthetic-world', part);
  const states = syntheticStates(stream('states'), count, years);
  const capabilities = syntheticCapabilities(stream('capabilities'), states, years);
  const power = new Map(capabilities.map(({ ccode, year, cinc }) => [`${ccode} ${year}`, cinc]));
  const alliances = syntheticAlliances(stream('alliances'), states, years);
  const owed = owedByDyadYear(alliances);
  const disputes = syntheticDisputes(stream('disputes'), {
    states,
    years,
    power: (ccode, year) => power.get(`${ccode} ${year}`) ?? 1e-6,
    owed: (ccode1, ccode2, year) => owed.get(`${ccode1} ${ccode2} ${year}`),
  });
  return { seed, years, states, capabilities, alliances, owed, disputes };
}
