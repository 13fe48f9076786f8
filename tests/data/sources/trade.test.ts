import { describe, expect, it } from 'vitest';
import { trade } from '../../../src/data/sources/trade/source.ts';
import { published } from '../../support/published.ts';

describe('state trade', () => {
  it.each([
    ['cow_trade_sy.csv', '"ccode","year","imports","exports"\n901,1870,450.5,\n902,1870,0,7\n'],
    [
      'National_COW_4.0.csv',
      'ccode,statename,stateabb,year,imports,exports,alt_imports,alt_exports,source1,source2,version\n901,A,AAA,1870,450.5,-9,,,x,y,4\n902,B,BBB,1870,0,7,,,x,y,4\n',
    ],
  ])('is read from %s: -9 and blanks are unknown, 0 is nothing', async (name, text) => {
    const { found, years } = await published(trade, name, text);
    expect(years).toEqual([1870, 1870]);
    expect(found).toEqual([
      { ccode: 901, year: 1870, imports: 450.5, exports: null },
      { ccode: 902, year: 1870, imports: 0, exports: 7 },
    ]);
  });

  it('with a column gone, a negative figure or a row doubled is refused', async () => {
    await expect(published(trade, 'National_COW_4.0.csv', 'ccode,year,imports,flow\n901,1870,1,2\n')).rejects.toThrow('lacks the column exports');
    await expect(published(trade, 'cow_trade_sy.csv', 'ccode,year,imports,exports\n901,1870,-1,2\n')).rejects.toThrow('not negative');
    await expect(published(trade, 'cow_trade_sy.csv', 'ccode,year,imports,exports\n901,1870,1,2\n901,1870,1,2\n')).rejects.toThrow('more than once');
  });
});
