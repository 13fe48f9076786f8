import { describe, expect, it } from 'vitest';
import { agreementWithAtop, type AtopAgreement } from '../../../src/core/atop/agreement.ts';
import { readAtop } from '../../../src/core/atop/alliance.ts';
import { cowStates } from '../../../src/core/atop/states.ts';
import type { Row } from '../../../src/core/table/table.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import type { Obligation } from '../../../src/core/treaty/obligation-schema.ts';
import type { CodedField } from '../../../src/core/treaty/vocabulary.ts';
import { pact } from '../../support/small-world.ts';
import { memberRow, phaseRow, REGISTRY, tableOf } from './made-up.ts';

/** A pact of AAA and BBB, signed as the made-up phases are. */
const ours = (obligations: readonly Partial<Obligation>[] = [{}], rest: Partial<Treaty> = {}): Treaty =>
  pact('ours', ['AAA', 'BBB'], obligations, {
    atop: 2000,
    signed: '1900-03-01',
    in_force: '1900-05-01',
    parties: ['AAA', 'BBB'].map((state) => ({ state, from: '1900-05-01' })),
    term: { kind: 'unspecified' },
    ...rest,
  });

const both = (row: Row): readonly Row[] => [memberRow(1, row), memberRow(2, row)];

function compare(treaties: readonly Treaty[], phases: readonly Row[], members: readonly Row[]): AtopAgreement {
  return agreementWithAtop(treaties, readAtop({ phase: tableOf(phases), member: tableOf(members) }).alliances, cowStates(REGISTRY));
}

/** What differs in a field: of what, here, there. */
function differences(field: CodedField, found: AtopAgreement): readonly (readonly (string | null)[])[] {
  return found.comparisons.filter((one) => one.field === field && !one.agree).map((one) => [one.of, one.ours, one.theirs]);
}

describe('a treaty that ATOP codes as the catalog does', () => {
  const found = compare([ours()], [phaseRow()], both({ defense: 1 }));

  it('agrees in every field', () => {
    expect(found.treaties).toBe(1);
    expect(found.comparisons.filter(({ agree }) => !agree)).toEqual([]);
    expect(Object.fromEntries(Object.entries(found.fields).map(([field, { compared }]) => [field, compared]))).toEqual({
      members: 2,
      obligations: 1,
      dates: 4,
      conditions: 1,
      term: 2,
      renunciation: 0,
      secrecy: 1,
      institutions: 4,
    });
  });

  it('counts apart what both say is not there', () => {
    expect(found.fields.institutions).toEqual({ compared: 4, agree: 4, present: { compared: 0, agree: 0 } });
    expect(found.fields.obligations.present).toEqual({ compared: 1, agree: 1 });
  });

  it('is left out where ATOP has no such number, or the file none', () => {
    expect(compare([ours([{}], { atop: 2001 })], [phaseRow()], both({})).treaties).toBe(0);
    const { atop: _, ...without } = ours();
    expect(compare([without], [phaseRow()], both({})).comparisons).toEqual([]);
  });
});

describe('members and promises count once a treaty, whichever side has them', () => {
  it('members', () => {
    const found = compare([ours()], [phaseRow()], [memberRow(1, { defense: 1 }), memberRow(3, { defense: 1 })]);
    expect(differences('members', found)).toEqual([
      ['CCC', null, 'member'],
      ['BBB', 'member', null],
    ]);
    expect(found.fields.members).toMatchObject({ compared: 3, agree: 1 });
  });

  it('a party from after 2018 is none to ATOP', () => {
    const late = ours([{}], { parties: [...ours().parties, { state: 'CCC', from: '2019-01-01' }] });
    expect(differences('members', compare([late], [phaseRow()], both({ defense: 1 })))).toEqual([]);
  });

  it.each<[string, readonly Partial<Obligation>[], Row, readonly (readonly (string | null)[])[]]>([
    ['ours alone', [{}, { kind: 'consultation' }], { defense: 1 }, [['consultation', 'promised', null]]],
    ['theirs alone', [{}], { defense: 1, nonagg: 1 }, [['nonaggression', null, 'promised']]],
    ['aid short of fighting has no code', [{}, { kind: 'assistance' }], { defense: 1 }, []],
    ['aid in every war is defense and offense', [{ trigger: { event: 'war' } }], { defense: 1, offense: 1 }, []],
    ['aid in a war it did not begin is defense', [{ trigger: { event: 'war', unprovoked: true } }], { defense: 1 }, []],
    ['a promise from after 2018', [{}, { kind: 'neutrality', from: '2020-01-01' }], { defense: 1 }, []],
  ])('%s', (_, obligations, row, expected) => {
    expect(differences('obligations', compare([ours(obligations)], [phaseRow()], both(row)))).toEqual(expected);
  });

  it('a promise that an amendment adds', () => {
    const [clause] = ours([{ id: 'added', kind: 'neutrality' }]).obligations;
    const amended = ours([{}], { amendments: clause === undefined ? [] : [{ date: '1905-01-01', source: 'made up', change: { adds: clause } }] });
    expect(differences('obligations', compare([amended], [phaseRow()], both({ defense: 1, neutral: 1 })))).toEqual([]);
  });
});

describe('conditions agree where both have a promise depend on something', () => {
  it.each<[string, Partial<Obligation>, Row, readonly (string | null)[] | undefined]>([
    ['neither', {}, {}, undefined],
    ['both, not on the same', { trigger: { event: 'armed-attack', against: 'CCC' } }, { defcoloc: 1 }, undefined],
    ['ours', { trigger: { event: 'armed-attack', area: { include: ['somewhere'] } } }, {}, ['defense', 'place', 'unconditional']],
    ['theirs', { trigger: { event: 'armed-attack', against: 'any' } }, { defcoadv: 1, defconpr: 1 }, ['defense', 'unconditional', 'adversary, provocation']],
    ['number, request', { trigger: { event: 'armed-attack', attackers_at_least: 2, on_request: true } }, {}, ['defense', 'number, request', 'unconditional']],
    [
      'who began it',
      { trigger: { event: 'armed-attack', except: { states: ['CCC'], when: 'attacked-by-party' } } },
      {},
      ['defense', 'provocation', 'unconditional'],
    ],
    ['other limits, of the strongest promise', {}, { olimob: 1 }, ['defense', 'unconditional', 'other']],
  ])('%s', (_, clause, row, expected) => {
    expect(differences('conditions', compare([ours([clause])], [phaseRow()], both({ defense: 1, ...row })))).toEqual(expected === undefined ? [] : [expected]);
  });

  it('of a promise that one side alone has there is nothing to compare', () => {
    expect(compare([ours()], [phaseRow()], both({ consul: 1, concoadv: 1 })).fields.conditions.compared).toBe(0);
  });
});

describe('dates', () => {
  const ended = (date: string): Partial<Treaty> => ({ ended: { date, how: 'expired' } });
  const until = (year: number, month: number, day: number): readonly [Row, Row] => [
    { endyr: year, endmo: month, endday: day, term: 1 },
    { yrexit: year, moexit: month, dayexit: day, defense: 1 },
  ];

  it.each<[string, Partial<Treaty>, readonly [Row, Row], number]>([
    ['the last day is the day before the first without', ended('1910-01-01'), until(1909, 12, 31), 0],
    ['within a month', ended('1910-01-20'), until(1909, 12, 31), 0],
    ['later', ended('1910-03-01'), until(1909, 12, 31), 2],
    ['the year alone is known', ended('1909'), until(1909, 12, 31), 0],
    ['still in effect', {}, until(1909, 12, 31), 2],
    ['ended after 2018', ended('2021-01-01'), [{}, { defense: 1 }], 0],
    ['it took a year to bind', { parties: ['AAA', 'BBB'].map((state) => ({ state, from: '1901-03-01' })) }, [{}, { defense: 1 }], 0],
    [
      'it took three years to enter into force',
      { in_force: '1903-03-01', parties: ['AAA', 'BBB'].map((state) => ({ state, from: '1903-03-01' })) },
      [{}, { defense: 1 }],
      0,
    ],
    [
      'one ratified three years after the other',
      {
        parties: [
          { state: 'AAA', from: '1900-05-01' },
          { state: 'BBB', from: '1903-03-01' },
        ],
      },
      [{}, { defense: 1 }],
      1,
    ],
    [
      'it signed before there was a treaty',
      { signed: '1901-03-01', in_force: '1901-03-01', parties: ['AAA', 'BBB'].map((state) => ({ state, from: '1901-03-01' })) },
      [{}, { defense: 1 }],
      2,
    ],
  ])('%s', (_, rest, [phase, member], differing) => {
    expect(differences('dates', compare([ours([{}], rest)], [phaseRow(phase)], both(member)))).toHaveLength(differing);
  });
});

describe('term, leaving, secrecy', () => {
  it.each<[CodedField, Partial<Treaty>, Row, readonly (readonly (string | null)[])[]]>([
    ['term', { term: { kind: 'fixed', length: 'P5Y', renewal: 'tacit' } }, { speclgth: 1, length: 60, proren: 2 }, []],
    ['term', { term: { kind: 'fixed', length: 'P10Y' } }, { speclgth: 1, length: 60, proren: 0 }, [['length', '120', '60']]],
    ['term', { term: { kind: 'indefinite' } }, { speclgth: 1, length: 60 }, [['term', 'indefinite', 'fixed']]],
    ['renunciation', { exit: { notice: 'P1Y' } }, { renounce: 1 }, []],
    ['renunciation', { exit: { notice: 'P1Y', earliest: 'P10Y' } }, { renounce: 3 }, []],
    ['renunciation', { exit: { allowed: false } }, { renounce: 4 }, []],
    // Notice for the end of a term is no way to leave during it.
    ['renunciation', { term: { kind: 'fixed', length: 'P5Y' }, exit: { notice: 'P1Y', earliest: 'P4Y' } }, { renounce: 0 }, []],
    ['renunciation', { term: { kind: 'fixed', length: 'P5Y' }, exit: { notice: 'P1Y' } }, { renounce: 0 }, [['leaving', 'with notice', 'not mentioned']]],
    ['secrecy', { secrecy: 'secret' }, { pubsecr: 1 }, [['secrecy', 'secret', 'secret-articles']]],
  ])('%s %j %j', (field, rest, row, expected) => {
    expect(differences(field, compare([ours([{}], rest)], [phaseRow(row)], both({ defense: 1 })))).toEqual(expected);
  });
});

describe('institutions', () => {
  it.each<[string, Partial<Treaty>, Row, readonly (readonly (string | null)[])[]]>([
    ['a body that decides stands', { decisions: { body: 'Council', rule: 'unanimity' } }, { organ1: 2 }, []],
    ['meetings', { institutions: { meetings: 'yearly' } }, { organ1: 1 }, []],
    ['bases', { institutions: { bases: true } }, { base: 3, intcom: 1 }, [['integrated command', 'no', 'yes']]],
    ['what practice added is not of the text', { institutions: { bases: true, beyond_text: ['bases'] } }, {}, []],
  ])('%s', (_, rest, row, expected) => {
    expect(differences('institutions', compare([ours([{}], rest)], [phaseRow(row)], both({ defense: 1 })))).toEqual(expected);
  });
});

describe('reasons', () => {
  const reasons: Treaty['atop_differences'] = [
    { field: 'obligations', of: 'consultation', reason: 'The text speaks of it' },
    { field: 'secrecy', reason: 'Nothing was secret' },
  ];
  const found = compare([ours([{}, { kind: 'consultation' }], { atop_differences: reasons })], [phaseRow()], both({ defense: 1 }));

  it('stand with the difference, which does not agree for that', () => {
    expect(found.comparisons.filter(({ reason }) => reason !== undefined)).toMatchObject([
      { of: 'consultation', agree: false, reason: 'The text speaks of it' },
    ]);
    expect(found.fields.obligations).toMatchObject({ compared: 2, agree: 1 });
  });

  it('are reported where there is no difference', () => {
    expect(found.idle).toEqual([{ treaty: 'ours', field: 'secrecy' }]);
  });
});

describe('files that ATOP takes as one', () => {
  const phases = [phaseRow({ phase: 1, endyr: 1910, endmo: 1, endday: 1, term: 3 }), phaseRow({ phase: 2, begyr: 1910, begmo: 1, begday: 1 })];
  const members = [
    ...both({ phase: 1, defense: 1, yrexit: 1910, moexit: 1, dayexit: 1 }),
    ...both({ phase: 2, defense: 1, offense: 1, yrent: 1910, moent: 1, dayent: 1 }),
  ];
  const second = (rest: Partial<Treaty>): Treaty => ({
    ...ours([{}, { kind: 'offense' }], { signed: '1910-01-01', parties: ['AAA', 'BBB'].map((state) => ({ state, from: '1910-01-01' })) }),
    id: 'second',
    ...rest,
  });

  it('each is held against the phases of its own time', () => {
    const found = compare([ours([{}], { ended: { date: '1910-01-01', how: 'replaced' } }), second({})], phases, members);
    expect(found.comparisons.filter(({ agree }) => !agree)).toEqual([]);
  });

  it('within one phase neither end of the one nor beginning of the other is compared', () => {
    const early = second({ ended: { date: '1912-01-01', how: 'replaced' } });
    const third = { ...second({ signed: '1912-01-01', parties: ['AAA', 'BBB'].map((state) => ({ state, from: '1912-01-01' })) }), id: 'third' };
    const { comparisons } = compare([early, third], phases, members);
    const dates = (id: string): readonly string[] => comparisons.filter((one) => one.treaty === id && one.field === 'dates').map(({ of }) => of);
    expect([dates('second'), dates('third')]).toEqual([
      ['AAA joined', 'BBB joined'],
      ['AAA left', 'BBB left'],
    ]);
  });
});
