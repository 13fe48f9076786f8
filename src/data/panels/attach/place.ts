import { AMBIGUOUS_CODE, NO_CODE } from '../system/codes.ts';
import { DUPLICATED, MATCHED, fateOf } from '../audit.ts';
import { spellOrder, type RowYears } from '../tables/source-table.ts';
import type { Join } from '../joins/join.ts';
import type { Years } from '../units.ts';

/** Where the rows of a source go: pairs of source row and place, in the order in which they are laid, and what became of each row. */
export interface Placed {
  readonly rows: Int32Array;
  readonly places: Int32Array;
  readonly fates: Uint8Array;
  /** Years of spells in which another had the place. */
  readonly overlaps: number;
}

export interface PlaceInput {
  readonly rows: number;
  readonly join: Join;
  readonly years: RowYears;
  readonly panel: Years;
  /** How many places there are. */
  readonly places: number;
  /** The place of a source row in a year, or the fate of one that has none, as a negative number: -1 - fate. */
  readonly place: (row: number, year: number) => number;
  /** Whether a row is to be preferred to another for the same place. */
  readonly prefer: (row: number, year: number) => boolean;
}

const OUTSIDE = fateOf('outside-years');

/** The answer of `place` for a row that has none. */
export const noPlace = (fate: number): number => -1 - fate;

/** The fate of a code that stands for no state of the list. */
export function codeFate(answer: number): number {
  return fateOf(answer === NO_CODE ? 'no-code' : answer === AMBIGUOUS_CODE ? 'ambiguous-code' : 'unknown-code');
}

/**
 * Finds the place of every row of a source. Where two are of one place, the first stays and the next is one too many, unless
 * the first bears a code that is out of use by the end of the year. A spell that has any year in the panel is matched.
 */
export function placeRows({ rows, join, years, panel, places: size, place, prefer }: PlaceInput): Placed {
  const spells = 'from' in join.when;
  const highest = join.several.take === 'highest';
  const order = spells ? spellOrder(rows, years) : undefined;
  const fates = new Uint8Array(rows);
  const holder = new Int32Array(size).fill(-1);
  let length = 0;
  let placedRows = new Int32Array(Math.max(16, rows));
  let placedAt = new Int32Array(Math.max(16, rows));
  let overlaps = 0;
  const lay = (row: number, at: number): void => {
    if (length === placedRows.length) {
      placedRows = grown(placedRows);
      placedAt = grown(placedAt);
    }
    placedRows[length] = row;
    placedAt[length++] = at;
  };
  for (let turn = 0; turn < rows; turn++) {
    const row = order === undefined ? turn : (order[turn] ?? 0);
    const first = Math.max(years.first(row), panel.first);
    const last = Math.min(years.last(row), panel.last);
    let fate = OUTSIDE;
    // NaN compares false: a row without a year is outside the years.
    for (let year = first; year <= last; year++) {
      const at = place(row, year);
      if (at < 0) {
        if (fate === OUTSIDE) fate = -1 - at;
        continue;
      }
      const held = holder[at] ?? -1;
      if (held === -1) {
        holder[at] = row;
        fate = MATCHED;
        lay(row, at);
        continue;
      }
      overlaps++;
      if (!spells && !prefer(held, year) && prefer(row, year)) {
        // The later row takes the place: laid last, it overwrites.
        holder[at] = row;
        fates[held] = DUPLICATED;
        fate = MATCHED;
        lay(row, at);
        continue;
      }
      if (fate !== MATCHED) fate = DUPLICATED;
      if (highest) lay(row, at);
    }
    fates[row] = fate;
  }
  return { rows: placedRows.subarray(0, length), places: placedAt.subarray(0, length), fates, overlaps };
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
