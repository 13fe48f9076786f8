import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/app/load-catalog.ts';
import { runMeasure } from '../../src/app/measure.ts';
import type { Facts, Measured, Question } from '../../src/app/measures/define.ts';
import { usingStore } from '../../src/app/with-store.ts';
import { describeWithStore } from '../support/store.ts';

describeWithStore('measures of the record', ['nmc', 'majors', 'atop', 'cow-states', 'distance', 'rivalry', 'gml'], (folder) => {
  const facts: Facts = { catalog: loadCatalog, store: (work) => usingStore(folder, work) };
  const ask = (name: string, question: Partial<Question> = {}): Promise<Measured> => runMeasure(name, { states: [], without: [], ...question }, facts);

  // Correlates of War, National Material Capabilities 7.0.
  it.each([
    ['USA', 1945, '0.3839'],
    ['USA', 2016, '0.1333'],
    ['USA', 2022, '0.1236'],
    ['China', 2022, '0.2341'],
  ])('CINC of %s in %d is %s, published and recomputed', async (state, year, expected) => {
    const { rows } = await ask('cinc', { states: [state], years: [year, year] });
    expect(rows.map((row) => [row['year'], Number(row['cinc']).toFixed(4), Number(row['cinc_recomputed']).toFixed(4)])).toEqual([[year, expected, expected]]);
  });

  it('CINC of 2022 carries the note that the year sums to 1.0071', async () => {
    const { rows, notes } = await ask('cinc', { years: [2022, 2022] });
    expect(rows.length).toBeGreaterThan(180);
    expect(notes[0]).toMatch(/^CINC of 2022 sums to 1\.0071 over all states/);
    expect(notes.at(-1)).toBe('Data: National Material Capabilities 7.0.');
  });

  it('a state is named by number, letters of either list, or name, as of the year', async () => {
    const named = async (text: string, year: number) => (await ask('cinc', { states: [text], years: [year, year] })).rows.map((row) => row['ccode']);
    await expect(Promise.all(['255', 'DEU', 'GMY', 'germany'].map((text) => named(text, 1938)))).resolves.toEqual([[255], [255], [255], [255]]);
    await expect(named('DEU', 1960)).resolves.toEqual([260]);
    await expect(named('DEU', 1990)).resolves.toEqual([255, 260]);
  });

  it('letters that mean two states are read by ISO 3166, and a note says so', async () => {
    const { rows, notes } = await ask('cinc', { states: ['AUS'], years: [1938, 1938] });
    expect(rows.map((row) => row['ccode'])).toEqual([900]);
    expect(notes.join('\n')).toContain('the AUS of the Correlates of War is Austria: write 305');
  });

  it('a state without a row in the years is named', async () => {
    const { rows, notes } = await ask('cinc', { states: ['POL'], years: [1850, 1860] });
    expect(rows).toEqual([]);
    expect(notes.join('\n')).toContain('No row of POL');
  });

  // Ray and Singer's index over the major powers.
  it.each([
    [1913, '0.2378', 8],
    [1946, '0.4516', 4],
  ])('concentration of %d is %s over %d powers', async (year, expected, powers) => {
    const { rows } = await ask('concentration', { years: [year, year] });
    expect(rows.map((row) => [Number(row['concentration']).toFixed(4), row['states']])).toEqual([[expected, powers]]);
  });

  it('concentration of every year, the majors of 2016 kept on', async () => {
    const { rows, notes } = await ask('concentration', { years: [1816, 2022] });
    expect(rows).toHaveLength(207);
    expect(notes.join('\n')).toContain('The list of major powers ends in 2016');
  });

  it('polarity of 1914: Triple Alliance, Dual Entente, Anglo-Japanese alliance, and the United States', async () => {
    const { rows } = await ask('polarity', { years: [1914, 1914] });
    expect(rows[0]).toMatchObject({ poles: 4, powers: 8, polarity: 0.5, blocs: 'USA | GBR JPN | FRA RUS | DEU AUH ITA' });
    expect(Number(rows[0]?.['tightness'])).toBeGreaterThan(Number(rows[0]?.['between']));
  });

  it('polarity ends with ATOP', async () => {
    const { rows, notes } = await ask('polarity', { years: [2017, 2022] });
    expect(rows.map((row) => row['year'])).toEqual([2017, 2018]);
    expect(notes.join('\n')).toContain('ATOP covers');
  });

  it('every major power of 1913 is essential, and in 1946 one of four is beyond half', async () => {
    const then = await ask('niou-ordeshook-rose', { years: [1913, 1913] });
    expect(then.rows.map((row) => row['essential'])).toEqual(new Array(8).fill(true));
    const after = await ask('niou-ordeshook-rose', { years: [1946, 1946] });
    expect(after.rows.map((row) => [row['state'], row['essential']])).toEqual([
      ['USA', true],
      ['GBR', false],
      ['FRA', false],
      ['RUS', false],
    ]);
  });

  it('without the United States the three others of 1946 are more equal, and Britain counts', async () => {
    const { rows, notes } = await ask('concentration', { years: [1946, 1946], without: ['USA'] });
    expect(rows[0]).toMatchObject({ states: 3, members: 'GBR FRA RUS' });
    expect(Number(rows[0]?.['concentration'])).toBeLessThan(0.45);
    expect(notes.join('\n')).toContain('Left out of the system as asked: USA.');
  });

  it('the landscape of 1938 has the camps of the war', async () => {
    const { rows } = await ask('landscape', { years: [1938, 1938] });
    expect(rows.map((row) => [row['camp1'], row['camp2'], row['basin']])).toEqual([['USA GBR FRA RUS', 'DEU ITA JPN', 1]]);
  });

  it('the powers of 1914 do not form a war-stable network', async () => {
    const { rows } = await ask('war-stability', { years: [1914, 1914], gamma: 1.5 });
    expect(rows[0]).toMatchObject({ year: 1914, gamma: 1.5, stable: false });
  });

  it('strength is lost with distance: never more than at home, and less across an ocean than next door', async () => {
    const { rows } = await ask('loss-of-strength', { states: ['USA'], years: [1914, 1914] });
    const left = new Map(rows.map((row) => [row['at'], Number(row['strength'])]));
    expect(left.get('MEX')).toBe(Number(rows[0]?.['cinc']));
    expect(left.get('JPN')).toBeLessThan(left.get('MEX') ?? 0);
  });

  it('new pacts are counted by year, and listed where a state is named', async () => {
    const { rows } = await ask('balancing', { years: [1870, 1914] });
    expect(rows.find((row) => row['year'] === 1879)).toEqual({ year: 1879, balancing: 2, bandwagoning: 0, neither: 0 });
    const britain = await ask('balancing', { states: ['GBR'], years: [1900, 1914] });
    expect(britain.rows).toEqual([{ year: 1902, state: 'GBR', partner: 'JPN', threat: 'USA', alignment: 'balancing' }]);
    const leader = await ask('balancing', { years: [1900, 1914], threat: 'leader' });
    expect(leader.notes.join('\n')).toContain('highest CINC');
  });

  it('collective security deters the states of 1935 at even odds', async () => {
    const { rows } = await ask('collective-security', { years: [1935, 1935], honor: 0.5 });
    expect(rows.every((row) => row['deterred'] === true)).toBe(true);
  });

  it('years beyond the record are left out, and a note says so', async () => {
    const { rows, notes } = await ask('concentration', { years: [2021, 2030] });
    expect(rows.map((row) => row['year'])).toEqual([2021, 2022]);
    expect(notes.join('\n')).toContain('CINC covers 1816 to 2022; the other years asked for are left out.');
  });

  it('years outside the record are an error that says what it covers', async () => {
    await expect(ask('concentration', { years: [2050, 2060] })).rejects.toThrow('covers 1816 to 2022');
  });
});

describe('measures of an empty workspace', () => {
  it('say how to get the data', async () => {
    const facts: Facts = { catalog: loadCatalog, store: (work) => usingStore('/nowhere/at/all', work) };
    await expect(runMeasure('concentration', { states: [], without: [] }, facts)).rejects.toThrow(/nmc|Capabilities/);
  });
});
