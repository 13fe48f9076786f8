import { describe, expect, it } from 'vitest';
import { areNeighbors } from '../../../src/core/synthetic/states.ts';
import { syntheticWorld } from '../../../src/core/synthetic/world.ts';

const world = syntheticWorld(1);

describe('the synthetic world', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(syntheticWorld(1)).toEqual(world);
    expect(syntheticWorld(2).disputes).not.toEqual(world.disputes);
  });

  it('has states that come and go within its years, under numbers nobody uses', () => {
    expect(world.states).toHaveLength(24);
    for (const { ccode, from, to } of world.states) {
      expect(ccode).toBeGreaterThanOrEqual(861);
      expect(ccode).toBeLessThanOrEqual(899);
      expect(from).toBeLessThanOrEqual(to);
      expect(to).toBeLessThanOrEqual(2022);
    }
    expect(world.states.some(({ from }) => from > 1816)).toBe(true);
    expect(world.states.some(({ to }) => to < 2022)).toBe(true);
    expect(new Set(world.states.map(({ ccode }) => ccode)).size).toBe(24);
  });

  it('has scores of capability that sum to 1 in every year', () => {
    const sums = new Map<number, number>();
    for (const { year, cinc } of world.capabilities) sums.set(year, (sums.get(year) ?? 0) + cinc);
    expect(sums.size).toBe(207);
    for (const sum of sums.values()) expect(sum).toBeCloseTo(1, 12);
  });

  it('borders are mutual, and everybody has one', () => {
    for (const a of world.states) {
      const neighbors = world.states.filter((b) => a !== b && areNeighbors(a, b, world.states));
      expect(neighbors.length).toBeGreaterThan(0);
      for (const b of neighbors) expect(areNeighbors(b, a, world.states)).toBe(true);
    }
  });

  it('treaties bind living states alone, some of them one side only', () => {
    const stateOf = new Map(world.states.map((state) => [state.ccode, state]));
    for (const { from, to, members } of world.alliances) {
      expect(from).toBeLessThanOrEqual(to);
      for (const { ccode } of members) {
        const state = stateOf.get(ccode);
        expect(state === undefined ? NaN : state.from).toBeLessThanOrEqual(from);
        expect(state === undefined ? NaN : state.to).toBeGreaterThanOrEqual(to);
      }
    }
    const oneSided = world.alliances.filter(({ members: [a, b] }) => a?.owes.has('defense') === true && b?.owes.has('defense') === false);
    expect(oneSided.length).toBeGreaterThan(0);
    expect(world.alliances.some(({ members }) => members.length === 3)).toBe(true);
  });

  it('who joins a dispute owed the target defense', () => {
    const joined = world.disputes.flatMap(({ year, participants }) => {
      const target = participants.find(({ sideA }) => !sideA);
      return participants.filter(({ originator }) => !originator).map(({ ccode }) => world.owed.get(`${ccode} ${target?.ccode ?? 0} ${year}`)?.has('defense'));
    });
    expect(joined.length).toBeGreaterThan(10);
    expect(new Set(joined)).toEqual(new Set([true]));
  });

  it('states with defenders are challenged less often than neighbors without: the process has what a lesson looks for', () => {
    const challenged = { defended: 0, alone: 0 };
    const exposed = { defended: 0, alone: 0 };
    const defended = new Set([...world.owed].filter(([, owes]) => owes.has('defense')).map(([key]) => key.split(' ').slice(1).join(' ')));
    for (const { ccode, year } of world.capabilities) exposed[defended.has(`${ccode} ${year}`) ? 'defended' : 'alone'] += 1;
    for (const { year, participants } of world.disputes) {
      const target = participants.find(({ sideA }) => !sideA);
      challenged[defended.has(`${target?.ccode ?? 0} ${year}`) ? 'defended' : 'alone'] += 1;
    }
    expect(challenged.defended / exposed.defended).toBeLessThan(challenged.alone / exposed.alone);
  });

  it('refuses more states than it has names for', () => {
    expect(() => syntheticWorld(1, { states: 37 })).toThrow(RangeError);
  });
});
