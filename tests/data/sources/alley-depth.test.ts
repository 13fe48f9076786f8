import { describe, expect, it } from 'vitest';
import { alleyDepth } from '../../../src/data/sources/alley-depth/source.ts';
import { madeUp, published } from '../../support/published.ts';

const FILE = 'alley_latent_treaty_depth.csv';
const columns = Object.entries(alleyDepth.tables[0].columns);
/** Our names as the file writes them. */
const dotted = Object.fromEntries(columns.flatMap(([name, { published: names = [] }]) => (names[0] === undefined ? [] : [[name, names[0]]])));
const row = { atopid: 1234, latent_depth_mean: -0.5, latent_depth_var: 0.25, latent_depth_sd: 0.5 };
const read = (...rows: readonly Readonly<Record<string, string | number>>[]) => published(alleyDepth, FILE, madeUp(alleyDepth, 'treaty', rows, dotted));

describe('Alley, latent depth', () => {
  it('reads columns that are published with dots', async () => {
    expect(dotted).toMatchObject({ latent_depth_mean: 'latent.depth.mean', uncond_milsup: 'uncond.milsup' });
    expect((await read({ ...row, milinst: 2, base_dum: 'NA' })).found).toMatchObject([{ ...row, milinst: 2, base_dum: null }]);
  });

  it('refuses a treaty twice, a code without a meaning, and a spread that is not the root of its variance', async () => {
    await expect(read(row, row)).rejects.toThrow('more than once');
    await expect(read({ ...row, formal: 3 })).rejects.toThrow('formal is one of 0, 1, 2');
    await expect(read({ ...row, latent_depth_var: 0.5 })).rejects.toThrow('the square of the standard deviation');
  });
});
