import { defineRule } from '../rule.ts';

export const purposeNoMetric = defineRule({
  id: 'purpose/no-metric',
  severity: 'advice',
  summary: 'A purpose that nothing measures.',
  rationale: 'A purpose with a metric can be reviewed: attacks suffered, money spent, exercises held. One without is repeated in communiques whatever happens.',
  source:
    'Chayes and Chayes 1993, "On Compliance", International Organization 47(2): 175-205; Abbott, Keohane, Moravcsik, Slaughter and Snidal 2000, International Organization 54(3): 401-419, on precision.',
  check: ({ treaty }) =>
    (treaty.purposes ?? []).flatMap(({ id, metric }, i) =>
      metric === undefined ? [{ at: ['purposes', i, 'id'], clause: id, message: "How would one know? Give the purpose a 'metric'" }] : [],
    ),
});
