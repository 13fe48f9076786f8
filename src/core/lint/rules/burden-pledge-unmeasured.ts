import { defineRule } from '../rule.ts';

export const burdenPledgeUnmeasured = defineRule({
  id: 'burden/pledge-unmeasured',
  severity: 'warning',
  summary: 'A pledge without a metric or without a figure.',
  rationale: 'Only a number that can be read can be met or missed. A pledge "to do more" is always claimed to be kept, and changes no budget.',
  source:
    'Downs, Rocke and Barsoom 1996, "Is the Good News about Compliance Good News about Cooperation?", International Organization 50(3): 379-406; Wales Summit Declaration (2014), paragraph 14, as a pledge with figures.',
  check: ({ treaty }) =>
    (treaty.burden?.pledges ?? []).flatMap(({ id, metric, at_least }, i) => {
      const missing = [...(metric === undefined ? ["'metric'"] : []), ...(at_least === undefined ? ["'at_least'"] : [])];
      return missing.length === 0
        ? []
        : [{ at: ['burden', 'pledges', i, 'id'], clause: id, message: `The pledge has no ${missing.join(' and no ')}: it can be neither met nor missed` }];
    }),
});
