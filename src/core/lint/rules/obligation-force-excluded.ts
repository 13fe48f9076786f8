import { isHelp } from '../clauses.ts';
import { defineRule } from '../rule.ts';

export const obligationForceExcluded = defineRule({
  id: 'obligation/force-excluded',
  severity: 'error',
  summary: 'A promise to fight that excludes force.',
  rationale:
    'Defense and offense are, by the definition used here, help by fighting where the text asks it. A text that rules force out promises assistance, and its verdict differs: nobody is drawn into the war by it.',
  source:
    'Leeds, Ritter, Mitchell and Long 2002, "Alliance Treaty Obligations and Provisions, 1815-1944", International Interactions 28(3): 237-260 (definitions of the obligations).',
  check: ({ clauses }) =>
    clauses.flatMap(({ obligation, path }) =>
      isHelp(obligation) && obligation.response?.force === 'excluded'
        ? [
            {
              at: [...path, 'response', 'force'],
              clause: obligation.id,
              message: `A promise of ${obligation.kind} that excludes force: encode it as assistance`,
            },
          ]
        : [],
    ),
});
