import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { rivalry } from '../../../src/data/sources/rivalry/source.ts';
import { war } from '../../../src/data/sources/war/source.ts';
import { madeUp, published } from '../../support/published.ts';

describe('participants of interstate wars', () => {
  const row = {
    warnum: 9,
    warname: 'War of the Peñas, First',
    ccode: 901,
    side: 1,
    startyear1: 1900,
    endyear1: 1901,
    startmonth2: -8,
    startday2: -8,
    startyear2: -8,
    endyear2: -8,
    transfrom: '404, 410',
    transto: -8,
    batdeath: -9,
  };
  const capitals = { warnum: 'WarNum', warname: 'WarName', startyear1: 'StartYear1', batdeath: 'BatDeath' };
  const read = { warname: 'War of the Peñas, First', startyear1: 1900, startyear2: null, transfrom: '404, 410', transto: null, batdeath: null };

  it('-8 and -9 are missing, and a list of wars is kept as text', async () => {
    const { found } = await published(war, 'cow_interstate_war_v4_participants.csv', madeUp(war, 'participants', [row], capitals));
    expect(found).toMatchObject([read]);
  });

  it.each(['\n', '\r\n', '\r'])('as published they are latin-1, with lines that end in %j', async (end) => {
    const text = madeUp(war, 'participants', [row, { ...row, ccode: 902, side: 2 }], capitals).replaceAll('\n', end);
    const { found } = await published(war, 'Inter-StateWarData_v4.0.csv', Buffer.from(text, 'latin1'));
    expect(found).toMatchObject([read, { ...read, ccode: 902 }]);
  });

  it('a state that changed sides stands twice, once for each', async () => {
    const text = madeUp(war, 'participants', [row, { ...row, side: 2 }]);
    expect((await published(war, 'cow_interstate_war_v4_participants.csv', text)).rows).toBe(2);
  });

  it.each([
    ['an outcome that is none', { outcome: 9 }, 'outcome is one of 1, 2, 3, 4, 5, 6, 7, 8'],
    ['a war outside the years covered', { startyear1: 2014, endyear1: 2014 }, 'startyear1 lies between 1816 and 2007'],
    ['a war of another kind', { wartype: 4 }, 'wartype is one of 1'],
  ])('refuse %s', async (_, change, message) => {
    await expect(published(war, 'Inter-StateWarData_v4.0.csv', madeUp(war, 'participants', [{ ...row, warname: 'A war', ...change }]))).rejects.toThrow(
      message,
    );
  });

  it('refuse a text that is no number, naming its row', async () => {
    const text = madeUp(war, 'participants', [{ ...row, batdeath: '1,000' }]);
    await expect(published(war, 'cow_interstate_war_v4_participants.csv', text)).rejects.toThrow("row 1, column batdeath: '1,000' is not a whole number");
  });
});

describe('interstate wars by directed dyad', () => {
  const sides = [
    { warnum: 9, ccode1: 901, ccode2: 902, year: 1900, sidea1: 1, sidea2: 2, batdeath1: -9, batdeath2: 500 },
    { warnum: 9, ccode1: 902, ccode2: 901, year: 1900, sidea1: 2, sidea2: 1, batdeath1: 500, batdeath2: -9 },
  ];

  it('have a second row where fighting resumed in the year', async () => {
    const again = sides.map((row) => ({ ...row, resume: 1, outcome1: '', outcome2: '' }));
    const { found } = await published(war, 'cow_war_inter_dyad_year.csv', madeUp(war, 'directed-dyad-year', [...sides, ...again]));
    expect(found.map(({ ccode1, resume, outcome1, batdeath1 }) => [ccode1, resume, outcome1, batdeath1])).toEqual([
      [901, 0, 1, null],
      [901, 1, null, null],
      [902, 0, 1, 500],
      [902, 1, null, 500],
    ]);
  });

  it('have both directions', async () => {
    await expect(published(war, 'cow_war_inter_dyad_year.csv', madeUp(war, 'directed-dyad-year', sides.slice(1)))).rejects.toThrow(
      'every row has its counterpart',
    );
  });
});

describe('strategic rivalries', () => {
  it('of 2021 are 1 or missing in their types', async () => {
    const row = { tssr_id: 9, rivalry: 'Aland-Beland', ccode1: 901, ccode2: 902, start: 1494, end: 2020, spatial: 1, positional: '', principal: '' };
    expect((await published(rivalry, 'tss_rivalries.csv', madeUp(rivalry, 'tss', [row]))).found).toMatchObject([{ end: 2020, spatial: 1, positional: null }]);
    await expect(published(rivalry, 'tss_rivalries.csv', madeUp(rivalry, 'tss', [{ ...row, positional: 0 }]))).rejects.toThrow(
      'positional lies between 1 and 1',
    );
    await expect(published(rivalry, 'tss_rivalries.csv', madeUp(rivalry, 'tss', [{ ...row, end: 1490 }]))).rejects.toThrow('a rivalry ends after it begins');
  });

  it('of 2012 name their types', async () => {
    const row = { rivalryno: 9, ccode1: 901, ccode2: 902, styear: 1900, endyear: 2010, region: 'European GPs', type1: 'spatial', type2: '', type3: '' };
    expect((await published(rivalry, 'td_rivalries.csv', madeUp(rivalry, 'td', [row]))).found).toMatchObject([{ type1: 'spatial', type2: null }]);
    await expect(published(rivalry, 'td_rivalries.csv', madeUp(rivalry, 'td', [{ ...row, type2: 'naval' }]))).rejects.toThrow('a type is one of');
    await expect(published(rivalry, 'td_rivalries.csv', madeUp(rivalry, 'td', [{ ...row, ccode1: 903 }]))).rejects.toThrow('the lower number first');
  });
});
