import { describe, expect, it } from 'vitest';
import { capabilitiesByYear } from '../../../../src/core/measures/record/capabilities.ts';
import { membersByYear } from '../../../../src/core/measures/record/members.ts';
import { obligationBit, pledgesByYear } from '../../../../src/core/measures/record/pledges.ts';
import { tableFromRows } from '../../../../src/core/table/from-rows.ts';
import { capabilityTable, pledgeTable, spellTable } from '../made-up-record.ts';

describe('members by year', () => {
  const members = membersByYear(
    spellTable([
      [200, 1816, 2016],
      [255, 1816, 1945],
      [255, 1990, 2016],
      [300, 1816, 1918],
    ]),
    2018,
  );

  it.each([
    [1815, []],
    [1816, [200, 255, 300]],
    [1918, [200, 255, 300]],
    [1919, [200, 255]],
    [1946, [200]],
    [1990, [200, 255]],
    [2016, [200, 255]],
    [2018, [200, 255]],
    [2019, []],
  ])('%d', (year, expected) => {
    expect([...members.of(year)]).toEqual(expected);
  });

  it('says how far the list itself goes', () => {
    expect([members.firstYear, members.listed, members.lastYear]).toEqual([1816, 2016, 2018]);
  });

  it('carries on those of the last date alone, not all of the last year', () => {
    const rows = [
      { ccode: 2, styear: 1900, endyear: 2016, endmonth: 12, endday: 31 },
      { ccode: 3, styear: 1900, endyear: 2016, endmonth: 6, endday: 30 },
    ];
    const list = membersByYear(tableFromRows({ ccode: 'int16', styear: 'int16', endyear: 'int16', endmonth: 'int8', endday: 'int8' }, rows), 2017);
    expect([...list.of(2016)]).toEqual([2, 3]);
    expect([...list.of(2017)]).toEqual([2]);
  });
});

describe('pledges by year', () => {
  it('are found in whatever order they stand', () => {
    const pledges = pledgesByYear(
      pledgeTable([
        [2, 20, 1950, ['atop_defense', 'atop_consul']],
        [20, 2, 1948, ['atop_nonagg']],
        [2, 200, 1950, ['atop_neutral']],
      ]),
    );
    const { from, to, bits } = pledges.of(1950);
    expect([[...from], [...to]]).toEqual([
      [2, 2],
      [20, 200],
    ]);
    expect([...bits]).toEqual([obligationBit('defense') | obligationBit('consultation'), obligationBit('neutrality')]);
    expect([pledges.firstYear, pledges.lastYear]).toEqual([1948, 1950]);
    for (const year of [1947, 1949, 1951]) expect(pledges.of(year).from).toHaveLength(0);
  });

  it('of an empty table are none', () => {
    expect(pledgesByYear(pledgeTable([])).of(1950).from).toHaveLength(0);
  });
});

describe('capabilities by year', () => {
  it('are NaN where the table has none', () => {
    const { of } = capabilitiesByYear(
      capabilityTable([
        [2, 1900, 0.2],
        [200, 1901, null],
      ]),
    );
    expect([of(2, 1900), of(2, 1901), of(200, 1901), of(900, 1900), of(2, 1899), of(2, 1902)]).toEqual([0.2, ...Array.from({ length: 5 }, () => Number.NaN)]);
    expect(capabilitiesByYear(capabilityTable([])).of(2, 1900)).toBeNaN();
  });
});
