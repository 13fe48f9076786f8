import { numberColumn, rowsOf, type Row, type Table } from '../table/table.ts';
import type { Column } from '../table/column.ts';

/** The tables of ATOP 5.1 that a treaty is made from, as the store holds them. */
export interface AtopTables {
  /** One row an alliance and phase. */
  readonly phase: Table;
  /** One row a member and phase. */
  readonly member: Table;
  /** Leeds and Anac's scores, one row a phase. */
  readonly institutions?: Table;
  /** What one state owed another in a year, over all alliances: tells partners apart where a member owes them different things. */
  readonly dyads?: Table;
}

/** A phase of an alliance: the agreement as it stood until it was renegotiated. */
export interface AtopPhase {
  /** 0 where the alliance never changed. */
  readonly number: number;
  readonly row: Row;
  readonly members: readonly Row[];
  readonly institutions?: Row;
}

export interface AtopAlliance {
  /** ATOP number. */
  readonly id: number;
  /** In the order of their numbers. */
  readonly phases: readonly AtopPhase[];
}

/** The alliances of ATOP and what its codes mean. */
export interface Atop {
  readonly alliances: readonly AtopAlliance[];
  /** Columns of the phase and member tables by name: their labels, and those of their values. */
  readonly columns: ReadonlyMap<string, Column>;
}

/** The number a row holds under a name; undefined where it is missing: ATOP found no text that says. */
export function codeOf(row: Row, name: string): number | undefined {
  const value = row[name];
  return typeof value === 'number' ? value : undefined;
}

function grouped<K>(rows: readonly Row[], keyOf: (row: Row) => K): ReadonlyMap<K, readonly Row[]> {
  const groups = new Map<K, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** Groups the rows by alliance and phase. @throws {RangeError} where a table lacks its key */
export function readAtop({ phase, member, institutions }: Omit<AtopTables, 'dyads'>): Atop {
  for (const name of ['atopid', 'phase']) {
    numberColumn(phase, name);
    numberColumn(member, name);
  }
  const keyOf = (row: Row): string => `${String(codeOf(row, 'atopid'))}.${String(codeOf(row, 'phase'))}`;
  const membersOf = grouped(rowsOf(member), keyOf);
  const scoresOf = new Map((institutions === undefined ? [] : rowsOf(institutions)).map((row) => [codeOf(row, 'atopidphase')?.toFixed(1), row]));
  const byAlliance = grouped(rowsOf(phase), (row) => codeOf(row, 'atopid') ?? 0);
  const alliances = [...byAlliance].map(([id, rows]): AtopAlliance => ({
    id,
    phases: rows
      .map((row): AtopPhase => {
        const number = codeOf(row, 'phase') ?? 0;
        const scores = scoresOf.get((id + number / 10).toFixed(1));
        return { number, row, members: membersOf.get(keyOf(row)) ?? [], ...(scores !== undefined && { institutions: scores }) };
      })
      .toSorted((a, b) => a.number - b.number),
  }));
  return {
    alliances: alliances.toSorted((a, b) => a.id - b.id),
    columns: new Map([...member.columns, ...phase.columns].map((column) => [column.name, column])),
  };
}
