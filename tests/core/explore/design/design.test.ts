import { describe, expect, it } from 'vitest';
import { concludeAssessment } from '../../../../src/core/assess/conclude.ts';
import { prepareAssessment } from '../../../../src/core/assess/prepare.ts';
import { parseRequirement } from '../../../../src/core/explore/design/demands.ts';
import { design } from '../../../../src/core/explore/design/design.ts';
import type { DesignSummary } from '../../../../src/core/explore/design/evaluate.ts';
import type { DesignResult } from '../../../../src/core/explore/design/result.ts';
import { lintSources } from '../../../../src/core/lint/lint.ts';
import { initTreaty } from '../../../../src/core/treaty/init.ts';
import { parseTreaty } from '../../../../src/core/treaty/parse.ts';
import { DATE, FEW, finished, subjectOf } from './subjects.ts';

const anzus = subjectOf('anzus');
const few = finished(anzus, { only: FEW });

/** The vectors of a front, in an order of their own. */
const vectors = ({ front }: DesignResult): readonly string[] =>
  front.map(({ objectives }) => JSON.stringify(Object.values(objectives).map((value) => value.toPrecision(9)))).sort();

describe('a space that can be counted', () => {
  it('is assessed whole, and nothing of the front is beaten in everything by anything else', () => {
    expect([few.method, few.space, few.evaluations]).toEqual(['exhaustive', 60, 60]);
    for (const { objectives } of few.front) {
      const beaten = few.front.some(({ objectives: other }) => other !== objectives && isBetter(other, objectives));
      expect(beaten).toBe(false);
    }
  });

  it('NSGA-II finds the whole brute-force front of it', () => {
    for (const seed of [1, 2, 3]) {
      const found = finished(anzus, { only: FEW, method: 'nsga2', budget: 60, seed });
      expect([found.method, found.evaluations <= found.space]).toEqual(['nsga2', true]);
      expect(vectors(found)).toEqual(vectors(few));
    }
  });

  it('ends span the front: one point is the best in each objective', () => {
    expect(few.payoffs.map(({ objective }) => objective).toSorted()).toEqual(few.objectives.map(({ id }) => id).toSorted());
    for (const { objective, objectives } of few.payoffs) {
      const best = few.front
        .map((one) => one.objectives[objective] ?? Number.NaN)
        .toSorted((a, b) => (objective === 'entrapment' || objective === 'lock-in' ? a - b : b - a))[0];
      expect(objectives[objective]).toBe(best);
    }
  });
});

function isBetter(a: DesignResult['front'][number]['objectives'], b: DesignResult['front'][number]['objectives']): boolean {
  const gains = few.objectives.map(({ id, better }) => (better === 'high' ? 1 : -1) * ((a[id] ?? 0) - (b[id] ?? 0)));
  return gains.every((gain) => gain >= 0) && gains.some((gain) => gain > 0);
}

describe('every point that is told', () => {
  it.each(few.points.map((point) => [point.id, point] as const))('%s parses, breaks no rule, can be assessed, and says what it changes', (_, point) => {
    const parsed = parseTreaty(point.text, 'proposal.yaml');
    if (!parsed.ok) throw new Error('no treaty');
    expect(parsed.parsed.treaty.id).toBe('anzus');
    const { diagnostics } = lintSources([{ file: 'proposal.yaml', text: point.text }], { world: anzus.world });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const treaty = parsed.parsed.treaty;
    const treaties = anzus.treaties.map((one) => (one.id === treaty.id ? treaty : one));
    const found = concludeAssessment(prepareAssessment({ ...anzus, treaties, treaty }, { date: DATE, draws: 0, seed: 1 }));
    expect(found.converged).toBe(true);
    expect(point.sentences.length > 0).toBe(point.changes.length > 0);
    for (const { to } of point.changes) expect(point.text.split('\n\n')[0]?.replaceAll('\n# ', ' ')).toContain(to);
  });

  it('changes nothing that makes no difference', () => {
    const stands = few.points.find(({ changes }) => changes.length === 0);
    const moved = few.points.filter(({ changes }) => changes.length > 0);
    expect(moved.length).toBeGreaterThan(3);
    for (const point of moved) expect(point.choices).not.toEqual(stands?.choices);
  });
});

describe('demands', () => {
  it('what the user demands is met by all that is proposed', () => {
    const floor = few.given.objectives.deterrence?.value ?? 0;
    const found = finished(anzus, { only: FEW, requirements: [parseRequirement(`deterrence>=${floor}`)] });
    expect(found.front.length).toBeGreaterThan(0);
    for (const { objectives } of found.front) expect(objectives.deterrence).toBeGreaterThanOrEqual(floor);
    expect(found.front.length).toBeLessThan(few.front.length);
  });

  it('what no treaty meets is said, with the demand that stands in the way and how near it comes', () => {
    const found = finished(anzus, { only: FEW, requirements: [parseRequirement('entrapment<=1e-3'), parseRequirement('deterrence>=1')] });
    expect(found.front).toEqual([]);
    expect(found.infeasible?.binding.map(({ id }) => id)).toEqual(['deterrence>=1']);
    expect(found.infeasible?.binding[0]?.reaches).toMatch(/^at best 0\.0/);
    expect(found.infeasible?.closest.misses).toEqual(['deterrence>=1']);
  });

  it('a clause that the user holds and that stands in the way is named, and who pays for it', () => {
    const found = finished(anzus, { only: ['exit'], fix: ['burden.pledges=3.5%'] });
    expect(found.infeasible?.binding.map(({ id }) => id)).toEqual(['burden.pledges', 'better-in']);
    expect(found.infeasible?.worseOff.toSorted()).toEqual(['AUS', 'NZL', 'USA']);
    expect(found.infeasible?.closest.changes.map(({ clause, from }) => [clause, from])).toEqual([['burden.pledges', 'no floor of spending']]);
  });

  it.each(['deterrence', 'deterrence>1', 'speed>=1', 'deterrence>=high'])('%s is none', (text) => expect(() => parseRequirement(text)).toThrow(RangeError));
});

describe('stopped and taken up', () => {
  const options = { date: DATE, seed: 2, budget: 30, draws: 0, points: 4, only: FEW, method: 'nsga2' } as const;
  const whole = finished(anzus, options);

  it('the same question and seed give the same answer', () => expect(finished(anzus, options)).toEqual(whole));

  it('concludes with what there is, and goes on to the same end', () => {
    const known = new Map<string, DesignSummary>();
    const cancel = { aborted: false };
    const steps = design(anzus, { ...options, known, cancel });
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done !== true) {
        cancel.aborted = true;
        continue;
      }
      expect(step.value.stopped).toBe(true);
      expect(step.value.front.length).toBeGreaterThan(0);
      break;
    }
    const kept = known.size;
    expect(kept).toBeLessThan(whole.evaluations);
    expect(finished(anzus, { ...options, known, conclude: true }).evaluations).toBe(kept);
    expect(finished(anzus, { ...options, known })).toEqual(whole);
  });
});

describe('a new pact', () => {
  it('is held against a world without it, and gives a front that parses and breaks no rule', () => {
    const blank = initTreaty({ id: 'pact-fra-pol', name: 'Treaty between France and Poland', parties: ['FRA', 'POL'], signed: DATE });
    const parsed = blank.ok ? parseTreaty(blank.text, 'pact.yaml') : blank;
    if (!parsed.ok || !('parsed' in parsed)) throw new Error('no treaty');
    const { treaty } = parsed.parsed;
    const found = finished({ ...anzus, treaties: [...anzus.treaties, treaty], treaty }, { fresh: true, only: ['defense.kind', 'defense.bound', 'exit'] });
    expect([found.fresh, found.members, found.method]).toEqual([true, ['FRA', 'POL'], 'exhaustive']);
    expect(found.points.length).toBeGreaterThan(2);
    for (const { text } of found.points) {
      const { diagnostics } = lintSources([{ file: 'pact.yaml', text }], { world: anzus.world });
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });
});
