import { expect, it } from 'vitest';
import { describeWithStore } from '../../support/store.ts';
import { answerOf } from './facts.ts';

const NEEDED = ['gml', 'war', 'atop', 'nmc', 'cow-states', 'contiguity', 'distance', 'majors', 'rivalry', 'nuclear', 'vdem'];
/** Where the independent pilot asked the same question of the same rows. */
const ALIKE = [
  ...['ally_any.to-1944-peace', 'applies.to-1944-peace', 'applies_peace.to-1944-peace', 'applies_peace.since-1946', 'wartime.to-1944'],
  ...['within.applies.to-1944-peace', 'within.applies.since-1991', 'war.since-1946', 'offense.to-1944', 'neutral.to-1944'],
];

describeWithStore('deterrence, from the record', NEEDED, (folder) => {
  it('holds in its intervals what the independent pilot found', async () => {
    const { fact } = await answerOf('deterrence', folder);
    const outside = ALIKE.filter((id) => {
      const { low = Number.NaN, high = Number.NaN, expected } = fact(id);
      return expected === undefined || !(expected.value > low && expected.value < high);
    });
    expect(outside).toEqual([]);
  });

  it('finds covered states challenged less before 1945 outside the world wars, and not after', async () => {
    const { fact } = await answerOf('deterrence', folder);
    expect(fact('applies_peace.to-1944-peace').high).toBeLessThan(0);
    expect(fact('applies_peace.since-1946').high).toBeGreaterThan(0);
    expect(fact('offense.to-1944').low).toBeGreaterThan(0);
    expect(fact('offense.to-1944-peace').value).toBeLessThan(0);
  });

  it('has each fact once, a table for each part of the question, and every search at its end', async () => {
    const { section } = await answerOf('deterrence', folder);
    const ids = section.facts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(section.tables.map(({ id }) => id)).toEqual(['coverage', 'placebo', 'within', 'outcomes', 'backing', 'tried', 'rates', 'equation']);
    expect(section.notes.filter((note) => note.includes('not converge'))).toEqual([]);
  });

  it('counts what was tried', async () => {
    const { fact, section } = await answerOf('deterrence', folder);
    expect(fact('tried').value).toBe(108);
    expect(section.tables.find(({ id }) => id === 'tried')?.rows).toHaveLength(fact('tried.below').value ?? -1);
  });
});
