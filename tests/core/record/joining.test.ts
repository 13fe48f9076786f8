import { describe, expect, it } from 'vitest';
import type { Dispute, Participant } from '../../../src/core/casus/disputes.ts';
import { lossOfStrength, milesOf } from '../../../src/core/measures/loss-of-strength.ts';
import { joiningFrame, type JoiningInputs } from '../../../src/core/record/joining.ts';
import type { PromiseKind } from '../../../src/core/record/promise-kinds.ts';
import { challengerFirst, readWars, warOf } from '../../../src/core/record/war-of-dispute.ts';
import { dayNumber } from '../../../src/core/states/dates.ts';
import { rowsOf, type Row } from '../../../src/core/table/table.ts';
import { pact, smallWorld } from '../../support/small-world.ts';
import { madeUpYears, numbersTable } from './made-up-record.ts';

const IDS = ['AAA', 'BBB', 'CCC', 'DDD'];
const world = smallWorld(IDS, { traits: Object.fromEntries(IDS.map((id, i) => [id, { cow: [{ number: i + 1, abbr: id }] }])) });

/** "AAA A*": an originator on side A. */
function participant(text: string): Participant {
  const [state = '', side = ''] = text.split(' ');
  return { number: IDS.indexOf(state) + 1, state, side: side.startsWith('A') ? 'A' : 'B', originator: side.endsWith('*') };
}
const dispute = (participants: readonly string[], rest: Partial<Dispute> = {}): Dispute => ({
  id: 7,
  date: '1900-05-01',
  hostility: 4,
  participants: participants.map(participant),
  ...rest,
});

const BILATERAL: PromiseKind = { bilateral: true, bases: false, conditional: false, secret: true, institutions: false, wartime: false };
const DEFENSE = { kind: 'defense', trigger: { event: 'armed-attack' } } as const;

const inputs = (given: Dispute, rest: Partial<JoiningInputs> = {}): JoiningInputs => ({
  disputes: [given],
  endOf: () => dayNumber('1901-01-01'),
  hostilityOf: () => 4,
  wars: [],
  treaties: [],
  kinds: () => BILATERAL,
  states: madeUpYears(),
  world,
  ...rest,
});

const rowsFor = (given: Dispute, rest: Partial<JoiningInputs> = {}): Row[] => rowsOf(joiningFrame(inputs(given, rest)).table);
const one = (rows: readonly Row[], ccode: number, side: number): Row | undefined => rows.find((row) => row['ccode'] === ccode && row['target_side'] === side);

describe('the joining frame', () => {
  it('takes in neighbors, majors and the promised, each on both sides, and no principal', () => {
    // 4 attacks 3: 1 is a major power; 2 is no neighbor of either, and promised nothing.
    const rows = rowsFor(dispute(['DDD A*', 'CCC B*']));
    expect(rows.map((row) => `${String(row['ccode'])} ${String(row['target_side'])}`)).toEqual(['1 0', '1 1']);
    const promised = rowsFor(dispute(['DDD A*', 'CCC B*']), { treaties: [pact('p', ['BBB', 'CCC'], [DEFENSE])] });
    expect(promised.map((row) => `${String(row['ccode'])} ${String(row['target_side'])}`)).toEqual(['1 0', '1 1', '2 0', '2 1']);
  });

  it('says what was owed and what was done', () => {
    const treaty = { ...pact('p', ['BBB', 'CCC'], [DEFENSE]), atop: 1 };
    const rows = rowsFor(dispute(['DDD A*', 'CCC B*', 'BBB B']), { treaties: [treaty] });
    expect(one(rows, 2, 1)).toMatchObject({
      joined: 1,
      joined_force: 1,
      pact: 1,
      owed: 1,
      unmet: 0,
      bilateral: 1,
      secret: 1,
      bases: 0,
      opposed: 0,
      restrained: 0,
    });
    expect(one(rows, 2, 0)).toMatchObject({ joined: 0, pact: 0, owed: 0, opposed: 1, restrained: 1 });
  });

  it('counts a promise whose conditions fail as unmet, and a threat as the attack it threatens', () => {
    const elsewhere = { ...DEFENSE, trigger: { event: 'armed-attack', against: 'AAA' } } as const;
    expect(one(rowsFor(dispute(['DDD A*', 'CCC B*']), { treaties: [pact('p', ['BBB', 'CCC'], [elsewhere])] }), 2, 1)).toMatchObject({
      pact: 1,
      owed: 0,
      unmet: 1,
    });
    expect(one(rowsFor(dispute(['DDD A*', 'CCC B*'], { hostility: 2 }), { treaties: [pact('p', ['BBB', 'CCC'], [DEFENSE])] }), 2, 1)).toMatchObject({
      owed: 1,
    });
  });

  it("measures strengths at the target's capital", () => {
    const row = one(rowsFor(dispute(['DDD A*', 'CCC B*'])), 1, 1);
    const at = (cinc: number, degrees: number): number => lossOfStrength(cinc, milesOf((Math.PI / 180) * degrees * 6371.0088), 250);
    const [own, target, challenger] = [at(0.3, 10), 0.1, at(0.2, 5)];
    expect(row?.['strength']).toBeCloseTo(own, 4);
    expect(row?.['delta_alone']).toBeCloseTo((target + own) / (target + own + challenger) - target / (target + challenger), 4);
    expect(row).toMatchObject({ rival_opponent: 1, rival_side: 0, major: 1, km_side: 700, postwar: 0 });
  });

  it('leaves out what has a side without members', () => {
    expect(joiningFrame(inputs(dispute(['DDD A*'])))).toMatchObject({ disputes: 0, leftOut: [7] });
  });
});

const WARS = readWars(
  numbersTable(
    ['warnum', 'ccode', 'side', 'startyear1', 'startmonth1', 'startday1', 'initiator'],
    [
      [9, 4, 2, 1900, 5, 3, 1],
      [9, 3, 1, 1900, 5, 3, 2],
      [9, 1, 1, 1900, 9, 1, 2],
      [8, 4, 1, 1890, 5, 3, 1],
      [8, 3, 2, 1890, 5, 3, 2],
    ],
  ),
);

describe('the war of a dispute', () => {
  const ends = dayNumber('1900-12-31');

  it('is one between its originators that began while it lasted', () => {
    expect(warOf(dispute(['DDD A*', 'CCC B*'], { hostility: 5 }), ends, WARS)).toMatchObject({ war: { number: 9 }, sideA: 2, sideB: 1 });
    expect(warOf(dispute(['DDD A*', 'CCC B*']), ends, WARS)).toBeUndefined();
    expect(warOf(dispute(['DDD A*', 'BBB B*'], { hostility: 5 }), ends, WARS)).toBeUndefined();
  });

  it('is the day on which promises count', () => {
    const quarrel = dispute(['DDD A*', 'CCC B*'], { hostility: 5 });
    const owed = (signed: string): Row | undefined => {
      const parties = ['AAA', 'CCC'].map((state) => ({ state, from: signed }));
      const treaty = pact('p', ['AAA', 'CCC'], [DEFENSE], { signed, in_force: signed, parties });
      return one(rowsOf(joiningFrame(inputs(quarrel, { wars: WARS, treaties: [treaty] })).table), 1, 1);
    };
    // The dispute begins on 1 May, the war on 3 May.
    expect(owed('1900-05-02')).toMatchObject({ war: 1, pact: 1, owed: 1 });
    expect(owed('1900-05-04')).toMatchObject({ war: 1, pact: 0, owed: 0 });
  });

  it('makes its initiator the challenger, whoever acted first', () => {
    const acted = dispute(['CCC A*', 'DDD B*', 'AAA A'], { hostility: 5 });
    expect(challengerFirst(acted, warOf(acted, ends, WARS)).turned).toBe(true);
    const frame = joiningFrame(inputs(acted, { wars: WARS }));
    expect(frame).toMatchObject({ wars: 1, turned: 1 });
    expect(one(rowsOf(frame.table), 1, 1)).toMatchObject({ target: 3, challenger: 4, joined: 1, fought: 1, war: 1, warnum: 9 });
    expect(one(rowsOf(frame.table), 1, 0)).toMatchObject({ joined: 0, fought: 0, opposed: 1 });
  });
});
