import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { contiguity } from '../../../src/data/sources/contiguity/source.ts';
import { distance } from '../../../src/data/sources/distance/source.ts';
import { published } from '../../support/published.ts';

describe('direct contiguity', () => {
  const HEAD = 'ccode1,ccode2,conttype,stdate,enddate\n';
  const PUBLISHED = 'dyad,statelno,statelab,statehno,statehab,conttype,begin,end,notes,version\n';

  it('is read in both directions as it stands', async () => {
    const { found } = await published(contiguity, 'cow_contdir.csv', `${HEAD}901,902,1,1920-01-01,2016-12-01\n902,901,1,1920-01-01,2016-12-01\n`);
    expect(found).toMatchObject([
      { ccode1: 901, ccode2: 902, conttype: 1, stdate: '1920-01-01' },
      { ccode1: 902, ccode2: 901, conttype: 1 },
    ]);
  });

  it('as published has each pair once: both directions are made, and months become dates', async () => {
    const { found } = await published(contiguity, 'contdir.csv', `${PUBLISHED}901902,901,"AAA",902,"BBB",4,192003,201612,"a note, with a comma",3.2\n`);
    expect(found).toEqual([
      { ccode1: 901, ccode2: 902, conttype: 4, stdate: '1920-03-01', enddate: '2016-12-01' },
      { ccode1: 902, ccode2: 901, conttype: 4, stdate: '1920-03-01', enddate: '2016-12-01' },
    ]);
  });

  it.each([
    ['one direction alone', `${HEAD}901,902,1,1920-01-01,2016-12-01\n`, 'every row has its counterpart'],
    ['a type that is none', `${HEAD}901,902,6,1920-01-01,2016-12-01\n902,901,6,1920-01-01,2016-12-01\n`, 'conttype is one of 0, 1, 2, 3, 4, 5'],
    ['a spell after the edition', `${HEAD}901,902,1,1920-01-01,2024-12-01\n902,901,1,1920-01-01,2024-12-01\n`, 'between 1816 and 2016'],
    ['a state beside itself', `${HEAD}901,901,1,1920-01-01,2016-12-01\n`, 'ccode1 and ccode2 are two states'],
  ])('refuses %s', async (_, text, message) => {
    await expect(published(contiguity, 'cow_contdir.csv', text)).rejects.toThrow(message);
  });

  it('refuses months that are none', async () => {
    await expect(published(contiguity, 'contdir.csv', `${PUBLISHED}1,901,A,902,B,4,192013,201612,,3.2\n`)).rejects.toThrow('dates are written YYYY-MM-DD');
  });

  it('refuses another file of the name, saying what the reader says', async () => {
    await expect(published(contiguity, 'contdir.csv', 'a,b\n1,2\n')).rejects.toMatchObject({
      message: 'contdir.csv: is not laid out as Direct contiguity by directed dyad, in spells is published.',
      detail: [expect.stringContaining('statelno')],
    });
  });
});

describe('minimum distance', () => {
  const TEXT = 'ccode1,ccode2,year,mindist\n901,902,1886,0\n901,903,1886,932.508131769762\n';

  it.each([
    ['cow_mindist.csv', TEXT],
    ['cow_mindist.csv.gz', gzipSync(TEXT)],
  ])('is read to the last digit: %s', async (name, content) => {
    const { found } = await published(distance, name, content);
    expect(found).toEqual([
      { ccode1: 901, ccode2: 902, year: 1886, mindist: 0 },
      { ccode1: 901, ccode2: 903, year: 1886, mindist: 932.508131769762 },
    ]);
  });

  it('stands once for a pair, the lower number first', async () => {
    await expect(published(distance, 'cow_mindist.csv', 'ccode1,ccode2,year,mindist\n903,901,1886,5\n')).rejects.toThrow('the lower number first');
  });

  it('is no longer than half the Earth around', async () => {
    await expect(published(distance, 'cow_mindist.csv', 'ccode1,ccode2,year,mindist\n901,903,1886,932508\n')).rejects.toThrow('in kilometers');
  });
});
