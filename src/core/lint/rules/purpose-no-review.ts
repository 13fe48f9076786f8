import { addKey, suggestionsOf } from '../edits.ts';
import { defineRule } from '../rule.ts';

export const purposeNoReview = defineRule({
  id: 'purpose/no-review',
  severity: 'advice',
  summary: 'A purpose is measured, and nobody is to look at the figure.',
  rationale: 'A reading that no review asks for is not taken. A yearly look, in public, is the cheapest enforcement there is.',
  source: 'Chayes and Chayes 1993, "On Compliance", International Organization 47(2): 175-205, on review and transparency.',
  check: ({ parsed, treaty }) =>
    (treaty.purposes ?? []).flatMap(({ id, metric, review }, i) =>
      metric !== undefined && review === undefined
        ? [
            {
              at: ['purposes', i, 'metric'],
              clause: id,
              message: "How often is it looked at? Give the metric a 'review'",
              ...suggestionsOf(addKey(parsed, ['purposes', i], 'review', 'yearly', 'Look at it every year')),
            },
          ]
        : [],
    ),
});
