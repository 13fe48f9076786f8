import { describe, expect, it } from 'vitest';
import { runModel } from '../../src/app/model.ts';

const run = (name: string, value: unknown) => runModel(name, { name: 'input.json', text: JSON.stringify(value) });
const senate = { id: 'senate', kind: 'chamber', seats: 100, quota: { of: 'present', share: '2/3' } };

describe('ratification on plain numbers', () => {
  it('takes gates, values and single weights', () => {
    const ask = (heard: number) =>
      run('ratification', { states: [{ name: 'A', gates: [{ id: 'house', kind: 'chamber', negative: true }], value: -30 }], weights: { heard } });
    expect(ask(0.25)['all']).toBeCloseTo(0.75, 3);
    expect(ask(0.5)['all']).toBeCloseTo(0.5, 3);
  });

  it.each([
    [{ states: [] }, 'input.json: states: '],
    [{ states: [{ name: 'A', gates: [{ ...senate, quota: { of: 'present', share: '2/1' } }] }] }, "'2/1' is no share of a body"],
    [{ states: [{ name: 'A', gates: [{ ...senate, parties: [{ seats: 101 }] }] }] }, '101 seats of parties in a body of 100'],
    [{ states: [{ name: 'A', gates: [senate] }], weights: { shock: 0 } }, 'input.json: weights.shock: '],
  ])('refuses %j in one line', (value, message) => {
    expect(() => run('ratification', value)).toThrow(message);
  });
});

describe('the spatial models and turnover', () => {
  it('answer on one issue and on two', () => {
    expect(run('win-set', { status_quo: 0, bodies: [{ ideals: [1], needed: 1 }] })).toMatchObject({ intervals: [[0, 2]] });
    const disc = run('win-set', { status_quo: [0, 0], bodies: [{ ideals: [[1, 0]], needed: 1 }], x: [0, 2], y: [-1, 1] });
    expect(disc['area']).toBeCloseTo(Math.PI, 9);
  });

  it('refuse a chain whose chances do not sum to 1, and a government it does not have', () => {
    const chain = { dispositions: [{ name: 'firm', honors: 0.8, next: [0.9] }], now: 'firm', first_election: 1, term: 4 };
    expect(() => run('turnover', chain)).toThrow(/firm/);
    expect(() => run('turnover', { ...chain, now: 'soft' })).toThrow(/disposition/);
  });

  it('say what tied hands do', () => {
    expect(run('schelling', { home: 0.5, foreign: 1, status_quo: 0, pivots: [0.25, -1] })).toMatchObject({ effect: ['helps', 'breaks'] });
  });
});
