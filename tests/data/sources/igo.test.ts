import { describe, expect, it } from 'vitest';
import { igo } from '../../../src/data/sources/igo/source.ts';
import { published } from '../../support/published.ts';

const HEAD = 'ccode,year,sum_igo_full,sum_igo_associate,sum_igo_observer,sum_igo_anytype\n';

describe('memberships of organizations', () => {
  it('counts are read as they are', async () => {
    const { found } = await published(igo, 'cow_igo_state_year.csv', `${HEAD}901,1816,3,1,2,6\n`);
    expect(found).toEqual([{ ccode: 901, year: 1816, sum_igo_full: 3, sum_igo_associate: 1, sum_igo_observer: 2, sum_igo_anytype: 6 }]);
  });

  it.each(['state_year_format3.csv', 'state_year_formatv3.csv'])('a column for each organization is counted: %s', async (name) => {
    const text = 'ccode,year,state,AAAID,ABC,Xyz,Wassen\n901,1965,freedonia,1,1,3,0\n902,1965,sylvania,2,-9,-1,\n';
    const { found } = await published(igo, name, text);
    expect(found).toEqual([
      { ccode: 901, year: 1965, sum_igo_full: 2, sum_igo_associate: 0, sum_igo_observer: 1, sum_igo_anytype: 3 },
      { ccode: 902, year: 1965, sum_igo_full: 0, sum_igo_associate: 1, sum_igo_observer: 0, sum_igo_anytype: 1 },
    ]);
  });

  it('counts that do not add up, and files by organization, are refused', async () => {
    await expect(published(igo, 'cow_igo_state_year.csv', `${HEAD}901,1816,3,1,2,5\n`)).rejects.toThrow('are the sum of full');
    await expect(published(igo, 'state_year_formatv3.csv', 'ioname,orgname,year,freedonia\nABC,A,1965,1\n')).rejects.toThrow('is not laid out as');
  });
});
