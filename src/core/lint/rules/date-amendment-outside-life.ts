import { isBefore } from '../clauses.ts';
import { defineRule } from '../rule.ts';

export const dateAmendmentOutsideLife = defineRule({
  id: 'date/amendment-outside-life',
  severity: 'error',
  summary: 'An amendment is dated before the treaty was signed or after it ended.',
  rationale: 'Only a treaty that stands can be amended; a change dated outside its life changes nothing that anybody was ever bound by.',
  source: 'Vienna Convention on the Law of Treaties (1969), articles 39 to 41.',
  check: ({ treaty: { amendments = [], signed, ended } }) =>
    amendments.flatMap(({ date }, i) => {
      if (isBefore(date, signed)) return [{ at: ['amendments', i, 'date'], message: `Amended on ${date}, before the treaty was signed on ${signed}` }];
      return ended !== undefined && !isBefore(date, ended.date)
        ? [{ at: ['amendments', i, 'date'], message: `Amended on ${date}, when the treaty had ended on ${ended.date}` }]
        : [];
    }),
});
