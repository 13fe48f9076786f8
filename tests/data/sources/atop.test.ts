import { describe, expect, it } from 'vitest';
import { atop } from '../../../src/data/sources/atop/source.ts';
import { madeUp, published } from '../../support/published.ts';

const ALLIANCE = { atopid: 9001, begyr: 1900, endyr: 0 };

describe('ATOP directed dyad-years', () => {
  const rows = [
    { ccode1: 2, ccode2: 20, year: 1950, atop_defense: 1, atop_nonagg: 0 },
    { ccode1: 20, ccode2: 2, year: 1950, atop_defense: 0, atop_nonagg: 1 },
  ];
  const asPublished = {
    ccode1: 'stateA',
    ccode2: 'stateB',
    atop_defense: 'defense',
    atop_offense: 'offense',
    atop_neutral: 'neutral',
    atop_nonagg: 'nonagg',
    atop_consul: 'consul',
  };

  it.each([
    ['atop5_1_directed_dyad_year.csv', {}],
    ['atop5_1ddyr.csv', asPublished],
  ])('keep what each side owes the other: %s', async (name, rename) => {
    const { table, found } = await published(atop, name, madeUp(atop, 'directed-dyad-year', rows, rename));
    expect(table).toBe('directed-dyad-year');
    expect(found).toMatchObject([
      { ccode1: 2, ccode2: 20, year: 1950, atop_defense: 1, atop_nonagg: 0 },
      { ccode1: 20, ccode2: 2, year: 1950, atop_defense: 0, atop_nonagg: 1 },
    ]);
  });

  it('have both directions', async () => {
    await expect(published(atop, 'atop5_1ddyr.csv', madeUp(atop, 'directed-dyad-year', rows.slice(0, 1), asPublished))).rejects.toThrow(
      'atop5_1ddyr.csv: 1 row breaks what ATOP obligations by directed dyad and year says: every row has its counterpart',
    );
  });

  it('have obligations of 0 or 1', async () => {
    const text = madeUp(atop, 'directed-dyad-year', [{ ...rows[0], atop_consul: 7 }, ...rows.slice(1)]);
    await expect(published(atop, 'atop5_1_directed_dyad_year.csv', text)).rejects.toThrow('atop_consul is one of 0, 1');
  });

  it('without a column that is read are refused, with the columns there are', async () => {
    const text = madeUp(atop, 'directed-dyad-year', rows, { atop_defense: 'defence_pact' });
    await expect(published(atop, 'atop5_1ddyr.csv', text)).rejects.toMatchObject({
      message: 'atop5_1ddyr.csv: lacks the column atop_defense of ATOP obligations by directed dyad and year.',
      detail: [expect.stringContaining('defence_pact'), expect.stringContaining('nothing was imported')],
    });
  });
});

describe('ATOP alliances, phases and members', () => {
  it('keep zero ends as published and leave blanks missing', async () => {
    const text = madeUp(atop, 'alliance', [{ ...ALLIANCE, endmo: 0, endday: 0, secrart: '', mem1: 2, mem2: 200, mem3: '' }]);
    const { found } = await published(atop, 'atop5_1a.csv', text);
    expect(found).toMatchObject([{ atopid: 9001, endyr: 0, endmo: 0, secrart: null, mem2: 200, mem3: null }]);
  });

  it('a phase is numbered within its alliance', async () => {
    const row = { atopid: 9001, atopidphase: 9001.2, phase: 2, begyr: 1900, endyr: 1910 };
    expect((await published(atop, 'atop5_1aph.csv', madeUp(atop, 'phase', [row]))).found).toMatchObject([{ atopidphase: 9001.2 }]);
    await expect(published(atop, 'atop5_1aph.csv', madeUp(atop, 'phase', [{ ...row, phase: 3 }]))).rejects.toThrow('atopidphase is atopid + phase / 10');
  });

  it('an end before the beginning is refused', async () => {
    await expect(published(atop, 'atop5_1a.csv', madeUp(atop, 'alliance', [{ ...ALLIANCE, endyr: 1899 }]))).rejects.toThrow('an alliance ends after it begins');
  });

  it('a member that came back stands twice, a row doubled does not', async () => {
    const first = { atopid: 9001, phase: 0, member: 651, yrent: 1945, yrexit: 1979 };
    const back = { ...first, yrent: 1989, yrexit: 0 };
    expect((await published(atop, 'atop5_1m.csv', madeUp(atop, 'member', [first, back]))).rows).toBe(2);
    await expect(published(atop, 'atop5_1m.csv', madeUp(atop, 'member', [first, first]))).rejects.toThrow('1 key stands more than once');
  });

  it('a code that has no meaning is refused', async () => {
    await expect(published(atop, 'atop5_1m.csv', madeUp(atop, 'member', [{ yrent: 1945, yrexit: 0, termmode: 9 }]))).rejects.toThrow(
      'termmode is one of 0, 1, 2',
    );
  });
});

describe('ATOP state-years and institutions', () => {
  it('are read as published', async () => {
    const years = await published(
      atop,
      'atop5_1sy.csv',
      madeUp(atop, 'state-year', [{ state: 2, year: 1950, number: 2, atopid1: 9001, atopid2: 9002, atopid3: '' }]),
    );
    expect(years).toMatchObject({ years: [1950, 1950], found: [{ number: 2, atopid2: 9002, atopid3: null }] });
    const institutions = await published(atop, 'atopinst5_1.csv', 'atopid,atopidphase,milinst,formal,version\n9001,9001,,1,5.0999999\n');
    expect(institutions.found).toMatchObject([{ milinst: null, formal: 1 }]);
  });

  it('of another edition are told by their years', async () => {
    const { notes } = await published(atop, 'atop5_1sy.csv', madeUp(atop, 'state-year', [{ state: 2, year: 2024 }]));
    expect(notes).toContain('covers 2024 to 2024, where 1815 to 2018 was expected: another edition');
  });
});
