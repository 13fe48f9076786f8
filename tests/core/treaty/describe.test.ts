import { describe, expect, it } from 'vitest';
import { describeObligation } from '../../../src/core/treaty/describe.ts';
import type { Obligation } from '../../../src/core/treaty/obligation-schema.ts';

const NAMES: Readonly<Record<string, string>> = {
  DEU: 'Germany',
  FRA: 'France',
  ITA: 'Italy',
  JPN: 'Japan',
  RUS: 'Russia',
  USA: 'United States',
  CSK: 'Czechoslovakia',
  TUR: 'Turkey',
};

const say = (more: Partial<Obligation>): string =>
  describeObligation({ id: 'a', article: '1', kind: 'defense', bound: 'all', to: 'all', ...more }, { at_war_at_signing: ['FRA'] }, (id) => NAMES[id] ?? id);

describe('describeObligation', () => {
  it.each<[string, Partial<Obligation>]>([
    ['Each party must defend any other party, if that party is attacked.', { trigger: { event: 'armed-attack' } }],
    ['No party may attack any other party.', { kind: 'nonaggression' }],
    ['No party may attack any state.', { kind: 'nonaggression', to: 'any' }],
    ['Germany must not attack France or Italy.', { kind: 'nonaggression', bound: ['DEU'], to: ['FRA', 'ITA'] }],
    ['Each party must consult with any other party, if that party is threatened.', { kind: 'consultation', trigger: { event: 'threat' } }],
    [
      'The United States must defend any party in the role of spoke, if that party is attacked or is at war.',
      { bound: ['USA'], to: { role: 'spoke' }, trigger: { event: ['armed-attack', 'war'] } },
    ],
    [
      'Each party must help defend any other party, judging for itself what that takes, in accordance with its constitutional processes, if that party is attacked on land, at sea, in the air or in cyberspace in Europe or the North Atlantic but not in the land of Turkey (article 6).',
      {
        response: { automaticity: 'discretionary', constitutional_processes: true },
        trigger: {
          event: 'armed-attack',
          domains: ['land', 'sea', 'air', 'cyber'],
          area: { article: '6', include: ['europe', 'north-atlantic'], exclude: ['TUR'] },
        },
      },
    ],
    [
      'France must defend Russia, by armed force, fighting Germany alone, if Russia is attacked by Germany or Italy supported by Germany.',
      {
        bound: ['FRA'],
        to: ['RUS'],
        response: { force: 'required', against: ['DEU'] },
        trigger: { event: 'armed-attack', against: [{ state: 'ITA', with: 'DEU' }, 'DEU'] },
      },
    ],
    ['Each party must defend any other party, if that party is at war with at least two powers.', { trigger: { event: 'war', attackers_at_least: 2 } }],
    [
      'Each party must defend any other party, if that party is attacked by Japan or a state allied with it.',
      { trigger: { event: 'armed-attack', against: { allied_with: 'JPN' } } },
    ],
    [
      'Each party must defend any other party, if that party is attacked by a power not at war when the treaty was signed (at war then: France).',
      { trigger: { event: 'armed-attack', against: 'not-at-war-at-signing' } },
    ],
    ['Each party must defend any other party, if that party is attacked.', { trigger: { event: 'armed-attack', against: ['any', 'DEU'] } }],
    [
      'Russia must defend Czechoslovakia, if Czechoslovakia is attacked by a European power, Czechoslovakia not having begun or provoked it, provided that France fights beside Czechoslovakia.',
      { bound: ['RUS'], to: ['CSK'], trigger: { event: 'armed-attack', against: 'european', unprovoked: true, requires: [{ state: 'FRA', acts: 'assists' }] } },
    ],
    [
      'Until 1890-06-18: Each party must stay neutral toward any other party, if that party is at war with a great power, but not where that party attacked France (article I).',
      {
        kind: 'neutrality',
        until: '1890-06-18',
        trigger: { event: 'war', against: 'great-power', except: { states: ['FRA'], when: 'attacked-by-party', article: 'I' } },
      },
    ],
    [
      'Each party must assist any other party, if that party faces mobilization by Germany.',
      { kind: 'assistance', trigger: { event: 'mobilization', against: 'DEU' } },
    ],
    [
      'Each party must defend any other party, if that party is attacked on its territory south of 21°30′ N or north of the Tropic of Cancer, even where the attacker is itself a party, when that party asks for it.',
      {
        trigger: {
          event: 'armed-attack',
          parties_included: true,
          on_request: true,
          area: { objects: ['territory'], include: ['south-of-21-30', 'north-of-tropic-of-cancer'] },
        },
      },
    ],
    [
      'Each party must fight beside any other party, provided that Italy is at war with the same adversary.',
      { kind: 'offense', trigger: { event: 'other-party-acts', requires: [{ state: 'ITA', acts: 'at-war' }] } },
    ],
    [
      'Each party must defend any other party, if that party is attacked in the area of article V.',
      { trigger: { event: 'armed-attack', area: { article: 'V', parts: [{ include: ['europe'] }, { include: ['asia'] }, { include: ['africa'] }] } } },
    ],
  ])('%s', (sentence, obligation) => expect(say(obligation)).toBe(sentence));
});
