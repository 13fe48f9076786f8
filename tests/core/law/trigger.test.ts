import { describe, expect, it } from 'vitest';
import type { EventQuestion } from '../../../src/core/law/event.ts';
import { createLaw } from '../../../src/core/law/law.ts';
import { trigger } from '../../../src/core/law/trigger.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import type { Obligation, Trigger } from '../../../src/core/treaty/obligation-schema.ts';
import { eventOf, pact, smallWorld } from '../../support/small-world.ts';

const world = smallWorld(['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF'], { traits: { FFF: { exists: [{ to: '1905-01-01' }] } } });
const ask = (treaties: readonly Treaty[], question: Partial<EventQuestion> = {}) =>
  createLaw(treaties, world).trigger(eventOf(world, { attackers: ['CCC'], target: 'BBB', ...question }));
const only = (obligation: Partial<Obligation>, question: Partial<EventQuestion> = {}) => ask([pact('pact', ['AAA', 'BBB'], [obligation])], question).duties[0];

describe('a duty says', () => {
  it('how far the text leaves it open, whether it must be asked for, and who reads it otherwise', () => {
    expect(only({})).toMatchObject({ automaticity: 'automatic' });
    expect(only({})).not.toHaveProperty('onRequest');
    expect(only({})).not.toHaveProperty('contested');
    expect(only({ response: { automaticity: 'discretionary' } })).toMatchObject({ automaticity: 'discretionary' });
    expect(only({ trigger: { event: 'armed-attack', on_request: true } })).toMatchObject({ onRequest: true });
    expect(only({ contested: 'Others read it so.' })).toMatchObject({ contested: 'Others read it so.' });
  });

  it.each<[string, Partial<Obligation>, Partial<EventQuestion>, readonly string[]]>([
    ['every attacker', {}, { attackers: ['CCC', 'DDD'] }, ['CCC', 'DDD']],
    ['those the text reaches', { trigger: { event: 'armed-attack', against: 'DDD' } }, { attackers: ['CCC', 'DDD'] }, ['DDD']],
    ['those the text says to fight', { response: { against: ['EEE'] } }, {}, ['EEE']],
    [
      'all that the ally fights, where the text asks for several',
      { trigger: { event: 'armed-attack', attackers_at_least: 2 } },
      { atWar: [{ attacker: 'DDD', target: 'BBB' }] },
      ['CCC', 'DDD'],
    ],
    ['not those of an older war otherwise', {}, { atWar: [{ attacker: 'DDD', target: 'BBB' }] }, ['CCC']],
    ['nobody, for consultation', { kind: 'consultation', trigger: { event: 'threat' } }, {}, []],
    ['nobody, for peace', { kind: 'nonaggression' }, { attackers: ['AAA'] }, []],
  ])('against whom: %s', (_, obligation, question, against) => {
    expect(only(obligation, question)?.against).toEqual(against);
  });

  it('is owed by a state that already fights the attacker too', () => {
    expect(only({}, { atWar: [{ attacker: 'CCC', target: 'AAA' }] })).toMatchObject({ state: 'AAA', action: 'defend' });
  });
});

describe('neutrality beside help', () => {
  const neutral: Partial<Obligation> = { kind: 'neutrality', trigger: { event: 'war' } };
  const actions = (treaties: readonly Treaty[], question: Partial<EventQuestion> = {}) =>
    ask(treaties, question).duties.map(({ state, action, toward }) => [state, action, toward].join(' '));

  it.each<[string, readonly Treaty[], Partial<EventQuestion>, readonly string[]]>([
    ['gives way to help under the same treaty', [pact('pact', ['AAA', 'BBB'], [neutral, {}])], {}, ['AAA defend BBB']],
    ['gives way to a common attack', [pact('pact', ['AAA', 'CCC'], [neutral, { kind: 'offense', trigger: { event: 'war' } }])], {}, ['AAA join-offense CCC']],
    [
      'stays beside help under another treaty',
      [pact('one', ['AAA', 'BBB'], [neutral]), pact('two', ['AAA', 'BBB'], [{}])],
      {},
      ['AAA stay-neutral BBB', 'AAA defend BBB'],
    ],
    [
      'stays beside consultation',
      [pact('pact', ['AAA', 'BBB'], [neutral, { kind: 'consultation', trigger: { event: 'threat' } }])],
      {},
      ['AAA stay-neutral BBB', 'AAA consult BBB'],
    ],
    [
      'stays for a state that owes no help itself',
      [pact('pact', ['AAA', 'BBB', 'DDD'], [neutral, { bound: ['DDD'] }])],
      {},
      ['AAA stay-neutral BBB', 'DDD defend BBB'],
    ],
    [
      'stays toward a state that is owed no help itself',
      [
        pact(
          'pact',
          ['AAA', 'BBB', 'CCC'],
          [
            { ...neutral, to: ['CCC'], trigger: { event: 'war', parties_included: true } },
            { to: ['BBB'], trigger: { event: 'armed-attack', parties_included: true } },
          ],
        ),
      ],
      {},
      ['AAA defend BBB', 'AAA stay-neutral CCC'],
    ],
  ])('%s', (_, treaties, question, expected) => {
    expect(actions(treaties, question)).toEqual(expected);
  });
});

describe('what is not owed', () => {
  const lines = (treaties: readonly Treaty[], question: Partial<EventQuestion> = {}) =>
    ask(treaties, question).notOwed.map(({ state, toward, treaty, article, reasons }) => [state, toward, treaty, article, ...reasons].join(' '));
  const future: Partial<Treaty> = { in_force: '1911-01-01' };

  it('says that a treaty is not in force to those it would bind, who exist and do not attack', () => {
    expect(lines([pact('pact', ['AAA', 'BBB', 'CCC', 'DDD', 'FFF'], [{}], future)])).toEqual(['AAA BBB pact 1 not-in-force', 'DDD BBB pact 1 not-in-force']);
    expect(lines([pact('pact', ['AAA', 'DDD'], [{}], future)])).toEqual([]);
  });

  it.each<[string, readonly Partial<Obligation>[], readonly string[]]>([
    ['help before all else', [{ kind: 'consultation' }, { kind: 'neutrality' }, { kind: 'assistance' }, { kind: 'defense' }], ['AAA BBB pact 4 not-in-force']],
    ['nothing, where peace alone was promised', [{ kind: 'nonaggression' }], []],
    ['nothing, where others are bound', [{ bound: ['DDD'] }], []],
    ['nothing, where it is owed to others', [{ to: ['DDD'] }], []],
    ['a clause owed to any state', [{ to: 'any' }], ['AAA BBB pact 1 not-in-force']],
    ['a clause for a role it has', [{ bound: { role: 'guarantor' }, to: { role: 'ward' } }], ['AAA BBB pact 1 not-in-force']],
    ['nothing, in a clause for a role it has not', [{ bound: { role: 'ward' } }], []],
  ])('names the clause a treaty is known for: %s', (_, obligations, expected) => {
    const parties = [
      { state: 'AAA', from: '1900', role: 'guarantor' },
      { state: 'BBB', from: '1900', role: 'ward' },
    ];
    expect(lines([pact('pact', [], obligations, { ...future, parties })])).toEqual(expected);
  });

  it('says to a community that the target stands outside of it, unless it is a beneficiary', () => {
    expect(lines([pact('pact', ['AAA', 'DDD', 'EEE'], [{}])])).toEqual([
      'AAA BBB pact 1 not-a-party',
      'DDD BBB pact 1 not-a-party',
      'EEE BBB pact 1 not-a-party',
    ]);
    expect(lines([pact('pact', ['AAA', 'DDD'], [{}])])).toEqual([]);
    const guarantee = pact('pact', ['AAA', 'DDD', 'EEE'], [{ to: ['BBB'] }, { kind: 'consultation', trigger: { event: 'threat' } }]);
    expect(ask([guarantee])).toMatchObject({ notOwed: [], duties: [{ state: 'AAA' }, { state: 'DDD' }, { state: 'EEE' }] });
  });

  it('says since when a clause binds, or to what day it did', () => {
    const sentence = (dates: Partial<Obligation>) => ask([pact('pact', ['AAA', 'BBB'], [dates])]).notOwed.map(({ because }) => because.at(-1));
    expect(sentence({ from: '1920-01-01' })).toEqual(['Article 1 of the pact binds only from 1 January 1920.']);
    expect(sentence({ until: '1905-01-01' })).toEqual(['Article 1 of the pact bound only to 1 January 1905.']);
  });

  it('counts, where powers of a class are asked for, those alone', () => {
    const clause: Partial<Obligation> = { trigger: { event: 'armed-attack', against: ['CCC', 'EEE'], attackers_at_least: 2 } };
    const [one] = ask([pact('pact', ['AAA', 'BBB'], [clause])], { attackers: ['CCC', 'DDD'] }).notOwed;
    expect(one).toMatchObject({ reason: 'too-few-attackers' });
    expect(one?.because.at(-1)).toMatch(/^Article 1 asks for at least 2 powers .* 1 that it reaches fights it: /);
  });

  it('leaves to a reservation whom its state helps against, and when', () => {
    const reserved = (narrows: Partial<Trigger>) =>
      ask([pact('pact', ['AAA', 'BBB', 'EEE'], [{}], { reservations: [{ state: 'AAA', obligation: 'o0', narrows, source: 'made up' }] })], {
        attackers: ['CCC', 'DDD'],
      }).duties.map(({ state, against, onRequest }) => [state, ...against, ...(onRequest === true ? ['on request'] : [])].join(' '));
    expect(reserved({ against: 'DDD' })).toEqual(['AAA DDD', 'EEE CCC DDD']);
    expect(reserved({ on_request: true })).toEqual(['AAA CCC DDD on request', 'EEE CCC DDD']);
  });

  it('gives a suspension first, then what else stands against it', () => {
    const treaty = pact('pact', ['AAA', 'BBB'], [{ trigger: { event: 'armed-attack', against: 'DDD' } }], {
      suspensions: [{ bound: ['AAA'], from: '1905', source: 'made up' }],
      reservations: [{ state: 'AAA', obligation: 'o0', narrows: { against: 'EEE' }, source: 'made up' }],
    });
    expect(lines([treaty])).toEqual(['AAA BBB pact 1 suspended attacker-excluded']);
    expect(lines([{ ...treaty, suspensions: [] }])).toEqual(['AAA BBB pact 1 attacker-excluded reservation']);
  });

  it('is contested where another reading is held, and only there', () => {
    const contested = (obligation: Partial<Obligation>, attacker: string) =>
      ask([pact('pact', ['AAA', 'BBB', 'EEE'], [obligation])], { attackers: [attacker] }).notOwed[0];
    const excluded: Partial<Obligation> = { trigger: { event: 'armed-attack', against: 'DDD' } };
    expect(contested(excluded, 'CCC')).not.toHaveProperty('contested');
    expect(contested({ ...excluded, contested: 'Others read it so.' }, 'CCC')).toMatchObject({ contested: 'Others read it so.' });
    expect(contested({}, 'EEE')).toMatchObject({ reason: 'attacker-is-party', contested: expect.stringContaining('does not say') });
  });

  it('and conflicts are left out where duties alone are asked for', () => {
    const treaties = [
      pact('one', ['BBB', 'DDD'], [{}]),
      pact('two', ['CCC', 'DDD'], [{ kind: 'neutrality', trigger: { event: 'war' } }]),
      pact('three', ['AAA', 'BBB'], [{}], future),
    ];
    const full = ask(treaties);
    expect([full.duties.length, full.notOwed.length, full.conflicts.length]).toEqual([2, 1, 1]);
    const law = createLaw(treaties, world);
    const { event } = full;
    expect(trigger(event, law.on(event.date), world, { dutiesOnly: true })).toEqual({ event, duties: full.duties, notOwed: [], conflicts: [] });
    const some = trigger(event, law.on(event.date), world, { dutiesOnly: true, only: ({ obligation }) => obligation.kind === 'neutrality' });
    expect(some.duties.map(({ treaty }) => treaty)).toEqual(['two']);
  });
});
