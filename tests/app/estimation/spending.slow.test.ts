import { expect, it } from 'vitest';
import { describeWithStore } from '../../support/store.ts';
import { answerOf, parametersTwice } from './facts.ts';

const NEEDED = ['sipri', 'nato', 'weo', 'world-bank', 'nmc', 'cow-states', 'atop', 'alley-depth', 'vdem', 'majors', 'war', 'rivalry'];

describeWithStore('spending, from the record', NEEDED, (folder) => {
  it('calibrates the spill-in and tests the prediction of depth', async () => {
    const { section, fact } = await answerOf('spending', folder);
    const spillin = fact('spillin');
    expect(spillin.value).toBeGreaterThan(0);
    expect(spillin.low).toBeLessThan(spillin.value ?? 0);
    expect(spillin.high).toBeGreaterThan(spillin.value ?? 0);
    expect(fact('thinning').value).toBeGreaterThanOrEqual(0);
    expect(fact('thinning').value).toBeLessThanOrEqual(1);
    // Alley 2021: deep treaties lower the spending of the juniors.
    expect(fact('depth.growth.depth').value).toBeLessThan(0);
    // Last year's share forecasts best, and the page says so.
    const off = (id: string): number => fact(id).value ?? Number.NaN;
    expect(off('mae.one-year.last')).toBeLessThan(off('mae.one-year.response'));
    const weights = section.tables.find(({ id }) => id === 'weights');
    for (const [, ...cells] of weights?.rows ?? []) {
      for (const weight of cells) if (typeof weight === 'number') expect(weight > 0 && weight < 100).toBe(true);
    }
  });

  it('writes the parameters of spending to the last digit', async () => {
    const [made, kept] = await parametersTwice('spending', 'spending.json', folder);
    expect(made).toBe(kept);
  });
});
