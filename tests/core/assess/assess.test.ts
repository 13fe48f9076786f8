import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/core/assess/assess.ts';
import type { AllyAssessment, Assessment, ContingencyAssessment } from '../../../src/core/assess/assessment.ts';
import { concludeAssessment } from '../../../src/core/assess/conclude.ts';
import { drawAssessment, joinSamples } from '../../../src/core/assess/draws.ts';
import { prepareAssessment, type AssessOptions } from '../../../src/core/assess/prepare.ts';
import { setClause } from '../../../src/core/treaty/set-clause.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import { catalogWithFacts } from '../../support/facts.ts';

const { catalog, facts, world } = catalogWithFacts();

function treatyOf(id: string): Treaty {
  const treaty = catalog.treaties.find((one) => one.id === id);
  if (treaty === undefined) throw new Error(`no treaty ${id}`);
  return treaty;
}

function run(treaty: Treaty | string, date: string, options: Partial<AssessOptions> = {}): Assessment {
  const given = typeof treaty === 'string' ? treatyOf(treaty) : treaty;
  return assess({ facts, world, treaties: catalog.treaties, treaty: given }, { date, draws: 0, seed: 1, ...options });
}

function contingency(found: Assessment, id: string): ContingencyAssessment {
  const one = found.contingencies.find((each) => each.id === id);
  if (one === undefined) throw new Error(`no contingency ${id} in ${found.treaty}`);
  return one;
}

function ally(found: Assessment, id: string, state: string): AllyAssessment {
  const one = contingency(found, id).allies.find((each) => each.state === state);
  if (one === undefined) throw new Error(`no ${state} in ${id}`);
  return one;
}

/** A clause of defense, by the number of its article. */
const defenseOf = (treaty: Treaty): string => treaty.obligations.find(({ kind }) => kind === 'defense')?.id ?? '';

/** The cases an assessment must answer without any data imported. */
const CASES = [
  ['nato', '2025-06-01'],
  ['anzus', '2025-06-01'],
  ['aukus', '2025-06-01'],
  ['quad', '2025-06-01'],
  ['us-japan-1960', '2025-06-01'],
  ['us-rok-1953', '2025-06-01'],
  ['csto', '2025-06-01'],
  ['eu-42-7', '2025-06-01'],
  ['russia-dprk-2024', '2025-06-01'],
  ['warsaw-pact', '1985-06-01'],
  ['franco-russian-1894', '1913-06-01'],
  ['quadruple-1815', '1816-06-01'],
] as const;

describe('every case of the catalog is assessed with no data imported', () => {
  it.each(CASES)('%s on %s', (id, date) => {
    const found = run(id, date);
    expect(found.contingencies.length).toBeGreaterThanOrEqual(2);
    expect(found.converged).toBe(true);
    for (const { challenge, resist, war, prevail, allies } of found.contingencies) {
      for (const { with: a, without: b } of [challenge, resist, war, prevail, ...allies.map(({ honors }) => honors)]) {
        for (const { value } of [a, b]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }
      expect(war.with.value).toBeLessThanOrEqual(challenge.with.value);
    }
    for (const { deterrence, joining, pooling = 0, burden = 0, net } of found.balance) {
      expect(net.value).toBeCloseTo(deterrence.value + joining.value + pooling + burden, 12);
      // No member gains or loses more than a tenth of its output a year by any treaty on record.
      expect(Math.abs(net.value)).toBeLessThan(10);
    }
  });

  it('a treaty that promises nothing changes nothing', () => {
    for (const { honors, challenge } of run('quad', '2025-06-01').contingencies.flatMap(({ allies, challenge: one }) =>
      allies.map((each) => ({ honors: each.honors, challenge: one })),
    )) {
      expect(honors.difference.value).toBeCloseTo(0, 9);
      expect(challenge.difference.value).toBeCloseTo(0, 9);
    }
  });
});

describe('directions', () => {
  const date = '2025-06-01';
  const base = run('us-japan-1960', date);
  const id = 'china-japan-senkaku';
  const japan = treatyOf('us-japan-1960');

  it('a treaty in force raises honoring and the chance of the target, and never makes a challenge likelier', () => {
    const { honors } = ally(base, id, 'USA');
    expect(honors.with.value).toBeGreaterThan(honors.without.value);
    const { prevail, challenge } = contingency(base, id);
    expect(prevail.with.value).toBeGreaterThan(prevail.without.value);
    expect(challenge.with.value).toBeLessThan(challenge.without.value);
  });

  it('automatic in place of discretionary raises honoring, and entrapment given war; its product with war may fall', () => {
    const automatic = run(setClause(japan, `${defenseOf(japan)}.response.automaticity`, 'automatic'), date);
    const discretionary = run(setClause(japan, `${defenseOf(japan)}.response.automaticity`, 'discretionary'), date);
    expect(ally(automatic, id, 'USA').honors.with.value).toBeGreaterThan(ally(discretionary, id, 'USA').honors.with.value);
    expect(ally(automatic, id, 'USA').entrapmentGivenWar?.value).toBeGreaterThan(ally(discretionary, id, 'USA').entrapmentGivenWar?.value ?? Infinity);
  });

  it('without bases in the text and under it the tripwire and the price of the promise are weaker', () => {
    const korea = treatyOf('us-rok-1953');
    const with_ = run(korea, date);
    const without = run(setClause(korea, 'institutions.bases', 'false'), date);
    expect(ally(without, 'dprk-rok', 'USA').honors.with.value).toBeLessThan(ally(with_, 'dprk-rok', 'USA').honors.with.value);
  });

  it('the largest member gone never raises deterrence', () => {
    const whole = contingency(run('nato', date), 'russia-estonia');
    const parted = contingency(run('nato', date, { gone: 'USA' }), 'russia-estonia');
    expect(parted.challenge.with.value).toBeGreaterThanOrEqual(whole.challenge.with.value - 1e-12);
    expect(parted.prevail.with.value).toBeLessThan(whole.prevail.with.value);
    expect(parted.allies.some(({ state }) => state === 'USA')).toBe(false);
  });

  it('a majority decides sooner than all; consulting first adds days and brings less in time', () => {
    const nato = treatyOf('nato');
    const days = (treaty: Treaty): number => run(treaty, date, { contingencies: [] }).response.expectedDays;
    const loud = setClause(setClause(nato, 'decisions.silence_procedure', 'false'), 'decisions.rule', 'unanimity');
    expect(days(setClause(loud, 'decisions.rule', 'majority'))).toBeLessThan(days(loud));
    const prompt = run(nato, date, { contingencies: ['russia-estonia'] });
    const consulted = run(setClause(loud, `${defenseOf(nato)}.response.consult_first`, 'true'), date, { contingencies: ['russia-estonia'] });
    expect(contingency(consulted, 'russia-estonia').prevail.with.value).toBeLessThan(contingency(prompt, 'russia-estonia').prevail.with.value);
  });

  it('poorer interoperability lowers what comes', () => {
    const good = contingency(run('nato', date, { set: { 'response.phi': 0.9 } }), 'russia-poland');
    const poor = contingency(run('nato', date, { set: { 'response.phi': 0.3 } }), 'russia-poland');
    expect(poor.prevail.with.value).toBeLessThan(good.prevail.with.value);
  });

  it('the share of the price that is a promise moves what the treaty explains, not what states do with it', () => {
    const all = ally(run(japan, date, { set: { 'join.kappa': 1 } }), id, 'USA').honors;
    const part = ally(run(japan, date, { set: { 'join.kappa': 0.4 } }), id, 'USA').honors;
    expect(all.with.value).toBeCloseTo(part.with.value, 9);
    expect(all.difference.value).toBeGreaterThan(part.difference.value);
  });

  it('pairs and a hub of the same partners: two spokes owe each other nothing under a hub', () => {
    const hub = run('nato', date, { form: { kind: 'hub', hub: 'USA' }, contingencies: ['russia-estonia'] });
    expect(ally(hub, 'russia-estonia', 'LVA').promises.some(({ treaty }) => treaty.startsWith('nato'))).toBe(false);
    expect(ally(hub, 'russia-estonia', 'USA').promises.some(({ treaty }) => treaty.startsWith('nato'))).toBe(true);
    const pairs = run('nato', date, { form: { kind: 'pairs' }, contingencies: ['russia-estonia'] });
    expect(ally(pairs, 'russia-estonia', 'LVA').promises.some(({ treaty }) => treaty.startsWith('nato'))).toBe(true);
  });
});

describe('draws', () => {
  it('are the same however they are shared out, and hold the central value in their range', () => {
    const options: AssessOptions = { date: '2025-06-01', draws: 30, seed: 7 };
    const subject = { facts, world, treaties: catalog.treaties, treaty: treatyOf('us-rok-1953') };
    const whole = assess(subject, options);
    const prepared = prepareAssessment(subject, options);
    const parted = concludeAssessment(prepared, joinSamples([drawAssessment(prepared, 0, 11), drawAssessment(prepared, 11, 30)]));
    expect(JSON.stringify(parted)).toBe(JSON.stringify(whole));
    expect(JSON.stringify(assess(subject, { ...options, seed: 8 }))).not.toBe(JSON.stringify(whole));
    const { honors } = ally(whole, 'dprk-rok', 'USA');
    expect(honors.with.low).toBeLessThan(honors.with.value);
    expect(honors.with.high).toBeGreaterThan(honors.with.value);
  });
});

describe('what cannot be assessed is said', () => {
  it('a state whose power the catalog does not know is named with the contingency', () => {
    const indicators = facts.indicators.filter(({ state }) => state !== 'AFG');
    const subject = { facts: { ...facts, indicators }, world, treaties: catalog.treaties, treaty: treatyOf('csto') };
    const { notAsked } = assess(subject, { date: '2025-06-01', draws: 0, seed: 1 });
    expect(notAsked).toContainEqual({ id: 'afghanistan-tajikistan', reason: expect.stringContaining('Afghanistan') });
  });

  it('a date without figures is refused', () => {
    expect(() => run('nato', '2005-06-01')).toThrow(/power in 2005/);
  });

  it('a hub that is no member is refused', () => {
    expect(() => run('nato', '2025-06-01', { form: { kind: 'hub', hub: 'JPN' } })).toThrow(/no member/);
  });
});
