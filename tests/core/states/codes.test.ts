import { describe, expect, it } from 'vitest';
import { collisionsOf, convertCode } from '../../../src/core/states/codes.ts';
import { inSpan, spansOverlap } from '../../../src/core/states/dates.ts';
import { catalogRegistry } from '../../support/states.ts';
import { describeWithData } from '../../support/data.ts';

const registry = catalogRegistry();

describe('codes of a year', () => {
  it('count on any day of it: in 1990 both Germanies of COW are one of Gleditsch and Ward, and both Yemens', () => {
    const rows = ['255', '260', '678', '679'].map((value) => ({ value, ...convertCode(registry, value, { from: 'cow', to: 'gw', year: 1990 }) }));
    expect(rows.map(({ matches }) => matches.map((match) => match.value))).toEqual([['260'], ['260'], ['678'], ['678']]);
    expect(collisionsOf(rows)).toEqual([
      { value: '260', of: ['255', '260'] },
      { value: '678', of: ['678', '679'] },
    ]);
  });

  it.each([
    ['DEU', 'iso3', 'cow', 1990, ['260', '255'], '2 answers fit in 1990: choose one'],
    ['260', 'cow', 'iso3', 1954, [], 'COW number 260 stands for DEU from 5 May 1955 until 3 October 1990'],
    ['260', 'cow', 'gw', 1955, ['260'], undefined],
  ] as const)('%s of %s in %s in %i', (value, from, to, year, answers, note) => {
    const result = convertCode(registry, value, { from, to, year });
    expect(result.matches.map((match) => match.value)).toEqual(answers);
    expect(result.note).toBe(note);
  });
});

describe('convertCode', () => {
  it.each([
    ['DEU', 'iso3', 'cow', '1914-07-28', '255'],
    ['DEU', 'iso3', 'cow', '1960-01-01', '260'],
    ['DEU', 'iso3', 'cow', '2000-01-01', '255'],
    ['DEU', 'iso3', 'gw', '2000-01-01', '260'],
    ['DEU', 'iso3', 'cow-abbr', '1960-01-01', 'GFR'],
    ['DEU', 'iso3', 'name', '1850-01-01', 'Prussia'],
    ['260', 'cow', 'iso3', '1960-01-01', 'DEU'],
    ['260', 'gw', 'cow', '2000-01-01', '255'],
    ['345', 'cow', 'iso3', '1914-07-28', 'SRB'],
    ['345', 'cow', 'iso3', '1939-09-01', 'YUG'],
    ['345', 'cow', 'gw', '1914', '340'],
    ['340', 'gw', 'cow', '2010', '345'],
    ['678', 'cow', 'iso3', '1980-01-01', 'YEM'],
    ['679', 'cow', 'gw', '2000-01-01', '678'],
    ['730', 'cow', 'iso3', '1900-01-01', 'KOR'],
    ['KOR', 'iso3', 'cow', '1950-06-25', '732'],
    ['AUS', 'cow-abbr', 'iso3', '1920-01-01', 'AUT'],
    ['AUS', 'iso3', 'cow-abbr', '1920-02-01', 'AUL'],
    ['970', 'cow', 'iso3', '2000-01-01', 'NRU'],
    ['970', 'gw', 'iso3', '2000-01-01', 'KIR'],
    ['815', 'gw', 'iso3', '1850-01-01', 'VNM'],
    ['Austria', 'name', 'iso3', '1850-01-01', 'AUH'],
    ['austria', 'name', 'iso3', '1955-05-15', 'AUT'],
    ['Korea', 'name', 'cow', '1900-01-01', '730'],
    ['Saxony', 'name', 'cow', undefined, '269'],
    ['frn', 'cow-abbr', 'iso3', undefined, 'FRA'],
    ['RUS', 'iso3', 'name', undefined, 'Russia'],
  ] as const)('%s of %s in %s on %s is %s', (value, from, to, date, answer) => {
    const result = convertCode(registry, value, { from, to, ...(date === undefined ? {} : { date }) });
    expect(result.matches.map((match) => match.value)).toEqual([answer]);
    expect(result.ambiguous).toBe(false);
    expect(result.note).toBeUndefined();
  });

  it.each([
    ['345', 'cow', 'iso3', undefined, ['SRB', 'YUG'], '2 answers fit: give a date, or choose'],
    ['DEU', 'iso3', 'cow', undefined, ['255', '260'], '2 answers fit: give a date, or choose'],
    ['Austria', 'name', 'iso3', undefined, ['AUH', 'AUT'], '2 answers fit: give a date, or choose'],
    ['Congo', 'name', 'iso3', '1970-01-01', ['COG', 'COD'], '2 answers fit on 1 January 1970: choose one'],
    ['Korea', 'name', 'iso3', '1970-01-01', ['KOR', 'PRK'], '2 answers fit on 1 January 1970: choose one'],
  ] as const)('%s of %s in %s on %s is ambiguous', (value, from, to, date, answers, note) => {
    const result = convertCode(registry, value, { from, to, ...(date === undefined ? {} : { date }) });
    expect(result.matches.map((match) => match.value)).toEqual(answers);
    expect(result).toMatchObject({ ambiguous: true, note });
  });

  it.each([
    ['999', 'cow', 'iso3', undefined, "'999' is no COW number of the registry"],
    ['260', 'cow', 'iso3', '1950-01-01', 'COW number 260 stands for DEU from 5 May 1955 until 3 October 1990'],
    ['PSE', 'iso3', 'cow', '2020-01-01', 'Palestine (PSE) has no COW number on 1 January 2020'],
    ['Prussia', 'name', 'cow', '1950-01-01', 'name Prussia stands for DEU until 18 January 1871'],
  ] as const)('%s of %s in %s on %s has no answer', (value, from, to, date, note) => {
    const result = convertCode(registry, value, { from, to, ...(date === undefined ? {} : { date }) });
    expect(result).toEqual({ matches: [], ambiguous: false, note });
  });

  it('says where the state did not exist on the date', () => {
    expect(convertCode(registry, '366', { from: 'cow', to: 'iso3', date: '1950-01-01' })).toEqual({
      matches: [{ state: 'EST', value: 'EST' }],
      ambiguous: false,
      note: 'Estonia (EST) did not exist as a state on 1 January 1950',
    });
  });

  it('refuses a date the calendar does not know', () => {
    expect(() => convertCode(registry, 'FRA', { from: 'iso3', to: 'cow', date: '1900-02-30' })).toThrow(RangeError);
  });
});

describe('codes', () => {
  it.each(['cow', 'gw'] as const)('a %s number or abbreviation never means two states at once', (system) => {
    const codes = registry.all.flatMap((state) => (state[system] ?? []).map((code) => ({ id: state.id, code })));
    const clashes = codes.flatMap((one, index) =>
      codes
        .slice(index + 1)
        .filter(({ code }) => (code.number === one.code.number || code.abbr === one.code.abbr) && spansOverlap(code, one.code))
        .map((other) => `${one.id} and ${other.id}: ${other.code.number} ${other.code.abbr}`),
    );
    expect(clashes).toEqual([]);
  });
});

interface Membership {
  readonly number: number;
  readonly abbr: string;
  readonly days: readonly string[];
}

function rows(text: string): string[][] {
  const [, ...lines] = text.trim().split('\n');
  return lines.map((line) => [...line.matchAll(/"([^"]*)"|([^,]+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''));
}

describeWithData('against the published lists', ['cow_states.csv', 'gw_states.csv'], (cowList, gwList) => {
  const pad = (part: string | undefined) => (part ?? '').padStart(2, '0');
  const cow = rows(cowList ?? '').map(([abbr = '', number, , y1, m1, d1, y2, m2, d2]): Membership => ({
    number: Number(number),
    abbr,
    days: [`${y1}-${pad(m1)}-${pad(d1)}`, `${y2}-${pad(m2)}-${pad(d2)}`],
  }));
  const gw = rows(gwList ?? '').map(([number, abbr = '', , from = '', to = '']): Membership => ({ number: Number(number), abbr, days: [from, to] }));

  it.each([
    ['cow', cow, 217],
    ['gw', gw, 195],
  ] as const)('%s: every number on the first and last day of every membership has one state, of the same abbreviation', (system, list, numbers) => {
    expect(new Set(list.map(({ number }) => number)).size).toBeGreaterThanOrEqual(numbers);
    const wrong = list.flatMap(({ number, abbr, days }) =>
      days.flatMap((day) => {
        const found = registry.all.flatMap((state) => (state[system] ?? []).filter((code) => code.number === number && inSpan(code, day)));
        return found.length === 1 && found[0]?.abbr === abbr ? [] : [`${number} ${abbr} on ${day}: ${found.length}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
