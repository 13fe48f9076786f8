import { describe, expect, it } from 'vitest';
import { createLaw } from '../../../src/core/law/law.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import { pact, smallWorld } from '../../support/small-world.ts';

const world = smallWorld(['AAA', 'BBB', 'CCC']);
const cell = (treaty: Treaty, attacker: string, target: string) => {
  const matrix = createLaw([treaty], world).matrix('1910-01-01');
  return matrix
    .duties(matrix.states.indexOf(attacker), matrix.states.indexOf(target))
    .map(({ action, toward, states }) => [action, toward, ...states].join(' '));
};

describe('the matrix', () => {
  it('has a state owe help or neutrality under one treaty, not both', () => {
    const treaty = pact('pact', ['AAA', 'BBB'], [{ kind: 'neutrality', trigger: { event: 'war' } }, { trigger: { event: 'armed-attack' } }]);
    expect(cell(treaty, 'CCC', 'BBB')).toEqual(['defend BBB AAA']);
    expect(cell(treaty, 'BBB', 'CCC')).toEqual(['stay-neutral BBB AAA']);
  });
  it('leaves out what is suspended, non-aggression too', () => {
    const treaty = pact('pact', ['AAA', 'BBB', 'CCC'], [{ kind: 'nonaggression' }], {
      suspensions: [{ bound: ['AAA'], to: ['BBB'], from: '1905', source: 'made up' }],
    });
    expect(cell(treaty, 'AAA', 'BBB')).toEqual([]);
    expect(cell(treaty, 'AAA', 'CCC')).toEqual(['not-attack CCC AAA']);
    expect(cell(treaty, 'BBB', 'AAA')).toEqual(['not-attack AAA BBB']);
  });
  it.each([
    ['war', ['join-offense AAA BBB']],
    ['armed-attack', ['join-offense AAA BBB']],
    ['any-hostility', ['join-offense AAA BBB']],
    ['cyber-attack', []],
    ['threat', []],
  ] as const)('has a common attack fall due in %s: %j', (event, expected) => {
    expect(cell(pact('pact', ['AAA', 'BBB'], [{ kind: 'offense', trigger: { event } }]), 'AAA', 'CCC')).toEqual(expected);
  });
  it('holds the states that exist on the date', () => {
    const past = smallWorld(['AAA', 'BBB', 'CCC'], { traits: { BBB: { exists: [{ to: '1905-01-01' }] } } });
    const matrix = createLaw([pact('pact', ['AAA', 'BBB', 'CCC'], [{}])], past).matrix('1910-01-01');
    expect(matrix.states).toEqual(['AAA', 'CCC']);
    expect(
      createLaw([], smallWorld(['AAA']))
        .matrix('1910-01-01')
        .duties(0, 0),
    ).toEqual([]);
  });
});
