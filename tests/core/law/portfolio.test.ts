import { describe, expect, it } from 'vitest';
import { createLaw } from '../../../src/core/law/law.ts';
import { portfolioConflicts } from '../../../src/core/law/portfolio.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import { pact, smallWorld } from '../../support/small-world.ts';

const great = { greatPower: [{}] };
const world = smallWorld(['DEU', 'AUH', 'RUS', 'ROU', 'FRA', 'ITA'], { traits: { DEU: great, AUH: great, RUS: great, FRA: great, ITA: great } });
const conflicts = (treaties: readonly Treaty[]) =>
  portfolioConflicts(createLaw(treaties, world).on('1910-01-01'), world).map(({ kind, state, help, restraint }) =>
    [kind, state, help.treaty, help.toward, restraint.treaty, restraint.toward].join(' '),
  );

const reinsurance = pact(
  'reinsurance',
  ['DEU', 'RUS'],
  [{ kind: 'neutrality', trigger: { event: 'war', against: 'great-power', except: { states: ['AUH', 'FRA'], when: 'attacked-by-party' } } }],
);
const dual = pact('dual', ['AUH', 'DEU'], [{ trigger: { event: 'armed-attack', against: 'RUS' } }]);
const romanian = pact('romanian', ['AUH', 'DEU', 'ROU'], [{ bound: ['AUH', 'DEU'], to: ['ROU'], trigger: { event: 'armed-attack', unprovoked: true } }]);
const accord = pact('accord', ['FRA', 'ITA'], [{ kind: 'neutrality', trigger: { event: 'war', unprovoked: true } }]);
const triple = pact('triple', ['DEU', 'ITA'], [{ trigger: { event: 'armed-attack', against: 'FRA', unprovoked: true } }]);

describe('portfolio conflicts', () => {
  it('Reinsurance beside the Romanian alliance, by the letter: Austria-Hungary joins against Russia, and Russia is then at war with a great power it did not attack', () => {
    expect(conflicts([reinsurance, romanian])).toEqual(['by-letter DEU romanian ROU reinsurance RUS']);
  });
  it('Reinsurance beside the Dual Alliance hangs on who began it', () => {
    expect(conflicts([reinsurance, dual])).toEqual(['who-began DEU dual AUH reinsurance RUS']);
  });
  it('the accord of 1902 beside the Triple Alliance hangs on who began it', () => {
    expect(conflicts([accord, triple])).toEqual(['who-began ITA triple DEU accord FRA']);
  });
  it('a promise to join an attack against a state promised peace', () => {
    const steel = pact('steel', ['DEU', 'ITA'], [{ kind: 'offense', trigger: { event: 'war' } }]);
    const peace = pact('peace', ['ITA', 'FRA'], [{ kind: 'nonaggression' }]);
    expect(conflicts([steel, peace])).toEqual(['by-letter ITA steel DEU peace FRA']);
  });
  it('two alliances that do not touch have none', () => {
    expect(conflicts([dual, accord])).toEqual([]);
  });
  it('a renunciation of force toward everybody yields to self-defense', () => {
    const charter = pact('charter', ['DEU', 'RUS'], [{ kind: 'nonaggression', to: 'any' }]);
    expect(conflicts([charter, dual])).toEqual([]);
  });
});
