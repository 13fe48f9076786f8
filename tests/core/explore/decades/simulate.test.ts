import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../../../src/core/explore/decades/scenarios.ts';
import { checkInject } from '../../../../src/core/explore/decades/injects.ts';
import { simulateWorld } from '../../../../src/core/explore/decades/simulate.ts';
import { SERIES } from '../../../../src/core/explore/decades/types.ts';
import { smallInput, smallStart } from './small-start.ts';

const worlds = Array.from({ length: 8 }, (_, number) => simulateWorld(smallInput(), number));
const kinds = (of = worlds): Set<string> => new Set(of.flatMap(({ events }) => events.map(({ kind }) => kind)));

describe('a world', () => {
  it('is the same for the same question and number, and another for another', () => {
    expect(JSON.stringify(simulateWorld(smallInput(), 3))).toBe(JSON.stringify(worlds[3]));
    expect(JSON.stringify(worlds[4])).not.toBe(JSON.stringify(worlds[3]));
    expect(JSON.stringify(simulateWorld(smallInput({ seed: 8 }), 3))).not.toBe(JSON.stringify(worlds[3]));
  });

  it('is what a program makes that solves every pair in every year: thinning changes nothing', () => {
    for (const number of [0, 1, 2]) expect(JSON.stringify(simulateWorld(smallInput(), number, { whole: true }))).toBe(JSON.stringify(worlds[number]));
  });

  it('has a number a year in every series it has figures for', () => {
    for (const { series } of worlds) for (const name of SERIES) expect(series[name]?.length ?? 30).toBe(30);
    expect(worlds[0]?.series.spending?.[0]).toBeGreaterThan(1);
  });

  it('tells of crises, rivalries, governments, treaties made and ended, reviews and pledges', () => {
    for (const kind of ['challenge', 'rivalry-ends', 'regime', 'review', 'formed', 'treaty-ends', 'pledge-missed']) expect(kinds(), kind).toContain(kind);
  });

  it('gives reasons: chances lie between 0 and 1, duties name their article', () => {
    for (const { events } of worlds) {
      for (const { kind, p, article, treaty } of events) {
        if (p !== undefined) expect(p).toBeGreaterThanOrEqual(0);
        if (p !== undefined) expect(p).toBeLessThanOrEqual(1);
        if (kind === 'honored' || kind === 'broken') expect([article, treaty].every((one) => one !== undefined)).toBe(true);
      }
    }
  });
});

describe('accounts of membership', () => {
  it('add up in every treaty and year of every world', () => {
    for (const { audit } of worlds) {
      expect(audit.faults).toEqual([]);
      expect(audit.treatyYears).toBeGreaterThan(0);
      for (const { start, joined, left, ended, end } of audit.changes) expect(start + joined - left - ended).toBe(end);
    }
  });

  it('agree with the series and the events', () => {
    for (const { audit, events } of worlds) {
      expect(events.filter(({ kind }) => kind === 'left')).toHaveLength(audit.left);
      const founded = events.filter(({ kind }) => kind === 'formed').reduce((sum, { states }) => sum + states.length, 0);
      expect(founded + events.filter(({ kind }) => kind === 'joined').length).toBe(audit.joined);
    }
  });

  it('carry on from year to year: pacts made less pacts ended is the change of pacts', () => {
    for (const { series } of worlds) {
      (series.pacts ?? []).forEach((pacts, at) => {
        const before = at === 0 ? 2 : (series.pacts?.[at - 1] ?? 0);
        expect(pacts).toBe(before + (series.formed?.[at] ?? 0) - (series.ended?.[at] ?? 0));
      });
    }
  });
});

describe('scenarios', () => {
  const withScenario = (text: string, number = 0) => simulateWorld(smallInput({ scenarios: [parseScenario(text)] }), number);

  it('a member leaves after its notice, under the article', () => {
    const { events } = withScenario('leaves:BBB@2027');
    expect(events.find(({ kind, byHand }) => kind === 'notice' && byHand === true)).toMatchObject({ year: 2027, states: [1], treaty: 'three', article: '10' });
    expect(events.find(({ kind, states }) => kind === 'left' && states[0] === 1)?.year).toBe(2028);
  });

  it('luck is shared: nothing differs before the scenario', () => {
    const [plain, moved] = [worlds[0], withScenario('downturn:AAA@2035')];
    const before = (of: typeof moved | undefined) => of?.events.filter(({ year }) => year < 2035);
    expect(before(moved)).toEqual(before(plain));
    expect(moved.events.some(({ kind }) => kind === 'downturn')).toBe(true);
  });

  it('pledges met are met, pledges missed pull at nobody', () => {
    // A treaty may have ended by the last year of one world.
    const last = (text: string): number => [0, 1, 2, 3].reduce((sum, number) => sum + (withScenario(text, number).series.pledges?.at(-1) ?? 0), 0);
    expect(last('pledges-met')).toBeGreaterThan(last('pledges-missed'));
  });

  it('a new domain brings attacks short of war, some of which invoke a treaty', () => {
    const events = Array.from({ length: 6 }, (_, number) => withScenario('new-domain', number)).flatMap((world) =>
      world.events.filter(({ kind }) => kind === 'hybrid'),
    );
    expect(events.length).toBeGreaterThan(5);
    expect(events.some(({ treaty }) => treaty === 'three')).toBe(true);
  });

  it('a rival rises: its share of power ends higher', () => {
    expect(withScenario('rival-rises').events.some(({ kind, states }) => kind === 'rise' && states[0] === 3)).toBe(true);
  });

  it.each([
    ['storm', "'storm' is no scenario"],
    ['leaves', "'leaves' needs a state"],
    ['leaves:USA:nato:x', 'too many parts'],
    ['downturn@soon', "'soon' is no year"],
  ])('%s is refused', (text, message) => {
    expect(() => parseScenario(text)).toThrow(message);
  });
});

describe('injects', () => {
  it('a war by hand has those in it that the hand says, and promises are kept and broken', () => {
    const { events } = simulateWorld(
      smallInput({ injects: [{ year: 2027, what: 'challenge', challenger: 'DDD', target: 'CCC', war: true, join: ['AAA'], stand_aside: ['BBB'] }] }),
      0,
    );
    const war = events.find(({ kind, byHand }) => kind === 'war' && byHand === true);
    expect(war?.year).toBe(2027);
    expect(war?.others).toContain(0);
    expect(events.find(({ kind, year }) => kind === 'honored' && year === 2027)?.states).toContain(0);
    expect(events.find(({ kind, year }) => kind === 'broken' && year === 2027)?.states).toEqual([1]);
  });

  it('pacts, ends, rivalries and governments by hand are told as such', () => {
    const { events, audit } = simulateWorld(
      smallInput({
        injects: [
          { year: 2026, what: 'pact', members: ['AAA', 'FFF'] },
          { year: 2027, what: 'joins', state: 'EEE', treaty: 'three' },
          { year: 2028, what: 'ends', treaty: 'three' },
          { year: 2028, what: 'rivalry', states: ['AAA', 'BBB'] },
          { year: 2029, what: 'reconciliation', states: ['AAA', 'DDD'] },
          { year: 2029, what: 'government', state: 'AAA' },
          { year: 2029, what: 'hybrid', challenger: 'DDD', target: 'AAA' },
        ],
      }),
      1,
    );
    const hand = events.filter(({ byHand }) => byHand === true).map(({ kind }) => kind);
    for (const kind of ['formed', 'rivalry-begins', 'rivalry-ends', 'government', 'hybrid']) expect(hand, kind).toContain(kind);
    expect(audit.faults).toEqual([]);
  });

  it.each([
    [{ year: 2027, what: 'leaves', state: 'ZZZ' }, 'ZZZ is no state of this run'],
    [{ year: 2027, what: 'leaves', state: 'AAA', treaty: 'thre' }, "there is no treaty 'thre' in force at the start"],
    [{ year: 2027, what: 'ends', treaty: 'pact-2027' }, "there is no treaty 'pact-2027'"],
    [{ year: 1990, what: 'ends', treaty: 'three' }, 'ends in 1990: the run has the years 2026 to 2030'],
    [{ year: 2031, what: 'ends', treaty: 'three' }, 'the run has the years'],
  ] as const)('%j is refused', (inject, message) => {
    expect(() => checkInject(inject, smallInput().start, 5)).toThrow(message);
  });

  it('a treaty may be one that the world makes', () => {
    const { start } = smallInput();
    for (const treaty of ['three', 'pact-2027-1']) expect(() => checkInject({ year: 2026, what: 'ends', treaty }, start, 5)).not.toThrow();
  });
});

describe('limits', () => {
  it('no accession, no formation and no hazards: members stay', () => {
    const still = Object.fromEntries([
      ...['formation.bilateral.since-1990', 'formation.multilateral.since-1990', 'accession.rate'].map((name) => [name, 0]),
      ...['multilateral', 'major-minor', 'minor-minor', 'any', 'member-alone'].map((kind) => [`baseline.${kind}.since-1946`, 1e-4]),
    ]);
    const found = Array.from({ length: 4 }, (_, number) => simulateWorld(smallInput({ set: still, draw: false }), number));
    const changes = found.reduce((sum, { audit }) => sum + audit.joined + audit.left + audit.ended, 0);
    expect(changes).toBeLessThanOrEqual(6);
  });

  it('states that do not exist yet neither challenge nor ally', () => {
    const start = smallStart();
    const later = { ...start, states: start.states.map((state, place) => (place === 3 ? { ...state, enters: 2040 } : state)) };
    const { events } = simulateWorld(smallInput({ start: later }), 0);
    expect(events.filter(({ year, states, kind }) => year < 2040 && kind !== 'rivalry-begins' && states.includes(3))).toEqual([]);
    expect(events.some(({ kind, year, states }) => kind === 'state-enters' && year === 2040 && states[0] === 3)).toBe(true);
  });
});
