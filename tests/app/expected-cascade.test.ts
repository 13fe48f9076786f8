import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/app/load-catalog.ts';
import { triggerAnswer, type TriggerRequest } from '../../src/app/trigger.ts';
import { worldOf } from '../../src/app/world.ts';
import { yearsOfCapabilities } from '../../src/core/assess/capability.ts';
import { paceOf } from '../../src/core/assess/pace.ts';
import { completeEvent, type EventQuestion } from '../../src/core/law/event.ts';
import type { Cascade, Expectation } from '../../src/core/law/types.ts';
import { catalogWithFacts } from '../support/facts.ts';

const catalog = loadCatalog();
const world = worldOf(catalog, { shapes: true });
const ESTONIA = { attackers: ['RUS'], target: 'EST', date: '2025-01-01' };
const KOREA = { attackers: ['PRK'], target: 'KOR', date: '2025-06-01' };

async function expectedOf(question: Omit<TriggerRequest, 'cascade'>): Promise<Cascade & { readonly expected: readonly Expectation[] }> {
  const { cascade } = await triggerAnswer(catalog, world, { draws: 0, ...question, cascade: 'expected' });
  if (cascade?.expected === undefined) throw new Error('no expected cascade');
  return { ...cascade, expected: cascade.expected };
}

const of = (expected: readonly Expectation[], state: string): Expectation => {
  const found = expected.find((one) => one.state === state);
  if (found === undefined) throw new Error(`${state} is not asked`);
  return found;
};

describe('the cascade expected', () => {
  it('holds steps of those bound states alone that are more likely than not to come', async () => {
    const { mode, steps, sides, expected } = await expectedOf(ESTONIA);
    expect(mode).toBe('expected');
    const likely = expected.filter(({ chance, bound }) => chance.value > 0.5 && bound.length > 0).map(({ state }) => state);
    expect(likely.length).toBeGreaterThan(0);
    expect(steps.map(({ state }) => state).toSorted()).toEqual(likely.toSorted());
    expect(sides.target.toSorted()).toEqual(['EST', ...likely].toSorted());
  });

  it('asks every state bound to fight or to aid, the likeliest first', async () => {
    const { expected, duties } = await expectedOf(ESTONIA);
    const owing = duties.filter(({ action }) => ['defend', 'join-offense', 'assist'].includes(action)).map(({ state }) => state);
    const asked = expected.map(({ state }) => state);
    expect(new Set(asked).size).toBe(asked.length);
    for (const state of owing) expect(asked).toContain(state);
    const chances = expected.map(({ chance }) => chance.value);
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
    expect(of(expected, 'LVA').bound).toContainEqual({ treaty: 'nato', article: '5' });
    expect(of(expected, 'JPN').bound).toEqual([]);
  });

  it('a state unlikely to come has not broken its promise for that; one that refuses has', async () => {
    const open = await expectedOf(ESTONIA);
    expect(new Set(open.broken.map(({ state }) => state))).toEqual(new Set(['RUS']));
    const refused = await expectedOf({ ...ESTONIA, refuses: ['LVA'] });
    expect(refused.expected.some(({ state }) => state === 'LVA')).toBe(false);
    expect(refused.steps.some(({ state }) => state === 'LVA')).toBe(false);
    expect(refused.broken).toContainEqual(expect.objectContaining({ state: 'LVA', treaty: 'nato' }));
  });

  it('a duty that arises because another has come is asked too', async () => {
    // Germany comes to Austria-Hungary's help against Russia, and France then owes Russia its own.
    const question = { attackers: ['RUS'], target: 'AUH', date: '1913-07-01' };
    const { expected, steps } = await expectedOf(question);
    expect(steps.map(({ state }) => state)).toContain('DEU');
    expect(of(expected, 'FRA')).toMatchObject({ side: 'attacker', bound: [{ treaty: 'franco-russian-1894', article: '1' }] });
    const alone = await expectedOf({ ...question, refuses: ['DEU'] });
    expect(alone.expected.some(({ state, side }) => state === 'FRA' && side === 'attacker')).toBe(false);
  });

  it('a great power is asked for its own reasons, a guarantee of a third state that it shares with the attacker notwithstanding', async () => {
    // Austria-Hungary and Russia had both guaranteed Belgium in 1839; Russia owed Serbia nothing.
    const { expected } = await expectedOf({ attackers: ['AUH'], target: 'SRB', date: '1914-07-28' });
    expect(of(expected, 'RUS')).toMatchObject({ side: 'target', bound: [] });
  });

  it('a promise makes coming likelier', async () => {
    const { expected } = await expectedOf(KOREA);
    const others = await expectedOf({ ...KOREA, only: ['nato'] });
    expect(of(expected, 'USA').chance.value).toBeGreaterThan(of(others.expected, 'USA').chance.value);
    expect(of(others.expected, 'USA').bound).toEqual([]);
  });

  it('a second attacker adds its strength and is not asked', async () => {
    const { expected, sides } = await expectedOf({ attackers: ['DEU', 'RUS'], target: 'POL', date: '1939-09-01' });
    expect(sides.attacker).toEqual(expect.arrayContaining(['DEU', 'RUS']));
    expect(expected.some(({ state }) => state === 'RUS')).toBe(false);
    expect(of(expected, 'FRA').side).toBe('target');
    const { expected_method: method } = await expectedOf({ attackers: ['DEU', 'RUS'], target: 'POL', date: '1939-09-01' });
    expect(method).toContain('The strengths of the attackers add up');
  });

  it('is the same from the same seed; the ranges hold the central chance, which they leave as it is', async () => {
    const one = await expectedOf({ ...KOREA, draws: 60, seed: 3 });
    expect(await expectedOf({ ...KOREA, draws: 60, seed: 3 })).toEqual(one);
    expect(await expectedOf({ ...KOREA, draws: 60, seed: 4 })).not.toEqual(one);
    const { value, low, high } = of(one.expected, 'USA').chance;
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
    expect(of((await expectedOf(KOREA)).expected, 'USA').chance).toEqual({ value });
  });
});

describe('the pace of an event', () => {
  const { facts } = catalogWithFacts();
  const paceAt = (question: EventQuestion) => {
    const completed = completeEvent(question, world);
    if (!completed.ok) throw new Error(completed.problem.message);
    return paceOf(facts.contingencies, completed.event);
  };

  it('is that of the contingency it is', () => {
    expect(paceAt(ESTONIA).contingency).toBe('russia-estonia');
    expect(paceAt({ attackers: ['CHN'], target: 'JPN', date: '2025-01-01', place: 'senkaku', domain: 'sea' }).contingency).toBe('china-japan-senkaku');
  });

  it.each([
    [{ ...ESTONIA, domain: 'sea' }],
    [{ ...ESTONIA, place: 'kaliningrad' }],
    [{ ...ESTONIA, date: '1999-01-01' }],
    [{ attackers: ['LVA'], target: 'EST', date: '2025-01-01' }],
  ] satisfies [EventQuestion][])('else that declared for its domain: %j', (question) => {
    expect(paceAt(question).contingency).toBeUndefined();
  });

  it('declared ranges hold the middle of the catalog, domain by domain', () => {
    for (const domain of ['land', 'sea', 'air', 'cyber', 'space', 'hybrid'] as const) {
      const declared = paceAt({ attackers: ['LVA'], target: 'EST', date: '2025-01-01', domain });
      for (const part of ['warning_days', 'fait_accompli_days'] as const) {
        const rows = facts.contingencies.filter((row) => row.domain === domain).flatMap((row) => row[part]?.value ?? []);
        const held = rows.filter((days) => days >= declared[part].low && days <= declared[part].high).length;
        expect(held / rows.length, `${domain} ${part}`).toBeGreaterThanOrEqual(0.6);
      }
    }
  });
});

describe('years of known power', () => {
  it('join where snapshots reach each other, and end with today', () => {
    const at = (year: number) => ({ year, state: 'FRA', share: 0.1, basis: 'b', source: 's', confidence: 'low' }) as const;
    const spans = yearsOfCapabilities({ snapshots: [at(1900), at(1850), at(1885)] });
    expect(spans.slice(0, 2)).toEqual([
      { first: 1840, last: 1860 },
      { first: 1875, last: 1910 },
    ]);
    expect(spans.at(-1)?.last).toBeUndefined();
  });
});
