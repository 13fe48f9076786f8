import { describe, expect, it } from 'vitest';
import { owesByDyad } from '../../../src/core/atop/dyads.ts';
import { atopTreaties } from '../../../src/core/atop/index.ts';
import type { Row } from '../../../src/core/table/table.ts';
import { memberRow, phaseRow, REGISTRY, tableOf } from './made-up.ts';

const dyad = (ccode1: number, ccode2: number, year: number, atop_defense: number): Row => ({ ccode1, ccode2, year, atop_defense });
const ROWS = [dyad(1, 2, 1900, 1), dyad(2, 1, 1900, 0), dyad(1, 2, 1903, 0), dyad(2, 1, 1903, 0), dyad(3, 1, 1901, 1)];

describe('what ATOP has a state owe another, over all alliances', () => {
  const owes = owesByDyad(tableOf(ROWS), new Set([1, 2]));

  it.each<[number, number, readonly [number, number], boolean | undefined, string]>([
    [1, 2, [1900, 1905], true, 'owed in one of the years'],
    [1, 2, [1901, 1905], false, 'owed in none of them'],
    [2, 1, [1900, 1900], false, 'listed, and nothing owed'],
    [1, 3, [1900, 1905], false, 'not listed, both in the data'],
    [1, 4, [1900, 1905], undefined, 'a state the data never name'],
    [1, 2, [1910, 1920], undefined, 'years of which they do not speak'],
  ])('%s to %s in %j: %s (%s)', (debtor, creditor, years, expected) => {
    expect(owes(debtor, creditor, 'defense', years)).toBe(expected);
  });
});

describe('a member that owes its partners different things', () => {
  const members = [memberRow(1, { defense: 1, obvary: 1 }), memberRow(2, { defense: 1 }), memberRow(3, { defense: 1 })];
  const clauses = (dyads: readonly Row[]) =>
    atopTreaties({ phase: tableOf([phaseRow()]), member: tableOf(members), dyads: tableOf(dyads) }, REGISTRY)
      .treaty(2000)
      .treaty.obligations.map(({ bound, to }) => [bound, to]);

  it('owes nothing to those to whom the data have nothing owed', () => {
    expect(clauses(ROWS)).toEqual([
      [['AAA'], ['BBB']],
      [['BBB', 'CCC'], 'all'],
    ]);
  });

  it('owes all of them where the data have nothing owed to any, against the code of the member', () => {
    expect(clauses([dyad(1, 2, 1900, 0), dyad(2, 1, 1900, 0), dyad(3, 1, 1900, 0)])).toEqual([
      [['AAA'], ['BBB', 'CCC']],
      [['BBB', 'CCC'], 'all'],
    ]);
  });
});
