import { describe, expect, it } from 'vitest';
import { columnOf } from '../../../src/core/table/table.ts';
import type { State } from '../../../src/core/states/types.ts';
import { counted, cowList, gwList, listed, panelOf, reasonsOf, type World } from './world.ts';

const pair = cowList([
  [2, '1900-01-01', '1910-12-31'],
  [20, '1900-01-01', '1910-12-31'],
]);

const owes = (ccode1: number, ccode2: number, year: number, atop_defense: number) => ({
  ccode1,
  ccode2,
  year,
  atop_defense,
  atop_offense: 0,
  atop_neutral: 0,
  atop_nonagg: 0,
  atop_consul: 0,
});

describe('coverage', () => {
  it('is missing outside the years of a source, zero inside, where absence means zero', async () => {
    const world: World = { ...pair, 'atop/directed-dyad-year': { coverage: [1902, 1904], rows: [owes(2, 20, 1903, 1), owes(20, 2, 1903, 0)] } };
    const panel = await panelOf(world, { unit: 'directed-dyad-year', years: { first: 1900, last: 1906 }, add: ['atop'] });
    expect(listed(panel, 'ccode1', 'atop_defense')).toEqual([
      ...[null, null, 0, 1, 0, null, null].map((value) => [2, value]),
      ...[null, null, 0, 0, 0, null, null].map((value) => [20, value]),
    ]);
  });

  it('is missing inside too, where absence means nothing known', async () => {
    const world: World = { ...pair, 'nmc/state-year': { coverage: [1900, 1910], rows: [{ ccode: 2, year: 1901, cinc: 0.5, milper: 7 }] } };
    const panel = await panelOf(world, { unit: 'state-year', years: { first: 1900, last: 1902 }, states: [2], add: ['nmc'] });
    expect(listed(panel, 'cinc', 'milper')).toEqual([
      [null, null],
      [0.5, 7],
      [null, null],
    ]);
  });

  it('cuts spells that run past it', async () => {
    const spell = { ccode1: 2, ccode2: 20, conttype: 1, stdate: '1890-01-01', enddate: '1920-01-01' };
    const panel = await panelOf(
      { ...pair, 'contiguity/directed-spells': { coverage: [1901, 1902], rows: [spell] } },
      { unit: 'dyad-year', years: { first: 1900, last: 1903 }, add: ['contiguity'] },
    );
    expect(listed(panel, 'conttype')).toEqual([[null], [1], [1], [null]]);
  });

  it('holds at both ends for a panel wholly before and wholly after it', async () => {
    const world: World = { ...pair, 'atop/directed-dyad-year': { coverage: [1903, 1904], rows: [owes(2, 20, 1903, 1)] } };
    for (const years of [
      { first: 1900, last: 1902 },
      { first: 1905, last: 1908 },
    ]) {
      const panel = await panelOf(world, { unit: 'dyad-year', years, add: ['atop'] });
      expect(listed(panel, 'atop_defense').every(([value]) => value === null)).toBe(true);
      expect(reasonsOf(panel, 'atop')).toEqual({ 'outside-years': 1 });
    }
  });
});

describe('direction', () => {
  const world: World = { ...pair, 'atop/directed-dyad-year': { coverage: [1900, 1910], rows: [owes(2, 20, 1901, 0), owes(20, 2, 1901, 1)] } };

  it('lays what one owes the other on that direction alone', async () => {
    const panel = await panelOf(world, { unit: 'directed-dyad-year', years: { first: 1901, last: 1901 }, add: ['atop'] });
    expect(listed(panel, 'ccode1', 'ccode2', 'atop_defense')).toEqual([
      [2, 20, 0],
      [20, 2, 1],
    ]);
  });

  it('tells both sides apart in an undirected pair, and has the higher of the two', async () => {
    const panel = await panelOf(world, { unit: 'dyad-year', years: { first: 1901, last: 1901 }, add: ['atop'] });
    expect(listed(panel, 'atop_defense', 'atop_defense1', 'atop_defense2')).toEqual([[1, 0, 1]]);
    expect(counted(panel, 'atop')).toEqual([2, 0, 0]);
  });

  it('lays a row that stands for both directions on both', async () => {
    const distances: World = { ...pair, 'distance/dyad-year': { rows: [{ ccode1: 2, ccode2: 20, year: 1901, mindist: 12.5 }] } };
    const panel = await panelOf(distances, { unit: 'directed-dyad-year', years: { first: 1901, last: 1902 }, add: ['distance'] });
    expect(listed(panel, 'ccode1', 'year', 'mindist')).toEqual([
      [2, 1901, 12.5],
      [2, 1902, null],
      [20, 1901, 12.5],
      [20, 1902, null],
    ]);
    expect(counted(panel, 'distance')).toEqual([1, 0, 0]);
  });

  it('has one column where the table is the same in both directions', async () => {
    const disputes: World = {
      ...pair,
      'gml/directed-dyad-year': { rows: [2, 20].map((ccode1) => ({ ccode1, ccode2: 22 - ccode1, year: 1901, midonset: 1, midongoing: 1 })) },
    };
    const panel = await panelOf(disputes, { unit: 'dyad-year', years: { first: 1901, last: 1901 }, add: ['gml'] });
    expect(listed(panel, 'gmlmidonset')).toEqual([[1]]);
    expect(columnOf(panel.table, 'gmlmidonset1')).toBeUndefined();
  });

  it('names the sides of what is known of one state', async () => {
    const power: World = { ...pair, 'nmc/state-year': { rows: [{ ccode: 20, year: 1901, cinc: 0.25 }] } };
    const panel = await panelOf(power, { unit: 'directed-dyad-year', years: { first: 1901, last: 1901 }, add: ['nmc'] });
    expect(listed(panel, 'ccode1', 'cinc1', 'cinc2')).toEqual([
      [2, null, 0.25],
      [20, 0.25, null],
    ]);
  });
});

describe('several rows of one place', () => {
  it('takes the highest of several disputes, and counts the others as duplicated', async () => {
    const row = (midonset: number, midongoing: number) => ({ ccode1: 2, ccode2: 20, year: 1901, midonset, midongoing });
    const panel = await panelOf(
      { ...pair, 'gml/directed-dyad-year': { rows: [row(0, 1), row(1, 1), row(0, 1)] } },
      { unit: 'directed-dyad-year', add: ['gml'] },
    );
    expect(listed(panel, 'ccode1', 'year', 'gmlmidonset').filter(([, , onset]) => onset === 1)).toEqual([[2, 1901, 1]]);
    expect(counted(panel, 'gml')).toEqual([1, 0, 2]);
    expect(reasonsOf(panel, 'gml')).toEqual({ duplicated: 2 });
  });

  it("takes the earlier spell's type of contiguity, in whatever order they stand", async () => {
    const spell = (conttype: number, stdate: string, enddate: string) => ({ ccode1: 2, ccode2: 20, conttype, stdate, enddate });
    const panel = await panelOf(
      {
        ...pair,
        'contiguity/directed-spells': {
          rows: [spell(1, '1902-06-01', '1904-12-01'), spell(5, '1901-01-01', '1902-06-01'), spell(3, '1903-01-01', '1904-01-01')],
        },
      },
      { unit: 'directed-dyad-year', years: { first: 1900, last: 1905 }, add: ['contiguity'] },
    );
    expect(listed(panel, 'ccode1', 'conttype')).toEqual([...[0, 5, 5, 1, 1, 0].map((type) => [2, type]), ...[0, 0, 0, 0, 0, 0].map((type) => [20, type])]);
    expect(counted(panel, 'contiguity')).toEqual([2, 0, 1]);
    expect(panel.audit.find(({ source }) => source === 'contiguity')?.notes).toEqual([
      "3 years fall in more than one spell (two spells in a year: the earlier's type is taken)",
    ]);
  });

  it('has a blank of a table that writes only what is so as zero', async () => {
    const rivals = { tssr_id: 1, ccode1: 2, ccode2: 20, start: 1898, end: 1901, positional: 1 };
    const panel = await panelOf({ ...pair, 'rivalry/tss': { rows: [rivals] } }, { unit: 'dyad-year', years: { first: 1901, last: 1902 }, add: ['rivalry'] });
    expect(listed(panel, 'year', 'ongoingrivalry', 'positional', 'spatial')).toEqual([
      [1901, 1, 1, 0],
      [1902, 0, 0, 0],
    ]);
  });
});

describe('rows that have no place', () => {
  it('says why: outside the years, no member, never on the same day, not asked for', async () => {
    const states = cowList([
      [2, '1900-01-01', '1910-12-31'],
      [20, '1900-01-01', '1910-12-31'],
      [30, '1903-06-02', '1910-12-31'],
      [40, '1900-01-01', '1903-06-01'],
    ]);
    const rows = [owes(2, 20, 1903, 1), owes(2, 20, 1899, 1), owes(2, 30, 1902, 1), owes(30, 40, 1903, 1), owes(2, 99, 1903, 1)];
    const world: World = { ...states, 'atop/directed-dyad-year': { coverage: [1815, 2018], rows } };
    const panel = await panelOf(world, { unit: 'directed-dyad-year', add: ['atop'] });
    expect(counted(panel, 'atop')).toEqual([1, 4, 0]);
    expect(reasonsOf(panel, 'atop')).toEqual({ 'outside-years': 1, 'unknown-code': 1, 'not-member': 1, 'not-together': 1 });
    const some = await panelOf(world, { unit: 'directed-dyad-year', states: [2, 30, 40], years: { first: 1903, last: 1903 }, add: ['atop'] });
    expect(reasonsOf(some, 'atop')).toEqual({ 'outside-years': 2, 'unknown-code': 1, 'not-asked': 1, 'not-together': 1 });
  });

  it('counts by year what is not zero, matched and not, and shows rows of the year asked for', async () => {
    const world: World = {
      ...pair,
      'atop/directed-dyad-year': { coverage: [1900, 1910], rows: [owes(2, 20, 1901, 1), owes(2, 99, 1901, 1), owes(20, 2, 1901, 0), owes(2, 99, 1902, 1)] },
    };
    const { audit } = await panelOf(world, { unit: 'directed-dyad-year', add: ['atop'], sampleYear: 1902 });
    const entry = audit.find(({ source }) => source === 'atop');
    expect(entry?.events?.['atop_defense']).toEqual({ 1901: { matched: 1, dropped: 1, duplicated: 0 }, 1902: { matched: 0, dropped: 1, duplicated: 0 } });
    expect(entry?.reasons).toMatchObject([
      { reason: 'unknown-code', rows: 2, years: { 1901: 1, 1902: 1 }, sample: [{ ccode1: 2, ccode2: 99, year: 1902, atop_defense: 1 }] },
    ]);
  });

  it('counts a row that names no state', async () => {
    const panel = await panelOf(
      { ...pair, 'polity/state-year': { rows: [{ cown: null, year: 1901, polity: 3, polity2: 3 }] } },
      { unit: 'state-year', add: ['polity'] },
    );
    expect(reasonsOf(panel, 'polity')).toEqual({ 'no-code': 1 });
  });
});

/** A made-up registry: the codes 255 and 260 become one, 345 is two states in 1918, XAA is known by name. */
const state = (id: string, more: Partial<State>): State => ({ id, name: id, exists: [{}], capitals: [], continent: 'europe', ...more });
const registry: readonly State[] = [
  state('DEU', {
    cow: [
      { number: 260, abbr: 'GFR', from: '1949-01-01', to: '1990-10-03' },
      { number: 255, abbr: 'GMY', from: '1990-10-03' },
    ],
    gw: [{ number: 260, abbr: 'GFR', from: '1949-01-01' }],
  }),
  state('SRB', { cow: [{ number: 345, abbr: 'SER', to: '1988-06-01' }], gw: [{ number: 340, abbr: 'SER', to: '1988-06-01' }] }),
  state('YUG', { cow: [{ number: 345, abbr: 'YUG', from: '1988-06-01' }], gw: [{ number: 345, abbr: 'YUG', from: '1988-06-01' }] }),
  state('XAA', { name: 'Atlantis', cow: [{ number: 900, abbr: 'ATL' }], gw: [{ number: 901, abbr: 'ATL' }] }),
];
const gw = gwList([
  [260, '1949-01-01', '2017-12-31'],
  [340, '1878-01-01', '1988-06-01'],
  [345, '1988-06-01', '2017-12-31'],
  [901, '1900-01-01', '2017-12-31'],
]);

describe('codes of another system', () => {
  const years = { first: 1988, last: 1991 };
  const power = (ccode: number, year: number, cinc: number) => ({ ccode, year, cinc });

  it('go through the registry as of the year; one that fits two states is dropped', async () => {
    const rows = [power(345, 1988, 0.3), power(345, 1989, 0.4), power(900, 1989, 0.1), power(7, 1989, 0.1)];
    const panel = await panelOf({ ...gw, 'nmc/state-year': { rows } }, { unit: 'state-year', system: 'gw', years, add: ['nmc'] }, registry);
    expect(listed(panel, 'gwcode', 'year', 'cinc').filter(([, , cinc]) => cinc !== null)).toEqual([
      [345, 1989, 0.4],
      [901, 1989, 0.1],
    ]);
    expect(reasonsOf(panel, 'nmc')).toEqual({ 'ambiguous-code': 1, 'unknown-code': 1 });
  });

  it('take that in use at the end of the year where two become one, whichever stands first', async () => {
    for (const rows of [
      [power(255, 1990, 0.1), power(260, 1990, 0.2)],
      [power(260, 1990, 0.2), power(255, 1990, 0.1)],
    ]) {
      const panel = await panelOf({ ...gw, 'nmc/state-year': { rows } }, { unit: 'state-year', system: 'gw', years, add: ['nmc'] }, registry);
      expect(listed(panel, 'gwcode', 'year', 'cinc').filter(([, , cinc]) => cinc !== null)).toEqual([[260, 1990, 0.1]]);
      expect(reasonsOf(panel, 'nmc')).toEqual({ duplicated: 1 });
      expect(panel.audit.find(({ source }) => source === 'nmc')?.reasons[0]?.sample).toEqual([{ ccode: 260, year: 1990 }]);
    }
  });

  it('drop a pair that becomes one state', async () => {
    const rows = [{ ccode1: 255, ccode2: 260, year: 1990, midonset: 1, midongoing: 1 }];
    const panel = await panelOf({ ...gw, 'gml/directed-dyad-year': { rows } }, { unit: 'directed-dyad-year', system: 'gw', years, add: ['gml'] }, registry);
    expect(reasonsOf(panel, 'gml')).toEqual({ 'same-state': 1 });
  });

  it('may be ISO 3166 letters or names', async () => {
    const world: World = {
      ...gw,
      'world-bank/gdp': {
        rows: [
          { country_code: 'DEU', year: 1989, gdp: 5 },
          { country_code: 'WLD', year: 1989, gdp: 9 },
        ],
      },
      'world-bank/population': { rows: [{ country_code: 'DEU', year: 1989, population: 60 }] },
      'nuclear/state-year': { rows: [{ state: 'Atlantis', year: 1989, nuclear_weapons_status: 3 }] },
    };
    const panel = await panelOf(world, { unit: 'state-year', system: 'gw', years: { first: 1989, last: 1989 }, add: ['world-bank', 'nuclear'] }, registry);
    expect(listed(panel, 'gwcode', 'gdp', 'population', 'nuclear_weapons_status')).toEqual([
      [260, 5, 60, null],
      [345, null, null, null],
      [901, null, null, 3],
    ]);
    expect(reasonsOf(panel, 'world-bank')).toEqual({ 'unknown-code': 1 });
  });
});

describe('what pairs say of a state', () => {
  it('counts neighbors, finds the nearest, and whether any dispute is under way, with partners not asked for', async () => {
    const states = cowList([2, 20, 30].map((code) => [code, '1900-01-01', '2010-12-31'] as const));
    const spell = (ccode1: number, ccode2: number, conttype: number) => ({ ccode1, ccode2, conttype, stdate: '1900-01-01', enddate: '2016-12-01' });
    const world: World = {
      ...states,
      'contiguity/directed-spells': { rows: [spell(2, 20, 1), spell(2, 30, 4), spell(20, 2, 1), spell(30, 2, 4)] },
      'distance/dyad-year': {
        rows: [
          { ccode1: 2, ccode2: 20, year: 1901, mindist: 0 },
          { ccode1: 2, ccode2: 30, year: 1901, mindist: 90 },
        ],
      },
      'gml/directed-dyad-year': { rows: [{ ccode1: 2, ccode2: 30, year: 1901, midonset: 1, midongoing: 1 }] },
    };
    const panel = await panelOf(world, { unit: 'state-year', years: { first: 1901, last: 1901 }, states: [2, 30], add: ['contiguity', 'distance', 'gml'] });
    expect(listed(panel, 'ccode', 'land', 'sea', 'minmindist', 'gmlmidongoing')).toEqual([
      [2, 1, 1, 0, 1],
      [30, 0, 1, 90, 0],
    ]);
  });
});

describe('names of columns', () => {
  it('leaves out in pairs what a side would rename to another column', async () => {
    const world: World = { ...pair, 'polity/state-year': { rows: [{ cown: 2, year: 1901, polity: -88, polity2: 4 }] } };
    const request = { years: { first: 1901, last: 1901 }, add: ['polity'] };
    expect((await panelOf(world, { unit: 'state-year', ...request })).table.columns.map(({ name }) => name)).toEqual(['ccode', 'year', 'polity', 'polity2']);
    expect((await panelOf(world, { unit: 'dyad-year', ...request })).table.columns.map(({ name }) => name)).toEqual([
      'ccode1',
      'ccode2',
      'year',
      'polity21',
      'polity22',
    ]);
  });

  it('refuses two sources whose columns have one name', async () => {
    const world: World = { ...pair, 'rivalry/tss': { rows: [] }, 'rivalry/td': { rows: [] } };
    await expect(panelOf(world, { unit: 'dyad-year', add: ['rivalry', 'rivalry/td'] })).rejects.toThrow('columns of one name: ongoingrivalry');
  });

  it('keeps labels and labels of values', async () => {
    const panel = await panelOf({ ...pair, 'atop/directed-dyad-year': { rows: [] } }, { unit: 'directed-dyad-year', add: ['atop'] });
    expect(panel.table.columns.every(({ label }) => label !== undefined && label !== '')).toBe(true);
  });
});
