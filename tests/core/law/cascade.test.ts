import { describe, expect, it } from 'vitest';
import { createLaw } from '../../../src/core/law/law.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import { eventOf, pact, smallWorld } from '../../support/small-world.ts';

const world = smallWorld(['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF']);
const play = (treaties: readonly Treaty[], refuses: readonly string[] = [], beganBy: readonly string[] = ['AAA']) => {
  const law = createLaw(treaties, world);
  return law.cascade(
    law.trigger(eventOf(world, { attackers: ['AAA'], target: 'BBB', beganBy })),
    refuses.length === 0 ? { mode: 'letter' } : { mode: 'chosen', refuses },
  );
};

const defends = (id: string, a: string, b: string, against?: string): Treaty =>
  pact(id, [a, b], [{ trigger: { event: 'armed-attack', ...(against !== undefined && { against }) } }]);

describe('cascade', () => {
  it('an ally joins, and its joining binds the ally of the attacker whose text does not ask who began', () => {
    // BBB is helped by CCC; DDD owes AAA help against CCC (as Germany owed Austria-Hungary help against Russia); EEE owes CCC help against DDD.
    const result = play([defends('one', 'BBB', 'CCC'), defends('two', 'AAA', 'DDD', 'CCC'), defends('three', 'CCC', 'EEE', 'DDD')]);
    expect(result.steps.map(({ state, side }) => [state, side])).toEqual([
      ['CCC', 'target'],
      ['DDD', 'attacker'],
      ['EEE', 'target'],
    ]);
    expect(result.sides).toEqual({ attacker: ['AAA', 'DDD'], target: ['BBB', 'CCC', 'EEE'] });
    expect(result.broken).toEqual([]);
  });

  it('an ally of the side that began it is free where the text asks that it did not', () => {
    const free = pact('two', ['AAA', 'DDD'], [{ trigger: { event: 'armed-attack', against: 'CCC', unprovoked: true } }]);
    expect(play([defends('one', 'BBB', 'CCC'), free]).steps.map(({ state }) => state)).toEqual(['CCC']);
  });

  it('those who come to the victim’s help do not attack the side that began it, unless the text names them', () => {
    expect(play([defends('one', 'BBB', 'CCC'), defends('two', 'AAA', 'DDD')]).steps.map(({ state }) => state)).toEqual(['CCC']);
  });

  it('a state that refuses breaks its promise and calls nobody in', () => {
    const result = play([defends('one', 'BBB', 'CCC'), defends('two', 'AAA', 'DDD', 'CCC')], ['CCC']);
    expect(result.steps).toEqual([]);
    expect(result.broken).toMatchObject([{ state: 'CCC', action: 'defend', toward: 'BBB', treaty: 'one' }]);
  });

  it('an attack in breach of a pact is broken from the start', () => {
    expect(play([pact('peace', ['AAA', 'BBB'], [{ kind: 'nonaggression' }])]).broken).toMatchObject([{ state: 'AAA', action: 'not-attack', toward: 'BBB' }]);
  });

  it('neutrals are those that owe it and do not fight', () => {
    const neutrality = pact('neutral', ['AAA', 'EEE'], [{ kind: 'neutrality', trigger: { event: 'war' } }]);
    expect(play([neutrality]).neutrals).toEqual(['EEE']);
    const torn = play([neutrality, defends('one', 'BBB', 'EEE')]);
    expect(torn.neutrals).toEqual([]);
    expect(torn.broken).toMatchObject([{ state: 'EEE', action: 'stay-neutral', toward: 'AAA' }]);
    expect(torn.conflicts).toHaveLength(1);
  });

  it('joining in defense breaks no peace with the side that began it', () => {
    expect(play([defends('one', 'BBB', 'CCC'), pact('peace', ['AAA', 'CCC'], [{ kind: 'nonaggression' }])]).broken).toEqual([]);
  });

  it('joining the attack breaks peace with the target', () => {
    const offense = pact('axis', ['AAA', 'CCC'], [{ kind: 'offense', trigger: { event: 'war' } }]);
    const result = play([offense, pact('peace', ['BBB', 'CCC'], [{ kind: 'nonaggression' }])]);
    expect(result.steps).toMatchObject([{ state: 'CCC', side: 'attacker' }]);
    expect(result.broken).toMatchObject([{ state: 'CCC', action: 'not-attack', toward: 'BBB' }]);
  });

  it('a promise conditional on another is owed once the other acts (1935)', () => {
    const conditional = pact(
      'if',
      ['BBB', 'DDD'],
      [{ bound: ['DDD'], to: ['BBB'], trigger: { event: ['armed-attack', 'other-party-acts'], requires: [{ state: 'CCC', acts: 'assists' }] } }],
    );
    expect(play([conditional]).steps).toEqual([]);
    expect(play([conditional, defends('one', 'BBB', 'CCC')]).steps.map(({ state }) => state)).toEqual(['CCC', 'DDD']);
  });

  it('allies join against an attacker that is no state, and the matter rests there', () => {
    const law = createLaw([defends('one', 'BBB', 'CCC'), defends('two', 'CCC', 'DDD')], world);
    const { steps, belligerents } = law.cascade(law.trigger(eventOf(world, { attackers: ['NONSTATE'], target: 'BBB' })), { mode: 'letter' });
    expect(steps.map(({ state }) => state)).toEqual(['CCC']);
    expect(belligerents).toEqual(['NONSTATE', 'BBB', 'CCC']);
  });

  it('fights those the text names and no others', () => {
    const named = pact('one', ['BBB', 'CCC'], [{ response: { against: ['FFF'] } }]);
    expect(play([named]).steps).toEqual([]);
  });
});
