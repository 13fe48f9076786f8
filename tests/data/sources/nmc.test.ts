import { describe, expect, it } from 'vitest';
import { nmc } from '../../../src/data/sources/nmc/source.ts';
import { published } from '../../support/published.ts';

const HEAD = 'ccode,year,milex,milper,irst,pec,tpop,upop,cinc\n';

describe('National Material Capabilities', () => {
  it.each([
    ['cow_nmc_v7.csv', `${HEAD}901,1816,100,5,0,0,2000,0,.25\n901,1817,,,0,0,2000,0,\n`],
    [
      'NMC-70-abridged.csv',
      'stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\nAAA,901,1816,100,5,0,0,2000,0,.25,2021\nAAA,901,1817,-9,-9,0,0,2000,0,-9,2021\n',
    ],
  ])('are read from %s, -9 and blanks missing and zero kept', async (name, text) => {
    const { found } = await published(nmc, name, text);
    expect(found).toMatchObject([
      { ccode: 901, year: 1816, milex: 100, milper: 5, irst: 0, cinc: 0.25 },
      { ccode: 901, year: 1817, milex: null, milper: null, irst: 0, cinc: null },
    ]);
  });

  it('the file with notes on every value is not taken for the data', async () => {
    await expect(published(nmc, 'NMC-70-wsupplementary.csv', HEAD)).rejects.toThrow('no table of nmc is published under this name');
  });

  it('a share above 1 is refused', async () => {
    await expect(published(nmc, 'cow_nmc_v7.csv', `${HEAD}901,1816,1,1,1,1,1,1,25\n`)).rejects.toThrow(
      '1 row breaks what Capabilities by state and year says: cinc is a share',
    );
  });
});
