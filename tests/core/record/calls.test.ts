import { describe, expect, it } from 'vitest';
import { callsIn } from '../../../src/core/record/calls.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import { madeUpRegistry } from '../atop/made-up.ts';
import { pact, smallWorld } from '../../support/small-world.ts';
import { cowStates } from '../../../src/core/atop/states.ts';
import { MISSING } from '../../../src/core/table/column.ts';
import { numbersTable } from './made-up-record.ts';

const IDS = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE'];
const world = smallWorld(IDS, { traits: Object.fromEntries(IDS.map((id, i) => [id, { cow: [{ number: i + 1, abbr: id }] }])) });
const states = cowStates(madeUpRegistry(IDS));

/** [state, side, day of May 1900, began the war] */
type Fighter = readonly [ccode: number, side: 1 | 2, day: number, initiator: 1 | 2];

const callsFor = (fighters: readonly Fighter[], ...treaties: readonly Treaty[]) => callsAt(fighters, [], treaties);

/** @param places where each fought, by COW's codes; of no place where left out */
const callsAt = (fighters: readonly Fighter[], places: readonly number[], treaties: readonly Treaty[]) =>
  callsIn({
    participants: numbersTable(
      ['warnum', 'ccode', 'side', 'startyear1', 'startmonth1', 'startday1', 'initiator', 'wherefought'],
      fighters.map(([ccode, side, day, initiator], at) => [9, ccode, side, 1900, 5, day, initiator, places[at] ?? MISSING.int16]),
    ),
    treaties,
    world,
    states,
  });

const defense = (...parties: string[]): Treaty => ({ ...pact('p', parties, [{}]), atop: 2000 });
const A_ATTACKS_B: readonly Fighter[] = [
  [1, 1, 3, 1],
  [2, 2, 3, 2],
];

describe('what an alliance asks for in a war', () => {
  it('is help for the attacked, and says who gave it', () => {
    expect(callsFor(A_ATTACKS_B, defense('BBB', 'CCC', 'DDD'))).toMatchObject([
      { war: 9, year: 1900, atopId: 2000, owedHelp: new Set(['CCC', 'DDD']), helped: new Set() },
    ]);
    const [call] = callsFor([...A_ATTACKS_B, [3, 2, 20, 2]], defense('BBB', 'CCC', 'DDD'));
    expect(call?.helped).toEqual(new Set(['CCC']));
  });

  it('is nothing for who began the war, by a promise of defense alone', () => {
    expect(callsFor(A_ATTACKS_B, defense('AAA', 'CCC'))).toEqual([]);
    expect(callsFor(A_ATTACKS_B, { ...pact('o', ['AAA', 'CCC'], [{ kind: 'offense' }]), atop: 2001 })).toMatchObject([
      { atopId: 2001, owedHelp: new Set(['CCC']) },
    ]);
  });

  it('is asked of who begins a war before its opponents are in it', () => {
    const offense: Treaty = { ...pact('o', ['AAA', 'CCC'], [{ kind: 'offense' }]), atop: 2001 };
    const before: readonly Fighter[] = [
      [1, 1, 3, 1],
      [2, 2, 5, 2],
    ];
    expect(callsFor(before, offense)).toMatchObject([{ owedHelp: new Set(['CCC']) }]);
  });

  it('is asked anew as another enters, who counts as attacked', () => {
    const joined: readonly Fighter[] = [...A_ATTACKS_B, [4, 2, 20, 2]];
    expect(callsFor(joined, defense('DDD', 'EEE'))).toMatchObject([{ owedHelp: new Set(['EEE']), helped: new Set() }]);
    expect(callsFor([...joined, [5, 2, 25, 2]], defense('DDD', 'EEE'))[0]?.helped).toEqual(new Set(['EEE']));
  });

  it('is not answered by fighting on the other side', () => {
    const [call] = callsFor([...A_ATTACKS_B, [3, 1, 20, 2]], defense('BBB', 'CCC'));
    expect([call?.owedHelp, call?.helped]).toEqual([new Set(['CCC']), new Set()]);
  });

  it('is neutrality, kept by who never fights against it', () => {
    const neutral: Treaty = { ...pact('n', ['BBB', 'CCC'], [{ kind: 'neutrality' }]), atop: 2002 };
    expect(callsFor(A_ATTACKS_B, neutral)).toMatchObject([{ owedHelp: new Set(), owedNeutrality: new Set(['CCC']), neutral: new Set(['CCC']) }]);
    expect(callsFor([...A_ATTACKS_B, [3, 1, 20, 2]], neutral)[0]?.neutral).toEqual(new Set());
  });

  it('is nothing for who went to war abroad', () => {
    // AAA to EEE are of the Western Hemisphere by their numbers.
    const owed = (place: number) => callsAt(A_ATTACKS_B, [7, place], [defense('BBB', 'CCC')]).map(({ owedHelp }) => [...owedHelp]);
    expect([1, 13].map(owed)).toEqual([[['CCC']], [['CCC']]]);
    expect([2, 7, 19].map(owed)).toEqual([[], [], []]);
    // Where an attack is made does not matter to who promised to join it.
    const offense: Treaty = { ...pact('o', ['AAA', 'CCC'], [{ kind: 'offense' }]), atop: 2001 };
    expect(callsAt(A_ATTACKS_B, [7, 7], [offense])).toHaveLength(1);
  });

  it('leaves out treaties that are not in ATOP', () => {
    expect(callsFor(A_ATTACKS_B, pact('p', ['BBB', 'CCC'], [{}]))).toEqual([]);
  });
});
