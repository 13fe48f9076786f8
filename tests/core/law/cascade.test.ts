import { describe, expect, it } from 'vitest';
import { createLaw } from '../../../src/core/law/law.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import type { Obligation } from '../../../src/core/treaty/obligation-schema.ts';
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
    expect(play([named])).toMatchObject({ steps: [], broken: [] });
  });
});

describe('a promise that waits for others', () => {
  const forAttacker = (trigger: NonNullable<Obligation['trigger']>) => pact('wait', ['AAA', 'DDD'], [{ bound: ['DDD'], to: ['AAA'], trigger }]);
  const friend = defends('friend', 'BBB', 'CCC');
  const joiners = (treaties: readonly Treaty[], beganBy?: readonly string[]) => play(treaties, [], beganBy).steps.map(({ state }) => state);

  it.each<[string, NonNullable<Obligation['trigger']>]>([
    ['a second adversary', { event: 'war', attackers_at_least: 2 }],
    ['an adversary beside another', { event: 'war', against: [{ state: 'BBB', with: 'CCC' }] }],
    ['a state at war', { event: 'war', requires: [{ state: 'CCC', acts: 'at-war' }] }],
  ])('of %s is asked again when somebody joins', (_, trigger) => {
    expect(joiners([forAttacker(trigger)])).toEqual([]);
    expect(joiners([forAttacker(trigger), friend])).toEqual(['CCC', 'DDD']);
  });

  it('is asked again of an attack by a state that joined', () => {
    const trigger = { event: 'armed-attack' as const, against: 'CCC', requires: [{ state: 'FFF', acts: 'at-war' as const }] };
    expect(joiners([forAttacker(trigger), friend])).toEqual(['CCC']);
    expect(joiners([forAttacker(trigger), friend, defends('third', 'BBB', 'FFF')])).toEqual(['CCC', 'FFF', 'DDD']);
  });
});

describe('wars under way', () => {
  it.each([
    ['the one that is judged', 'BBB', []],
    ['an older one', 'EEE', [{ attacker: 'EEE', target: 'AAA' }]],
  ])('count for a joiner named beside another: %s', (_, companion, atWar) => {
    const named = pact(
      'wait',
      ['AAA', 'DDD'],
      [{ bound: ['DDD'], to: ['AAA'], trigger: { event: 'armed-attack', against: { state: 'CCC', with: companion } } }],
    );
    const law = createLaw([named, defends('friend', 'BBB', 'CCC')], world);
    const { steps } = law.cascade(law.trigger(eventOf(world, { attackers: ['AAA'], target: 'BBB', atWar })), { mode: 'letter' });
    expect(steps.map(({ state }) => state)).toEqual(['CCC', 'DDD']);
  });

  it('ask no neutrality of those who fight in them', () => {
    const neutral = pact('c', ['CCC', 'EEE'], [{ kind: 'neutrality', trigger: { event: 'war' } }]);
    const { duties, steps } = play([defends('a', 'BBB', 'EEE'), defends('b', 'BBB', 'CCC'), neutral]);
    expect(steps.map(({ state }) => state)).toEqual(['EEE', 'CCC']);
    expect(duties.filter(({ action }) => action === 'stay-neutral').map(({ state, toward }) => [state, toward])).toEqual([['CCC', 'EEE']]);
  });

  it('are joined by nobody for an ally that does not fight', () => {
    const mobilize = pact('entente', ['CCC', 'DDD'], [{ trigger: { event: 'mobilization', against: 'AAA' } }]);
    const law = createLaw([mobilize], world);
    const first = law.trigger(eventOf(world, { attackers: ['AAA'], target: 'BBB', kind: 'mobilization' }));
    expect(first.duties).toHaveLength(2);
    expect(law.cascade(first, { mode: 'letter' })).toMatchObject({ steps: [], broken: [] });
  });

  it('make no neutral of a state that owes consultation alone', () => {
    expect(play([pact('talk', ['BBB', 'CCC'], [{ kind: 'consultation', trigger: { event: 'threat' } }])]).neutrals).toEqual([]);
  });
});

describe('who began it', () => {
  const treaties = [defends('one', 'BBB', 'CCC'), defends('two', 'AAA', 'DDD')];
  it.each<[string, readonly string[], readonly string[]]>([
    ['the attacker: its ally is free', ['AAA'], ['CCC']],
    ['the attacker and a third: its ally is free', ['AAA', 'EEE'], ['CCC']],
    ['the target: the ally of the attacker is bound when others join', ['BBB'], ['CCC', 'DDD']],
  ])('%s', (_, beganBy, joined) => {
    expect(play(treaties, [], beganBy).steps.map(({ state }) => state)).toEqual(joined);
  });

  it('a state that joins against an excepted state attacks it (1887)', () => {
    const neutral = (states: readonly string[]) =>
      pact('neutral', ['CCC', 'EEE'], [{ kind: 'neutrality', trigger: { event: 'war', except: { states: [...states], when: 'attacked-by-party' } } }]);
    const neutrals = (states: readonly string[]) => play([defends('one', 'BBB', 'CCC'), neutral(states)]).neutrals;
    expect(neutrals(['FFF'])).toEqual(['EEE']);
    expect(neutrals(['AAA'])).toEqual([]);
  });
});

describe('each step', () => {
  it('gives every duty that called the state to that side, and no other', () => {
    const offense = pact('d-attack', ['AAA', 'EEE'], [{ kind: 'offense', trigger: { event: 'war' } }]);
    const { steps, broken } = play([defends('a', 'BBB', 'CCC'), defends('b', 'BBB', 'EEE'), defends('c', 'BBB', 'EEE'), offense]);
    expect(steps.map(({ state, duties }) => [state, ...duties.map(({ treaty }) => treaty)])).toEqual([
      ['CCC', 'a'],
      ['EEE', 'b', 'c'],
    ]);
    expect(broken).toMatchObject([{ state: 'EEE', action: 'join-offense', toward: 'AAA', treaty: 'd-attack' }]);
  });
});

describe('broken promises', () => {
  const neutral = (id: string, a: string, b: string) => pact(id, [a, b], [{ kind: 'neutrality', trigger: { event: 'war' } }]);
  const broken = (treaties: readonly Treaty[], refuses: readonly string[] = []) =>
    play(treaties, refuses).broken.map(({ state, action, toward }) => [state, action, toward].join(' '));

  it('are not those of a state that refuses aid, consultation or war, where it owed aid, consultation or neutrality', () => {
    const short = pact('short', ['BBB', 'CCC'], [{ kind: 'assistance' }, { kind: 'consultation', trigger: { event: 'threat' } }]);
    expect(broken([short, neutral('neutral', 'AAA', 'CCC')], ['CCC'])).toEqual([]);
  });

  it('are not those of a neutral that fights somebody else', () => {
    expect(broken([defends('a', 'BBB', 'CCC'), neutral('b', 'BBB', 'CCC')])).toEqual([]);
    expect(broken([defends('a', 'BBB', 'CCC'), neutral('b', 'AAA', 'EEE')])).toEqual([]);
  });

  it('are not those of a state that was free to stay out', () => {
    const both = [defends('a', 'BBB', 'CCC'), pact('b', ['AAA', 'CCC'], [{ kind: 'assistance', trigger: { event: 'war' } }])];
    expect(broken(both)).toEqual([]);
  });

  it('are those of a neutral that fights the state it owed neutrality, whichever of them attacks', () => {
    const onTarget = [pact('a', ['AAA', 'CCC'], [{ kind: 'offense', trigger: { event: 'war' } }]), neutral('b', 'BBB', 'CCC')];
    expect(broken(onTarget)).toEqual(['CCC stay-neutral BBB']);
    expect(broken([defends('a', 'BBB', 'CCC'), neutral('b', 'AAA', 'CCC')])).toEqual(['CCC stay-neutral AAA']);
  });

  it('are told once', () => {
    const peace = pact('peace', ['AAA', 'BBB', 'CCC'], [{ kind: 'nonaggression' }]);
    expect(broken([pact('axis', ['AAA', 'CCC'], [{ kind: 'offense', trigger: { event: 'war' } }]), peace])).toEqual([
      'AAA not-attack BBB',
      'CCC not-attack BBB',
    ]);
    const twice = pact(
      'twice',
      ['AAA', 'BBB'],
      ['no-war', 'no-force'].map((id) => ({ id, article: '1', kind: 'nonaggression' })),
    );
    expect(broken([twice])).toEqual(['AAA not-attack BBB']);
  });
});
