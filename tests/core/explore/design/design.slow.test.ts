import { describe, expect, it } from 'vitest';
import { lintSources } from '../../../../src/core/lint/lint.ts';
import { parseTreaty } from '../../../../src/core/treaty/parse.ts';
import { finished, subjectOf } from './subjects.ts';

describe('where the space is too large to count', () => {
  it.each([
    ['nato', 600],
    ['anzus', 1000],
    ['us-japan-1960', 600],
  ])('%s: NSGA-II beats a random search of equal cost, every seed; what it proposes parses and breaks no rule', (id, budget) => {
    const subject = subjectOf(id);
    const { world } = subject;
    for (const seed of [1, 2, 3]) {
      const found = finished(subject, { budget, seed, points: 12 });
      expect(found.method).toBe('nsga2');
      const { comparison } = found;
      console.log(
        `${id}, seed ${seed}: ${comparison?.found.toFixed(3)} against ${comparison?.random.toFixed(3)} in ${comparison?.evaluations} assessments, a front of ${found.front.length}`,
      );
      expect(comparison?.found).toBeGreaterThan(comparison?.random ?? Infinity);
      for (const { text } of found.points) {
        expect(parseTreaty(text, 'proposal.yaml').ok).toBe(true);
        const { diagnostics } = lintSources([{ file: 'proposal.yaml', text }], { world });
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      }
    }
  });

  it('a larger space that can be counted: NSGA-II finds the whole front of it', () => {
    const only = [
      'collective-defense.kind',
      'collective-defense.response',
      'collective-defense.trigger.event',
      'collective-defense.bound',
      'institutions.bases',
      'exit.notice',
    ];
    const whole = finished(subjectOf('anzus'), { only, budget: 10_000 });
    const found = finished(subjectOf('anzus'), { only, budget: whole.space, method: 'nsga2' });
    const vectors = (front: typeof found.front): readonly string[] =>
      front.map(({ objectives }) => JSON.stringify(Object.values(objectives).map((value) => value.toPrecision(9)))).sort();
    console.log(`${whole.space} ways, a front of ${whole.front.length}; NSGA-II assessed ${found.evaluations}`);
    expect(vectors(found.front)).toEqual(vectors(whole.front));
  });
});
