import { describe, expect, it } from 'vitest';
import { answersOf } from '../../../../src/core/assess/answers.ts';
import { assumptionsOf, pointAt, readerOf } from '../../../../src/core/assess/assumptions.ts';
import { drawnInOrder, drawValues } from '../../../../src/core/assess/parameter-values.ts';
import { assess } from '../../../../src/core/assess/assess.ts';
import { prepareAssessment, type AssessOptions } from '../../../../src/core/assess/prepare.ts';
import { finish } from '../../../../src/core/explore/progress.ts';
import { breakEven } from '../../../../src/core/explore/sensitivity/break-even.ts';
import { ALWAYS, questionOf, type Question } from '../../../../src/core/explore/sensitivity/question.ts';
import { sensitivity } from '../../../../src/core/explore/sensitivity/sensitivity.ts';
import { tornado } from '../../../../src/core/explore/sensitivity/tornado.ts';
import { catalogWithFacts } from '../../../support/facts.ts';

const { catalog, facts, world } = catalogWithFacts();
const treaty = catalog.treaties.find(({ id }) => id === 'us-japan-1960');
if (treaty === undefined) throw new Error('no treaty');
const subject = { facts, world, treaties: catalog.treaties, treaty };
const options: AssessOptions = { date: '2025-06-01', draws: 0, seed: 1, contingencies: ['china-japan-senkaku'] };
const prepared = prepareAssessment(subject, options);

/** A question about plain numbers. */
function plain(at: Question['at'], ranges: Readonly<Record<string, readonly [low: number, value: number, high: number]>>): Question {
  const limits = { kind: 'declared', meaning: '', basis: '', least: -Infinity, most: Infinity } as const;
  return { of: 'x', unit: 'chance', at, assumptions: Object.entries(ranges).map(([id, [low, value, high]]) => ({ id, low, value, high, ...limits })) };
}

describe('the answers of an assessment', () => {
  const found = assess(subject, options);
  const { read } = readerOf(prepared)(pointAt(prepared));
  const { answer } = answersOf(prepared);

  it('are what the assessment prints', () => {
    const [one] = found.contingencies;
    expect(answer('spared').of(read)).toBeCloseTo(-(one?.challenge.difference.value ?? NaN), 12);
    expect(answer('wars-spared').of(read)).toBeCloseTo(-(one?.war.difference.value ?? NaN), 12);
    expect(answer('prevail').of(read)).toBeCloseTo(one?.prevail.with.value ?? NaN, 12);
    for (const { state, net } of found.balance) expect(answer(`net:${state}`).of(read), state).toBeCloseTo(net.value, 12);
    expect(answer('honors:USA').of(read)).toBeCloseTo(found.balance.find(({ state }) => state === 'USA')?.honors?.with.value ?? NaN, 12);
  });

  it('say which there are', () => {
    expect(() => answer('luck')).toThrow("there is no answer 'luck'; there are spared, wars-spared, honors");
    expect(() => answer('net:FRA')).toThrow('FRA is no member');
  });
});

describe('a question', () => {
  it('of a net counts what spending saves at the point asked about, as an assessment there does', () => {
    const japan = questionOf('net:JPN', prepared);
    for (const kappa of [0, 0.4, 1]) {
      const direct = assess(subject, { ...options, set: { 'join.kappa': kappa } }).balance.find(({ state }) => state === 'JPN');
      expect(japan.at({ 'join.kappa': kappa }), String(kappa)).toBeCloseTo(direct?.net.value ?? NaN, 6);
    }
  });
});

describe('the tornado', () => {
  it('always holds κ, nuclear ν, occasions and the currency, with what moves the answer', () => {
    const bars = finish(tornado(questionOf('spared', prepared)));
    expect(bars.filter(({ always }) => always).map(({ id }) => id)).toHaveLength(ALWAYS.length);
    const occasions = bars.find(({ id }) => id === 'occasions');
    expect(occasions?.at.high).toBeGreaterThan(occasions?.at.low ?? NaN);
    expect(bars.map(({ swing }) => swing)).toEqual(bars.map(({ swing }) => swing).toSorted((a, b) => b - a));
  });

  it('a scale reaches the ends of what one contingency declares', () => {
    const [contingency] = prepared.asked;
    const { low, high, value } = contingency?.contingency.frequency.per_year ?? { low: NaN, high: NaN, value: NaN };
    const occasions = assumptionsOf(prepared).find(({ id }) => id === 'occasions');
    expect(occasions?.low).toBeCloseTo(low / value, 9);
    expect(occasions?.high).toBeCloseTo(high / value, 9);
  });

  it('tripwires at the ends are those that the assessment shows', () => {
    const ally = assess(subject, options).contingencies[0]?.allies.find(({ state }) => state === 'USA');
    const bar = finish(tornado(questionOf('honors:USA', prepared))).find(({ id }) => id === 'tripwires');
    expect(bar?.at.low).toBeCloseTo(ally?.tripwire?.low ?? NaN, 9);
    expect(bar?.at.high).toBeCloseTo(ally?.tripwire?.high ?? NaN, 9);
  });
});

describe('break-even', () => {
  it('finds where an answer turns, nearest first, and what turns nothing', () => {
    const question = plain(({ x = 0, y = 0, z = 0 }) => (x - 1) * (x + 2) - y + (z - z), { x: [-1.5, 0, 1.5], y: [-1.2, 0, 1.2], z: [-1, 0, 1] });
    const { side, assumptions } = finish(breakEven(question, 0));
    expect(side).toBe('below');
    const [x, y, z] = assumptions;
    expect(x?.crossings.map(({ value, as, within }) => [Math.round(value * 1e6) / 1e6, as, within])).toEqual([
      [1, 'rises', true],
      [-2, 'falls', false],
    ]);
    expect(y?.crossings.map(({ value, as }) => [Math.round(value * 1e6) / 1e6, as])).toEqual([[-2, 'falls']]);
    expect(z?.crossings).toEqual([]);
  });

  it('of an assessment is on the threshold where it is evaluated directly', () => {
    const question = questionOf('honors', prepared);
    const { assumptions, side } = finish(breakEven(question, 0.5));
    const turning = assumptions.filter(({ crossings }) => crossings.length > 0);
    expect(turning.length).toBeGreaterThan(3);
    const whole = (id: string, value: number): number => {
      const moved = assess(subject, { ...options, set: { [id]: value } });
      return moved.balance.find(({ state }) => state === 'USA')?.honors?.with.value ?? NaN;
    };
    expect(whole('join.kappa', 0.68) > 0.5).toBe(side === 'above');
    for (const { id, crossings } of turning.filter(({ id: name }) => name.includes('.')).slice(0, 3)) {
      for (const { value, residual } of crossings) {
        expect(Math.abs(residual)).toBeLessThan(1e-6);
        expect(whole(id, value), id).toBeCloseTo(0.5, 6);
      }
    }
  });
});

describe('the draws behind the indices', () => {
  it('take the numbers of a file of parameters in the order they are told', () => {
    const { parameters } = prepared;
    const groups = drawnInOrder(parameters);
    const numbers = groups.flatMap((group, place) => Array.from({ length: group.numbers }, () => place));
    const drawWith = (moved: number): ReturnType<typeof drawValues> => {
      let at = 0;
      const next = (): number => (numbers[at++] === moved ? 0.7 : 0.2);
      return drawValues(parameters, { next, int: () => 0, normal: next });
    };
    const base = drawWith(-1);
    groups.forEach(({ names }, place) => {
      const one = drawWith(place);
      const changed = Object.keys(parameters.parameters).filter((name) => one.get(name) !== base.get(name));
      expect(changed.every((name) => names.includes(name))).toBe(true);
    });
  });
});

describe('sensitivity', () => {
  it('is the same again with the same seed, and says how much each group makes', () => {
    const ask = () => finish(sensitivity('difference', { samples: 16, seed: 3 }, prepared));
    const found = ask();
    expect(ask()).toEqual(found);
    expect(found.sobol?.groups.filter(({ always }) => always)).toHaveLength(ALWAYS.length);
    expect(found.sobol?.groups[0]?.id).toBe('tripwires');
    expect(found.sobol?.groups.find(({ id }) => id === 'occasions')?.total.value).toBe(0);
    expect(found.stoppedIn).toBeUndefined();
  });

  it('of two treaties is of their difference: the same one twice hangs on nothing', () => {
    const found = finish(sensitivity('honors', { samples: 8, seed: 1 }, prepared, prepareAssessment(subject, options)));
    expect(found.central).toBe(0);
    expect(Math.max(...found.tornado.map(({ swing }) => swing))).toBe(0);
    expect(found.sobol?.sd).toBe(0);
  });

  it('what is set by hand is no assumption', () => {
    const set = prepareAssessment(subject, { ...options, set: { 'join.kappa': 1 } });
    const found = finish(sensitivity('difference', { samples: 8, seed: 1 }, set));
    expect([...found.tornado, ...(found.sobol?.groups ?? [])].some(({ id }) => id === 'join.kappa')).toBe(false);
  });

  it.each([
    ['tornado', 2],
    ['break-even', 60],
    ['Sobol', 120],
  ])('stopped in the %s keeps what was done', (part, after) => {
    const cancel = { aborted: false };
    const steps = sensitivity('difference', { samples: 4096, seed: 1, cancel }, prepared);
    for (let i = 0; i < after; i++) steps.next();
    cancel.aborted = true;
    const found = finish(steps);
    expect(found.stoppedIn).toBe(part);
    expect(found.tornado.length).toBeGreaterThanOrEqual(2);
    if (part === 'Sobol') expect(found.sobol?.rows).toBeLessThan(60);
  });
});
