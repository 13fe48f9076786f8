import type { Column } from '../../../core/table/column.ts';
import { together, yearOfStamp, yearSpans, type StateSystem } from '../system/state-system.ts';
import { STATE_COLUMN, type Years } from '../units.ts';

/**
 * The rows of a panel of states or of pairs by year, as runs of consecutive years: a row is found by arithmetic, not by
 * search. Runs stand in the order of unit and year.
 */
export interface Runs {
  /** 1: states; 2: pairs. */
  readonly sides: 1 | 2;
  readonly directed: boolean;
  readonly system: StateSystem;
  readonly years: Years;
  readonly rows: number;
  /** The first run of each unit, and one more; a state's unit is its number, a pair's `a * states + b`. */
  readonly start: Int32Array;
  /** Of each run: the states (the same twice for states), first and last year, the row of its first year. */
  readonly a: Int16Array;
  readonly b: Int16Array;
  readonly first: Int16Array;
  readonly last: Int16Array;
  readonly row: Int32Array;
}

/** Grows as runs are found; typed when it is done. */
function collect(sides: 1 | 2, directed: boolean, system: StateSystem, years: Years) {
  const a: number[] = [];
  const b: number[] = [];
  const first: number[] = [];
  const last: number[] = [];
  const row: number[] = [];
  const start: number[] = [];
  let rows = 0;
  return {
    unit: (one: number, other: number, spans: readonly Years[]): void => {
      start.push(row.length);
      for (const span of spans) {
        a.push(one);
        b.push(other);
        first.push(span.first);
        last.push(span.last);
        row.push(rows);
        rows += span.last - span.first + 1;
      }
    },
    done: (): Runs => ({
      sides,
      directed,
      system,
      years,
      rows,
      start: Int32Array.from([...start, row.length]),
      a: Int16Array.from(a),
      b: Int16Array.from(b),
      first: Int16Array.from(first),
      last: Int16Array.from(last),
      row: Int32Array.from(row),
    }),
  };
}

/** A row for each state and year in which it is a member on any day. */
export function stateRuns(system: StateSystem, years: Years, asked: (state: number) => boolean): Runs {
  const runs = collect(1, false, system, years);
  system.stays.forEach((stays, state) => runs.unit(state, state, asked(state) ? yearSpans(stays, years) : []));
  return runs.done();
}

/**
 * A row for each pair and year in which the two are members on the same day: those that only follow each other within a
 * year are no pair in it. Undirected: the lower code first, each pair once.
 */
export function dyadRuns(system: StateSystem, years: Years, directed: boolean, asked: (state: number) => boolean): Runs {
  const runs = collect(2, directed, system, years);
  const wanted = system.stays.map((_, state) => asked(state));
  system.stays.forEach((own, one) => {
    system.stays.forEach((others, other) => {
      const pair = wanted[one] === true && wanted[other] === true && (directed ? one !== other : one < other);
      runs.unit(one, other, pair ? spansTogether(own, others, years) : NONE);
    });
  });
  return runs.done();
}

const NONE: readonly Years[] = [];

/** The spans of years with a common day; most states have one spell, and no list is made for them. */
function spansTogether(own: StateSystem['stays'][number], others: StateSystem['stays'][number], years: Years): readonly Years[] {
  const [a, more] = own;
  const [b, evenMore] = others;
  if (a === undefined || b === undefined || more !== undefined || evenMore !== undefined) return yearSpans(together(own, others), years);
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  if (from > to) return NONE;
  const first = Math.max(yearOfStamp(from), years.first);
  const last = Math.min(yearOfStamp(to), years.last);
  return first > last ? NONE : [{ first, last }];
}

/** The row of a unit in a year; -1 where the panel has none. */
export function rowOf(runs: Runs, unit: number, year: number): number {
  const end = runs.start[unit + 1] ?? 0;
  for (let run = runs.start[unit] ?? 0; run < end; run++) {
    const first = runs.first[run] ?? 0;
    if (year >= first && year <= (runs.last[run] ?? 0)) return (runs.row[run] ?? 0) + year - first;
  }
  return -1;
}

/** Fills what is one value for each run, and the years. */
export function keyColumns(runs: Runs): Column[] {
  const { codes, id } = runs.system;
  const ofSide = (states: Int16Array): Int16Array => {
    const values = new Int16Array(runs.rows);
    for (let run = 0; run < runs.row.length; run++) {
      const row = runs.row[run] ?? 0;
      values.fill(codes[states[run] ?? 0] ?? 0, row, row + (runs.last[run] ?? 0) - (runs.first[run] ?? 0) + 1);
    }
    return values;
  };
  const year = new Int16Array(runs.rows);
  for (let run = 0; run < runs.row.length; run++) {
    const row = runs.row[run] ?? 0;
    const first = runs.first[run] ?? 0;
    const length = (runs.last[run] ?? 0) - first + 1;
    for (let step = 0; step < length; step++) year[row + step] = first + step;
  }
  const name = STATE_COLUMN[id];
  const word = id === 'cow' ? 'COW' : 'Gleditsch-Ward';
  const yearColumn: Column = { name: 'year', kind: 'int16', label: 'year', values: year };
  if (runs.sides === 1) return [{ name, kind: 'int16', label: `${word} state number`, values: ofSide(runs.a) }, yearColumn];
  return [
    { name: `${name}1`, kind: 'int16', label: `${word} state number, side 1`, values: ofSide(runs.a) },
    { name: `${name}2`, kind: 'int16', label: `${word} state number, side 2`, values: ofSide(runs.b) },
    yearColumn,
  ];
}
