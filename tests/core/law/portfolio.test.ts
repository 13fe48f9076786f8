import { describe, expect, it } from 'vitest';
import { createLaw } from '../../../src/core/law/law.ts';
import { portfolioConflicts } from '../../../src/core/law/portfolio.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import type { Obligation } from '../../../src/core/treaty/obligation-schema.ts';
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

  it('a renunciation of war among very many states yields to self-defense', () => {
    const many = Array.from({ length: 18 }, (_, index) => `X${String.fromCharCode(65 + index)}X`);
    const wide = smallWorld(['DEU', 'AUH', 'RUS', ...many], { traits: { RUS: great } });
    const found = (others: readonly string[]) =>
      portfolioConflicts(createLaw([pact('paris', ['DEU', 'RUS', ...others], [{ kind: 'nonaggression' }]), dual], wide).on('1910-01-01'), wide).map(
        ({ kind }) => kind,
      );
    expect(found(many.slice(1))).toEqual(['who-began']);
    expect(found(many)).toEqual([]);
  });

  const peace = pact('peace', ['DEU', 'RUS'], [{ kind: 'nonaggression' }]);
  const friend = (trigger: Partial<NonNullable<Obligation['trigger']>>, rest: Partial<Obligation> = {}, more: Partial<Treaty> = {}) =>
    pact('friend', ['DEU', 'AUH'], [{ trigger: { event: 'armed-attack', ...trigger }, ...rest }], more);
  const letter = ['by-letter DEU friend AUH peace RUS'];
  const whoBegan = ['who-began DEU friend AUH peace RUS'];

  it.each<[string, Treaty, readonly string[]]>([
    ['help against it by name', friend({ against: 'RUS' }), whoBegan],
    ['help against it among others', friend({ against: ['any', 'RUS'] }), whoBegan],
    ['help against a class of powers', friend({ against: 'great-power' }), whoBegan],
    ['help against another and its allies', friend({ against: { allied_with: 'RUS' } }), whoBegan],
    ['help against anybody', friend({}), []],
    ['help against any state', friend({ against: 'states' }), []],
    ['help against another', friend({ against: 'FRA' }), []],
    ['help against it beside another, where it comes alone', friend({ against: { state: 'RUS', with: 'FRA' } }), []],
    ['help against two', friend({ against: 'RUS', attackers_at_least: 2 }), []],
    ['aid short of war', friend({ against: 'RUS' }, { kind: 'assistance' }), []],
    ['help in any war, whoever began it', friend({ event: 'war' }), letter],
    [
      'help for two allies, told of the first',
      pact('friend', ['DEU', 'AUH', 'ITA'], [{ bound: ['DEU'], trigger: { event: 'armed-attack', against: 'RUS' } }]),
      whoBegan,
    ],
    ['help that others owe', friend({ against: 'RUS' }, { bound: ['AUH'] }), []],
    ['help that it owes to others alone', friend({ against: 'RUS' }, { bound: ['AUH'], to: ['DEU'] }), []],
    ['help that rests', friend({ against: 'RUS' }, {}, { suspensions: [{ bound: ['DEU'], from: '1905', source: 'made up' }] }), []],
    ['a common attack', friend({ event: 'war' }, { kind: 'offense' }), letter],
    ['a common attack on another', friend({ event: 'war', against: 'FRA' }, { kind: 'offense' }), []],
    [
      'help and a common attack',
      pact('friend', ['DEU', 'AUH'], [{ trigger: { event: 'armed-attack', against: 'RUS' } }, { kind: 'offense', trigger: { event: 'war' } }]),
      letter,
    ],
    [
      'a common attack and help',
      pact('friend', ['DEU', 'AUH'], [{ kind: 'offense', trigger: { event: 'war' } }, { trigger: { event: 'armed-attack', against: 'RUS' } }]),
      letter,
    ],
  ])('peace beside %s', (_, treaty, expected) => {
    expect(conflicts([peace, treaty])).toEqual(expected);
    expect(conflicts([{ ...peace, form: 'organization' }, treaty])).toEqual([]);
  });

  const neutral = (trigger: Partial<NonNullable<Obligation['trigger']>> = {}) =>
    pact('peace', ['DEU', 'RUS'], [{ kind: 'neutrality', trigger: { event: 'war', ...trigger } }]);
  it.each<[string, Treaty, Treaty, readonly string[]]>([
    ['in any war, beside any help', neutral(), friend({}), letter],
    ['where it began nothing, beside help where the ally began nothing', neutral({ unprovoked: true }), friend({ unprovoked: true }), []],
    ['... one of the two naming the other', neutral({ unprovoked: true, against: 'AUH' }), friend({ unprovoked: true }), whoBegan],
    ['... against any state', neutral({ unprovoked: true, against: 'states' }), friend({ unprovoked: true, against: 'states' }), []],
    ['in a war with another', neutral({ against: 'FRA' }), friend({ against: 'RUS' }), []],
    ['in any war, beside help against another', neutral(), friend({ against: 'FRA' }), []],
    ['in any war, beside a common attack', neutral(), friend({ event: 'war' }, { kind: 'offense' }), letter],
  ])('neutrality %s', (_, restraint, help, expected) => {
    expect(conflicts([restraint, help])).toEqual(expected);
  });

  it('are told of the treaties that clash and no others, where clauses follow from one another', () => {
    const elsewhere = pact('elsewhere', ['DEU', 'RUS'], [{ kind: 'neutrality', trigger: { event: 'war', against: 'FRA' } }]);
    expect(conflicts([elsewhere, friend({})])).toEqual([]);
    expect(conflicts([elsewhere, neutral(), friend({})])).toEqual(letter);
  });

  it('within one treaty are none: its clauses are read together', () => {
    expect(
      conflicts([
        pact(
          'one',
          ['DEU', 'RUS', 'AUH'],
          [{ kind: 'neutrality', trigger: { event: 'war', parties_included: true } }, { trigger: { event: 'war', parties_included: true } }],
        ),
      ]),
    ).toEqual([]);
  });

  it('are looked for between the treaties that concern the question', () => {
    const regime = createLaw([reinsurance, dual, accord, triple], world).on('1910-01-01');
    const found = portfolioConflicts(regime, world, (help, restraint) => help.id === 'triple' && restraint.id === 'accord');
    expect(found.map(({ help, restraint }) => [help.treaty, restraint.treaty])).toEqual([['triple', 'accord']]);
  });

  it('are told in a sentence', () => {
    const told = (treaties: readonly Treaty[]) => portfolioConflicts(createLaw(treaties, world).on('1910-01-01'), world).map(({ because }) => because);
    expect(told([neutral(), friend({})])).toEqual([
      'Deuland owes Auhland help against Rusland (friend, article 1) and owes Rusland neutrality in the same war (peace, article 1).',
    ]);
    expect(told([peace, friend({ against: 'RUS' })])).toEqual([
      'In a war between Auhland and Rusland, Deuland owes the first help if the second began it (friend, article 1) and the second peace if the first did (peace, article 1).',
    ]);
  });
});
