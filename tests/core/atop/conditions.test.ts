import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/core/table/table.ts';
import { converted, memberRow, phaseRow } from './made-up.ts';

/** The one clause of an alliance of AAA and BBB both of whose members have these codes. */
function clauseOf(member: Row, phase: Row = {}) {
  const { obligations } = converted([phaseRow(phase)], [memberRow(1, member), memberRow(2, member)]).treaty;
  expect(obligations).toHaveLength(1);
  return obligations[0];
}

describe('what ATOP spells out becomes a condition of the trigger', () => {
  it.each<[string, Row, Row, object | undefined]>([
    ['defense', { defense: 1 }, {}, { event: 'armed-attack' }],
    ['offense', { offense: 1 }, {}, { event: 'war' }],
    ['neutrality', { neutral: 1 }, {}, { event: 'war' }],
    ['neutrality where attacked', { neutral: 1, neucoatt: 1 }, {}, { event: 'armed-attack' }],
    ['nonaggression', { nonagg: 1 }, {}, undefined],
    ['consultation', { consul: 1 }, {}, { event: 'threat' }],
    ['a named adversary', { defense: 1, defcoadv: 1 }, { statthr1: 3 }, { event: 'armed-attack', against: ['CCC'] }],
    ['two named adversaries', { offense: 1, offcoadv: 1 }, { statthr1: 3, statthr2: 4 }, { event: 'war', against: ['CCC', 'DDD'] }],
    ['an adversary named twice', { defense: 1, defcoadv: 1 }, { statthr1: 3, statthr2: 3 }, { event: 'armed-attack', against: ['CCC'] }],
    ['a threat named, and no condition on it', { defense: 1 }, { statthr1: 3 }, { event: 'armed-attack' }],
    ['an ongoing conflict with a named state', { offense: 1, offcocon: 1 }, { statthr1: 3 }, { event: 'war', against: ['CCC'] }],
    ['several adversaries', { defense: 1, defconum: 1 }, {}, { event: 'armed-attack', attackers_at_least: 2 }],
    ['neutrality with several adversaries', { neutral: 1, neuconum: 1 }, {}, { event: 'war', attackers_at_least: 2 }],
    ['unprovoked', { defense: 1, defconpr: 1 }, {}, { event: 'armed-attack', unprovoked: true }],
    ['neutrality, unprovoked', { neutral: 1, neuconpr: 1 }, {}, { event: 'war', unprovoked: true }],
    ['on request', { consul: 1, concoreq: 1 }, {}, { event: 'threat', on_request: true }],
  ])('%s', (_, member, phase, trigger) => {
    expect(clauseOf(member, phase)?.trigger).toEqual(trigger);
  });
});

describe('what ATOP does not spell out is left open', () => {
  it.each<[string, Row, Row, string]>([
    ['an adversary, none named', { defense: 1, defcoadv: 1 }, {}, 'the adversary'],
    ['an adversary with a number of no state', { defense: 1, defcoadv: 1 }, { statthr1: 99 }, 'the adversary'],
    ['a place', { defense: 1, defcoloc: 1 }, {}, 'the place'],
    ['an ongoing conflict', { consul: 1, concocon: 1 }, {}, 'an ongoing conflict'],
    ['demands', { offense: 1, offcodem: 1 }, {}, 'demands'],
    ['a number beside a named adversary', { defense: 1, defcoadv: 1, defconum: 1 }, { statthr1: 3 }, 'the number of adversaries'],
    ['other limits', { defense: 1, olimob: 1 }, {}, 'something else'],
    ['other limits of a promise not to attack', { nonagg: 1, olimob: 1 }, {}, 'something else'],
    ['different things to different partners', { consul: 1, obvary: 1 }, {}, 'the partner'],
    ['several', { defense: 1, defcoloc: 1, defcodem: 1 }, {}, 'the place and demands'],
  ])('%s', (_, member, phase, what) => {
    const clause = clauseOf(member, phase);
    expect(clause?.contested).toBe(`ATOP codes a condition on ${what} and does not say which; whether it is met here is not known.`);
    expect(clause?.confidence).toBe('low');
  });

  it('and nothing is contested where all is spelled out', () => {
    expect(clauseOf({ defense: 1, defconpr: 1 })).not.toHaveProperty('contested');
    expect(clauseOf({ defense: 1, defconpr: 1 })).not.toHaveProperty('confidence');
  });

  it('an adversary taken from the threat to the alliance is of medium confidence', () => {
    expect(clauseOf({ defense: 1, defcoadv: 1 }, { statthr1: 3 })?.confidence).toBe('medium');
  });

  it('other limits are read as limits of the strongest promise alone', () => {
    const { obligations } = converted(
      [phaseRow()],
      [1, 2].map((one) => memberRow(one, { defense: 1, consul: 1, olimob: 1 })),
    ).treaty;
    expect(obligations.map(({ id, contested }) => [id, contested !== undefined])).toEqual([
      ['defense', true],
      ['consultation', false],
    ]);
  });
});

describe('a clause says what it was read from', () => {
  it('in its article, its words and its note', () => {
    expect(clauseOf({ defense: 1, defcoadv: 1, defconpr: 1, defcoloc: 1 }, { statthr1: 3 })).toMatchObject({
      article: 'ATOP defense',
      precision: 'Active military aid where a partner is attacked, against Cccland, where it did not provoke, on a condition that ATOP does not spell out',
      note: 'ATOP: defense 1, defcoadv 1, defcoloc 1, defconpr 1; the adversary is the threat that the agreement names (statthr).',
    });
  });

  it('a number that is not coded is said to be ours', () => {
    expect(clauseOf({ defense: 1, defconum: 1 })?.note).toBe('ATOP: defense 1, defconum 1; the number is not coded, two are taken.');
  });
});
