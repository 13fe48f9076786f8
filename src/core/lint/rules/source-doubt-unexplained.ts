import type { Path } from '../../diagnostics.ts';
import { defineRule } from '../rule.ts';

export const sourceDoubtUnexplained = defineRule({
  id: 'source/doubt-unexplained',
  severity: 'advice',
  summary: 'An entry is marked `confidence: low`, and nothing says why.',
  rationale: 'Doubt that is explained can be settled by the next reader; a bare mark cannot. Say in a note, or in the source, what is uncertain.',
  source:
    'King, Keohane and Verba 1994, Designing Social Inquiry (Princeton University Press): report the uncertainty of what is inferred, and how the data came about.',
  check: ({ treaty, clauses }) => {
    const doubts: readonly { readonly confidence?: string | undefined; readonly why: boolean; readonly at: Path; readonly clause?: string }[] = [
      ...clauses.map(({ obligation, path }) => ({
        confidence: obligation.confidence,
        why: obligation.note !== undefined || obligation.contested !== undefined,
        at: path,
        clause: obligation.id,
      })),
      ...treaty.parties.map(({ confidence, note }, i) => ({ confidence, why: note !== undefined, at: ['parties', i] })),
      ...(treaty.ended === undefined ? [] : [{ confidence: treaty.ended.confidence, why: treaty.ended.source !== undefined, at: ['ended'] }]),
      { confidence: treaty.confidence, why: (treaty.notes ?? []).length > 0, at: [] },
    ];
    return doubts.flatMap(({ confidence, why, at, clause }) =>
      confidence === 'low' && !why
        ? [{ at: [...at, 'confidence'], message: "Low confidence: say in a 'note' what is uncertain", ...(clause !== undefined && { clause }) }]
        : [],
    );
  },
});
