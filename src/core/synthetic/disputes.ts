import type { Rng } from '../math/rng.ts';
import type { SyntheticObligation } from './alliances.ts';
import { aliveIn, areNeighbors, type SyntheticState } from './states.ts';

/** One state in a dispute: side 1 began it. */
export interface SyntheticParticipant {
  readonly ccode: number;
  readonly sideA: boolean;
  readonly originator: boolean;
  readonly hostility: number;
}

export interface SyntheticDispute {
  readonly number: number;
  readonly year: number;
  readonly month: number;
  /** Days. */
  readonly duration: number;
  readonly participants: readonly SyntheticParticipant[];
}

/**
 * The process that disputes come from, so that a lesson can ask an estimator to find it again: log odds that a state challenges another
 * in a year, and that an ally who owes the target defense joins it.
 */
export const DISPUTE_PROCESS = {
  challenge: { constant: -6.2, neighbors: 1.9, rivals: 1.4, relativePower: 0.25, defenders: -0.9 },
  join: { constant: -0.4, relativePower: 0.3 },
} as const;

const happens = (rng: Rng, logOdds: number): boolean => rng.next() < 1 / (1 + Math.exp(-logOdds));

interface Setting {
  readonly states: readonly SyntheticState[];
  readonly years: readonly [number, number];
  readonly power: (ccode: number, year: number) => number;
  /** What a state owes a partner in a year. */
  readonly owed: (ccode1: number, ccode2: number, year: number) => ReadonlySet<SyntheticObligation> | undefined;
}

/** Disputes drawn year by year from `DISPUTE_PROCESS`; two states are rivals for ten years after a dispute. */
export function syntheticDisputes(rng: Rng, { states, years: [first, last], power, owed }: Setting): SyntheticDispute[] {
  const neighbors = new Set(states.flatMap((a) => states.filter((b) => a !== b && areNeighbors(a, b, states)).map((b) => `${a.ccode} ${b.ccode}`)));
  const lastDispute = new Map<string, number>();
  const disputes: SyntheticDispute[] = [];
  const { challenge, join } = DISPUTE_PROCESS;
  for (let year = first; year <= last; year++) {
    const alive = states.filter((state) => aliveIn(state, year));
    for (const a of alive) {
      for (const b of alive) {
        if (a === b) continue;
        const defenders = alive.filter((c) => c !== a && c !== b && owed(c.ccode, b.ccode, year)?.has('defense') === true);
        const pair = `${a.ccode} ${b.ccode}`;
        const rivals = year - (lastDispute.get(pair) ?? -Infinity) <= 10;
        const balance = Math.log(power(a.ccode, year) / power(b.ccode, year));
        const odds =
          challenge.constant +
          (neighbors.has(pair) ? challenge.neighbors : 0) +
          (rivals ? challenge.rivals : 0) +
          challenge.relativePower * balance +
          (defenders.length > 0 ? challenge.defenders : 0);
        if (!happens(rng, odds)) continue;
        const hostility = 2 + rng.int(4);
        const joiners = defenders.filter((c) => happens(rng, join.constant + join.relativePower * Math.log(power(c.ccode, year) / power(a.ccode, year))));
        disputes.push({
          number: disputes.length + 1,
          year,
          month: 1 + rng.int(12),
          duration: 1 + rng.int(200),
          participants: [
            { ccode: a.ccode, sideA: true, originator: true, hostility },
            { ccode: b.ccode, sideA: false, originator: true, hostility: Math.max(1, hostility - rng.int(3)) },
            ...joiners.map(({ ccode }) => ({ ccode, sideA: false, originator: false, hostility })),
          ],
        });
        lastDispute.set(pair, year);
        lastDispute.set(`${b.ccode} ${a.ccode}`, year);
      }
    }
  }
  return disputes;
}
