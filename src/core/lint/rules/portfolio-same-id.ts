import { definePortfolioRule } from '../rule.ts';

export const portfolioSameId = definePortfolioRule({
  id: 'portfolio/same-id',
  severity: 'error',
  summary: 'Two files give their treaty the same id.',
  rationale:
    'Verdicts, conflicts and drafts name a treaty by its id. Of two with one id the second would stand in place of the first, or both would be counted; a new version of a treaty replaces the old file, and another treaty has an id of its own.',
  source:
    'Foedus treaty language, version 1: the id names the treaty; the treaty series number each instrument once (Charter of the United Nations, 1945, article 102, and the regulations under it).',
  check: ({ files }) =>
    files.flatMap(({ file, treaty: { id } }, i) => {
      const first = files.find((other, j) => j < i && other.treaty.id === id);
      if (first === undefined) return [];
      return [
        { file, at: ['id'], message: `The id '${id}' is taken by ${first.file}`, related: [{ file: first.file, at: ['id'], message: 'first given here' }] },
      ];
    }),
});
