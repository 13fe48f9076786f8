import { describe, expect, it } from 'vitest';
import { createLaw } from '../../../src/core/law/law.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import type { Obligation } from '../../../src/core/treaty/obligation-schema.ts';
import { pact, smallWorld } from '../../support/small-world.ts';

const traits = {
  CCC: { greatPower: [{}], communist: [{ from: '1905-01-01' }] },
  DDD: { continent: 'asia' as const },
  FFF: { exists: [{ to: '1905-01-01' }] },
};
const world = smallWorld(['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF'], { traits });
const regime = (treaties: readonly Treaty[], date = '1910-01-01') => createLaw(treaties, world).on(date);
const clauses = (obligations: readonly Partial<Obligation>[], rest: Partial<Treaty> = {}, date?: string) =>
  regime([pact('pact', ['AAA', 'BBB', 'EEE'], obligations, rest)], date).clauses;

describe('who a clause binds, and to whom', () => {
  const parties = [
    { state: 'AAA', from: '1900', role: 'guarantor' },
    { state: 'BBB', from: '1900', role: 'ward' },
    { state: 'EEE', from: '1900', to: '1908' },
    { state: 'EEE', from: '1909', role: 'ward' },
    { state: 'DDD', from: '1912', role: 'ward' },
    { state: 'FFF', from: '1900' },
  ];
  it.each<[string, Partial<Obligation>, readonly string[], readonly string[] | null]>([
    ['all parties of the day, each once', {}, ['AAA', 'BBB', 'EEE'], ['AAA', 'BBB', 'EEE']],
    ['those with a role', { bound: { role: 'guarantor' }, to: { role: 'ward' } }, ['AAA'], ['BBB', 'EEE']],
    ['a role that nobody has', { bound: { role: 'arbiter' } }, [], ['AAA', 'BBB', 'EEE']],
    ['any state', { to: 'any' }, ['AAA', 'BBB', 'EEE'], null],
    ['states by name, bound as far as they are parties', { bound: ['AAA', 'CCC', 'DDD'] }, ['AAA'], ['AAA', 'BBB', 'EEE']],
    ['states by name that were never to be parties, and not those that are to be', { to: ['CCC', 'BBB', 'DDD'] }, ['AAA', 'BBB', 'EEE'], ['CCC', 'BBB']],
  ])('%s', (_, obligation, bound, to) => {
    const [clause] = clauses([obligation], { parties });
    expect([clause?.bound, clause?.to]).toEqual([bound, to]);
  });

  it('a clause is owed to its beneficiaries, and one for any state to every state', () => {
    const { owedTo, index } = regime([pact('one', ['AAA', 'BBB'], [{ to: ['BBB'] }]), pact('two', ['AAA', 'EEE'], [{ to: 'any' }])]);
    const treaties = (state: string) => owedTo[index.get(state) ?? -1]?.map(({ standing }) => standing.treaty.id);
    expect(['AAA', 'BBB', 'DDD'].map(treaties)).toEqual([['two'], ['one', 'two'], ['two']]);
  });
});

describe('what narrows or suspends a clause', () => {
  const reservation = { state: 'AAA', obligation: 'o1', narrows: {}, source: 'made up' };
  const suspension = { bound: ['AAA'], from: '1905', source: 'made up' };
  it.each<[string, Partial<Treaty>, readonly number[]]>([
    ['a reservation counts for its clause', { reservations: [reservation] }, [0, 1]],
    ['until its end', { reservations: [{ ...reservation, until: '1910' }] }, [0, 0]],
    ['from its beginning', { reservations: [{ ...reservation, from: '1910' }] }, [0, 1]],
    ['a suspension for every clause', { suspensions: [suspension] }, [1, 1]],
    ['or for one', { suspensions: [{ ...suspension, obligation: 'o1' }] }, [0, 1]],
    ['until its end', { suspensions: [{ ...suspension, until: '1910' }] }, [0, 0]],
  ])('%s', (_, rest, counts) => {
    expect(clauses([{}, {}], rest).map(({ reservations, suspensions }) => reservations.length + suspensions.length)).toEqual(counts);
  });
});

describe('the adversaries a clause reaches', () => {
  type Against = NonNullable<NonNullable<Obligation['trigger']>['against']>;
  const reach = (against: Against, rest: readonly Treaty[] = [], date = '1910-01-01') => {
    const { clauses: all, index } = regime(
      [pact('pact', ['AAA', 'BBB'], [{ trigger: { event: 'armed-attack', against } }], { at_war_at_signing: ['EEE'] }), ...rest],
      date,
    );
    const mask = all.find(({ standing }) => standing.treaty.id === 'pact')?.against;
    return mask ? [...index].flatMap(([state, i]) => (mask[i] === 1 ? [state] : [])).join(' ') : 'anybody';
  };

  it.each<[Against, string]>([
    ['any', 'anybody'],
    [['CCC', 'any'], 'anybody'],
    ['states', 'AAA BBB CCC DDD EEE FFF'],
    ['DDD', 'DDD'],
    [['DDD', 'great-power'], 'CCC DDD'],
    ['european', 'AAA BBB CCC EEE FFF'],
    ['communist', 'CCC'],
    ['not-party', 'CCC DDD EEE FFF'],
    ['not-at-war-at-signing', 'AAA BBB CCC DDD FFF'],
    [{ state: 'CCC', with: 'DDD' }, ''],
    [{ allied_with: 'CCC' }, 'CCC'],
  ])('%j: %s', (against, states) => {
    expect(reach(against)).toBe(states);
  });

  it('are those of the day', () => {
    expect(reach('communist', [], '1904-12-31')).toBe('');
  });

  it.each<[string, Partial<Treaty>, readonly Partial<Obligation>[], string]>([
    ['a treaty of defense', {}, [{}], 'CCC DDD'],
    ['a treaty of attack among others', {}, [{ kind: 'consultation' }, { kind: 'offense' }], 'CCC DDD'],
    ['an alliance, whatever it promises', { form: 'alliance' }, [{ kind: 'consultation' }], 'CCC DDD'],
    ['no pact of consultation or peace', { form: 'entente' }, [{ kind: 'consultation' }, { kind: 'nonaggression' }], 'CCC'],
    ['no organization', { form: 'organization' }, [{}], 'CCC'],
    ['no treaty that is over', { ended: { date: '1910', how: 'expired' } }, [{}], 'CCC'],
    ['no clause that is over', {}, [{ until: '1910' }], 'CCC'],
  ])('allied with another is made by %s', (_, rest, obligations, states) => {
    const other = pact('zzz', ['AAA', 'EEE'], [{}]);
    expect(reach({ allied_with: 'CCC' }, [pact('ally', ['CCC', 'DDD'], obligations, rest), other])).toBe(states);
  });

  it('are named where the text gives a state, alone, beside another or as the friend of another', () => {
    const named = (against: Against) => {
      const { clauses: all } = regime([pact('pact', ['AAA', 'BBB'], [{ trigger: { event: 'armed-attack', against } }]), pact('ally', ['CCC', 'DDD'], [{}])]);
      return [...(all.find(({ standing }) => standing.treaty.id === 'pact')?.named ?? [])].toSorted();
    };
    expect(named(['EEE', 'great-power', 'any'])).toEqual(['EEE']);
    expect(named({ state: 'EEE', with: 'FFF' })).toEqual(['EEE', 'FFF']);
    expect(named({ allied_with: 'CCC' })).toEqual(['CCC', 'DDD']);
  });
});
