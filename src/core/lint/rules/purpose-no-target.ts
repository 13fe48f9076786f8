import { defineRule } from '../rule.ts';

export const purposeNoTarget = defineRule({
  id: 'purpose/no-target',
  severity: 'advice',
  summary: 'A purpose is measured, and no value says what would be success.',
  rationale: 'A metric without a target describes; it does not judge. What counts as met should be said before the figures are known.',
  source: 'Downs, Rocke and Barsoom 1996, "Is the Good News about Compliance Good News about Cooperation?", International Organization 50(3): 379-406.',
  check: ({ treaty }) =>
    (treaty.purposes ?? []).flatMap(({ id, metric, target }, i) =>
      metric !== undefined && target === undefined
        ? [{ at: ['purposes', i, 'metric'], clause: id, message: "What value would be success? Give the metric a 'target'" }]
        : [],
    ),
});
