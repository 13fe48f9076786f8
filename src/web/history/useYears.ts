import { useEffect, useState } from 'react';
import type { Action } from '../../core/law/types.ts';
import type { MappedWorld } from '../../core/states/world.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import { networkOn } from './network.ts';

/** The network as a whole in one year, on the first of July. */
export interface YearPoint {
  readonly year: number;
  readonly tied: number;
  readonly ties: number;
  readonly density: number;
  readonly transitivity: number;
  readonly groups: number;
}

export const FIRST_YEAR = 1815;
export const LAST_YEAR = 2026;
/** Milliseconds of work between two breaths of the page. */
const SLICE = 24;

/** Measures of every year, worked out a slice at a time so that the page stays at hand; what is there so far. */
export function useYears(treaties: readonly Treaty[], world: MappedWorld, kinds: readonly Action[]): readonly YearPoint[] {
  const [points, setPoints] = useState<readonly YearPoint[]>([]);
  useEffect(() => {
    const found: YearPoint[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const work = (): void => {
      const start = performance.now();
      while (FIRST_YEAR + found.length <= LAST_YEAR && performance.now() - start < SLICE) {
        const year = FIRST_YEAR + found.length;
        const { summary, states } = networkOn(treaties, world, `${year}-07-01`, kinds);
        const groups = new Set(states.map(({ community }) => community)).size;
        found.push({ year, tied: states.length, ties: summary.edges, density: summary.density, transitivity: summary.transitivity, groups });
      }
      if (FIRST_YEAR + found.length <= LAST_YEAR) timer = setTimeout(work, 4);
      if (found.length % 20 < 4 || FIRST_YEAR + found.length > LAST_YEAR) setPoints([...found]);
    };
    timer = setTimeout(work, 120);
    return () => clearTimeout(timer);
  }, [treaties, world, kinds]);
  return points;
}
