import { describe, expect, it } from 'vitest';
import { cowList, listed, panelOf, type World } from '../world.ts';

const dispute = (year: number) => [
  { ccode1: 2, ccode2: 20, year, midonset: 1, midongoing: 1 },
  { ccode1: 20, ccode2: 2, year, midonset: 1, midongoing: 1 },
];

/** A pair with a gap 1904 to 1906 in its life, and disputes in 1902 and 1908. */
const world: World = {
  ...cowList([
    [2, '1900-01-01', '1911-12-31'],
    [20, '1900-01-01', '1903-12-31'],
    [20, '1907-01-01', '1911-12-31'],
  ]),
  'gml/directed-dyad-year': { coverage: [1816, 1910], rows: [...dispute(1902), ...dispute(1908)] },
};
const of = (add: string[]) => panelOf(world, { unit: 'dyad-year', add });

describe('peace years', () => {
  it("count a pair's rows since its first or since the last year with a dispute, across gaps", async () => {
    expect(listed(await of(['gml', 'peace-years']), 'year', 'gmlmidspell')).toEqual([
      [1900, 0],
      [1901, 1],
      [1902, 2],
      [1903, 0],
      [1907, 1],
      [1908, 2],
      [1909, 0],
      [1910, 1],
      [1911, null],
    ]);
  });

  it('count the years of gaps by the calendar', async () => {
    expect(listed(await of(['gml', 'peace-years-calendar']), 'year', 'gmlmidspell_calendar')).toEqual([
      [1900, 0],
      [1901, 1],
      [1902, 2],
      [1903, 0],
      [1907, 4],
      [1908, 5],
      [1909, 0],
      [1910, 1],
      [1911, null],
    ]);
  });

  it('start where the source starts', async () => {
    const late: World = { ...world, 'gml/directed-dyad-year': { coverage: [1902, 1910], rows: [...dispute(1903)] } };
    const panel = await panelOf(late, { unit: 'dyad-year', years: { first: 1900, last: 1908 }, add: ['gml', 'peace-years', 'peace-years-calendar'] });
    expect(listed(panel, 'year', 'gmlmidspell', 'gmlmidspell_calendar')).toEqual([
      [1900, null, null],
      [1901, null, null],
      [1902, 0, 0],
      [1903, 1, 1],
      [1907, 0, 3],
      [1908, 1, 4],
    ]);
  });

  it('add the disputes they are counted from where none are asked for, and say so', async () => {
    const panel = await of(['peace-years']);
    expect(panel.notes).toEqual(['peace-years is counted from disputes: gml was added']);
    expect(panel.table.columns.map(({ name }) => name)).toContain('gmlmidongoing');
  });

  it('are counted of states too, and of every event at hand', async () => {
    const both: World = { ...world, 'war/directed-dyad-year': { coverage: [1816, 1910], rows: [] } };
    const panel = await panelOf(both, { unit: 'state-year', states: [2], add: ['gml', 'war', 'peace-years'] });
    expect(listed(panel, 'year', 'gmlmidspell', 'cowinterspell').slice(0, 5)).toEqual([
      [1900, 0, 0],
      [1901, 1, 1],
      [1902, 2, 2],
      [1903, 0, 3],
      // Without a partner nothing is known of the state's disputes.
      [1904, null, null],
    ]);
  });
});

describe('spells', () => {
  it('number the spells of peace and dispute; a gap starts a new one', async () => {
    expect(listed(await of(['gml', 'spells']), 'year', 'gmlmidspell_number', 'gmlmidspell_start', 'gmlmidspell_time')).toEqual([
      [1900, 1, 1900, 1],
      [1901, 1, 1900, 2],
      [1902, 2, 1902, 1],
      [1903, 3, 1903, 1],
      [1907, 4, 1907, 1],
      [1908, 5, 1908, 1],
      [1909, 6, 1909, 1],
      [1910, 6, 1909, 2],
      [1911, null, null, null],
    ]);
  });
});
