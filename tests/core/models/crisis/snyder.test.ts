import { describe, expect, it } from 'vitest';
import { snydersDilemma, type SnyderPoint } from '../../../../src/core/models/crisis/snyder.ts';
import { PROTEGE, THREE_ALLIES } from './snyder-cases.ts';

const PRICES = [0, 0.5, 1, 1.5, 2, 3, 4, 6];
const rises = (values: readonly number[]): boolean => values.every((value, i) => i === 0 || value > (values[i - 1] ?? NaN));
/** Entrapment in a crisis that the protégé did not provoke, whatever their number. */
const inUnprovokedCrisis = ({ entrapment, entrapmentProvoked, pCrisis, provocation }: SnyderPoint): number =>
  (entrapment - entrapmentProvoked) / (pCrisis * (1 - provocation));

describe.each([
  ['one ally', PROTEGE],
  ['three allies, of which one is weighed', THREE_ALLIES],
])("Snyder's dilemma with %s", (_, given) => {
  const { unconditional, unprovoked, converged } = snydersDilemma(given, PRICES);

  it('solves every game', () => expect(converged).toBe(true));

  it('credibility rises with the price, the same with the condition and without', () => {
    expect(rises(unconditional.map(({ credibility }) => credibility))).toBe(true);
    expect(unprovoked.map(({ credibility }) => credibility)).toEqual(unconditional.map(({ credibility }) => credibility));
  });

  it('given war, entrapment rises with credibility; a promise priced at nothing entraps nobody', () => {
    expect(rises(unconditional.map(({ entrapmentGivenWar }) => entrapmentGivenWar))).toBe(true);
    expect(unconditional[0]?.entrapment).toBe(0);
  });

  it('a dearer promise emboldens: the protégé provokes more, and resists more', () => {
    expect(rises(unconditional.map(({ provocation }) => provocation))).toBe(true);
    expect(rises(unconditional.map(({ pResist }) => pResist))).toBe(true);
    expect(rises(unconditional.map(({ pChallenge }) => -pChallenge))).toBe(true);
  });

  it('the condition lowers provocation, and entrapment in all', () => {
    unprovoked.slice(1).forEach((point, i) => {
      const without = unconditional[i + 1];
      expect(point.provocation).toBeLessThan(without?.provocation ?? NaN);
      expect(point.entrapment).toBeLessThan(without?.entrapment ?? NaN);
      expect(point.entrapmentGivenWar).toBeLessThan(without?.entrapmentGivenWar ?? NaN);
    });
  });

  it('... where the protégé began it, to nothing; in a crisis that it did not begin nothing changes', () => {
    unprovoked.forEach((point, i) => {
      const without = unconditional[i] ?? point;
      expect(point.entrapmentProvoked).toBe(0);
      expect(inUnprovokedCrisis(point)).toBeCloseTo(inUnprovokedCrisis(without), 12);
      if (i > 0) expect(without.entrapmentProvoked).toBeGreaterThan(0);
    });
  });

  it('entrapment is what the promise adds to joining, times the chance of war', () => {
    for (const point of [...unconditional, ...unprovoked]) expect(point.entrapment).toBeCloseTo(point.pWar * point.entrapmentGivenWar, 12);
    unconditional.forEach(({ honors, credibility, interest, entrapmentGivenWar }) => {
      expect(honors).toBeCloseTo(credibility, 12);
      expect(entrapmentGivenWar).toBeCloseTo(credibility - interest, 12);
    });
  });
});

describe('the product of entrapment and the chance of war', () => {
  it('may fall again once the promise deters', () => {
    const { unconditional, unprovoked } = snydersDilemma(PROTEGE, PRICES);
    for (const [points, peak] of [
      [unconditional, 4],
      [unprovoked, 3],
    ] as const) {
      const highest = points.toSorted((a, b) => b.entrapment - a.entrapment)[0];
      expect(highest?.price).toBe(peak);
      expect(points.at(-1)?.entrapment).toBeLessThan(0.9 * (highest?.entrapment ?? NaN));
    }
  });

  it('rises as far as it goes where the challenger is not deterred', () => {
    const { game } = PROTEGE;
    const eager = { ...PROTEGE, game: { ...game, challenger: { ...game.challenger, war_cost: 0.5 } } };
    expect(rises(snydersDilemma(eager, PRICES).unconditional.map(({ entrapment }) => entrapment))).toBe(true);
  });
});

describe('what is asked', () => {
  it('prices are answered in rising order, each once', () => {
    expect(snydersDilemma(PROTEGE, [2, 0, 2, 1]).unprovoked.map(({ price }) => price)).toEqual([0, 1, 2]);
  });

  it('without a war there is nothing to be entrapped in', () => {
    const peaceful = { ...PROTEGE, game: { ...PROTEGE.game, escalation: 0 } };
    expect(snydersDilemma(peaceful, [1]).unconditional[0]).toMatchObject({ pWar: 0, honors: 0, entrapment: 0, entrapmentGivenWar: 0 });
  });

  it.each([
    [{ ...PROTEGE, ally: 1 }, [1], 'there is no ally 1'],
    [PROTEGE, [-1], 'a price is 0 or more'],
    [{ ...PROTEGE, provocation: { gain: 1, base: 0.7, slope: 0.4 } }, [1], 'lies between 0 and 1'],
  ])('is refused where it makes no sense', (given, prices, message) => {
    expect(() => snydersDilemma(given, prices)).toThrow(message);
  });
});
