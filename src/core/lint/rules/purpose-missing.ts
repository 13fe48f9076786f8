import { defineRule } from '../rule.ts';

export const purposeMissing = defineRule({
  id: 'purpose/missing',
  severity: 'warning',
  summary: 'The file names no purpose.',
  rationale:
    'What an alliance is for decides when it has done its work, and what its clauses are read to mean: a treaty is interpreted in the light of its object and purpose. An alliance without one cannot be said to succeed or fail.',
  source:
    'Vienna Convention on the Law of Treaties (1969), article 31(1); Wallander 2000, "Institutional Assets and Adaptability: NATO After the Cold War", International Organization 54(4): 705-735.',
  check: ({ treaty }) =>
    (treaty.purposes ?? []).length === 0 ? [{ at: ['id'], message: "No purpose: say in 'purposes' what the treaty is for, and how one would know" }] : [],
});
