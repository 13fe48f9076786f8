import type { Rng } from '../math/rng.ts';
import { aliveIn, areNeighbors, distanceBetween, type SyntheticState } from './states.ts';

export const OBLIGATIONS = ['defense', 'offense', 'neutral', 'nonagg', 'consul'] as const;
export type SyntheticObligation = (typeof OBLIGATIONS)[number];

/** A treaty of two or more states, with what each member owes the others. */
export interface SyntheticAlliance {
  readonly id: number;
  readonly from: number;
  /** Last year in force. */
  readonly to: number;
  readonly members: readonly { readonly ccode: number; readonly owes: ReadonlySet<SyntheticObligation> }[];
}

/** What treaties promise, with how often. */
const KINDS: readonly (readonly [share: number, obligations: readonly SyntheticObligation[]])[] = [
  [0.4, ['defense', 'consul']],
  [0.08, ['defense', 'offense', 'consul']],
  [0.12, ['neutral', 'nonagg']],
  [0.2, ['nonagg', 'consul']],
  [0.2, ['consul']],
];

function drawKind(rng: Rng): readonly SyntheticObligation[] {
  let left = rng.next();
  for (const [share, obligations] of KINDS) {
    left -= share;
    if (left < 0) return obligations;
  }
  return ['consul'];
}

/** ATOP's numbers tell the era of the signature. */
function eraOf(year: number): number {
  if (year < 1914) return 1000;
  if (year < 1945) return 2000;
  return year < 1990 ? 3000 : 4000;
}

/**
 * Treaties signed year by year between states within 2,500 km of each other that share no border, or do with a chance of one half: friends
 * are made beyond one's neighbors. One in five has a third member, one in eight binds the stronger alone.
 */
export function syntheticAlliances(rng: Rng, states: readonly SyntheticState[], [first, last]: readonly [number, number]): SyntheticAlliance[] {
  const counts = new Map<number, number>();
  const alliances: SyntheticAlliance[] = [];
  for (let year = first; year <= last; year++) {
    const alive = states.filter((state) => aliveIn(state, year));
    const signings = rng.int(3);
    for (let signing = 0; signing < signings; signing++) {
      const a = alive[rng.int(alive.length)];
      const near = alive.filter((b) => a !== undefined && b !== a && distanceBetween(a, b) < 2500 && (rng.next() < 0.5 || !areNeighbors(a, b, alive)));
      const b = near[rng.int(near.length)];
      if (a === undefined || b === undefined) continue;
      const third = rng.next() < 0.2 ? near.find((c) => c !== b) : undefined;
      const obligations = new Set(drawKind(rng));
      const bindsOne = third === undefined && rng.next() < 1 / 8;
      const [strong, weak] = a.size >= b.size ? [a, b] : [b, a];
      const members = [strong, weak, ...(third === undefined ? [] : [third])];
      const era = eraOf(year);
      const number = (counts.get(era) ?? 0) + 1;
      counts.set(era, number);
      alliances.push({
        id: era + number * 5,
        from: year,
        to: Math.min(...members.map(({ to }) => to), year + 4 + rng.int(25)),
        members: members.map(({ ccode }) => ({ ccode, owes: bindsOne && ccode === weak.ccode ? new Set(['consul'] as const) : obligations })),
      });
    }
  }
  return alliances;
}

/** What each state owes each partner in each year, over all its treaties: key `ccode1 ccode2 year`. */
export function owedByDyadYear(alliances: readonly SyntheticAlliance[]): Map<string, ReadonlySet<SyntheticObligation>> {
  const owed = new Map<string, Set<SyntheticObligation>>();
  for (const { from, to, members } of alliances) {
    for (const { ccode, owes } of members) {
      for (const partner of members) {
        if (partner.ccode === ccode) continue;
        for (let year = from; year <= to; year++) {
          const key = `${ccode} ${partner.ccode} ${year}`;
          const set = owed.get(key) ?? new Set();
          for (const obligation of owes) set.add(obligation);
          owed.set(key, set);
        }
      }
    }
  }
  return owed;
}
