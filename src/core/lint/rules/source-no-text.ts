import { defineRule } from '../rule.ts';

export const sourceNoText = defineRule({
  id: 'source/no-text',
  severity: 'warning',
  summary: 'The whole treaty is marked `confidence: low`: nobody has held the file against its text.',
  rationale:
    'A treaty known from a chronicle, a press report or a data set may be dated and summed up rightly and still have conditions that no one wrote down. What is computed from it carries that doubt; the text, once found, settles it.',
  source: 'ATOP codebook 5.1 (Leeds 2022), variable `source`: agreements coded from secondary sources are told from those coded from the text.',
  check: ({ treaty }) =>
    treaty.confidence === 'low' ? [{ at: ['confidence'], message: 'Encoded without its text: find it, and hold the clauses against it' }] : [],
});
