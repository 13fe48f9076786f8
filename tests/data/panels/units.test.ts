import { describe, expect, it } from 'vitest';
import { columnOf } from '../../../src/core/table/table.ts';
import { counted, cowList, gwList, listed, panelOf, reasonsOf, type World } from './world.ts';

/** Three states: 2 throughout, 20 with a gap, 30 that follows 40 within a year. */
const states = cowList([
  [2, '1900-01-01', '1910-12-31'],
  [20, '1900-03-01', '1902-05-01'],
  [20, '1905-07-01', '1910-12-31'],
  [30, '1903-06-02', '1910-12-31'],
  [40, '1900-01-01', '1903-06-01'],
]);

describe('state-year', () => {
  it('has a row where a state is a member on any day of the year, in the order of code and year', async () => {
    const panel = await panelOf(states, { unit: 'state-year', years: { first: 1902, last: 1905 } });
    expect(listed(panel, 'ccode', 'year')).toEqual([
      [2, 1902],
      [2, 1903],
      [2, 1904],
      [2, 1905],
      [20, 1902],
      [20, 1905],
      [30, 1903],
      [30, 1904],
      [30, 1905],
      [40, 1902],
      [40, 1903],
    ]);
  });

  it('takes the years of the list unless told', async () => {
    expect((await panelOf(states, { unit: 'state-year' })).years).toEqual({ first: 1900, last: 1910 });
  });

  it('keeps the members of the last day in later years, and says so', async () => {
    const panel = await panelOf(states, { unit: 'state-year', years: { first: 2020, last: 2021 } });
    expect(listed(panel, 'ccode', 'year')).toEqual([2, 20, 30].flatMap((ccode) => [2020, 2021].map((year) => [ccode, year])));
    const [list] = panel.audit;
    expect(list?.notes).toEqual(['3 members on 1910-12-31, the last day of the list, are taken to stay members to 2021']);
    expect(counted(panel, 'cow-states')).toEqual([3, 2, 0]);
  });

  it('says nothing of later years where none is asked for', async () => {
    expect((await panelOf(states, { unit: 'state-year', years: { first: 1900, last: 1910 } })).audit[0]?.notes).toEqual([]);
  });

  it('reads the list of Gleditsch and Ward', async () => {
    const panel = await panelOf(gwList([[2, '1816-01-01', '2017-12-31']]), { unit: 'state-year', system: 'gw', years: { first: 2016, last: 2018 } });
    expect(listed(panel, 'gwcode', 'year')).toEqual([
      [2, 2016],
      [2, 2017],
      [2, 2018],
    ]);
  });

  it('takes the states asked for alone', async () => {
    const panel = await panelOf(states, { unit: 'state-year', years: { first: 1903, last: 1903 }, states: [30, 40] });
    expect(listed(panel, 'ccode')).toEqual([[30], [40]]);
    expect(reasonsOf(panel, 'cow-states')).toEqual({ 'not-asked': 1, 'outside-years': 2 });
  });

  it('refuses a code that no state has, and years that run backward', async () => {
    await expect(panelOf(states, { unit: 'state-year', states: [99] })).rejects.toThrow('99 is no state of the list');
    await expect(panelOf(states, { unit: 'state-year', years: { first: 1905, last: 1904 } })).rejects.toThrow('run backward');
  });
});

describe('dyad-year', () => {
  it('has a pair only in years with a day in common: 40 ends the day before 30 begins', async () => {
    const panel = await panelOf(states, { unit: 'dyad-year', years: { first: 1903, last: 1903 } });
    expect(listed(panel, 'ccode1', 'ccode2')).toEqual([
      [2, 30],
      [2, 40],
    ]);
  });

  it('skips the gap in the life of a state', async () => {
    const panel = await panelOf(states, { unit: 'dyad-year', states: [2, 20] });
    expect(listed(panel, 'ccode1', 'ccode2', 'year').map(([, , year]) => year)).toEqual([1900, 1901, 1902, 1905, 1906, 1907, 1908, 1909, 1910]);
  });

  it('joins two stays that meet in one year to one run', async () => {
    const panel = await panelOf(
      cowList([
        [2, '1900-01-01', '1905-12-31'],
        [20, '1900-01-01', '1902-03-01'],
        [20, '1902-09-01', '1905-12-31'],
      ]),
      { unit: 'dyad-year' },
    );
    expect(listed(panel, 'year').map(([year]) => year)).toEqual([1900, 1901, 1902, 1903, 1904, 1905]);
  });
});

describe('directed-dyad-year', () => {
  it('has each pair in both directions, in the order of codes and year', async () => {
    const panel = await panelOf(states, { unit: 'directed-dyad-year', years: { first: 1902, last: 1903 }, states: [2, 30, 40] });
    expect(listed(panel, 'ccode1', 'ccode2', 'year')).toEqual([
      [2, 30, 1903],
      [2, 40, 1902],
      [2, 40, 1903],
      [30, 2, 1903],
      [40, 2, 1902],
      [40, 2, 1903],
    ]);
  });

  it('holds codes and years in two bytes', async () => {
    const { table } = await panelOf(states, { unit: 'directed-dyad-year' });
    expect(table.columns.map(({ kind }) => kind)).toEqual(['int16', 'int16', 'int16']);
  });
});

const alliances: World = {
  ...states,
  'atop/member': {
    coverage: [1815, 1908],
    rows: [
      { atopid: 1, phase: 1, member: 2, yrent: 1901, moent: 1, dayent: 5, yrexit: 1903, bilat: 1, defense: 1, offense: 0, neutral: 0, nonagg: 0, consul: 0 },
      { atopid: 1, phase: 2, member: 2, yrent: 1903, moent: 2, dayent: 1, yrexit: 0, bilat: 1, defense: 0, offense: 0, neutral: 0, nonagg: 1, consul: 0 },
      { atopid: 1, phase: 1, member: 20, yrent: 1901, moent: 1, dayent: 5, yrexit: 1906, bilat: 1, defense: 1, offense: 0, neutral: 0, nonagg: 0, consul: 0 },
      {
        atopid: 2,
        phase: 0,
        member: 30,
        yrent: 1904,
        moent: 3,
        dayent: 1,
        yrexit: 1904,
        bilat: 0,
        defense: 0,
        offense: 1,
        neutral: 0,
        nonagg: 0,
        consul: null,
      },
      { atopid: 2, phase: 0, member: 2, yrent: 1904, moent: 3, dayent: 1, yrexit: 1904, bilat: 0, defense: 0, offense: 1, neutral: 0, nonagg: 0, consul: 1 },
      { atopid: 2, phase: 0, member: 20, yrent: 1905, moent: 8, dayent: 1, yrexit: 1905, bilat: 0, defense: 0, offense: 1, neutral: 0, nonagg: 0, consul: 0 },
      { atopid: 3, phase: 0, member: 8152, yrent: 1904, moent: 3, dayent: 1, yrexit: 1904, bilat: 0, defense: 1, offense: 0, neutral: 0, nonagg: 0, consul: 0 },
      { atopid: 3, phase: 0, member: 40, yrent: 1909, moent: 3, dayent: 1, yrexit: 0, bilat: 0, defense: 1, offense: 0, neutral: 0, nonagg: 0, consul: 0 },
    ],
  },
};

describe('alliance-member-year', () => {
  it('runs from signature to exit or the end of coverage, while the state is a member of the system', async () => {
    const panel = await panelOf(alliances, { unit: 'alliance-member-year' });
    expect(listed(panel, 'atopid', 'ccode', 'year', 'phase', 'defense', 'nonagg')).toEqual([
      [1, 2, 1901, 1, 1, 0],
      [1, 2, 1902, 1, 1, 0],
      // Two phases meet: the highest of each.
      [1, 2, 1903, 2, 1, 1],
      ...[1904, 1905, 1906, 1907, 1908].map((year) => [1, 2, year, 2, 0, 1]),
      // The gap of state 20.
      ...[1901, 1902, 1905, 1906].map((year) => [1, 20, year, 1, 1, 0]),
      [2, 2, 1904, 0, 0, 0],
      [2, 20, 1905, 0, 0, 0],
      [2, 30, 1904, 0, 0, 0],
    ]);
    expect(counted(panel, 'atop')).toEqual([6, 2, 0]);
    expect(reasonsOf(panel, 'atop')).toEqual({ 'outside-years': 1, 'unknown-code': 1 });
  });

  it('keeps an obligation that is not known missing', async () => {
    const panel = await panelOf(alliances, { unit: 'alliance-member-year', years: { first: 1904, last: 1904 }, states: [30] });
    expect(listed(panel, 'ccode', 'offense', 'consul')).toEqual([[30, 1, null]]);
  });
});

describe('dispute-participant', () => {
  const disputes: World = {
    ...states,
    'gml/participants': {
      rows: [
        { dispnum: 7, ccode: 20, styear: 1901, stmon: 4, endyear: 1902, sidea: 0 },
        { dispnum: 7, ccode: 2, styear: 1901, stmon: 4, endyear: 1902, sidea: 1 },
        { dispnum: 5, ccode: 2, styear: 1900, stmon: 2, endyear: 1900, sidea: 1 },
        { dispnum: 5, ccode: 30, styear: 1900, stmon: 2, endyear: 1900, sidea: 0 },
        { dispnum: 7, ccode: 2, styear: 1902, stmon: 1, endyear: 1902, sidea: 1 },
        { dispnum: 9, ccode: 2, styear: 1990, stmon: 1, endyear: 1990, sidea: 1 },
      ],
    },
  };

  it('has a row for each entry into a dispute, of the year of entry', async () => {
    const panel = await panelOf(disputes, { unit: 'dispute-participant' });
    expect(listed(panel, 'dispnum', 'ccode', 'year', 'sidea')).toEqual([
      [5, 2, 1900, 1],
      [7, 2, 1901, 1],
      [7, 2, 1902, 1],
      [7, 20, 1901, 0],
    ]);
    expect(reasonsOf(panel, 'gml')).toEqual({ 'outside-years': 1, 'not-member': 1 });
  });

  it('attaches what is known of the state in the year', async () => {
    const world: World = { ...disputes, 'nmc/state-year': { rows: [{ ccode: 2, year: 1901, cinc: 0.5 }] } };
    const panel = await panelOf(world, { unit: 'dispute-participant', add: ['nmc'] });
    expect(listed(panel, 'ccode', 'year', 'cinc').filter(([, , cinc]) => cinc !== null)).toEqual([[2, 1901, 0.5]]);
  });
});

describe('k-ad-year', () => {
  it('has the founders of each alliance, and groups of the size drawn without the event', async () => {
    const panel = await panelOf(alliances, { unit: 'k-ad-year', ratio: 3 });
    const rows = listed(panel, 'year', 'k', 'event', 'atopid', 'members', 'weight');
    expect(rows.filter(([, , event]) => event === 1)).toEqual([
      [1901, 2, 1, 1, '2 20', 1],
      [1904, 2, 1, 2, '2 30', 1],
    ]);
    expect(rows.filter(([, , event]) => event === 0)).toHaveLength(6);
    expect(reasonsOf(panel, 'atop')).toEqual({ 'not-founding': 3, 'unknown-code': 1 });
  });

  it('weighs the draw so that it stands for every group of the size', async () => {
    const panel = await panelOf(alliances, { unit: 'k-ad-year', ratio: 3 });
    const weights = listed(panel, 'weight').reduce((sum, [weight]) => sum + Number(weight), 0);
    // Pairs of members, 1900 to 1908: 3 of 3 states in 1900-1902 and 1903, 1 of 2 in 1904, 3 of 3 from 1905.
    expect(weights).toBeCloseTo(3 * 4 + 1 + 3 * 4, 9);
  });

  it('draws the same groups for the same seed, others for another, none twice and no event', async () => {
    const draw = async (seed: number) => listed(await panelOf(alliances, { unit: 'k-ad-year', ratio: 5, seed }), 'year', 'members', 'event');
    expect(await draw(1)).toEqual(await draw(1));
    expect(await draw(1)).not.toEqual(await draw(2));
    const names = (await draw(1)).map(([year, members]) => `${year} ${members}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('draws all there are where fewer are left than asked for', async () => {
    const panel = await panelOf(alliances, { unit: 'k-ad-year', ratio: 1000 });
    expect(panel.table.rows).toBe(25);
    expect(new Set(listed(panel, 'weight').map(([weight]) => Math.round(Number(weight) * 1e9)))).toEqual(new Set([1e9]));
  });

  it('attaches the lowest, mean and highest over members and over pairs; missing where one is', async () => {
    const world: World = {
      ...alliances,
      'nmc/state-year': {
        rows: [
          { ccode: 2, year: 1901, cinc: 0.5, milper: 10 },
          { ccode: 20, year: 1901, cinc: 0.25, milper: null },
        ],
      },
      'atop/directed-dyad-year': {
        rows: [{ ccode1: 2, ccode2: 20, year: 1901, atop_defense: 1, atop_offense: 0, atop_neutral: 0, atop_nonagg: 0, atop_consul: 0 }],
      },
    };
    const panel = await panelOf(world, { unit: 'k-ad-year', ratio: 0, years: { first: 1901, last: 1901 }, add: ['nmc', 'atop'] });
    expect(listed(panel, 'cinc_min', 'cinc_mean', 'cinc_max', 'milper_mean', 'atop_defense_min', 'atop_defense_mean', 'atop_defense_max')).toEqual([
      [0.25, 0.375, 0.5, null, 0, 0.5, 1],
    ]);
    expect(columnOf(panel.table, 'atop_defense1')).toBeUndefined();
  });
});
