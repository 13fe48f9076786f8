import { describe, expect, it } from 'vitest';
import { replayDisputes } from '../../../src/core/casus/casus-foederis.ts';
import { casesTable, yearsTable } from '../../../src/core/casus/casus-tables.ts';
import { readDisputes, type Dispute, type Participant } from '../../../src/core/casus/disputes.ts';
import { cowStates } from '../../../src/core/atop/states.ts';
import type { Obligation } from '../../../src/core/treaty/obligation-schema.ts';
import { rowsOf, type Row } from '../../../src/core/table/table.ts';
import { madeUpRegistry, tableOf } from '../atop/made-up.ts';
import { pact, smallWorld } from '../../support/small-world.ts';

const IDS = ['AAA', 'BBB', 'CCC', 'DDD'];
const world = smallWorld(IDS, { traits: Object.fromEntries(IDS.map((id, i) => [id, { cow: [{ number: i + 1, abbr: id }] }])) });

/** "AAA A*": an originator on side A. */
function participant(text: string): Participant {
  const [state = '', side = ''] = text.split(' ');
  return { number: IDS.indexOf(state) + 1, state, side: side.startsWith('A') ? 'A' : 'B', originator: side.endsWith('*') };
}
const dispute = (participants: readonly string[], rest: Partial<Dispute> = {}): Dispute => ({
  id: 1,
  date: '1910-05-01',
  hostility: 4,
  participants: participants.map(participant),
  ...rest,
});

const DEFENSE: Partial<Obligation> = { kind: 'defense', trigger: { event: 'armed-attack' } };
const OFFENSE: Partial<Obligation> = { id: 'offense', kind: 'offense', trigger: { event: 'war' } };
const NEUTRALITY: Partial<Obligation> = { id: 'neutrality', kind: 'neutrality', trigger: { event: 'war' } };

/** What the law says of each promise: "CCC BBB defense: owed | owed". */
function ruled(given: Dispute, parties: readonly string[], obligations: readonly Partial<Obligation>[]) {
  return replayDisputes([given], [pact('p', parties, obligations)], world).cases.map(({ state, promise, joined, opposed, originator }) => {
    const said = (owed: boolean, reasons: readonly string[]): string => (owed ? 'owed' : reasons.join(' '));
    const text =
      promise === undefined
        ? 'nothing promised'
        : `${promise.partner} ${promise.kind}: ${said(promise.ruling.owed, promise.ruling.reasons)} | ${said(promise.ifAttacked.owed, promise.ifAttacked.reasons)}`;
    const did = [joined ? 'joined' : '', opposed ? 'opposed' : '', originator ? 'originator' : ''].filter((word) => word !== '').join(' ');
    return `${state} ${text}${did === '' ? '' : `, ${did}`}`;
  });
}

describe('the law of a dispute', () => {
  it.each<[string, Dispute, readonly Partial<Obligation>[], readonly string[]]>([
    ['help to the side attacked', dispute(['AAA A*', 'BBB B*', 'CCC B']), [DEFENSE], ['CCC BBB defense: owed | owed, joined']],
    ['... not given', dispute(['AAA A*', 'BBB B*']), [DEFENSE], ['CCC BBB defense: owed | owed']],
    ['... turned around', dispute(['AAA A*', 'BBB B*', 'CCC A']), [DEFENSE], ['CCC BBB defense: owed | owed, opposed', 'CCC nothing promised, joined']],
    [
      'help to the side that acted first, by the other reading',
      dispute(['BBB A*', 'AAA B*']),
      [DEFENSE],
      ['CCC BBB defense: beneficiary-began-it out-of-area | owed'],
    ],
    ['a threat alone', dispute(['AAA A*', 'BBB B*'], { hostility: 2 }), [DEFENSE], ['CCC BBB defense: below-threshold | below-threshold']],
    ['help to an attacker', dispute(['BBB A*', 'AAA B*']), [OFFENSE], ['CCC BBB offense: owed | condition-unmet']],
    [
      'an adversary not named',
      dispute(['AAA A*', 'BBB B*']),
      [{ ...DEFENSE, trigger: { event: 'armed-attack', against: 'DDD' } }],
      ['CCC BBB defense: attacker-excluded | attacker-excluded'],
    ],
    ['neutrality where help is owed too', dispute(['AAA A*', 'BBB B*']), [DEFENSE, NEUTRALITY], ['CCC BBB defense: owed | owed']],
    ['neutrality alone', dispute(['AAA A*', 'BBB B*', 'CCC A']), [NEUTRALITY], ['CCC BBB neutrality: owed | owed, opposed', 'CCC nothing promised, joined']],
    [
      'two allies attacked at once',
      dispute(['AAA A*', 'BBB B*', 'CCC B*']),
      [DEFENSE],
      ['CCC BBB defense: owed | owed, joined originator', 'BBB CCC defense: owed | owed, joined originator'],
    ],
  ])('%s', (_, given, obligations, expected) => {
    expect(ruled(given, ['BBB', 'CCC'], obligations)).toEqual(expected);
  });

  it('a promise broken by the attack itself', () => {
    expect(ruled(dispute(['CCC A*', 'BBB B*']), ['BBB', 'CCC'], [{ kind: 'nonaggression', trigger: undefined }])).toEqual([
      'CCC BBB nonaggression: owed | owed, opposed originator',
    ]);
  });

  it('one who joins without a promise has a row; an originator without one has none', () => {
    expect(ruled(dispute(['AAA A*', 'BBB B*', 'DDD A']), ['BBB', 'CCC'], [])).toEqual(['DDD nothing promised, joined']);
  });

  it('a dispute with no known originator on a side is left out, and told of', () => {
    const unknown = dispute(['AAA A*', 'BBB B']);
    expect(replayDisputes([unknown], [], world)).toEqual({ cases: [], unplaced: [unknown] });
  });

  it('a contested clause is uncertain, one on request says so', () => {
    const [found] = replayDisputes(
      [dispute(['AAA A*', 'BBB B*'])],
      [pact('p', ['BBB', 'CCC'], [{ ...DEFENSE, contested: 'x', trigger: { event: 'armed-attack', on_request: true } }])],
      world,
    ).cases;
    expect(found?.promise).toMatchObject({ uncertain: true, onRequest: true });
  });
});

describe('tables', () => {
  const disputes = [
    dispute(['AAA A*', 'BBB B*', 'CCC B', 'DDD B'], { id: 1 }),
    dispute(['AAA A*', 'BBB B*', 'DDD A'], { id: 2, date: '1911-01-01', hostility: 5 }),
    dispute(['BBB A*', 'AAA B*'], { id: 3, date: '1911-02-01' }),
    dispute(['AAA A*', 'BBB B*'], { id: 4, date: '1911-03-01', hostility: 3 }),
  ];
  const { cases } = replayDisputes(disputes, [pact('p', ['BBB', 'CCC'], [DEFENSE, { ...NEUTRALITY, contested: 'x' }], { atop: 2000 })], world);

  it('by promise', () => {
    const rows = rowsOf(casesTable(cases, world));
    expect(rows[0]).toMatchObject({
      dispnum: 1,
      year: 1910,
      ccode: 3,
      state: 'CCC',
      partner_ccode: 2,
      partner: 'BBB',
      side: 'B',
      atopid: 2000,
      obligation: 'defense',
      owed: 1,
      owed_if_attacked: 1,
      joined: 1,
      uncertain: 0,
    });
    expect(rows.find(({ state }) => state === 'DDD')).toMatchObject({ partner: null, atopid: null, owed: null, joined: 1 });
  });

  it('by year', () => {
    const [first, second] = rowsOf(yearsTable(disputes, cases));
    expect(first).toMatchObject({
      year: 1910,
      disputes: 1,
      forceful: 1,
      due: 1,
      due_certain: 1,
      honored: 1,
      joined: 2,
      joined_due: 1,
      joined_free: 1,
      joined_promised: 0,
    });
    expect(second).toMatchObject({
      year: 1911,
      disputes: 3,
      forceful: 2,
      due: 1,
      honored: 0,
      due_if_attacked: 2,
      honored_if_attacked: 0,
      joined: 1,
      joined_free: 1,
    });
  });
});

describe('reading GML', () => {
  const states = cowStates(madeUpRegistry(IDS));
  const read = (mida: readonly Row[], midb: readonly Row[]): readonly Dispute[] => readDisputes(tableOf(mida), tableOf(midb), states);
  const a: Row = { dispnum3: 7, styear: 1910, stmon: 5, stday: 2, hostlev: 4 };

  it.each<[Row, string]>([
    [{}, '1910-05-02'],
    [{ stday: null }, '1910-05-01'],
    [{ stmon: 13, stday: 3 }, '1910-01-01'],
  ])('dates with %j', (row, date) => {
    expect(read([{ ...a, ...row }], [])[0]?.date).toBe(date);
  });

  it('makes one participant of a state that entered twice, and leaves out one without a side', () => {
    const rows = [
      { dispnum: 7, ccode: 1, sidea: 1, orig: 0 },
      { dispnum: 7, ccode: 1, sidea: 1, orig: 1 },
      { dispnum: 7, ccode: 2, sidea: 0, orig: 1 },
      { dispnum: 7, ccode: 3, sidea: null, orig: null },
      { dispnum: 7, ccode: 99, sidea: 0, orig: 0 },
    ];
    expect(read([a], rows)[0]?.participants).toEqual([
      { number: 1, state: 'AAA', side: 'A', originator: true },
      { number: 2, state: 'BBB', side: 'B', originator: true },
      { number: 99, state: undefined, side: 'B', originator: false },
    ]);
  });

  it('puts disputes in the order of their days', () => {
    const order = read([a, { ...a, dispnum3: 6, styear: 1911 }, { ...a, dispnum3: 5 }], []).map(({ id }) => id);
    expect(order).toEqual([5, 7, 6]);
  });
});
