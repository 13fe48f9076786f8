import { describe, expect, it } from 'vitest';
import { createLaw } from '../../../src/core/law/law.ts';
import { createWorld } from '../../../src/core/states/world.ts';
import { eventOf } from '../../support/small-world.ts';
import { converted, memberRow, phaseRow, REGISTRY } from './made-up.ts';

const world = createWorld({ states: REGISTRY.all, territories: [], regions: [] });

describe('the law of a converted alliance', () => {
  const { treaty } = converted([phaseRow()], [memberRow(1, { defense: 1, defcoloc: 1 }), memberRow(2, { defense: 1, defcoloc: 1 })]);
  const law = createLaw([treaty], world);

  it('marks a duty contested whose condition is not spelled out', () => {
    const { duties } = law.trigger(eventOf(world, { attackers: ['CCC'], target: 'AAA' }));
    expect(duties).toMatchObject([{ state: 'BBB', action: 'defend', toward: 'AAA', against: ['CCC'] }]);
    expect(duties[0]?.contested).toMatch(/a condition on the place/);
  });

  it('owes nothing before signature', () => {
    expect(law.trigger(eventOf(world, { attackers: ['CCC'], target: 'AAA', date: '1900-02-28' })).duties).toEqual([]);
  });

  it('has a promise broken by an attack in force on the day of the attack', () => {
    const end = { yrexit: 1905, moexit: 6, dayexit: 22 };
    const pact = converted(
      [phaseRow({ endyr: 1905, endmo: 6, endday: 22, term: 2 })],
      [1, 2].map((one) => memberRow(one, { nonagg: 1, ...end })),
    ).treaty;
    const duties = (date: string) => createLaw([pact], world).trigger(eventOf(world, { attackers: ['AAA'], target: 'BBB', date })).duties;
    expect(duties('1905-06-22')).toMatchObject([{ state: 'AAA', action: 'not-attack' }]);
    expect(duties('1905-06-23')).toEqual([]);
  });
});
