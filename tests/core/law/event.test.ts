import { describe, expect, it } from 'vitest';
import { completeEvent, type EventQuestion } from '../../../src/core/law/event.ts';
import { smallWorld } from '../../support/small-world.ts';

const spells = [{ to: '1850-06-01' }, { from: '1900-01-01', to: '1905-01-01' }, { from: '1920-01-01' }];
const world = smallWorld(['AAA', 'BBB', 'CCC', 'DDD'], {
  traits: { DDD: { exists: spells } },
  territories: [{ id: 'isle', name: 'the Isle', lat: 10, lon: 50, radius: 100, administered: [{ states: ['CCC'] }] }],
});
const complete = (question: Partial<EventQuestion> = {}) => completeEvent({ attackers: ['AAA'], target: 'BBB', date: '1910-01-01', ...question }, world);
const event = (question: Partial<EventQuestion> = {}) => {
  const result = complete(question);
  return result.ok ? result.event : expect.unreachable(result.problem.message);
};

describe('what a question leaves out', () => {
  it('takes its default', () => {
    expect(event()).toEqual({
      kind: 'armed-attack',
      attackers: ['AAA'],
      target: 'BBB',
      date: '1910-01-01',
      place: world.home('BBB', '1910-01-01'),
      domain: 'land',
      intensity: 'armed-attack',
      object: 'territory',
      beganBy: ['AAA'],
      atWar: [],
    });
    expect(event({ beganBy: [] }).beganBy).toEqual(['AAA']);
  });

  it.each<[Partial<EventQuestion>, string, string]>([
    [{ domain: 'land' }, 'land', 'territory'],
    [{ domain: 'air' }, 'air', 'territory'],
    [{ domain: 'sea' }, 'sea', 'forces'],
    [{ domain: 'space' }, 'space', 'forces'],
    [{ domain: 'sea', object: 'public-vessel' }, 'sea', 'public-vessel'],
    [{ kind: 'cyber-attack' }, 'cyber', 'territory'],
    [{ kind: 'cyber-attack', domain: 'land' }, 'cyber', 'territory'],
  ])('%j strikes by %s at %s', (question, domain, object) => {
    expect(event(question)).toMatchObject({ domain, object });
  });

  it.each<[Partial<EventQuestion>, string | null]>([
    [{ place: 'isle' }, 'isle'],
    [{ place: 'CCC' }, 'CCC'],
    [{ at: { lat: 10, lon: 50 } }, 'isle'],
    [{ at: { lat: -50, lon: -50 } }, null],
  ])('%j is at %s', (question, id) => {
    expect(event(question).place.id).toBe(id);
  });
});

describe('a question that cannot be put', () => {
  it.each<[Partial<EventQuestion>, string, string]>([
    [{ attackers: [] }, 'attackers', 'Name at least one attacker.'],
    [{ attackers: ['XXX'] }, 'attackers', "Unknown state 'XXX'."],
    [{ attackers: ['AAA', 'AAA'] }, 'attackers', 'An attacker is named twice.'],
    [{ attackers: ['AAA', 'BBB'] }, 'attackers', 'Bbbland cannot attack itself.'],
    [{ target: 'XXX' }, 'target', "Unknown state 'XXX'."],
    [{ atWar: [{ attacker: 'XXX', target: 'CCC' }] }, 'atWar', "Unknown state 'XXX'."],
    [{ atWar: [{ attacker: 'CCC', target: 'XXX' }] }, 'atWar', "Unknown state 'XXX'."],
    [{ atWar: [{ attacker: 'CCC', target: 'CCC' }] }, 'atWar', 'Cccland cannot be at war with itself.'],
    [{ beganBy: ['AAA', 'XXX'] }, 'beganBy', "Unknown state 'XXX'."],
    [{ place: 'nowhere' }, 'place', "Unknown place 'nowhere'."],
  ])('%j', (question, field, message) => {
    expect(complete(question)).toEqual({ ok: false, problem: { field, message } });
  });

  it('says when a state that did not exist existed', () => {
    const message =
      'Dddland did not exist as a state on 1 January 1910. It existed from before 1815 to 1 June 1850, and from 1 January 1900 to 1 January 1905, and from 1 January 1920 to today.';
    expect(complete({ target: 'DDD' })).toEqual({ ok: false, problem: { field: 'target', message } });
    expect(complete({ target: 'DDD', date: '1904-12-31' }).ok).toBe(true);
  });

  it('may name an attacker that is no state, also as the one that began it', () => {
    expect(event({ attackers: ['NONSTATE'], beganBy: ['NONSTATE'] })).toMatchObject({ attackers: ['NONSTATE'], beganBy: ['NONSTATE'] });
  });
});
