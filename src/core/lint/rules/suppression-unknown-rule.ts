import { defineCommentRule } from '../rule.ts';

export const suppressionUnknownRule = defineCommentRule({
  id: 'suppression/unknown-rule',
  severity: 'error',
  summary: 'A comment switches off a rule that there is not.',
  rationale: 'A misspelled id switches nothing off, while its reader believes that it does.',
  source: 'Foedus documentation, "Suppressions": a comment names the rule by its id.',
});
