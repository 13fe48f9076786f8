import { describe, expect, it } from 'vitest';
import { polity } from '../../../src/data/sources/polity/source.ts';
import { madeUp, published } from '../../support/published.ts';

const AT_HAND = { polity_ccode: 'polity_annual_ccode', country: 'polity_annual_country', gwn: 'GWn' };
const row = { cown: 901, polity_ccode: 901, year: 1900, democ: 6, autoc: 2, polity: 4, polity2: 4 };
const coded = (code: number, polity2: number | string) => ({ ...row, democ: code, autoc: code, polity: code, polity2, durable: '' });

describe('Polity5', () => {
  it('keeps -66, -77 and -88 in polity as codes, and polity2 missing where it is blank', async () => {
    const rows = [row, { ...coded(-66, ''), year: 1901 }, { ...coded(-77, 0), year: 1902 }, { ...coded(-88, -5), year: 1903 }];
    const { found } = await published(polity, 'polity5.csv', madeUp(polity, 'state-year', rows, AT_HAND));
    expect(found.map((one) => [one['year'], one['polity'], one['polity2'], one['durable']])).toEqual([
      [1900, 4, 4, 1],
      [1901, -66, null, null],
      [1902, -77, 0, null],
      [1903, -88, -5, null],
    ]);
    expect(polity.tables[0].columns['polity']?.valueLabels?.[-66]).toBe('foreign interruption');
  });

  it("turns Polity's own numbers into those of the Correlates of War in the file as published", async () => {
    const numbers = { 2: 2, 89: null, 324: 325, 341: 347, 342: 345, 347: 345, 348: 341, 364: 365, 525: 626, 529: 530, 626: 625, 769: 770, 818: 816 };
    const lines = Object.keys(numbers).map((code) => `1,${code}1900,${code},AAA,Freedonia,1900,0,,6,2,4,4,10,3,3,4,7,5,5,8,7,10`);
    const head =
      'p5,cyear,ccode,scode,country,year,flag,fragment,democ,autoc,polity,polity2,durable,xrreg,xrcomp,xropen,xconst,parreg,parcomp,exrec,exconst,polcomp';
    const { found } = await published(polity, 'p5v2018.csv', `${head}\n${lines.join('\n')}\n`);
    expect(Object.fromEntries(found.map((one) => [one['polity_ccode'], one['cown']]))).toEqual(numbers);
    expect(found[0]).toMatchObject({ gwn: null, xconst: 7, parcomp: 5 });
  });

  it('refuses scores that cannot be', async () => {
    const read = (one: Readonly<Record<string, string | number>>) => published(polity, 'polity5.csv', madeUp(polity, 'state-year', [one], AT_HAND));
    await expect(read({ ...row, polity: -55 })).rejects.toThrow('polity is from -10 to 10');
    await expect(read({ ...row, polity: 5 })).rejects.toThrow('democ less autoc');
    await expect(read(coded(-66, 3))).rejects.toThrow('missing under foreign interruption');
  });
});
