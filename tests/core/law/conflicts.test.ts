import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conflictsAmong, incompatible } from '../../../src/core/law/conflicts.ts';
import { ACTIONS, type Action, type Duty } from '../../../src/core/law/types.ts';
import { wordingOn } from '../../../src/core/law/wording.ts';
import { smallWorld } from '../../support/small-world.ts';

const words = wordingOn(smallWorld(['AAA', 'BBB', 'CCC', 'DDD']), '1910-01-01');
const duty = (action: Action, toward: string, against: readonly string[] = [], state = 'DDD'): Duty => ({
  state,
  action,
  toward,
  against,
  treaty: `with-${toward}`,
  article: '1',
  obligation: 'o0',
  automaticity: 'automatic',
  because: [],
});

describe('two duties of one state', () => {
  it.each<[string, Duty, Duty, boolean]>([
    ['help for each against the other', duty('defend', 'AAA', ['BBB']), duty('defend', 'BBB', ['AAA']), true],
    ['help against a state that is owed help against a third', duty('defend', 'AAA', ['BBB']), duty('join-offense', 'BBB', ['CCC']), true],
    ['help for each against a third', duty('defend', 'AAA', ['CCC']), duty('defend', 'BBB', ['CCC']), false],
    ['help against a state owed neutrality', duty('defend', 'AAA', ['BBB']), duty('stay-neutral', 'BBB', ['AAA']), true],
    ['help against one state, neutrality toward another', duty('defend', 'AAA', ['CCC']), duty('stay-neutral', 'BBB', ['AAA']), false],
    ['aid against a state owed neutrality', duty('assist', 'AAA', ['BBB']), duty('stay-neutral', 'BBB', ['AAA']), true],
    ['war against a state promised peace', duty('join-offense', 'AAA', ['BBB']), duty('not-attack', 'BBB'), true],
    ['aid short of war against a state promised peace', duty('assist', 'AAA', ['BBB']), duty('not-attack', 'BBB'), false],
    ['help against a state with which it consults', duty('defend', 'AAA', ['BBB']), duty('consult', 'BBB'), false],
    ['aid against a state that it aids against a third', duty('defend', 'AAA', ['BBB']), duty('assist', 'BBB', ['CCC']), false],
    ['neutrality toward both', duty('stay-neutral', 'AAA', ['BBB']), duty('stay-neutral', 'BBB', ['AAA']), false],
    ['duties of two states', duty('defend', 'AAA', ['BBB']), duty('defend', 'BBB', ['AAA'], 'CCC'), false],
  ])('%s', (_, a, b, clash) => {
    expect([incompatible(a, b), incompatible(b, a)]).toEqual([clash, clash]);
  });
});

describe('conflicts among duties', () => {
  it('are every pair that cannot both be done, once', () => {
    const states = ['AAA', 'BBB', 'CCC'];
    const one = fc
      .record({
        action: fc.constantFrom(...ACTIONS),
        toward: fc.constantFrom(...states),
        against: fc.subarray(states),
        state: fc.constantFrom('CCC', 'DDD'),
      })
      .map(({ action, toward, against, state }) =>
        duty(
          action,
          toward,
          against.filter((foe) => foe !== toward),
          state,
        ),
      );
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (duties) => {
        const pairs = duties.flatMap((a, i) => duties.flatMap((b, j) => (i < j && incompatible(a, b) ? [`${a.state} ${i},${j}`] : [])));
        expect(
          conflictsAmong(duties, words)
            .map(({ state, duties: [i, j] }) => `${state} ${i},${j}`)
            .toSorted(),
        ).toEqual(pairs.toSorted());
      }),
    );
  });

  it('are told in a sentence', () => {
    const [found] = conflictsAmong([duty('not-attack', 'BBB'), duty('defend', 'AAA', ['BBB', 'CCC'])], words);
    expect(found?.because).toBe(
      'Dddland owes Aaaland defense against Bbbland and Cccland (with-AAA, 1) and Bbbland non-aggression (with-BBB, 1); both cannot be done.',
    );
  });
});
