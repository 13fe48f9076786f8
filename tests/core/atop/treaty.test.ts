import { describe, expect, it } from 'vitest';
import { parseTreaty } from '../../../src/core/treaty/parse.ts';
import { obligationsAt } from '../../../src/core/treaty/resolve.ts';
import { readAtop } from '../../../src/core/atop/alliance.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';
import type { Row } from '../../../src/core/table/table.ts';
import { treatyText } from '../../../src/core/treaty/write.ts';
import { createRegistry } from '../../../src/core/states/registry.ts';
import { catalogStates } from '../../support/states.ts';
import { converted, made, madeUpRegistry, memberRow, phaseRow, tableOf } from './made-up.ts';

const DEFENSE = { defense: 1 };
const pair = (row: Row = DEFENSE): Row[] => [memberRow(1, row), memberRow(2, row)];

describe('an alliance', () => {
  it('is a treaty with id, number, name and dates of signature', () => {
    const { treaty } = converted([phaseRow()], pair());
    expect(treaty).toMatchObject({
      id: 'atop-2000',
      atop: 2000,
      name: 'Alliance of Aaaland and Bbbland, 1900 (ATOP 2000)',
      short: 'alliance of 1900 (ATOP 2000)',
      form: 'alliance',
      signed: '1900-03-01',
      in_force: '1900-03-01',
      secrecy: 'public',
      parties: [
        { state: 'AAA', from: '1900-03-01' },
        { state: 'BBB', from: '1900-03-01' },
      ],
    });
    expect(treaty).not.toHaveProperty('ended');
    expect(treaty).not.toHaveProperty('confidence');
    expect(treaty.sources[0]?.note).toBe("Coded from the treaty's text");
  });

  it.each<[Row, string, string]>([
    [{ offense: 1 }, 'alliance', 'Alliance of'],
    [{ nonagg: 1, consul: 1 }, 'nonaggression-pact', 'Nonaggression pact of'],
    [{ neutral: 1 }, 'entente', 'Neutrality pact of'],
    [{ consul: 1 }, 'entente', 'Consultation pact of'],
  ])('with %j is a(n) %s', (codes, form, name) => {
    const { treaty } = converted([phaseRow()], pair(codes));
    expect(treaty.form).toBe(form);
    expect(treaty.name.startsWith(name)).toBe(true);
  });

  it('of many members names two and counts the rest', () => {
    const registry = madeUpRegistry(['AAA', 'BBB', 'CCC', 'DDD', 'EEE']);
    const { treaty } = converted(
      [phaseRow()],
      [1, 2, 3, 4, 5].map((one) => memberRow(one, DEFENSE)),
      registry,
    );
    expect(treaty.name).toBe('Alliance of Aaaland, Bbbland and 3 other states, 1900 (ATOP 2000)');
  });

  it('written as a file and read again is the same', () => {
    const { treaty } = converted([phaseRow({ pubsecr: 2, speclgth: 1, length: 106, contrib: 1, organ1: 1 })], pair({ defense: 1, defcoloc: 1 }));
    const result = parseTreaty(treatyText(treaty), 'atop-2000.yaml');
    expect(result.ok && result.parsed.treaty).toEqual(treaty);
  });

  it('of no such number, or phase, is an error', () => {
    const atop = made([phaseRow()], pair());
    expect(() => atop.treaty(2001)).toThrow(RangeError);
    expect(() => atop.treaty(2000, 3)).toThrow(RangeError);
    expect(atop.ids).toEqual([2000]);
    expect(atop.phasesOf(2000)).toEqual([0]);
    expect(atop.phasesOf(2001)).toEqual([]);
  });

  it('a table without its key is an error', () => {
    const keyless = tableFromRows({ begyr: 'int16' }, [{ begyr: 1900 }]);
    expect(() => readAtop({ phase: keyless, member: tableOf(pair()) })).toThrow(/atopid/);
    expect(() => readAtop({ phase: tableOf([phaseRow()]), member: keyless })).toThrow(/atopid/);
  });
});

describe('dates', () => {
  it('the end is the last day of the promise', () => {
    const { treaty } = converted(
      [phaseRow({ endyr: 1905, endmo: 12, endday: 31, term: 2 })],
      [memberRow(1, { ...DEFENSE, yrexit: 1905, moexit: 12, dayexit: 31 }), memberRow(2, { ...DEFENSE, yrexit: 1904, moexit: 2, dayexit: 28 })],
    );
    expect(treaty.ended).toEqual({ date: '1906-01-01', how: 'abrogated', source: 'ATOP 5.1 (term 2)' });
    expect(treaty.parties.map(({ to }) => to)).toEqual(['1906-01-01', '1904-02-29']);
  });

  it('an unknown day stays unknown', () => {
    const { treaty } = converted(
      [phaseRow({ begday: null, endyr: 1905, endmo: 7, endday: null, term: 1 })],
      pair({ ...DEFENSE, dayent: null, yrexit: 1905, moexit: 7, dayexit: null }),
    );
    expect([treaty.signed, treaty.ended?.date, treaty.parties[0]?.from, treaty.parties[0]?.to]).toEqual(['1900-03', '1905-07', '1900-03', '1905-07']);
  });

  it.each<[Row, Row, string]>([
    [{ term: 1 }, {}, 'expired'],
    [{ term: 3 }, {}, 'replaced'],
    [{ term: 0 }, { termmode: 4 }, 'party-ended'],
    [{ term: 0 }, { termmode: 5 }, 'lapsed'],
  ])('an end with %j, %j is: %s', (phase, member, how) => {
    const { treaty } = converted([phaseRow({ endyr: 1905, endmo: 1, endday: 1, ...phase })], pair({ ...DEFENSE, ...member }));
    expect(treaty.ended?.how).toBe(how);
  });
});

describe('who owes what to whom', () => {
  it('all owe each other where all promised the same', () => {
    expect(converted([phaseRow()], pair()).treaty.obligations).toMatchObject([{ id: 'defense', bound: 'all', to: 'all' }]);
  });

  it('one of two owes the other', () => {
    const { obligations } = converted([phaseRow({ asymm: 1 })], [memberRow(1, { defense: 1, consul: 1 }), memberRow(2, { defense: 0, consul: 1 })]).treaty;
    expect(obligations.map(({ id, bound, to }) => [id, bound, to])).toEqual([
      ['defense', ['AAA'], ['BBB']],
      ['consultation', 'all', 'all'],
    ]);
  });

  it('those with other conditions have a clause of their own', () => {
    const { obligations } = converted([phaseRow()], [memberRow(1, DEFENSE), memberRow(2, DEFENSE), memberRow(3, { defense: 1, defconpr: 1 })]).treaty;
    expect(obligations.map(({ id, bound, to, trigger }) => [id, bound, to, trigger?.unprovoked])).toEqual([
      ['defense', ['AAA', 'BBB'], 'all', undefined],
      ['defense-2', ['CCC'], 'all', true],
    ]);
  });
});

describe('phases', () => {
  const first = phaseRow({ phase: 1, endyr: 1905, endmo: 5, endday: 9, term: 3, speclgth: 1, length: 60, notaiden: 1 });
  const second = phaseRow({ phase: 2, begyr: 1905, begmo: 5, begday: 9, endyr: 1910, endmo: 6, endday: 1, term: 1, speclgth: 1, length: 120 });
  const before: Row = { phase: 1, yrexit: 1905, moexit: 5, dayexit: 9 };
  const after: Row = { phase: 2, yrent: 1905, moent: 5, dayent: 9, yrexit: 1910, moexit: 6, dayexit: 1 };
  const both = (one: Row, other: Row): Row[] =>
    [1, 2].flatMap((member) => [memberRow(member, { ...before, ...one }), memberRow(member, { ...after, ...other })]);
  const atop = made([first, second], both({ defense: 1, consul: 1 }, { defense: 1, defconpr: 1, consul: 1 }));

  it('make one treaty with one membership a state', () => {
    const { treaty } = atop.treaty(2000);
    expect(treaty.parties).toEqual(['AAA', 'BBB'].map((state) => ({ state, from: '1900-03-01', to: '1910-06-02' })));
    expect(treaty).toMatchObject({
      id: 'atop-2000',
      signed: '1900-03-01',
      ended: { date: '1910-06-02', how: 'expired' },
      term: { kind: 'fixed', length: 'P10Y' },
    });
  });

  it('a clause that goes on is one; one that changes has the day', () => {
    const { obligations } = atop.treaty(2000).treaty;
    expect(obligations.map(({ id, from, until }) => [id, from, until])).toEqual([
      ['defense', undefined, '1905-05-09'],
      ['defense-2', '1905-05-09', undefined],
      ['consultation', undefined, undefined],
    ]);
  });

  it.each([
    ['1905-05-08', false],
    ['1905-05-09', true],
  ])('on %s one text is in force', (date, unprovoked) => {
    const standing = obligationsAt(atop.treaty(2000).treaty, date);
    expect(standing.map(({ kind, trigger }) => [kind, trigger?.unprovoked ?? false])).toEqual([
      ['defense', unprovoked],
      ['consultation', false],
    ]);
  });

  it('a note says what an earlier phase had otherwise', () => {
    expect(atop.treaty(2000).treaty.notes).toContain('Phase 1, 1 March 1900 to 9 May 1905: length: 60 (length 60); notaiden: 1 (notaiden 1).');
  });

  it('one alone is a treaty of its own, for its own time', () => {
    const { treaty } = atop.treaty(2000, 1);
    expect(treaty).toMatchObject({
      id: 'atop-2000-1',
      atop: 2000,
      signed: '1900-03-01',
      ended: { date: '1905-05-09', how: 'replaced' },
      term: { length: 'P5Y' },
    });
    expect(treaty.name).toBe('Alliance of Aaaland and Bbbland, 1900 (ATOP 2000, phase 1)');
    expect(treaty.parties.map(({ to }) => to)).toEqual(['1905-05-09', '1905-05-09']);
    expect(treaty.obligations.map(({ id, until }) => [id, until])).toEqual([
      ['defense', undefined],
      ['consultation', undefined],
    ]);
  });

  it('with years between them bind nobody in between', () => {
    const late = phaseRow({ phase: 2, begyr: 1907, begmo: 1, begday: 1 });
    const members = [1, 2].flatMap((member) => [
      memberRow(member, { ...before, ...DEFENSE }),
      memberRow(member, { phase: 2, yrent: 1907, moent: 1, dayent: 1, ...DEFENSE }),
    ]);
    const { treaty } = converted([first, late], members);
    expect(treaty.parties.filter(({ state }) => state === 'AAA').map(({ from, to }) => [from, to])).toEqual([
      ['1900-03-01', '1905-05-10'],
      ['1907-01-01', undefined],
    ]);
    expect(treaty.obligations.map(({ id, from, until }) => [id, from, until])).toEqual([['defense', undefined, undefined]]);
  });

  it('side by side name who is bound to whom', () => {
    const whole = phaseRow({ phase: 1, endyr: 1992, endmo: 12, endday: 31 });
    const successor = (phase: number): Row => phaseRow({ phase, begyr: 1993, begmo: 1, begday: 1 });
    const enters: Row = { yrent: 1993, moent: 1, dayent: 1 };
    const { treaty } = converted(
      [whole, successor(2), successor(3)],
      [
        ...[1, 2].map((member) => memberRow(member, { phase: 1, yrexit: 1992, moexit: 12, dayexit: 31, nonagg: 1 })),
        ...[1, 3].map((member) => memberRow(member, { phase: 2, ...enters, nonagg: 1 })),
        ...[1, 4].map((member) => memberRow(member, { phase: 3, ...enters, nonagg: 1 })),
      ],
    );
    expect(treaty.obligations.map(({ bound, to, from, until }) => [bound, to, from, until])).toEqual([
      [['AAA', 'BBB'], ['AAA', 'BBB'], undefined, '1993-01-01'],
      [['AAA', 'CCC'], ['AAA', 'CCC'], '1993-01-01', undefined],
      [['AAA', 'DDD'], ['AAA', 'DDD'], '1993-01-01', undefined],
    ]);
  });
});

describe('members', () => {
  it('whose number changes are one party', () => {
    const { treaty } = converted(
      [phaseRow({ begyr: 1970, begmo: 1, begday: 1 })],
      [
        memberRow(2, { ...DEFENSE, yrent: 1970, moent: 1, dayent: 1 }),
        memberRow(260, { ...DEFENSE, yrent: 1970, moent: 1, dayent: 1, yrexit: 1990, moexit: 10, dayexit: 3 }),
        memberRow(255, { ...DEFENSE, yrent: 1990, moent: 10, dayent: 3 }),
      ],
      createRegistry(catalogStates()),
    );
    expect(treaty.parties).toEqual([
      { state: 'USA', from: '1970-01-01' },
      { state: 'DEU', from: '1970-01-01' },
    ]);
  });

  it('whose number passes to another state are two parties, one after the other', () => {
    const enters = { yrent: 2000, moent: 1, dayent: 1 };
    const { treaty } = converted(
      [phaseRow({ begyr: 2000, begmo: 1, begday: 1 })],
      [memberRow(360, { ...DEFENSE, ...enters }), memberRow(345, { ...DEFENSE, ...enters })],
      createRegistry(catalogStates()),
    );
    expect(treaty.parties).toEqual([
      { state: 'ROU', from: '2000-01-01' },
      { state: 'YUG', from: '2000-01-01', to: '2006-06-05' },
      { state: 'SRB', from: '2006-06-05' },
    ]);
    expect(treaty.obligations).toMatchObject([{ bound: 'all' }]);
  });

  it('of before they were states keep their date, with a note', () => {
    const registry = madeUpRegistry(['AAA', 'BBB'], { BBB: { exists: [{ from: '1902-01-01' }] } });
    const { treaty, lost } = converted([phaseRow()], pair(), registry);
    expect(treaty.parties[1]).toEqual({
      state: 'BBB',
      from: '1900-03-01',
      note: 'A member from 1 March 1900 by ATOP; a state from 1 January 1902 by the registry, and bound from then',
    });
    expect(lost).toEqual([]);
  });

  it('with a number of no state are told of, in the notes and in the answer', () => {
    const { treaty, lost } = converted([phaseRow()], [memberRow(1, DEFENSE), memberRow(2, DEFENSE), memberRow(77, DEFENSE)]);
    const sentence = 'ATOP has the member 77 from 1 March 1900, a number of no state of the registry';
    expect(lost).toEqual([sentence]);
    expect(treaty.notes).toContain(`${sentence}.`);
    expect(treaty.obligations).toMatchObject([{ bound: 'all' }]);
  });

  it('that never were states while members are told of', () => {
    const registry = madeUpRegistry(['AAA', 'BBB', 'CCC'], { CCC: { exists: [{ to: '1850-01-01' }] } });
    const { treaty, lost } = converted([phaseRow()], [memberRow(1, DEFENSE), memberRow(2, DEFENSE), memberRow(3, DEFENSE)], registry);
    expect(treaty.parties.map(({ state }) => state)).toEqual(['AAA', 'BBB']);
    expect(lost).toEqual(['ATOP has Cccland as a member from 1 March 1900, when it was no state']);
  });

  it('an alliance with one known state has no clause, and says why', () => {
    const { treaty } = converted([phaseRow()], [memberRow(1, DEFENSE), memberRow(77, DEFENSE)]);
    expect(treaty.obligations).toEqual([]);
    expect(treaty.no_obligation).toContain('77');
    expect(parseTreaty(treatyText(treaty), 'x.yaml').ok).toBe(true);
  });

  it('in an interstate war at signature are listed', () => {
    const { treaty } = converted([phaseRow({ wartime: 1 })], [memberRow(1, { ...DEFENSE, cowwar: 139 }), memberRow(2, { ...DEFENSE, cowwar: 0 })]);
    expect(treaty.at_war_at_signing).toEqual(['AAA']);
  });
});

describe('term, exit, secrecy, institutions', () => {
  it.each<[Row, object | undefined]>([
    [{ speclgth: 0 }, { kind: 'unspecified' }],
    [
      { speclgth: 1, length: 240, proren: 2, renewlgt: 12 },
      { kind: 'fixed', length: 'P20Y', renewal: 'tacit', renewal_length: 'P1Y' },
    ],
    [
      { speclgth: 1, length: 106, proren: 1 },
      { kind: 'fixed', length: 'P8Y10M', renewal: 'active' },
    ],
    [
      { speclgth: 1, length: 3 },
      { kind: 'fixed', length: 'P3M' },
    ],
    [{ speclgth: 2 }, { kind: 'until-condition', condition: 'Until a condition is met that ATOP does not spell out (speclgth 2)' }],
    [{ speclgth: 3 }, { kind: 'indefinite' }],
    [{ speclgth: null }, undefined],
  ])('term of %j', (codes, term) => {
    expect(converted([phaseRow(codes)], pair()).treaty.term).toEqual(term);
  });

  it.each<[number | null, boolean | undefined, RegExp | undefined]>([
    [0, undefined, undefined],
    [null, undefined, undefined],
    [1, undefined, /with notice/],
    [2, undefined, /aggressor/],
    [3, undefined, /after a set period/],
    [4, false, /forbids/],
  ])('exit of renounce %s', (renounce, allowed, note) => {
    const { exit } = converted([phaseRow({ renounce })], pair()).treaty;
    expect(exit?.allowed).toBe(allowed);
    if (note === undefined) expect(exit).toBeUndefined();
    else expect(exit?.note).toMatch(note);
  });

  it.each([
    [0, 'public'],
    [1, 'secret-articles'],
    [2, 'secret'],
    [null, 'public'],
  ])('secrecy of pubsecr %s: %s', (pubsecr, secrecy) => {
    expect(converted([phaseRow({ pubsecr })], pair()).treaty.secrecy).toBe(secrecy);
  });

  it.each<[Row, object | undefined]>([
    [{}, undefined],
    [{ intcom: 1 }, { integrated_command: true }],
    [{ organ1: 1, orgpurp1: 3 }, { meetings: 'regular' }],
    [{ organ1: 3, orgpurp1: 1 }, { permanent_staff: true }],
    [
      { organ1: 3, orgpurp1: 4 },
      { permanent_staff: true, secretariat: true },
    ],
    [{ organ1: 2, orgpurp1: 1, organ2: 3, orgpurp2: 2 }, { secretariat: true }],
    [{ base: 3 }, { bases: true }],
    [{ base: 1 }, undefined],
    [{ medarb: 1 }, { dispute_settlement: true }],
  ])('institutions of %j', (codes, institutions) => {
    expect(converted([phaseRow(codes)], pair()).treaty.institutions).toEqual(institutions);
  });

  it("Leeds and Anac's scores stand in the note of the institutions", () => {
    const atop = made([phaseRow()], pair(), undefined, [{ atopid: 2000, phase: 0, atopidphase: 2000, milinst: 2, formal: 1 }]);
    expect(atop.treaty(2000).treaty.institutions?.note).toMatch(/milinst 2, formal 1$/);
  });

  it('contributions are burdens whose rule is not coded', () => {
    expect(converted([phaseRow({ contrib: 1 })], pair()).treaty.burden?.common_funding?.formula).toBe('other');
    expect(converted([phaseRow({ contrib: 0 })], pair()).treaty).not.toHaveProperty('burden');
  });

  it('every other code stands in the notes, with its meaning where the table has one', () => {
    const table = { proadd: 2, seppeace: 1, dipaid: 0 };
    expect(converted([phaseRow(table)], pair()).treaty.notes).toContain('ATOP codes also: proadd: 2 (proadd 2); seppeace: 1 (seppeace 1).');
  });

  it.each<[string, Row]>([
    ['coded from secondary sources', { source: 2 }],
    ['of no known term', { speclgth: null }],
  ])('an agreement %s is in doubt', (_, codes) => {
    const { treaty } = converted([phaseRow(codes)], pair());
    expect(treaty.confidence).toBe('low');
    expect(treaty.sources[0]?.note).toBe('Coded from secondary sources');
    expect(treaty.notes?.at(-1)).toMatch(/^ATOP found no text/);
  });
});
