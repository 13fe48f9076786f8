import { describe, expect, it } from 'vitest';
import { dcad } from '../../../src/data/sources/dcad/source.ts';
import { madeUp, published } from '../../support/published.ts';

const row = { DCAid: 'DCADv1.0-9999', ccode1: 901, ccode2: 902, signYear: 1994, category1: 'DCA', span: 5, renewType: -66, renewYears: -66, terminated: 0 };
const read = (one: Readonly<Record<string, string | number>>, name = 'DCAD-v1.0-main.csv') => published(dcad, name, madeUp(dcad, 'agreements', [one]));

describe('DCAD', () => {
  it.each(['dcad_v1_main.csv', 'DCAD-v1.0-main.csv'])('keeps codes that mean something, blanks are missing: %s', async (name) => {
    const codes = { span: -77, renewType: -77, renewYears: -77, terminated: -88, factivaSign: -99 };
    const { found } = await read({ ...row, ...codes, durationActual: '', EIFYear: '', category2: '' }, name);
    expect(found).toMatchObject([{ ...codes, durationActual: null, EIFYear: null, category2: null }]);
    expect(dcad.tables[0].columns['span']?.valueLabels).toEqual({ [-77]: 'indefinite', [-88]: 'indeterminate' });
  });

  it.each([
    [{ span: -99 }, 'span is a number of years, -77 or -88'],
    [{ terminated: 2 }, 'terminated is one of'],
    [{ category1: 'PACT' }, 'category1 is one of the six published'],
    [{ signYear: 1979 }, 'signYear lies between 1980 and 2010'],
  ])('refuses %j', async (change, message) => {
    await expect(read({ ...row, ...change })).rejects.toThrow(message);
  });
});
