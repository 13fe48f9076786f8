import { describe, expect, it } from 'vitest';
import { findStates, nearestNames } from '../../src/web/fight/match.ts';
import { catalogStates } from '../support/states.ts';

const states = catalogStates();
const first = (query: string, date: string): string | undefined => findStates(states, query, date)[0]?.id;

describe('findStates', () => {
  it.each([
    ['germany', '1914-07-28', 'DEU'],
    ['Prussia', '1866-01-01', 'DEU'],
    ['prus', '2025-01-01', 'DEU'],
    ['USSR', '1950-01-01', 'RUS'],
    ['soviet', '1950-01-01', 'RUS'],
    ['cote divoire', '2025-01-01', 'CIV'],
    ['Côte d’Ivoire', '2025-01-01', 'CIV'],
    ['EST', '2025-01-01', 'EST'],
    ['GMY', '1914-07-28', 'DEU'],
    ['365', '1914-07-28', 'RUS'],
    ['austria-h', '1914-07-28', 'AUH'],
    ['turk', '1914-07-28', 'TUR'],
  ])('%s in %s is %s', (query, date, id) => {
    expect(first(query, date)).toBe(id);
  });

  it('puts states that exist on the date first and says which do not', () => {
    const found = findStates(states, 'austria', '2025-01-01');
    expect(found.find(({ id }) => id === 'AUH')?.exists).toBe(false);
    expect(found.findIndex(({ id }) => id === 'AUH')).toBeGreaterThan(found.findIndex(({ id }) => id === 'AUT'));
  });

  it('lists the states of the date for no text', () => {
    const ids = findStates(states, '', '1914-07-28').map(({ id }) => id);
    expect(ids).toContain('AUH');
    expect(ids).not.toContain('EST');
  });
});

it('answers a slip of the pen with the nearest names', () => {
  expect(nearestNames(states, 'Germny')).toContain('Germany');
});
