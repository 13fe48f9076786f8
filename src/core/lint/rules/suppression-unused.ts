import { defineCommentRule } from '../rule.ts';

export const suppressionUnused = defineCommentRule({
  id: 'suppression/unused',
  severity: 'advice',
  summary: 'A comment switches off a rule that finds nothing there.',
  rationale: 'A comment that outlives its reason hides the next finding of that rule, and tells the reader of a weakness that is gone. The fix takes it out.',
  source: 'Foedus documentation, "Suppressions": a comment carries a reason and covers one line, or one file.',
});
