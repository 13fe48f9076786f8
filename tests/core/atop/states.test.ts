import { describe, expect, it } from 'vitest';
import { cowNumber, cowStates } from '../../../src/core/atop/states.ts';
import { createRegistry } from '../../../src/core/states/registry.ts';
import { catalogStates } from '../../support/states.ts';

const registry = createRegistry(catalogStates());
const states = cowStates(registry);

describe('COW numbers as states of a day', () => {
  it.each([
    [255, '1914-07-28', 'DEU'],
    [260, '1960-01-01', 'DEU'],
    // Before the days for which COW gives the number: signature of the Paris protocols.
    [260, '1954-10-23', 'DEU'],
    [300, '1900-01-01', 'AUH'],
    [365, '1939-08-23', 'RUS'],
    [345, '1912-03-13', 'SRB'],
    [345, '1950-01-01', 'YUG'],
    [345, '2010-01-01', 'SRB'],
    [678, '1980-01-01', 'YEM'],
    [9999, '1980-01-01', undefined],
  ])('%s on %s: %s', (number, date, state) => {
    expect(states.on(number, date)).toBe(state);
  });

  it.each<[number, string, string | undefined, readonly string[]]>([
    [345, '1912-01-01', undefined, ['1918-12-01', '2006-06-05']],
    [345, '1920-01-01', '2006-06-05', []],
    [260, '1954-10-23', undefined, []],
    [9999, '1954-10-23', undefined, []],
  ])('%s from %s, before %s, passes to another state on %j', (number, from, to, days) => {
    expect(states.turns(number, from, to)).toEqual(days);
  });

  it.each([
    ['DEU', '1914-07-28', 255],
    ['DEU', '1960-01-01', 260],
    ['DEU', '1950-01-01', 255],
    ['SRB', '1912-03-13', 345],
    ['XXX', '1912-03-13', undefined],
  ])('%s on %s has the number %s', (state, date, number) => {
    expect(cowNumber(registry.state(state), date)).toBe(number);
  });
});
