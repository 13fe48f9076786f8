import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/core/assess/assess.ts';
import type { Interval } from '../../../src/core/assess/assessment.ts';
import type { Form } from '../../../src/core/assess/forms.ts';
import { prepareAssessment } from '../../../src/core/assess/prepare.ts';
import { alignClauses } from '../../../src/core/explore/align-clauses.ts';
import { compare, type CompareSubject, type Comparison } from '../../../src/core/explore/compare.ts';
import { foldMembers } from '../../../src/core/explore/fold-changes.ts';
import { setClause } from '../../../src/core/treaty/set-clause.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import { catalogWithFacts } from '../../support/facts.ts';

const { catalog, facts, world } = catalogWithFacts();
const of = (id: string): Treaty => {
  const treaty = catalog.treaties.find((one) => one.id === id);
  if (treaty === undefined) throw new Error(`no ${id}`);
  return treaty;
};
const [japan, philippines] = [of('us-japan-1960'), of('us-philippines-1951')];
const asked = { date: '2025-06-01', draws: 60, seed: 1, contingencies: ['china-japan-senkaku'] };

function subject(
  label: string,
  treaty: Treaty,
  options: { readonly date?: string; readonly form?: Form; readonly contingencies?: readonly string[] } = {},
): CompareSubject {
  return { label, prepared: prepareAssessment({ facts, world, treaties: catalog.treaties, treaty }, { ...asked, ...options }) };
}

function run(subjects: readonly CompareSubject[], draws = asked.draws): Comparison {
  const steps = compare(subjects, { draws, seed: asked.seed });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const row = (found: Comparison, id: string): readonly [a: Interval, b: Interval, difference: Interval] => {
  const one = [...found.rows, ...found.cases].find((each) => each.id === id);
  const [a, b] = one?.values ?? [];
  const difference = one?.differences[1];
  if (!a || !b || !difference) throw new Error(`no ${id}`);
  return [a, b, difference];
};
const width = ({ low = NaN, high = NaN }: Interval): number => high - low;

const automatic = setClause(japan, 'common-danger.response.automaticity', 'automatic');

describe('a comparison', () => {
  const found = run([subject('as signed', japan), subject('automatic', automatic)]);

  it('shows of the first what its assessment shows', () => {
    const whole = assess({ facts, world, treaties: catalog.treaties, treaty: japan }, asked);
    const [challenge] = row(found, 'china-japan-senkaku/challenge');
    expect(challenge).toEqual(whole.contingencies[0]?.challenge.with);
    const [net] = row(found, 'net:JPN');
    const printed = whole.balance.find(({ state }) => state === 'JPN')?.net;
    expect(net.value).toBeCloseTo(printed?.value ?? NaN, 12);
    expect(net.high).toBeCloseTo(printed?.high ?? NaN, 12);
    const [ratifies] = row(found, 'ratifies:JPN');
    expect(ratifies.value).toBeCloseTo(whole.balance.find(({ state }) => state === 'JPN')?.ratification?.p ?? NaN, 4);
  });

  it('draws both alike: a difference is known far better than either', () => {
    for (const id of ['honors', 'spared', 'net:JPN', 'china-japan-senkaku/challenge']) {
      const [a, b, difference] = row(found, id);
      expect(difference.value, id).toBeCloseTo(b.value - a.value, 12);
      // Drawn each by itself, its variance would be the sum of theirs.
      expect(width(difference), id).toBeLessThan(0.7 * Math.hypot(width(a), width(b)));
    }
    const [a, b, difference] = row(found, 'honors');
    // Tighter than either part, though it is made of both.
    expect(width(difference)).toBeLessThan(0.75 * Math.min(width(a), width(b)));
    expect(difference.low).toBeGreaterThanOrEqual(0);
  });

  it('sets another text of the first in its world: what it spares is what challenges it does without', () => {
    const [, , spared] = row(found, 'spared');
    const [, , challenge] = row(found, 'china-japan-senkaku/challenge');
    expect(spared.value).toBeCloseTo(-challenge.value, 9);
    expect(spared.low).toBeCloseTo(-(challenge.high ?? NaN), 9);
    expect(challenge.value).not.toBe(0);
  });

  it('a treaty and itself differ in nothing, draw by draw', () => {
    const same = run([subject('one', japan), subject('two', japan)], 10);
    for (const { id, differences } of [...same.rows, ...same.cases]) {
      for (const end of ['value', 'low', 'high'] as const) expect(Math.abs(differences[1]?.[end] ?? NaN), id).toBeLessThan(1e-9);
    }
    expect(same.texts[0]?.changes).toEqual([]);
  });

  it('labels what the clauses do otherwise', () => {
    expect(found.texts[0]?.changes.map(({ label }) => label)).toEqual(['stronger']);
  });
});

describe('treaties, dates and forms', () => {
  it('of two treaties pairs the clauses that promise the same kind of thing', () => {
    const paired = alignClauses(japan, philippines);
    expect(paired.obligations.find(({ kind }) => kind === 'defense')?.id).toBe(japan.obligations.find(({ kind }) => kind === 'defense')?.id);
    expect(new Set(paired.obligations.map(({ id }) => id)).size).toBe(philippines.obligations.length);
    expect(alignClauses(japan, japan)).toEqual(japan);
  });

  it('has a number of those alone that know it', () => {
    const found = run([subject('Japan', japan), subject('Philippines', philippines)], 0);
    const net = found.rows.find(({ id }) => id === 'net:JPN');
    expect(net?.values[0]).not.toBeNull();
    expect([net?.values[1], net?.differences[1]]).toEqual([null, null]);
  });

  it('of two that are bound the form changes nothing', () => {
    const found = run([subject('pact', japan), subject('pairs', japan, { form: { kind: 'pairs' } })], 8);
    expect(Math.abs(row(found, 'honors')[2].value)).toBeLessThan(1e-9);
  });

  it('stopped, rests on the draws that all subjects have', () => {
    const cancel = { aborted: false };
    const steps = compare([subject('one', japan), subject('two', automatic)], { draws: 60, seed: 1, slice: 10, cancel });
    for (let i = 0; i < 3; i++) steps.next();
    cancel.aborted = true;
    const { value } = steps.next();
    expect('draws' in value ? [value.draws, value.stoppedOf] : []).toEqual([10, 60]);
  });

  it('who joined and who left are told at once', () => {
    const more = { ...japan, parties: [...japan.parties, ...['AUS', 'NZL'].map((state) => ({ state, from: '1960-06-23' }))] };
    const found = run([subject('two', japan), subject('four', more)], 0);
    expect(foldMembers(found.texts[0]?.changes ?? [])).toEqual([{ label: 'broader', reason: '2 members more', sentence: 'AUS and NZL are parties.' }]);
  });
});
