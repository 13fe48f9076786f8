import { expect, it } from 'vitest';
import { describeWithStore } from '../../support/store.ts';
import { parametersTwice } from './facts.ts';

const NEEDED = ['gml', 'war', 'atop', 'nmc', 'cow-states', 'contiguity', 'distance', 'majors', 'rivalry', 'nuclear', 'vdem'];

describeWithStore('the crisis parameters, from the record', NEEDED, (folder) => {
  it('are those of the catalog to the last digit', async () => {
    const [made, kept] = await parametersTwice('crisis', 'crisis.json', folder);
    expect(made).toBe(kept);
  }, 1_800_000);
});
