import { expect, it } from 'vitest';
import { parametersSchema } from '../../../src/core/facts/parameters.ts';
import { describeWithStore } from '../../support/store.ts';
import { answerOf, parametersTwice } from './facts.ts';

const NEEDED = ['atop', 'nmc', 'polity', 'war', 'majors'];

describeWithStore('how alliances end, from the record', NEEDED, (folder) => {
  it('gives the hazards of defense pacts by kind', async () => {
    const { fact } = await answerOf('exit', folder);
    // ATOP 5.1: 232 of 280 defense pacts ended by 2018.
    expect(fact('pacts.ended')).toMatchObject({ value: 232, n: 280 });
    for (const [id, rate] of [
      ['hazard.any', 0.053],
      ['hazard.multilateral', 0.042],
      ['hazard.major-minor', 0.049],
      ['hazard.minor-minor', 0.067],
    ] as const) {
      const { value, low, high } = fact(id);
      expect(Math.abs((value ?? 0) - rate)).toBeLessThan(0.002);
      expect(low).toBeLessThan(rate);
      expect(high).toBeGreaterThan(rate);
    }
  }, 120_000);

  it('reports the ratio of hazards with a right to leave, and that it turns at 1945', async () => {
    const { section, fact } = await answerOf('exit', folder);
    expect(fact('withdrawal.cox').value).toBeCloseTo(0.32, 2);
    expect(fact('withdrawal.cox').low).toBeCloseTo(0.19, 2);
    expect(fact('withdrawal.cox').high).toBeCloseTo(0.535, 2);
    const rate = (id: string): number => fact(id).value ?? Number.NaN;
    expect(rate('withdrawal.to-1945')).toBeGreaterThan(rate('no-withdrawal.to-1945'));
    expect(rate('withdrawal.since-1946')).toBeLessThan(rate('no-withdrawal.since-1946') / 5);
    expect(section.notes.join(' ')).toContain('is not what the clause does');
  }, 120_000);

  it('writes the parameters of survival to the last digit; a right to leave has a declared effect of 0', async () => {
    const [made, kept] = await parametersTwice('exit', 'survival.json', folder);
    expect(made).toBe(kept);
    const { parameters } = parametersSchema.parse(JSON.parse(made));
    expect(parameters['hazard.withdrawal']).toMatchObject({ kind: 'declared', value: 0, low: 0, high: 0 });
  }, 120_000);
});
