import { describe, expect, it } from 'vitest';
import { createLaw } from '../../../src/core/law/law.ts';
import type { EventQuestion } from '../../../src/core/law/event.ts';
import type { Reason } from '../../../src/core/law/types.ts';
import type { State } from '../../../src/core/states/types.ts';
import type { Obligation, Treaty } from '../../../src/core/treaty/schema.ts';
import { box, eventOf, pact, smallWorld } from '../../support/small-world.ts';

const IDS = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE'];
const traits: Record<string, Partial<State>> = { CCC: { greatPower: [{}], communist: [{}] }, DDD: { continent: 'asia' } };
const world = smallWorld(IDS, {
  traits,
  regions: [box('west', -5, 15), box('east', 15, 60)],
  territories: [{ id: 'isle', name: 'the Isle', lat: 10, lon: 50, radius: 100, administered: [{ states: ['BBB'] }], claimed: [{ states: ['CCC'] }] }],
});

type Answer = 'owed' | 'silent' | Reason;

/** What the pact of AAA and BBB (first obligation as given) has AAA owe BBB, where CCC attacks BBB unless the question says otherwise. */
function ask(obligation: Partial<Obligation>, question: Partial<EventQuestion> = {}, rest: Partial<Treaty> = {}): Answer {
  const law = createLaw([pact('pact', ['AAA', 'BBB'], [obligation], rest)], world);
  const { duties, notOwed } = law.trigger(eventOf(world, { attackers: ['CCC'], target: 'BBB', ...question }));
  if (duties.some((duty) => duty.state === 'AAA' && duty.toward === 'BBB')) return 'owed';
  return notOwed.find((one) => one.state === 'AAA' && one.toward === 'BBB')?.reason ?? 'silent';
}

const attack = (rest: Partial<NonNullable<Obligation['trigger']>> = {}): Partial<Obligation> => ({ trigger: { event: 'armed-attack', ...rest } });
const B_ATTACKS: Partial<EventQuestion> = { attackers: ['BBB'], target: 'CCC' };

describe('a single clause against a single event', () => {
  const cases: readonly [string, Partial<Obligation>, Partial<EventQuestion>, Answer][] = [
    ['a plain attack on an ally', attack(), {}, 'owed'],
    ['an ally that attacks', attack(), B_ATTACKS, 'beneficiary-began-it'],
    ['an ally that provoked, plain text', attack(), { beganBy: ['BBB'] }, 'owed'],
    ['an ally that provoked, text asks for none', attack({ unprovoked: true }), { beganBy: ['BBB'] }, 'beneficiary-began-it'],
    ['the named adversary', attack({ against: 'CCC' }), {}, 'owed'],
    ['another adversary', attack({ against: 'DDD' }), {}, 'attacker-excluded'],
    ['one of several', attack({ against: ['DDD', 'CCC'] }), {}, 'owed'],
    ['a great power', attack({ against: 'great-power' }), {}, 'owed'],
    ['not a great power', attack({ against: 'great-power' }), { attackers: ['EEE'] }, 'attacker-excluded'],
    ['a communist power', attack({ against: 'communist' }), { attackers: ['EEE'] }, 'attacker-excluded'],
    ['a European power', attack({ against: 'european' }), { attackers: ['DDD'] }, 'attacker-excluded'],
    ['an excepted adversary', attack({ except: { states: ['CCC'], when: 'always' } }), {}, 'attacker-excluded'],
    ['not excepted', attack({ except: { states: ['CCC'], when: 'always' } }), { attackers: ['EEE'] }, 'owed'],
    ['any state, against no state', attack({ against: 'states' }), { attackers: ['NONSTATE'] }, 'attacker-excluded'],
    ['any adversary, against no state', attack(), { attackers: ['NONSTATE'] }, 'owed'],
    ['one supported by another, alone', attack({ against: [{ state: 'CCC', with: 'DDD' }] }), {}, 'condition-unmet'],
    ['one supported by another', attack({ against: [{ state: 'CCC', with: 'DDD' }] }), { attackers: ['CCC', 'DDD'] }, 'owed'],
    ['one supported by another already at war', attack({ against: [{ state: 'CCC', with: 'DDD' }] }), { atWar: [{ attacker: 'DDD', target: 'BBB' }] }, 'owed'],
    [
      'the supporter alone, while the one it supports is at war',
      attack({ against: [{ state: 'CCC', with: 'DDD' }] }),
      { attackers: ['DDD'], atWar: [{ attacker: 'BBB', target: 'CCC' }] },
      'attacker-excluded',
    ],
    [
      'neutrality of a state that is already fighting',
      { kind: 'neutrality', trigger: { event: 'war' } },
      { atWar: [{ attacker: 'CCC', target: 'AAA' }] },
      'silent',
    ],
    ['two powers asked for, one comes', attack({ attackers_at_least: 2 }), {}, 'too-few-attackers'],
    ['two powers asked for, two come', attack({ attackers_at_least: 2 }), { attackers: ['CCC', 'DDD'] }, 'owed'],
    ['two powers asked for, one is already there', attack({ attackers_at_least: 2 }), { atWar: [{ attacker: 'BBB', target: 'DDD' }] }, 'owed'],
    ['two great powers asked for', attack({ attackers_at_least: 2, against: 'great-power' }), { attackers: ['CCC', 'DDD'] }, 'too-few-attackers'],
    ['below the threshold', attack(), { intensity: 'below-threshold' }, 'below-threshold'],
    ['a threat', attack(), { kind: 'threat' }, 'below-threshold'],
    ['any hostility, below the threshold', { trigger: { event: 'any-hostility' } }, { intensity: 'below-threshold' }, 'owed'],
    ['cyber, text silent', attack(), { domain: 'cyber' }, 'domain-not-covered'],
    ['cyber, text covers it', attack({ domains: ['land', 'cyber'] }), { domain: 'cyber' }, 'owed'],
    [
      'a clause on cyber attacks, whatever the intensity',
      { trigger: { event: 'cyber-attack', domains: ['cyber'] } },
      { kind: 'cyber-attack', intensity: 'below-threshold' },
      'owed',
    ],
    ['own territory elsewhere', attack(), { place: 'isle' }, 'owed'],
    ['land of nobody in the treaty', attack(), { place: 'DDD' }, 'out-of-area'],
    ['forces anywhere', attack(), { place: 'DDD', object: 'forces' }, 'owed'],
    ['forces, where the text says territory', attack({ objects: ['territory'] }), { object: 'forces' }, 'out-of-area'],
    ['inside the area', attack({ area: { include: ['west'] } }), {}, 'owed'],
    ['outside the area', attack({ area: { include: ['east'] } }), {}, 'out-of-area'],
    ['excluded from the area', attack({ area: { include: ['west'], exclude: ['BBB'] } }), {}, 'out-of-area'],
    ['metropolitan land only', attack({ area: { territory: 'metropolitan' } }), { place: 'isle' }, 'out-of-area'],
    ['dependent land only', attack({ area: { territory: 'dependent', include: ['east'] } }), { place: 'isle' }, 'owed'],
    ['forces in the land of another party', attack({ area: { objects: ['forces'], territory: 'parties' } }), { place: 'AAA', object: 'forces' }, 'owed'],
    ['forces in the land of no party', attack({ area: { objects: ['forces'], territory: 'parties' } }), { place: 'DDD', object: 'forces' }, 'out-of-area'],
    ['forces at sea', attack({ area: { objects: ['forces'], territory: 'nobody' } }), { at: { lat: -40, lon: -30 }, object: 'forces' }, 'owed'],
    ['forces ashore, where the text covers the sea', attack({ area: { objects: ['forces'], territory: 'nobody' } }), { object: 'forces' }, 'out-of-area'],
    ['forces on dependent land, where home alone counts', attack({ area: { territory: 'metropolitan' } }), { place: 'isle', object: 'forces' }, 'out-of-area'],
    ['a part that no longer holds', attack({ area: { parts: [{ include: ['west'], until: '1905-01-01' }] } }), {}, 'out-of-area'],
    ['another must act first', attack({ requires: [{ state: 'EEE', acts: 'assists' }] }), {}, 'condition-unmet'],
    ['another acts', attack({ requires: [{ state: 'EEE', acts: 'assists' }] }), { atWar: [{ attacker: 'EEE', target: 'CCC' }] }, 'owed'],
    ['offense for an ally that attacks', { kind: 'offense', trigger: { event: 'war' } }, B_ATTACKS, 'owed'],
    ['offense for an ally attacked', { kind: 'offense', trigger: { event: 'war' } }, {}, 'silent'],
    ['neutrality in any war', { kind: 'neutrality', trigger: { event: 'war' } }, B_ATTACKS, 'owed'],
    ['neutrality for a party attacked', { kind: 'neutrality', trigger: { event: 'armed-attack' } }, B_ATTACKS, 'beneficiary-began-it'],
    [
      'neutrality for a party provoked into war',
      { kind: 'neutrality', trigger: { event: 'war', unprovoked: true } },
      { ...B_ATTACKS, beganBy: ['CCC'] },
      'owed',
    ],
    [
      'neutrality, excepted where the party attacks (1887)',
      { kind: 'neutrality', trigger: { event: 'war', except: { states: ['CCC'], when: 'attacked-by-party' } } },
      B_ATTACKS,
      'beneficiary-began-it',
    ],
    [
      'neutrality, excepted state attacks',
      { kind: 'neutrality', trigger: { event: 'war', except: { states: ['CCC'], when: 'attacked-by-party' } } },
      {},
      'owed',
    ],
    ['consultation on an attack elsewhere', { kind: 'consultation', trigger: { event: 'threat' } }, { place: 'DDD', domain: 'cyber' }, 'owed'],
    ['consultation on a threat', { kind: 'consultation', trigger: { event: 'threat' } }, { kind: 'threat' }, 'owed'],
    ['consultation for an attacker', { kind: 'consultation', trigger: { event: 'threat' } }, B_ATTACKS, 'silent'],
    ['an obligation not yet binding', { ...attack(), from: '1920-01-01' }, {}, 'silent'],
  ];
  it.each(cases)('%s', (_, obligation, question, answer) => {
    expect(ask(obligation, question)).toBe(answer);
  });

  it('names every condition that fails, the first as the reason', () => {
    const law = createLaw([pact('pact', ['AAA', 'BBB'], [attack({ against: 'DDD', attackers_at_least: 2, area: { include: ['east'] } })])], world);
    const [one] = law.trigger(eventOf(world, { attackers: ['CCC'], target: 'BBB' })).notOwed;
    expect(one?.reasons).toEqual(['attacker-excluded', 'too-few-attackers', 'out-of-area']);
  });
});

describe('treaties and parties in time', () => {
  it.each<[string, Partial<Treaty>, Answer]>([
    ['never in force', { in_force: undefined }, 'not-in-force'],
    ['signed and not yet in force', { in_force: '1911-01-01' }, 'not-in-force'],
    ['ended', { ended: { date: '1910-01-01', how: 'expired' } }, 'not-in-force'],
    ['ends tomorrow', { ended: { date: '1910-01-02', how: 'expired' } }, 'owed'],
    [
      'the ally joined later',
      {
        parties: [
          { state: 'AAA', from: '1900' },
          { state: 'BBB', from: '1911' },
        ],
      },
      'not-a-party',
    ],
    [
      'the bound state left',
      {
        parties: [
          { state: 'AAA', from: '1900', to: '1910-01-01' },
          { state: 'BBB', from: '1900' },
        ],
      },
      'not-a-party',
    ],
    ['suspended toward the ally', { suspensions: [{ bound: ['AAA'], to: ['BBB'], from: '1905', source: 'made up' }] }, 'suspended'],
    ['suspended toward another', { suspensions: [{ bound: ['AAA'], to: ['EEE'], from: '1905', source: 'made up' }] }, 'owed'],
    ['suspension over', { suspensions: [{ bound: ['AAA'], from: '1905', until: '1906', source: 'made up' }] }, 'owed'],
    ['a reservation narrows it', { reservations: [{ state: 'AAA', obligation: 'o0', narrows: { against: 'DDD' }, source: 'made up' }] }, 'reservation'],
    ['a reservation of another', { reservations: [{ state: 'BBB', obligation: 'o0', narrows: { against: 'DDD' }, source: 'made up' }] }, 'owed'],
    ['ended by amendment', { amendments: [{ date: '1905', change: { obligation: 'o0', ends: true }, source: 'made up' }] }, 'silent'],
  ])('%s', (_, rest, answer) => {
    const { in_force, ...others } = rest;
    const treaty = { ...pact('pact', ['AAA', 'BBB'], [attack()]), ...others };
    if ('in_force' in rest) {
      if (in_force === undefined) delete treaty.in_force;
      else treaty.in_force = in_force;
    }
    const { duties, notOwed } = createLaw([treaty], world).trigger(eventOf(world, { attackers: ['CCC'], target: 'BBB' }));
    const answerFound = duties.some(({ state }) => state === 'AAA') ? 'owed' : (notOwed.find(({ state }) => state === 'AAA')?.reason ?? 'silent');
    expect(answerFound).toBe(answer);
  });

  it('a domain added by amendment counts from its date', () => {
    const rest: Partial<Treaty> = { amendments: [{ date: '1910-01-01', change: { obligation: 'o0', add_domains: ['cyber'] }, source: 'made up' }] };
    expect(ask(attack(), { domain: 'cyber' }, rest)).toBe('owed');
    expect(ask(attack(), { domain: 'cyber', date: '1909-12-31' }, rest)).toBe('domain-not-covered');
  });
});

describe('among parties', () => {
  const parties = ['AAA', 'BBB', 'CCC'];
  const verdict = (rest: Partial<NonNullable<Obligation['trigger']>>) =>
    createLaw([pact('pact', parties, [attack(rest), { kind: 'nonaggression' }, { kind: 'consultation', trigger: { event: 'threat' } }])], world).trigger(
      eventOf(world, { attackers: ['CCC'], target: 'BBB' }),
    );

  it('silence gives attacker-is-party, contested; peace is broken and consultation due all the same', () => {
    const { duties, notOwed } = verdict({});
    expect(notOwed.find((one) => one.state === 'AAA')).toMatchObject({ reason: 'attacker-is-party', contested: expect.stringContaining('party') });
    expect(duties.map(({ state, action, toward }) => [state, action, toward])).toEqual([
      ['CCC', 'not-attack', 'BBB'],
      ['AAA', 'consult', 'BBB'],
    ]);
  });

  it('a text that covers parties binds the others and not the attacker', () => {
    const { duties } = verdict({ parties_included: true });
    expect(duties.filter(({ action }) => action === 'defend').map(({ state }) => state)).toEqual(['AAA']);
  });

  it('an attack on land the attacker claims breaks a promise by one reading', () => {
    const law = createLaw([pact('pact', parties, [{ kind: 'nonaggression' }])], world);
    const [duty] = law.trigger(eventOf(world, { attackers: ['CCC'], target: 'BBB', place: 'isle' })).duties;
    expect(duty).toMatchObject({ state: 'CCC', action: 'not-attack', contested: expect.stringContaining('claims the Isle') });
  });

  it('fighting back breaks no promise', () => {
    const law = createLaw([pact('pact', parties, [{ kind: 'nonaggression' }])], world);
    const { duties, notOwed } = law.trigger(eventOf(world, { attackers: ['CCC'], target: 'BBB', beganBy: ['BBB'] }));
    expect(duties).toEqual([]);
    expect(notOwed).toMatchObject([{ state: 'CCC', reason: 'beneficiary-began-it' }]);
  });
});

describe('mobilization (the convention of 1894, article 2)', () => {
  const treaty = pact('pact', ['AAA', 'BBB'], [{ kind: 'assistance', trigger: { event: 'mobilization', against: ['CCC', 'DDD'] } }]);
  const ask_ = (question: Partial<EventQuestion>) =>
    createLaw([treaty], world).trigger(eventOf(world, { attackers: ['CCC'], target: 'EEE', kind: 'mobilization', ...question }));
  it('falls due whomever it is aimed at', () => {
    expect(ask_({}).duties.map(({ state, action, toward }) => [state, action, toward])).toEqual([
      ['BBB', 'assist', 'AAA'],
      ['AAA', 'assist', 'BBB'],
    ]);
  });
  it('asks for a named power', () => {
    expect(ask_({ attackers: ['EEE'], target: 'CCC' })).toMatchObject({
      duties: [],
      notOwed: [{ reason: 'attacker-excluded' }, { reason: 'attacker-excluded' }],
    });
  });
  it('is silent on an attack', () => {
    expect(ask_({ kind: 'armed-attack' })).toMatchObject({ duties: [], notOwed: [] });
  });
});
