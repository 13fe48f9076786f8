import { expect, it } from 'vitest';
import { describeWithStore } from '../../support/store.ts';
import { answerOf } from './facts.ts';

const NEEDED = ['berkemeier-fuhrmann', 'leeds-anac', 'war', 'atop', 'gml', 'nmc', 'cow-states', 'contiguity', 'distance', 'majors', 'rivalry', 'nuclear'];

describeWithStore('commitments in war, from the record', NEEDED, (folder) => {
  it('counts what Berkemeier and Fuhrmann count, by both codings', async () => {
    const { fact } = await answerOf('reliability', folder);
    const counted = (id: string): readonly [number | undefined, number | undefined] => [fact(id).events, fact(id).n];
    expect(counted('llm.all')).toEqual([73, 146]);
    expect(counted('llm.before-1945')).toEqual([61, 92]);
    expect(counted('llm.defense')).toEqual([42, 102]);
    expect(counted('bf.all')).toEqual([69, 139]);
    // The shares of the article's abstract.
    for (const [id, share] of [
      ['all', 0.5],
      ['before-1945', 0.66],
      ['from-1945', 0.22],
      ['defense', 0.41],
      ['nonaggression', 0.37],
      ['offense', 0.74],
      ['neutrality', 0.78],
    ] as const) {
      expect(fact(`llm.${id}`).value).toBeCloseTo(share, 2);
    }
  }, 120_000);

  it('fits the logit of Leeds and Anac', async () => {
    const { fact } = await answerOf('reliability', folder);
    expect(fact('leeds-anac.loglik')).toMatchObject({ n: 137, events: 93 });
    expect(fact('leeds-anac.loglik').value).toBeCloseTo(-57.345, 3);
    // Neither institutions nor formality go with more honoring.
    expect(fact('leeds-anac.institutions').value).toBeLessThan(0);
    expect(fact('leeds-anac.formality').value).toBeLessThan(0);
  }, 120_000);

  it('the join equation, fitted to other wars, tells the kept from the broken, and is rather too low', async () => {
    const { section } = await answerOf('reliability', folder);
    const rows = section.tables.find(({ id }) => id === 'join-equation')?.rows ?? [];
    expect(rows.map(([, cases]) => cases)).toEqual([216, 81, 135, 146, 139, 137]);
    for (const [words, , near, chance, kept, auc] of rows) {
      expect(near, String(words)).toBeGreaterThan(25);
      expect(auc, String(words)).toBeGreaterThan(0.7);
      expect(chance, String(words)).toBeGreaterThan(0.1);
      expect(chance, String(words)).toBeLessThan(Number(kept));
    }
  }, 120_000);

  it('finds the law and the coders at one where both see a test', async () => {
    const { section, fact } = await answerOf('reliability', folder);
    expect(fact('law.called').value).toBeGreaterThan(0.6);
    expect(fact('law.not-called').value).toBeGreaterThan(0.85);
    expect(fact('law.kept').value).toBeGreaterThan(0.9);
    const law = section.tables.find(({ id }) => id === 'law');
    const cases = (law?.rows ?? []).flatMap(([, ...cells]) => cells).reduce<number>((sum, cell) => sum + Number(cell), 0);
    // Alliances in the file that promise defense or offense.
    expect(cases).toBe(315);
  }, 120_000);
});
