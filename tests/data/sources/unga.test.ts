import { describe, expect, it } from 'vitest';
import { recognize } from '../../../src/data/import/recognize.ts';
import { unga } from '../../../src/data/sources/unga/source.ts';
import { published } from '../../support/published.ts';

const point = { ccode: 901, year: 1946, session: 1, nvotes: 42, idealpoint: 1.5, q5: 1.1, q50: 1.4, q95: 2 };
const AT_HAND = '"ccode","iso3c","Countryname","session","year","NVotes","IdealPoint","Q5%","Q50%","Q95%"\n';

describe('UN ideal points', () => {
  it.each([
    ['unga_ideal_points_1946_2019.csv', `${AT_HAND}901,"AAA","Freedonia",1,1946,42,1.5,1.1,1.4,2\n`],
    [
      'IdealpointestimatesAll_Jun2024.csv',
      '"","ccode","session","iso3c","Countryname","NVotesAll","IdealPointAll","Q5%All","Q50%All","Q95%All","ChinaAgree"\n"1",901,1,"AAA","Freedonia",42,1.5,1.1,1.4,2,NA\n',
    ],
    [
      'IdealpointestimatesAll_Jun2024.tab',
      'ccode\tsession\tiso3c\tCountryname\tNVotesAll\tIdealPointAll\tQ5%All\tQ50%All\tQ95%All\n901\t1\t"AAA"\t"Freedonia"\t42\t1.5\t1.1\t1.4\t2\n',
    ],
  ])('are read from %s, the year counted from the session where it is not given', async (name, text) => {
    expect((await published(unga, name, text)).found).toMatchObject([point]);
  });

  it('of another release are a version of their own', () => {
    expect(recognize('IdealpointestimatesAll_Jun2024.csv', [unga]).map(({ version }) => version)).toEqual(['June 2024']);
  });

  it('quantiles out of order and a year that is not the session are refused', async () => {
    await expect(published(unga, 'unga_ideal_points_1946_2019.csv', `${AT_HAND}901,A,A,1,1946,42,1.5,1.6,1.4,2\n`)).rejects.toThrow('in order');
    await expect(published(unga, 'unga_ideal_points_1946_2019.csv', `${AT_HAND}901,A,A,1,1947,42,1.5,1.1,1.4,2\n`)).rejects.toThrow('session plus 1945');
  });
});
