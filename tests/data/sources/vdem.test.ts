import { describe, expect, it } from 'vitest';
import { vdem } from '../../../src/data/sources/vdem/source.ts';
import { published } from '../../support/published.ts';

const AT_HAND =
  'vdem_country_name,country_text_id,country_id,year,vdem_cowcode,cown,GWn,v2x_polyarchy,v2x_polyarchy_codelow,v2x_polyarchy_codehigh,v2x_libdem\n';

describe('V-Dem', () => {
  it('takes the COW number of V-Dem, and one of ours where it has none', async () => {
    const text = `${AT_HAND}Austria,AUT,144,1900,300,305,305,.2,.1,.3,.15\nPiedmont-Sardinia,SPD,373,1860,,325,325,.2,.1,.3,\nPiedmont-Sardinia,SPD,373,1861,,325,325,.2,.1,.3,\nHamburg,HRG,362,1850,,,,,,,\n`;
    const { found } = await published(vdem, 'vdem_extract.csv', text);
    expect(found.map((one) => [one['country_text_id'], one['year'], one['ccode'], one['cowcode'], one['cown']])).toEqual([
      ['AUT', 1900, 300, 300, 305],
      ['HRG', 1850, null, null, null],
      ['SPD', 1860, 325, null, 325],
      ['SPD', 1861, null, null, 325],
    ]);
    expect(found[0]).toMatchObject({ v2x_polyarchy: 0.2, v2x_libdem: 0.15 });
  });

  it('of the thousands of columns published keeps ours, and does not list the rest', async () => {
    const others = Array.from({ length: 2000 }, (_, index) => `v2_made_up_${index}`);
    const head = `country_name,country_text_id,country_id,year,historical_date,project,COWcode,v2x_polyarchy,v2x_polyarchy_codelow,v2x_polyarchy_codehigh,v2x_polyarchy_sd,v2x_libdem,${others.join(',')}`;
    const line = `Freedonia,FRE,990,1900,1900-12-31,0,901,.5,.4,.6,.05,NA,${others.map(() => '1').join(',')}`;
    const { found, notes } = await published(vdem, 'V-Dem-CY-Core-v15.csv', `${head}\n${line}\n`);
    expect(found).toMatchObject([{ ccode: 901, cowcode: 901, cown: null, gwn: null, v2x_polyarchy: 0.5, v2x_libdem: null }]);
    expect(notes.filter((note) => note.includes('passed over'))).toEqual([]);
  });

  it('another version and another scale are refused', async () => {
    await expect(published(vdem, 'V-Dem-CY-Core-v14.csv', 'x\n1\n')).rejects.toThrow('no table of vdem is published under this name');
    await expect(published(vdem, 'vdem_extract.csv', `${AT_HAND}A,AAA,1,1900,901,901,901,20,10,30,15\n`)).rejects.toThrow('from 0 to 1');
    await expect(published(vdem, 'vdem_extract.csv', `${AT_HAND}A,AAA,1,1900,901,901,901,.5,.6,.7,.4\n`)).rejects.toThrow('between its bounds');
  });
});
