import { describe, expect, it } from 'vitest';
import { BOND, createBonds } from '../../../src/core/record/bonds.ts';
import type { PromiseKind } from '../../../src/core/record/promise-kinds.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import { pact, smallWorld } from '../../support/small-world.ts';

const IDS = ['AAA', 'BBB', 'CCC'];
const world = smallWorld(IDS, { traits: Object.fromEntries(IDS.map((id, i) => [id, { cow: [{ number: i + 1, abbr: id }] }])) });
const PLAIN: PromiseKind = { bilateral: false, bases: false, conditional: false, secret: false, institutions: false, wartime: false };
/** Kinds by ATOP number. */
const KINDS: Readonly<Record<number, PromiseKind>> = {
  1: { ...PLAIN, bilateral: true, secret: true },
  2: { ...PLAIN, bases: true, conditional: true },
  3: { ...PLAIN, conditional: true, secret: true },
};

/** Names of the bonds that the first state has to the second. */
function bonds(treaties: readonly Treaty[], from = 2, to = 3): string[] {
  const members = Int16Array.from([1, 2, 3]);
  const found = createBonds(treaties, (id) => KINDS[id], world).of(1910, members)[(from - 1) * 3 + to - 1] ?? 0;
  return Object.entries(BOND)
    .filter(([, bit]) => (found & bit) !== 0)
    .map(([name]) => name);
}

const DEFEND = { kind: 'defense', trigger: { event: 'armed-attack' } } as const;
const promised = (atop: number): Treaty => pact(`p${atop}`, ['BBB', 'CCC'], [DEFEND], { atop });

describe('bonds among states', () => {
  it.each<[string, readonly Treaty[], readonly string[]]>([
    ['none', [], []],
    ['help is peace too', [promised(1)], ['help', 'peace', 'bilateral', 'secret']],
    ['bases by some promise, conditional and secret by all of them', [promised(1), promised(2)], ['help', 'peace', 'bilateral', 'bases']],
    ['... where every one is so', [promised(2), promised(3)], ['help', 'peace', 'bases', 'conditional']],
    ['neutrality', [pact('n', ['BBB', 'CCC'], [{ kind: 'neutrality', trigger: { event: 'war' } }])], ['peace']],
    ['help to talk', [pact('c', ['BBB', 'CCC'], [{ kind: 'consultation', trigger: { event: 'threat' } }])], []],
    ['a promise not yet made', [pact('p', ['BBB', 'CCC'], [DEFEND], { signed: '1910-06-01', in_force: '1910-06-01' })], []],
  ])('%s', (_, treaties, expected) => {
    expect(bonds(treaties)).toEqual(expected);
  });

  it('go one way where the promise does', () => {
    const oneWay = pact('p', ['BBB', 'CCC'], [{ ...DEFEND, bound: ['BBB'], to: ['CCC'] }], { atop: 1 });
    expect([bonds([oneWay], 2, 3), bonds([oneWay], 3, 2), bonds([oneWay], 2, 1)]).toEqual([['help', 'peace', 'bilateral', 'secret'], [], []]);
  });
});
