import { describe, expect, it } from 'vitest';
import { berkemeierFuhrmann } from '../../../src/data/sources/berkemeier-fuhrmann/source.ts';
import { leedsAnac } from '../../../src/data/sources/leeds-anac/source.ts';
import { madeUp, published } from '../../support/published.ts';

describe('Leeds and Anac', () => {
  const row = { war: 10, atopid: 1234, ccode1: 901, honor3: 1, milinst: 2 };

  it.each(['leeds_anac_2005_fulfilment.csv', 'LeedsAnacIIrep.csv'])('is read from %s', async (name) => {
    expect((await published(leedsAnac, name, madeUp(leedsAnac, 'cases', [row]))).found).toMatchObject([row]);
  });

  it('refuses codes without a meaning, and a case twice', async () => {
    await expect(published(leedsAnac, 'LeedsAnacIIrep.csv', madeUp(leedsAnac, 'cases', [{ ...row, milinst: 3 }]))).rejects.toThrow('milinst is one of 0, 1, 2');
    await expect(published(leedsAnac, 'LeedsAnacIIrep.csv', madeUp(leedsAnac, 'cases', [row, row]))).rejects.toThrow('more than once');
  });
});

describe('Berkemeier and Fuhrmann', () => {
  const blank = Object.fromEntries(
    ['BF', 'LLM'].flatMap((by) => ['nonagg', 'consul', 'cfna', 'dna', 'honor', 'violate'].map((outcome) => [`${outcome}${by}`, ''])),
  );
  const read = (row: Readonly<Record<string, string | number>>) =>
    published(
      berkemeierFuhrmann,
      'berkemeier_fuhrmann_2018_fulfilment.csv',
      madeUp(berkemeierFuhrmann, 'cases', [{ warid: 1, atopid: 1234, ...blank, ...row }]),
    );

  it('keeps blanks as published: neither honored nor violated is not zero', async () => {
    const { found } = await read({ honorBF: 1, dnaLLM: 1, cfnaLLM: 1, cowwarid: '' });
    expect(found).toMatchObject([{ honorBF: 1, violateBF: null, dnaBF: null, dnaLLM: 1, honorLLM: null, cowwarid: null }]);
  });

  it('refuses a case that is both honored and violated, or both and none', async () => {
    await expect(read({ honorBF: 1, violateBF: 1 })).rejects.toThrow('no case of the BF coding');
    await expect(read({ honorLLM: 1, dnaLLM: 1 })).rejects.toThrow('no case of the LLM coding');
  });
});
