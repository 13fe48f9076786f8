import { describe, expect, it } from 'vitest';
import { usTroops } from '../../../src/data/sources/us-troops/source.ts';
import { published } from '../../support/published.ts';

const HEAD = 'countryname,year,ccode,iso3c,region,troops_ad,army_ad,navy_ad,air_force_ad,marine_corps_ad,total_selected_reserve,total_civilian\n';

describe('US troops', () => {
  it('Germany before 1990 is the Federal Republic; places outside the system keep their numbers; a negative count stays', async () => {
    const text = `${HEAD}Germany,1989,255,DEU,Europe,5,1,1,1,-2,0,0\nGermany,1990,255,DEU,Europe,5,1,1,1,1,0,0\nGuam,1990,1008,,Asia,5,1,1,1,1,0,0\n`;
    const { found } = await published(usTroops, 'us_troops_abroad.csv', text);
    expect(found.map(({ countryname, year, ccode, cown, marine_corps_ad: marines }) => [countryname, year, ccode, cown, marines])).toEqual([
      ['Germany', 1989, 255, 260, -2],
      ['Germany', 1990, 255, 255, 1],
      ['Guam', 1990, 1008, 1008, 1],
    ]);
  });

  it('negative totals and numbers of no country are refused', async () => {
    await expect(published(usTroops, 'us_troops_abroad.csv', `${HEAD}A,1989,901,AAA,E,-5,1,1,1,1,0,0\n`)).rejects.toThrow('totals are not negative');
    await expect(published(usTroops, 'us_troops_abroad.csv', `${HEAD}A,1989,20000,AAA,E,5,1,1,1,1,0,0\n`)).rejects.toThrow('ccode is a COW number');
  });
});
