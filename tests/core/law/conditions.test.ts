import { describe, expect, it } from 'vitest';
import { createLaw } from '../../../src/core/law/law.ts';
import type { EventQuestion } from '../../../src/core/law/event.ts';
import type { Reason } from '../../../src/core/law/types.ts';
import type { State } from '../../../src/core/states/types.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import type { Obligation } from '../../../src/core/treaty/obligation-schema.ts';
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
    ['anybody supported by another', attack({ against: [{ with: 'DDD' }] }), { attackers: ['CCC', 'DDD'] }, 'owed'],
    ['anybody supported by another already at war', attack({ against: [{ with: 'DDD' }] }), { atWar: [{ attacker: 'DDD', target: 'BBB' }] }, 'owed'],
    ['anybody supported by another, alone', attack({ against: [{ with: 'DDD' }] }), {}, 'condition-unmet'],
    ['anybody supported by another: the supporter itself', attack({ against: [{ with: 'DDD' }] }), { attackers: ['DDD'] }, 'attacker-excluded'],
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
    ['a clause on cyber attacks that names no domain', { trigger: { event: 'cyber-attack' } }, { kind: 'cyber-attack' }, 'owed'],
    ['an attack or a cyber attack, no domain named, by land', { trigger: { event: ['armed-attack', 'cyber-attack'] } }, {}, 'owed'],
    [
      'an attack or a cyber attack, no domain named, in space',
      { trigger: { event: ['armed-attack', 'cyber-attack'] } },
      { domain: 'space' },
      'domain-not-covered',
    ],
    [
      'neutrality of a state that attacks beside the ally',
      { kind: 'neutrality', trigger: { event: 'war' } },
      { attackers: ['BBB', 'AAA'], target: 'CCC' },
      'silent',
    ],
    ['own territory elsewhere', attack(), { place: 'isle' }, 'owed'],
    ['land of nobody in the treaty', attack(), { place: 'DDD' }, 'out-of-area'],
    ['aid for land of nobody in the treaty', { ...attack(), kind: 'assistance' }, { place: 'DDD' }, 'out-of-area'],
    ['the population of a land of nobody in the treaty', attack(), { place: 'DDD', object: 'population' }, 'out-of-area'],
    ['neutrality in a war on land of nobody in the treaty', { ...attack(), kind: 'neutrality' }, { place: 'DDD' }, 'owed'],
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
    ['any adversary but one, against no state', attack({ except: { states: ['CCC'], when: 'always' } }), { attackers: ['NONSTATE'] }, 'owed'],
    ['any hostility, on a threat', { trigger: { event: 'any-hostility' } }, { kind: 'threat' }, 'condition-unmet'],
    ['a clause on cyber attacks, an attack by land', { trigger: { event: 'cyber-attack', domains: ['land', 'cyber'] } }, {}, 'condition-unmet'],
    ['a clause on cyber attacks, an armed attack by cyber means', { trigger: { event: 'cyber-attack', domains: ['cyber'] } }, { domain: 'cyber' }, 'owed'],
    [
      'a clause on cyber attacks, for the one that makes them',
      { trigger: { event: 'cyber-attack', domains: ['cyber'] } },
      { ...B_ATTACKS, domain: 'cyber' },
      'beneficiary-began-it',
    ],
    ['an attack or a threat, on a threat', { trigger: { event: ['armed-attack', 'threat'] } }, { kind: 'threat' }, 'owed'],
    ['a mobilization or an attack, on an attack', { trigger: { event: ['mobilization', 'armed-attack'] } }, {}, 'owed'],
    ['offense, where the text speaks of attack', { kind: 'offense', trigger: { event: 'armed-attack' } }, B_ATTACKS, 'owed'],
    [
      'offense in any hostility, below the threshold',
      { kind: 'offense', trigger: { event: 'any-hostility' } },
      { ...B_ATTACKS, intensity: 'below-threshold' },
      'owed',
    ],
    ['offense, on a threat by an ally', { kind: 'offense', trigger: { event: 'war' } }, { ...B_ATTACKS, kind: 'threat' }, 'silent'],
    ['defense, while an adversary mobilizes', attack(), { kind: 'mobilization' }, 'silent'],
    ['consultation, while an adversary mobilizes', { kind: 'consultation', trigger: { event: 'threat' } }, { kind: 'mobilization' }, 'owed'],
    [
      'consultation on an attack, while an adversary mobilizes',
      { kind: 'consultation', trigger: { event: 'armed-attack' } },
      { kind: 'mobilization' },
      'below-threshold',
    ],
    ['consultation on a war, while an adversary mobilizes', { kind: 'consultation', trigger: { event: 'war' } }, { kind: 'mobilization' }, 'below-threshold'],
    [
      'consultation on any hostility, while an adversary mobilizes',
      { kind: 'consultation', trigger: { event: 'any-hostility' } },
      { kind: 'mobilization' },
      'condition-unmet',
    ],
    [
      'two adversaries asked for in any war, an ally that is fighting one attacks another',
      { kind: 'offense', trigger: { event: 'war', attackers_at_least: 2 } },
      { ...B_ATTACKS, atWar: [{ attacker: 'BBB', target: 'DDD' }] },
      'owed',
    ],
    ['two adversaries asked for in any war, one', { kind: 'offense', trigger: { event: 'war', attackers_at_least: 2 } }, B_ATTACKS, 'too-few-attackers'],
    ['another must act, and attacks too', attack({ requires: [{ state: 'EEE', acts: 'assists' }] }), { attackers: ['CCC', 'EEE'] }, 'condition-unmet'],
    [
      'another must act, and attacks beside the ally',
      { kind: 'offense', trigger: { event: 'war', requires: [{ state: 'EEE', acts: 'assists' }] } },
      { attackers: ['BBB', 'EEE'], target: 'CCC' },
      'owed',
    ],
    [
      'another must act, and fights a war of its own',
      attack({ requires: [{ state: 'EEE', acts: 'assists' }] }),
      { atWar: [{ attacker: 'EEE', target: 'DDD' }] },
      'condition-unmet',
    ],
    ['another must be at war, and is', attack({ requires: [{ state: 'EEE', acts: 'at-war' }] }), { atWar: [{ attacker: 'EEE', target: 'DDD' }] }, 'owed'],
    ['another must be at war, and is by this attack', attack({ requires: [{ state: 'EEE', acts: 'at-war' }] }), { attackers: ['CCC', 'EEE'] }, 'owed'],
    ['another must be at war, and is not', attack({ requires: [{ state: 'EEE', acts: 'at-war' }] }), {}, 'condition-unmet'],
    [
      'due whenever another acts',
      { trigger: { event: 'other-party-acts', requires: [{ state: 'EEE', acts: 'assists' }] } },
      { atWar: [{ attacker: 'EEE', target: 'CCC' }] },
      'owed',
    ],
    [
      'neutrality, excepted where the party began it against one of several',
      { kind: 'neutrality', trigger: { event: 'war', except: { states: ['CCC'], when: 'attacked-by-party' } } },
      { attackers: ['CCC', 'EEE'], beganBy: ['BBB'] },
      'beneficiary-began-it',
    ],
    ['an obligation not yet binding', { ...attack(), from: '1920-01-01' }, {}, 'not-in-force'],
    ['an obligation that binds no longer', { ...attack(), until: '1910-01-01' }, {}, 'not-in-force'],
    ['a promise of peace not yet binding', { kind: 'nonaggression', from: '1920-01-01' }, {}, 'silent'],
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
    ['ended by amendment', { amendments: [{ date: '1905', change: { obligation: 'o0', ends: true }, source: 'made up' }] }, 'not-in-force'],
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

describe('every condition that fails, in its order', () => {
  const reasonsOf = (obligation: Partial<Obligation>, question: Partial<EventQuestion>, toward = 'BBB') =>
    createLaw([pact('pact', ['AAA', 'BBB', 'EEE'], [obligation])], world)
      .trigger(eventOf(world, { attackers: ['EEE'], target: 'BBB', ...question }))
      .notOwed.find((one) => one.state === 'AAA' && one.toward === toward)?.reasons;
  const EEE_ATTACKED = { attackers: ['BBB'], target: 'EEE' };

  it.each<[string, Partial<Obligation>, Partial<EventQuestion>, readonly Reason[]]>([
    ['a party attacks', attack(), {}, ['attacker-is-party']],
    ['a party attacks, named by class', attack({ against: 'states' }), {}, ['attacker-is-party']],
    ['a party is provoked', attack({ unprovoked: true }), { beganBy: ['BBB'] }, ['attacker-is-party', 'beneficiary-began-it']],
    ['an ally attacks the forces of a party', attack(), { ...EEE_ATTACKED, object: 'forces' }, ['beneficiary-began-it', 'attacker-is-party']],
    ['an ally at war with a party', { kind: 'neutrality', trigger: { event: 'war' } }, EEE_ATTACKED, ['attacker-is-party']],
  ])('%s', (_, obligation, question, reasons) => {
    expect(reasonsOf(obligation, question)).toEqual(reasons);
  });

  it('a party beside another attacker is not fought, and frees nobody from fighting the other', () => {
    const law = createLaw([pact('pact', ['AAA', 'BBB', 'EEE'], [attack()])], world);
    const { duties } = law.trigger(eventOf(world, { attackers: ['CCC', 'EEE'], target: 'BBB' }));
    expect(duties.map(({ state, against }) => [state, ...against])).toEqual([['AAA', 'CCC']]);
  });

  it('nobody owes neutrality to its own attacker', () => {
    const neutral: Partial<Obligation> = { kind: 'neutrality', trigger: { event: 'war', parties_included: true } };
    const law = createLaw([pact('pact', ['AAA', 'BBB'], [neutral])], world);
    expect(law.trigger(eventOf(world, { attackers: ['BBB'], target: 'AAA' }))).toMatchObject({ duties: [], notOwed: [] });
  });
});

describe('peace', () => {
  const peace = createLaw([pact('pact', ['BBB', 'CCC'], [{ kind: 'nonaggression' }])], world);
  it.each<[string, Partial<EventQuestion>, Answer]>([
    ['is broken by an attack', {}, 'owed'],
    ['is not broken below the threshold', { intensity: 'below-threshold' }, 'below-threshold'],
    ['is not broken by a threat', { kind: 'threat' }, 'silent'],
    ['is not broken by mobilizing', { kind: 'mobilization' }, 'silent'],
    ['is not broken against one that began it', { beganBy: ['BBB'] }, 'beneficiary-began-it'],
    ['is broken where both began it', { beganBy: ['BBB', 'CCC'] }, 'owed'],
    ['is broken where a third began it', { beganBy: ['DDD'] }, 'owed'],
    ['is broken beside one that did not begin it', { attackers: ['CCC', 'DDD'], beganBy: ['BBB', 'CCC'] }, 'owed'],
  ])('%s', (_, question, answer) => {
    const { duties, notOwed } = peace.trigger(eventOf(world, { attackers: ['CCC'], target: 'BBB', ...question }));
    expect(duties.length > 0 ? 'owed' : (notOwed[0]?.reason ?? 'silent')).toBe(answer);
  });
});

describe('consultation before making war (Triple Alliance, article VII)', () => {
  const verdict = (event: NonNullable<Obligation['trigger']>['event'], question: Partial<EventQuestion> = {}) => {
    const law = createLaw([pact('pact', ['AAA', 'BBB'], [{ kind: 'consultation', trigger: { event } }])], world);
    const { duties, notOwed } = law.trigger(eventOf(world, { ...B_ATTACKS, attackers: ['BBB'], target: 'CCC', ...question }));
    return [...duties.map(({ state, toward }) => `${state} to ${toward}`), ...notOwed.map(({ state, toward, reason }) => `${state} to ${toward}: ${reason}`)];
  };
  it('is owed by the one that makes it', () => {
    expect(verdict('war')).toEqual(['BBB to AAA']);
    expect(verdict(['threat', 'war'])).toEqual(['BBB to AAA']);
  });
  it('is not owed by one that only mobilizes', () => {
    expect(verdict('war', { kind: 'mobilization' })).toEqual([]);
  });
  it('is not asked of it where the text speaks of threats and attacks alone', () => {
    expect(verdict(['threat', 'armed-attack', 'cyber-attack'])).toEqual([]);
  });
  it('gives the first of several events as the reason', () => {
    expect(verdict(['threat', 'war'], { intensity: 'below-threshold' })).toEqual(['BBB to AAA: beneficiary-began-it']);
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
    expect(ask_({ kind: 'armed-attack', target: 'AAA' })).toMatchObject({ duties: [], notOwed: [] });
  });
  it('is owed to none that mobilizes, and by none against which it is aimed', () => {
    const parties = pact('pact', ['AAA', 'BBB', 'CCC'], [{ kind: 'assistance', trigger: { event: 'mobilization', against: ['CCC', 'DDD'] } }]);
    const { duties } = createLaw([parties], world).trigger(eventOf(world, { attackers: ['CCC', 'DDD'], target: 'AAA', kind: 'mobilization' }));
    expect(duties.map(({ state, toward, against }) => [state, toward, ...against])).toEqual([
      ['BBB', 'AAA', 'DDD'],
      ['AAA', 'BBB', 'DDD'],
    ]);
  });
  it('is narrowed by a reservation as an attack is', () => {
    const reserved = (against: string) => ({ ...treaty, reservations: [{ state: 'AAA', obligation: 'o0', narrows: { against }, source: 'made up' }] });
    const verdict = (against: string) =>
      createLaw([reserved(against)], world).trigger(eventOf(world, { attackers: ['CCC'], target: 'EEE', kind: 'mobilization' }));
    expect(verdict('CCC').duties.map(({ state }) => state)).toEqual(['BBB', 'AAA']);
    expect(verdict('DDD')).toMatchObject({ duties: [{ state: 'BBB' }], notOwed: [{ state: 'AAA', reason: 'reservation' }] });
  });
});
