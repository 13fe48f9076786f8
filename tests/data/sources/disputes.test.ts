import { describe, expect, it } from 'vitest';
import { gml } from '../../../src/data/sources/gml/source.ts';
import { mid } from '../../../src/data/sources/mid/source.ts';
import { madeUp, published } from '../../support/published.ts';

const SIDES = [
  { dispnum: 9, ccode1: 901, ccode2: 902, year: 1900, sidea1: 1, sidea2: 0 },
  { dispnum: 9, ccode1: 902, ccode2: 901, year: 1900, sidea1: 0, sidea2: 1 },
];

describe('GML disputes', () => {
  it.each(['gml_mid_disputes.csv', 'gml-mida-2.2.1.csv'])('-9 is missing where it means so: %s', async (name) => {
    const text = madeUp(gml, 'disputes', [{ dispnum: 9, styear: 1900, outcome: -9, settle: -9, fatality: -9, hiact: 20, hostlev: 5, recip: 0 }]);
    const { found } = await published(gml, name, text);
    expect(found).toMatchObject([{ dispnum: 9, outcome: null, settle: null, fatality: null, hiact: 20, hostlev: 5, recip: 0 }]);
  });

  it('where -9 has no meaning it is refused', async () => {
    await expect(published(gml, 'gml_mid_disputes.csv', madeUp(gml, 'disputes', [{ dispnum: 9, styear: 1900, hostlev: -9 }]))).rejects.toThrow(
      'hostlev is one of 1, 2, 3, 4, 5',
    );
  });

  it.each(['gml_directed_dyad_year.csv', 'gml-ddy-disputes-2.2.1.csv'])('tell every dyad from both sides: %s', async (name) => {
    const { found, years } = await published(
      gml,
      name,
      madeUp(gml, 'directed-dyad-year', [{ ...SIDES[0], fatalpre1: -9, fatalpre2: 7_500_000 }, { ...SIDES[1] }]),
    );
    expect(years).toEqual([1900, 1900]);
    expect(found).toMatchObject([
      { ccode1: 901, sidea1: 1, fatalpre1: null, fatalpre2: 7_500_000 },
      { ccode1: 902, sidea1: 0 },
    ]);
  });

  it('a dyad without its other side, or with both states on one, is refused', async () => {
    const alone = madeUp(gml, 'directed-dyad-year', SIDES.slice(0, 1));
    await expect(published(gml, 'gml_directed_dyad_year.csv', alone)).rejects.toThrow('counterpart from ccode2 to ccode1 with the same year, dispnum');
    const together = madeUp(
      gml,
      'directed-dyad-year',
      SIDES.map((row) => ({ ...row, sidea1: 1, sidea2: 1 })),
    );
    await expect(published(gml, 'gml_directed_dyad_year.csv', together)).rejects.toThrow('the two states are on two sides');
  });

  it.each(['gml_mida_v2_1.csv', 'gml-mida-2.1.csv'])('of version 2.1 keep their dates, unknown days missing, and links with letters: %s', async (name) => {
    const text = madeUp(gml, 'mida', [{ dispnum3: 9, dispnum4: -9, stday: -9, styear: 1900, endyear: 1901, fatalpre: -9, link1: '147W', link2: 0 }]);
    const { table, found } = await published(gml, name, text);
    expect(table).toBe('mida');
    expect(found).toMatchObject([{ dispnum3: 9, dispnum4: null, stday: null, stmon: 1, endyear: 1901, fatalpre: null, link1: '147W', link2: '0' }]);
  });
});

describe('GML participants', () => {
  it.each(['gml_midb_v2_1.csv', 'gml-midb-2.1.csv'])('have deaths and hostility in version 2.1: %s', async (name) => {
    const row = { dispnum: 9, ccode: 901, stday: 22, stmon: 10, styear: 1999, endday: 22, endmon: 10, endyear: 1999, sidea: '', fatality: -9, hostlev: 3 };
    const { found } = await published(gml, name, madeUp(gml, 'midb', [row, { ...row, ccode: 902, sidea: 1, fatality: 6 }, { ...row, endyear: 2003 }]));
    expect(found.map(({ ccode, sidea, fatality, endyear }) => [ccode, sidea, fatality, endyear])).toEqual([
      [901, null, null, 1999],
      [901, null, null, 2003],
      [902, 1, 6, 1999],
    ]);
  });

  it('have leaders in version 2.2.1', async () => {
    const text = madeUp(gml, 'participants', [{ dispnum: 9, ccode: 901, styear: 1900, stday: -9, endyear: 1900, obsid_start: 'AAA-1895', obsid_end: '' }]);
    expect((await published(gml, 'gml_participants_leaders.csv', text)).found).toMatchObject([{ stday: null, obsid_start: 'AAA-1895', obsid_end: null }]);
  });

  it('leave after they entered', async () => {
    await expect(published(gml, 'gml_midb_v2_1.csv', madeUp(gml, 'midb', [{ ccode: 901, styear: 1900, endyear: 1899 }]))).rejects.toThrow(
      'leaves after it entered',
    );
  });
});

describe('MID disputes', () => {
  it.each(['cow_mid_disputes.csv', 'MIDA 5.0.csv'])('are read from %s', async (name) => {
    const text = madeUp(mid, 'disputes', [{ dispnum: 9, styear: 1900, stmon: 5, fatality: -9, outcome: 9, mindur: 0 }]);
    expect((await published(mid, name, text)).found).toMatchObject([{ fatality: null, outcome: 9, mindur: 0 }]);
  });

  it('of another version are not taken for these', async () => {
    await expect(published(mid, 'MIDA 4.3.csv', madeUp(mid, 'disputes', [{ styear: 1900 }]))).rejects.toThrow('no table of mid is published under this name');
  });

  it('by directed dyad keep fatality missing where it is unknown', async () => {
    const { found } = await published(
      mid,
      'cow_mid_directed_dyad_year.csv',
      madeUp(mid, 'directed-dyad-year', [
        { ...SIDES[0], fatality1: -9 },
        { ...SIDES[1], fatality2: -9 },
      ]),
    );
    expect(found).toMatchObject([
      { fatality1: null, fatality2: 0 },
      { fatality1: 0, fatality2: null },
    ]);
  });

  it('a column gone is named', async () => {
    await expect(published(mid, 'MIDA 5.0.csv', madeUp(mid, 'disputes', [{ styear: 1900 }], { hiact: 'highact' }))).rejects.toThrow(
      'MIDA 5.0.csv: lacks the column hiact of MID disputes.',
    );
  });
});
