import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANGE_LABELS, rankChanges, type ChangeLabel } from '../../../src/core/treaty/rank-change.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import type { Obligation, Trigger } from '../../../src/core/treaty/obligation-schema.ts';
import { DOMAINS } from '../../../src/core/treaty/vocabulary.ts';
import { treatyArbitrary } from '../../support/treaty-arbitrary.ts';

const TURNED: Readonly<Record<ChangeLabel, ChangeLabel>> = {
  stronger: 'weaker',
  weaker: 'stronger',
  broader: 'narrower',
  narrower: 'broader',
  different: 'different',
};

const labels = (a: Treaty, b: Treaty): readonly ChangeLabel[] => rankChanges(a, b).map(({ label }) => label);

/** Changes by what they concern: indexes differ between the two ways. */
const byPlace = (a: Treaty, b: Treaty): ReadonlyMap<string, ChangeLabel> =>
  new Map(rankChanges(a, b).map(({ clause, path, label }) => [`${path[0]} ${clause} ${path.filter((step) => typeof step === 'string').join('.')}`, label]));

/** A treaty with its first clause changed; one of its own where it has none. */
function withClause(treaty: Treaty, change: (clause: Obligation) => Obligation): Treaty {
  const [first, ...others] = treaty.obligations;
  const base: Obligation = first ?? { id: 'defend', article: '1', kind: 'defense', bound: 'all', to: 'all', trigger: { event: 'armed-attack' } };
  return { ...treaty, obligations: [change(base), ...others] };
}

const withTrigger = (treaty: Treaty, trigger: Partial<Trigger>): Treaty =>
  withClause(treaty, (clause) => ({ ...clause, kind: 'defense', trigger: { event: 'armed-attack', ...trigger } }));

/** Each treaty at random is made of the whole schema: few tell much. */
const RUNS = { numRuns: 30 };
const anyTreaty = treatyArbitrary;
const regions = fc.uniqueArray(fc.constantFrom('europe', 'asia', 'africa', 'north-atlantic', 'india', 'TUR', 'okinawa'), { minLength: 1 });
const smaller = <T>(list: readonly T[]): T[] => list.slice(0, -1);

describe('labels of clause changes', () => {
  it('turn around when the two treaties change places', () => {
    fc.assert(
      fc.property(anyTreaty, anyTreaty, (a, b) => {
        const [there, back] = [byPlace(a, b), byPlace(b, a)];
        for (const [place, label] of there) {
          expect(CHANGE_LABELS).toContain(label);
          if (back.has(place)) expect(back.get(place), place).toBe(TURNED[label]);
        }
      }),
      RUNS,
    );
  });

  it('a treaty and itself differ in nothing', () => {
    fc.assert(
      fc.property(anyTreaty, (a) => {
        expect(labels(a, a)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('less notice of exit is a weaker commitment', () => {
    fc.assert(
      fc.property(anyTreaty, fc.integer({ min: 1, max: 24 }), fc.integer({ min: 0, max: 23 }), (treaty, long, short) => {
        fc.pre(short < long);
        const of = (months: number): Treaty => ({ ...treaty, exit: { ...(months > 0 && { notice: `P${months}M` }) } });
        expect(labels(of(long), of(short))).toEqual(['weaker']);
      }),
      RUNS,
    );
  });

  it('one member more is broader', () => {
    fc.assert(
      fc.property(anyTreaty, (treaty) => {
        const joined = { ...treaty, parties: [...treaty.parties, { state: 'ZZZ', from: treaty.signed }] };
        expect(labels(treaty, joined)).toEqual(['broader']);
      }),
      RUNS,
    );
  });

  it('a region more is a wider area, a region excluded a smaller one, no area wider than one at home', () => {
    fc.assert(
      fc.property(anyTreaty, regions, (treaty, include) => {
        const part = { territory: 'any' as const, objects: ['territory' as const] };
        const narrow = withTrigger(treaty, { area: { ...part, include } });
        expect(labels(narrow, withTrigger(treaty, { area: { ...part, include: [...include, 'oceania'] } }))).toEqual(['broader']);
        expect(labels(narrow, withTrigger(treaty, { area: { ...part, include, exclude: ['goa'] } }))).toEqual(['narrower']);
        expect(
          labels(
            narrow,
            withTrigger(treaty, {
              area: {
                parts: [
                  { ...part, include },
                  { ...part, objects: ['forces'] },
                ],
              },
            }),
          ),
        ).toEqual(['broader']);
        expect(labels(withTrigger(treaty, { area: { include } }), withTrigger(treaty, {}))).toEqual(['broader']);
      }),
      RUNS,
    );
  });

  it('assist → defend → automatic is stronger at every step', () => {
    fc.assert(
      fc.property(anyTreaty, (treaty) => {
        const of = (kind: Obligation['kind'], automaticity: 'automatic' | 'discretionary'): Treaty =>
          withClause(treaty, (clause) => ({ ...clause, kind, trigger: clause.trigger ?? { event: 'armed-attack' }, response: { automaticity } }));
        expect(labels(of('assistance', 'discretionary'), of('defense', 'discretionary'))).toEqual(['stronger']);
        expect(labels(of('consultation', 'automatic'), of('assistance', 'automatic'))).toEqual(['stronger']);
        expect(labels(of('defense', 'discretionary'), of('defense', 'automatic'))).toEqual(['stronger']);
        expect(labels(of('defense', 'automatic'), of('offense', 'automatic'))).toEqual(['different']);
      }),
      RUNS,
    );
  });

  it('a domain, adversary or event less is narrower, as is a condition more', () => {
    const conditions: readonly Partial<Trigger>[] = [
      { unprovoked: true },
      { on_request: true },
      { attackers_at_least: 2 },
      { requires: [{ state: 'FRA', acts: 'assists' }] },
      { except: { states: ['CHN'], when: 'always' } },
      { against: 'great-power' },
    ];
    const domains = fc.uniqueArray(fc.constantFrom(...DOMAINS), { minLength: 2 });
    fc.assert(
      fc.property(anyTreaty, domains, fc.constantFrom(...conditions), (treaty, covered, condition) => {
        expect(labels(withTrigger(treaty, { domains: covered }), withTrigger(treaty, { domains: smaller(covered) }))).toEqual(['narrower']);
        expect(labels(withTrigger(treaty, {}), withTrigger(treaty, condition))).toEqual(['narrower']);
        expect(labels(withTrigger(treaty, { event: 'any-hostility' }), withTrigger(treaty, { event: 'war' }))).toEqual(['narrower']);
      }),
      RUNS,
    );
  });

  it('a promise more is stronger, one less weaker', () => {
    fc.assert(
      fc.property(anyTreaty, (treaty) => {
        const clause: Obligation = { id: 'zzz', article: '99', kind: 'consultation', bound: 'all', to: 'all', trigger: { event: 'threat' } };
        expect(labels(treaty, { ...treaty, obligations: [...treaty.obligations, clause] })).toEqual(['stronger']);
        expect(labels({ ...treaty, obligations: [...treaty.obligations, clause] }, treaty)).toEqual(['weaker']);
      }),
      RUNS,
    );
  });
});
