import { defineRule } from '../rule.ts';

export const sourceBare = defineRule({
  id: 'source/bare',
  severity: 'warning',
  summary: 'A source without a publisher, a citation or an address.',
  rationale: 'A reader checks a clause against the text. A title alone does not say where the text can be found; treaty series and documentary collections do.',
  source:
    'Charter of the United Nations (1945), article 102, and the United Nations Treaty Series; League of Nations Treaty Series; the practice of citing by series, volume and page.',
  check: ({ treaty }) =>
    treaty.sources.flatMap(({ publisher, citation, url }, i) =>
      publisher === undefined && citation === undefined && url === undefined
        ? [{ at: ['sources', i, 'title'], message: "Where can it be read? Give a 'publisher', a 'citation' or a 'url'" }]
        : [],
    ),
});
