import type { Path } from '../../diagnostics.ts';
import { defineRule, type Finding } from '../rule.ts';

export const referenceDuplicateId = defineRule({
  id: 'reference/duplicate-id',
  severity: 'error',
  summary: 'Two obligations, pledges, purposes or conditions of one treaty have the same id.',
  rationale:
    'Amendments, reservations, suspensions, findings and verdicts name a clause by its id; with two of one name, which of them is meant cannot be told.',
  source:
    'Foedus treaty language, version 1: "every clause names its article"; drafting practice numbers each article once (Aust 2013, Modern Treaty Law and Practice, 3rd ed., Cambridge University Press).',
  check: ({ treaty, clauses, parsed }) => {
    const lists: readonly (readonly { readonly id: string; readonly path: Path }[])[] = [
      clauses.map(({ obligation, path }) => ({ id: obligation.id, path })),
      (treaty.purposes ?? []).map(({ id }, i) => ({ id, path: ['purposes', i] })),
      (treaty.burden?.pledges ?? []).map(({ id }, i) => ({ id, path: ['burden', 'pledges', i] })),
      (treaty.conditionality ?? []).map(({ id }, i) => ({ id, path: ['conditionality', i] })),
    ];
    return lists.flatMap((list) =>
      list.flatMap(({ id, path }, i): readonly Finding[] => {
        const first = list.find((other, j) => j < i && other.id === id);
        if (first === undefined) return [];
        return [
          {
            at: [...path, 'id'],
            clause: id,
            message: `The id '${id}' is taken: give each its own`,
            related: [{ file: parsed.file, at: [...first.path, 'id'], message: 'first given here' }],
          },
        ];
      }),
    );
  },
});
