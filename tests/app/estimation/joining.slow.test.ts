import { expect, it } from 'vitest';
import { describeWithStore } from '../../support/store.ts';
import { answerOf } from './facts.ts';

const NEEDED = ['gml', 'war', 'atop', 'nmc', 'cow-states', 'contiguity', 'distance', 'majors', 'rivalry', 'nuclear'];

describeWithStore('joining, from the record', NEEDED, (folder) => {
  it('gives how often the promised come, and how far others are from them', async () => {
    const { fact } = await answerOf('joining', folder);
    expect(fact('war.pact').value).toBeGreaterThan(0.1);
    expect(fact('war.pact').value).toBeLessThan(0.15);
    expect(fact('war.owed').value).toBeGreaterThan(0.11);
    expect(fact('war.owed').value).toBeLessThan(0.14);
    // Counted on the day of war, a few who would be others have promised by then: .0124, where counts by the dispute give .013.
    expect(Math.abs((fact('war.others').value ?? Number.NaN) - 0.0125)).toBeLessThan(0.0005);
    expect(fact('gap.all').value).toBeGreaterThan(2.2);
    expect(fact('gap.all').value).toBeLessThan(2.65);
    expect(fact('gap.near').value).toBeGreaterThan(1);
    expect(fact('gap.held').value).toBeGreaterThan(1.7);
    expect(fact('gap.held').low).toBeGreaterThan(0);
  });
});
