import { describe, expect, it } from 'vitest';
import { exitFrames, type ExitTables } from '../../../src/core/record/exit.ts';
import { rowsOf, type Row } from '../../../src/core/table/table.ts';
import { memberRow, phaseRow, tableOf } from '../atop/made-up.ts';
import { numbersTable } from './made-up-record.ts';

const years = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Power of 1 doubles in 1905; 2 has a revolution in 1904; 1 fights in 1906; 1 is a great power. */
const WORLD: Pick<ExitTables, 'nmc' | 'polity' | 'wars' | 'majors'> = {
  nmc: numbersTable(
    ['ccode', 'year', 'cinc'],
    years(1900, 1915).flatMap((year) => [
      [1, year, year < 1905 ? 0.1 : 0.2],
      [2, year, 0.1],
      [3, year, 0.1],
    ]),
    { cinc: 'float64' },
  ),
  polity: numbersTable(
    ['cown', 'year', 'polity'],
    years(1900, 1915).flatMap((year) => [
      [1, year, 8],
      [2, year, year < 1904 ? -5 : 2],
      [3, year, -9],
    ]),
  ),
  wars: numbersTable(['ccode', 'startyear1', 'endyear1', 'startyear2', 'endyear2'], [[1, 1906, 1906, -32768, -32768]]),
  majors: numbersTable(['ccode', 'styear', 'endyear'], [[1, 1816, 2016]]),
};

const allianceRow = (row: Row = {}): Row => ({ atopid: 2000, begyr: 1900, endyr: 0, term: 0, defense: 1, bilat: 1, active: 1, renounce: 0, ...row });

function framesOf(alliance: readonly Row[], phases: readonly Row[], members: readonly Row[]): { treaties: Row[]; members: Row[] } {
  const frames = exitFrames({ alliance: tableOf(alliance), phase: tableOf(phases), member: tableOf(members), ...WORLD });
  return { treaties: rowsOf(frames.treaties), members: rowsOf(frames.members) };
}

const inYear = (rows: readonly Row[], year: number): Row | undefined => rows.find((row) => row['year'] === year);

describe('years of an alliance', () => {
  const ended = framesOf(
    [allianceRow({ endyr: 1908, term: 2 })],
    [phaseRow({ endyr: 1908, endmo: 5, endday: 1, defense: 1 })],
    [memberRow(1, { yrexit: 1908, termmode: 3 }), memberRow(2, { yrexit: 1908, termmode: 3 })],
  );

  it('run from the year after the signature to that of the end', () => {
    expect(ended.treaties.map((row) => row['year'])).toEqual(years(1901, 1908));
    expect(ended.treaties.map((row) => row['ended'])).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    expect(ended.treaties.at(-1)).toMatchObject({ age: 8, violated: 1, fulfilled: 0, renegotiated: 0, lapsed: 0, defense_ever: 1 });
    expect(ended.treaties.at(-1)?.['log_age']).toBeCloseTo(Math.log(8), 12);
  });

  it('run to 2018 where it never ended', () => {
    const { treaties } = framesOf([allianceRow()], [phaseRow()], [memberRow(1), memberRow(2)]);
    expect([treaties.length, treaties.at(-1)?.['year'], treaties.at(-1)?.['ended']]).toEqual([118, 2018, 0]);
    expect(treaties.filter((row) => row['after_1945'] === 1)).toHaveLength(73);
  });

  it('are that year alone where it was signed and ended in one', () => {
    const { treaties, members } = framesOf([allianceRow({ endyr: 1900, term: 1 })], [phaseRow({ endyr: 1900 })], [memberRow(1, { yrexit: 1900 })]);
    expect(treaties).toMatchObject([{ year: 1900, age: 0, log_age: 0, ended: 1, fulfilled: 1 }]);
    expect(members).toMatchObject([{ year: 1900, left: 1, left_alone: 0 }]);
  });

  it('know great powers, regimes and wars of the members', () => {
    expect(inYear(ended.treaties, 1902)).toMatchObject({ major_at_signing: 1, no_major: 0, members: 2, regime_change: 0, member_at_war: 0, democratic: 0.5 });
    // The revolution of 1904 is felt in its year and the two after it.
    expect([1903, 1904, 1906, 1907].map((year) => inYear(ended.treaties, year)?.['regime_change'])).toEqual([0, 1, 1, 0]);
    expect([1904, 1905].map((year) => inYear(ended.treaties, year)?.['regime_change_before'])).toEqual([0, 1]);
    expect([1905, 1906, 1907].map((year) => inYear(ended.treaties, year)?.['member_at_war'])).toEqual([0, 1, 0]);
    expect(inYear(ended.treaties, 1907)?.['member_at_war_before']).toBe(1);
  });

  it('measure how the balance between members has moved since the signature', () => {
    expect(inYear(ended.treaties, 1904)?.['capability_change']).toBe(0);
    // 1 against 2 went from 1:1 to 2:1, and 2 against 1 the same way down.
    expect(inYear(ended.treaties, 1905)?.['capability_change']).toBeCloseTo(Math.log(2), 12);
    expect(inYear(ended.treaties, 1905)?.['capability_change_before']).toBe(0);
  });
});

describe('the balance between members', () => {
  const changeIn = (members: readonly Row[], year: number) =>
    inYear(framesOf([allianceRow({ bilat: 0 })], [phaseRow()], members).treaties, year)?.['capability_change'];

  it('is not known where nobody knows the power of the others', () => {
    expect(changeIn([memberRow(1), memberRow(9)], 1905)).toBeNull();
  });

  it('is set against those who were members when each entered', () => {
    // 3 enters in 1907, after 1 has doubled: against 1 and 2 it does not change; 1 and 2 have moved against each other, and 3 came between them.
    const members = [memberRow(1), memberRow(2), memberRow(3, { yrent: 1907 })];
    const [first, second] = [Math.abs(Math.log(0.2 / 0.2) - Math.log(0.1 / 0.1)), Math.abs(Math.log(0.1 / 0.3) - Math.log(0.1 / 0.1))];
    expect(changeIn(members, 1909)).toBeCloseTo((first + second + 0) / 3, 12);
  });
});

describe('memberships', () => {
  it('of phases that follow upon each other are one; a member may leave alone', () => {
    const { members } = framesOf(
      [allianceRow({ bilat: 0 })],
      [phaseRow({ phase: 1, endyr: 1905 }), phaseRow({ phase: 2, begyr: 1905 })],
      [
        memberRow(1, { phase: 1, yrexit: 1905 }),
        memberRow(1, { phase: 2, yrent: 1905, yrexit: 1910, termmode: 3 }),
        memberRow(2, { phase: 1, yrexit: 1905 }),
        memberRow(2, { phase: 2, yrent: 1905 }),
        memberRow(3, { phase: 2, yrent: 1905 }),
      ],
    );
    const first = members.filter((row) => row['member'] === 1);
    expect(first.map((row) => row['year'])).toEqual(years(1901, 1910));
    expect(first.at(-1)).toMatchObject({ left: 1, left_alone: 1, broken: 1, expired: 0, replaced: 0, multilateral: 1, major: 1, members: 3 });
    expect(new Set(first.map((row) => row['spell'])).size).toBe(1);
    expect(members.filter((row) => row['left'] === 1)).toHaveLength(1);
  });

  it('begin to count in the year after the entry', () => {
    const { treaties } = framesOf([allianceRow({ bilat: 0 })], [phaseRow()], [memberRow(1), memberRow(2), memberRow(3, { yrent: 1905, yrexit: 1907 })]);
    expect([1904, 1905, 1906, 1907, 1908].map((year) => inYear(treaties, year)?.['members'])).toEqual([2, 2, 3, 3, 2]);
  });

  it('that ended and began again are two', () => {
    const { members } = framesOf(
      [allianceRow({ bilat: 0 })],
      [phaseRow({ phase: 1 }), phaseRow({ phase: 2, begyr: 1910 })],
      [memberRow(1, { phase: 1, yrexit: 1903 }), memberRow(1, { phase: 2, yrent: 1910, yrexit: 1912 }), memberRow(2, { phase: 1 })],
    );
    const spells = members.filter((row) => row['member'] === 1);
    expect(spells.map((row) => row['year'])).toEqual([1901, 1902, 1903, 1911, 1912]);
    expect(new Set(spells.map((row) => row['spell'])).size).toBe(2);
  });

  it('of Germany go on through its change of number', () => {
    const { members } = framesOf(
      [allianceRow({ begyr: 1980 })],
      [phaseRow({ phase: 1, begyr: 1980, endyr: 1990 }), phaseRow({ phase: 2, begyr: 1990 })],
      [
        memberRow(260, { phase: 1, yrent: 1980, yrexit: 1990 }),
        memberRow(255, { phase: 2, yrent: 1990, yrexit: 1995, termmode: 1 }),
        memberRow(2, { phase: 1, yrent: 1980, yrexit: 1990 }),
        memberRow(2, { phase: 2, yrent: 1990 }),
      ],
    );
    const germany = members.filter((row) => row['member'] === 260 || row['member'] === 255);
    expect(germany.map((row) => row['member'])).toEqual([...years(1981, 1989).map(() => 260), ...years(1990, 1995).map(() => 255)]);
    expect(germany.at(-1)).toMatchObject({ left: 1, expired: 1 });
  });
});

describe('a new alliance', () => {
  const other = (members: readonly Row[]) =>
    framesOf(
      [allianceRow(), allianceRow({ atopid: 2001, begyr: 1905 })],
      [phaseRow(), phaseRow({ atopid: 2001, begyr: 1905 })],
      [memberRow(1), memberRow(2), ...members],
    )
      .treaties.filter((row) => row['atopid'] === 2000)
      .filter((row) => row['outside_alliance'] === 1)
      .map((row) => row['year']);
  const joins = (state: number) => memberRow(state, { atopid: 2001, yrent: 1905 });

  it('with an outsider is felt for three years', () => {
    expect(other([joins(1), joins(3)])).toEqual([1905, 1906, 1907]);
  });

  it('counts though the outsider left within the year', () => {
    expect(other([joins(1), memberRow(3, { atopid: 2001, yrent: 1905, yrexit: 1905 })])).toEqual([1905, 1906, 1907]);
  });

  it('with who entered this one in the same year is none', () => {
    const { treaties } = framesOf(
      [allianceRow({ bilat: 0 }), allianceRow({ atopid: 2001, begyr: 1905 })],
      [phaseRow(), phaseRow({ atopid: 2001, begyr: 1905 })],
      [memberRow(1), memberRow(2), memberRow(3, { yrent: 1905 }), joins(1), joins(3)],
    );
    expect(treaties.filter((row) => row['atopid'] === 2000 && row['outside_alliance'] === 1)).toEqual([]);
  });

  it('with who left before does not', () => {
    expect(other([joins(1), memberRow(3, { atopid: 2001, yrent: 1903, yrexit: 1904 })])).toEqual([]);
  });

  it('among the same members is none', () => {
    expect(other([joins(1), joins(2)])).toEqual([]);
  });
});
