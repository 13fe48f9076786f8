import type { DecadeEvent, StartState } from './types.ts';

/** What an event counts in what went wrong: declared, to sort chronicles by and for nothing else. */
const WEIGHT: Readonly<Partial<Record<DecadeEvent['kind'], number>>> = { war: 3, broken: 2, left: 2, 'treaty-ends': 1, 'pledge-missed': 0.2, conceded: 0.1 };
/** A war with a great power in it, and one with great powers on both sides. */
const GREAT_WAR = 5;

/** How much went wrong in a world: wars, promises broken, members lost, pacts ended. */
export function wrongOf(events: readonly DecadeEvent[], states: readonly StartState[]): number {
  let sum = 0;
  for (const { kind, states: who, others = [] } of events) {
    sum += (WEIGHT[kind] ?? 0) * (kind === 'broken' ? Math.min(3, who.length) : 1);
    if (kind !== 'war') continue;
    const majors = [...who, ...others].filter((place) => states[place]?.major === true).length;
    sum += GREAT_WAR * Math.min(2, majors);
  }
  return Number(sum.toFixed(3));
}
