import { describe, expect, it } from 'vitest';
import { cowStates } from '../../../src/data/sources/cow-states/source.ts';
import { gwStates } from '../../../src/data/sources/gw-states/source.ts';
import { majors } from '../../../src/data/sources/majors/source.ts';
import { published } from '../../support/published.ts';

const STATES = 'stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n';

describe('the COW state system', () => {
  it.each(['cow_states.csv', 'states2016.csv'])('has a row for each spell: %s', async (name) => {
    const { found, notes } = await published(
      cowStates,
      name,
      `${STATES}"AAA",901,"Aland, Republic of",1816,1,1,1899,5,31,2016\n"AAA",901,"Aland, Republic of",1920,2,29,2016,12,31,2016\n`,
    );
    expect(found).toMatchObject([
      { ccode: 901, statenme: 'Aland, Republic of', styear: 1816, endyear: 1899 },
      { ccode: 901, styear: 1920, stday: 29, endyear: 2016 },
    ]);
    expect(notes).toEqual(['2 rows, where the edition known to foedus has 243']);
  });

  it.each([
    ['a spell that ends before it begins', 'AAA,901,Aland,1920,1,2,1920,1,1,2016', 'a spell ends after it begins'],
    ['a month that is none', 'AAA,901,Aland,1920,13,1,1920,12,1,2016', 'stmonth lies between 1 and 12'],
    ['a number that is no state number', 'AAA,9010,Aland,1920,1,1,2016,12,31,2016', 'ccode lies between 2 and 990'],
    ['a later edition', 'AAA,901,Aland,1920,1,1,2024,12,31,2024', 'endyear lies between 1816 and 2016'],
  ])('refuses %s', async (_, row, message) => {
    await expect(published(cowStates, 'states2016.csv', `${STATES}${row}\n`)).rejects.toThrow(message);
  });
});

describe('the independent states of Gleditsch and Ward', () => {
  const HEAD = 'gwcode,stateabb,statename,startdate,enddate\n';

  it('keep their days as text', async () => {
    const { found } = await published(gwStates, 'gw_states.csv', `${HEAD}901,AAA,Aland,1816-01-01,2017-12-31\n`);
    expect(found).toEqual([{ gwcode: 901, stateabb: 'AAA', statename: 'Aland', startdate: '1816-01-01', enddate: '2017-12-31' }]);
  });

  it('refuse days written otherwise', async () => {
    await expect(published(gwStates, 'gw_states.csv', `${HEAD}901,AAA,Aland,1816:01:01,1817:01:01\n`)).rejects.toThrow('dates are written YYYY-MM-DD');
  });
});

describe('the major powers', () => {
  it('are read from the list as published, its abbreviations passed over', async () => {
    const { found, notes } = await published(
      majors,
      'majors2016.csv',
      'stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday,version\nAAA,901,1816,1,1,2016,12,31,2016\n',
    );
    expect(found).toEqual([{ ccode: 901, styear: 1816, stmonth: 1, stday: 1, endyear: 2016, endmonth: 12, endday: 31, version: 2016 }]);
    expect(notes).toContain('columns passed over: stateabb');
  });

  it('refuse a table of other columns', async () => {
    await expect(published(majors, 'cow_majors.csv', 'ccode,year\n901,1816\n')).rejects.toThrow(
      'lacks the columns styear, stmonth, stday, endyear, endmonth, endday, version',
    );
  });
});
