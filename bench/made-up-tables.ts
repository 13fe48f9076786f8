import { createRng } from '../src/core/math/rng.ts';
import { numbers, type Column, type NumberKind } from '../src/core/table/column.ts';
import type { Table } from '../src/core/table/table.ts';
import type { SourceTable } from '../src/data/panels/tables/source-table.ts';
import type { PanelTables } from '../src/data/panels/tables/panel-tables.ts';

export const YEARS = { first: 1816, last: 2025 } as const;
const STATES = 217;

const column = (name: string, kind: NumberKind, from: readonly number[]): Column => {
  const values = numbers(kind, from.length);
  values.set(from);
  return { name, kind, values };
};
const text = (name: string, from: readonly string[]): Column => {
  const levels = [...new Set(from)];
  const at = new Map(levels.map((level, index) => [level, index]));
  return { name, kind: 'text', levels, values: Int32Array.from(from, (value) => at.get(value) ?? -1) };
};
const tableOf = (...columns: Column[]): Table => ({ rows: columns[0]?.values.length ?? 0, columns });

interface Life {
  readonly code: number;
  readonly from: number;
  readonly to: number;
}

/** States of a system that grows as the real one did: 23 in 1816, 195 at the end, some that end before. */
function lives(): Life[] {
  const rng = createRng(1, 'bench-states');
  return Array.from({ length: STATES }, (_, index): Life => {
    const from = index < 23 ? YEARS.first : 1830 + Math.floor(170 * Math.sqrt((index - 23) / (STATES - 23)));
    const ends = index % 10 === 3;
    return { code: 2 + 4 * index, from, to: ends ? Math.min(2016, from + 20 + rng.int(60)) : 2016 };
  });
}

/** Tables of the size of the real ones, made up: who is a member, owes, fights, borders on whom, and is how strong. */
export function madeUpTables(): Readonly<Record<string, Table>> {
  const rng = createRng(1, 'bench-tables');
  const states = lives();
  const alive = (state: Life, year: number): boolean => state.from <= year && year <= state.to;
  const owes: number[][] = [];
  const fights: number[][] = [];
  for (let year: number = YEARS.first; year <= 2018; year++) {
    const members = states.filter((state) => alive(state, Math.min(year, 2016)));
    for (let first = 0; first < members.length; first += 40) {
      const pact = members.slice(first, first + Math.min(36, 2 + Math.floor(members.length / 5)));
      for (const a of pact) for (const b of pact) if (a !== b) owes.push([a.code, b.code, year, rng.int(2), rng.int(2), rng.int(2), 1, 1]);
    }
    const disputes = year <= 2010 ? 26 : 0;
    for (let n = 0; n < disputes; n++) {
      const [a, b] = [members[rng.int(members.length)], members[rng.int(members.length)]];
      if (a === undefined || b === undefined || a === b) continue;
      const onset = rng.int(2);
      fights.push([a.code, b.code, year, onset, 1], [b.code, a.code, year, onset, 1]);
    }
  }
  const near = states.flatMap((a, i) =>
    states.slice(i + 1, i + 5).flatMap((b, j) => [
      [a.code, b.code, j + 1],
      [b.code, a.code, j + 1],
    ]),
  );
  const strong = states.flatMap(({ code, from, to }) => Array.from({ length: to - from + 7 }, (_, step) => [code, from + step]));
  const part = (rows: readonly (readonly number[])[], at: number): number[] => rows.map((row) => row[at] ?? 0);
  const each = (value: number): number[] => states.map(() => value);
  return {
    'cow-states/members': tableOf(
      column(
        'ccode',
        'int16',
        states.map(({ code }) => code),
      ),
      text(
        'stateabb',
        states.map(({ code }) => `S${code}`),
      ),
      text(
        'statenme',
        states.map(({ code }) => `State ${code}`),
      ),
      column(
        'styear',
        'int16',
        states.map(({ from }) => from),
      ),
      column('stmonth', 'int8', each(1)),
      column('stday', 'int8', each(1)),
      column(
        'endyear',
        'int16',
        states.map(({ to }) => to),
      ),
      column('endmonth', 'int8', each(12)),
      column('endday', 'int8', each(31)),
    ),
    'atop/directed-dyad-year': tableOf(
      ...['ccode1', 'ccode2', 'year'].map((name, at) => column(name, 'int16', part(owes, at))),
      ...['defense', 'offense', 'neutral', 'nonagg', 'consul'].map((name, at) => column(`atop_${name}`, 'int8', part(owes, at + 3))),
    ),
    'gml/directed-dyad-year': tableOf(
      ...['ccode1', 'ccode2', 'year'].map((name, at) => column(name, 'int16', part(fights, at))),
      ...['midonset', 'midongoing'].map((name, at) => column(name, 'int8', part(fights, at + 3))),
    ),
    'contiguity/directed-spells': tableOf(
      ...['ccode1', 'ccode2'].map((name, at) => column(name, 'int16', part(near, at))),
      column('conttype', 'int8', part(near, 2)),
      text(
        'stdate',
        near.map(() => '1816-01-01'),
      ),
      text(
        'enddate',
        near.map(() => '2016-12-01'),
      ),
    ),
    'nmc/state-year': tableOf(
      ...['ccode', 'year'].map((name, at) => column(name, 'int16', part(strong, at))),
      ...['milper', 'irst', 'pec'].map((name) =>
        column(
          name,
          'int32',
          strong.map(() => rng.int(100_000)),
        ),
      ),
      ...['milex', 'tpop', 'upop', 'cinc'].map((name) =>
        column(
          name,
          'float64',
          strong.map(() => rng.next() * 1000),
        ),
      ),
    ),
  };
}

const COVERAGE: Readonly<Record<string, readonly [number, number]>> = {
  'atop/directed-dyad-year': [1815, 2018],
  'gml/directed-dyad-year': [1816, 2010],
  'contiguity/directed-spells': [1816, 2016],
};

/** The tables as a panel reads them from the store. */
export function panelTables(made: Readonly<Record<string, Table>>): PanelTables {
  return {
    read: (source, id): Promise<SourceTable> => {
      const data = made[`${source}/${id}`];
      if (data === undefined) return Promise.reject(new RangeError(`no ${source}/${id} was made up`));
      return Promise.resolve({
        source,
        version: 'made up',
        id,
        data,
        codes: 'cow',
        coverage: COVERAGE[`${source}/${id}`] ?? null,
        absent: source === 'nmc' ? 'missing' : 'zero',
        notes: [],
      });
    },
  };
}
