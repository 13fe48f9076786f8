import { MISSING } from '../../../core/table/column.ts';
import type { Runs } from '../rows/runs.ts';

/**
 * How peace is counted. `rows`: the rows of a unit since its first, or since the last in which a dispute was ongoing, across
 * gaps in its life (N. Beck, J. Katz and R. Tucker, American Journal of Political Science 42 (1998), as R's packages count).
 * `calendar`: the years since then, those of a gap included.
 */
export type PeaceConvention = 'rows' | 'calendar';

/**
 * Years of peace for every row, from 0 in a unit's first row and in the row after a dispute. Missing where it is not known
 * whether a dispute was ongoing; counting starts at the first row where it is.
 * @param ongoing 1 where a dispute was ongoing, 0 where none was, missing outside the source's coverage
 */
export function peaceYears(runs: Runs, ongoing: Int8Array, convention: PeaceConvention): Int16Array {
  const peace = new Int16Array(runs.rows).fill(MISSING.int16);
  for (let unit = 0; unit + 1 < runs.start.length; unit++) {
    const end = runs.start[unit + 1] ?? 0;
    let since = 0;
    let before = Number.NaN;
    for (let run = runs.start[unit] ?? 0; run < end; run++) {
      const first = runs.first[run] ?? 0;
      const row = runs.row[run] ?? 0;
      const length = (runs.last[run] ?? 0) - first + 1;
      for (let step = 0; step < length; step++) {
        const state = ongoing[row + step] ?? MISSING.int8;
        if (state === MISSING.int8) continue;
        const year = first + step;
        if (convention === 'calendar' && year - before > 1) since += year - before - 1;
        peace[row + step] = since;
        since = state > 0 ? 0 : since + 1;
        before = year;
      }
    }
  }
  return peace;
}

/** The spells of peace and of dispute that a unit's rows make up; a gap in its life starts a new one. */
export interface Spells {
  /** Number of the spell within its unit, from 1. */
  readonly number: Int16Array;
  /** Its first year. */
  readonly start: Int16Array;
  /** The row's year within it, from 1. */
  readonly time: Int16Array;
}

/** Spells of every row; missing where it is not known whether a dispute was ongoing. */
export function spellsOf(runs: Runs, ongoing: Int8Array): Spells {
  const blank = (): Int16Array => new Int16Array(runs.rows).fill(MISSING.int16);
  const spells = { number: blank(), start: blank(), time: blank() };
  for (let unit = 0; unit + 1 < runs.start.length; unit++) {
    const end = runs.start[unit + 1] ?? 0;
    let number = 0;
    let start = 0;
    let before = { state: -1, year: Number.NaN };
    for (let run = runs.start[unit] ?? 0; run < end; run++) {
      const first = runs.first[run] ?? 0;
      const row = runs.row[run] ?? 0;
      const length = (runs.last[run] ?? 0) - first + 1;
      for (let step = 0; step < length; step++) {
        const value = ongoing[row + step] ?? MISSING.int8;
        if (value === MISSING.int8) continue;
        const state = value > 0 ? 1 : 0;
        const year = first + step;
        if (state !== before.state || year !== before.year + 1) {
          number++;
          start = year;
        }
        spells.number[row + step] = number;
        spells.start[row + step] = start;
        spells.time[row + step] = year - start + 1;
        before = { state, year };
      }
    }
  }
  return spells;
}
